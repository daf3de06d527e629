"""Who wrote the article: by the bylines around it, and by names that stand alone."""

from collections.abc import Sequence
from typing import NamedTuple

from groats.document import Label
from groats.stages.metadata.author_lines import (
    ABOVE_TITLE,
    BELOW_TITLE,
    DIRECTLY_BELOW,
    FAR_BELOW,
    FAR_BELOW_END,
    find_author_lines,
    in_order,
)
from groats.stages.metadata.biographies import find_described
from groats.stages.metadata.byline import APART, USER, Byline, find_ago, read_byline, read_lead
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.dates import may_hold_date, read_dates
from groats.stages.metadata.names import (
    begins_with_agency,
    folded,
    folded_of,
    is_agency,
    is_house,
    is_role,
)
from groats.stages.metadata.reporters import names_reporters
from groats.stages.metadata.surroundings import Surroundings, read_surroundings
from groats.stages.metadata.words import fold, folded_words, key

_FULL_NAME = 2  # words
_INITIALS = 2  # letters

# Where a name alone, not directly below the title, is that of a photographer, a commenter, an author of something else.
_NOT_SAID = FOREIGN | {Label.MEDIA}
_LINKS = "dates", "links", "words"  # days of the week among them


class Named(NamedTuple):
    """The authors whom lines name; `sure` where one below the title says "By", or stands in an author's box."""

    names: tuple[str, ...] = ()
    sure: bool = False


def find_authors(clues: Clues, not_names: frozenset[str], title_parts: frozenset[str] = frozenset()) -> Named:
    """The authors by the lines around the article: a byline near its title, else the person whom a biography describes.

    First of all comes what the markup calls an author's: of 749 pages of two sets it found .016 more.
    `not_names` are the keys of what stands as a name does and is none: the title, and the site unless a line says
    "By" of it or calls it a byline. `title_parts` are those of what the page declares as its titles: one word that is
    all of such a part names a section.
    """
    if not clues.sample:
        return Named()  # what was dropped as a whole is no article that anybody wrote
    lines = find_author_lines(clues)
    page = read_surroundings(lines, clues, title_parts)
    for clue in in_order(lines, clues):
        if _may_count(clue, page) and (named := _read_line(clue, lines, page, not_names)):
            return named
    return Named(find_described(clues, lambda name: key(name) not in not_names and not page.has_ordinary_word((name,))))


def _read_line(clue: Clue, lines: Sequence[Clue], page: Surroundings, not_names: frozenset[str]) -> Named | None:
    """The authors whom a line names, None if it names none of the article's."""
    known = clue.is_author or clue.label is Label.BYLINE
    dated = clue.after_title in page.dated and not clue.keep
    byline = read_byline(clue.text, trusted=known, single=clue.is_author, dated=dated) or _nickname(clue, page)
    if byline is None or not _counts(clue, byline, page):
        return None
    told = byline.led or clue.label is Label.BYLINE or 0 < clue.after_title <= DIRECTLY_BELOW
    names = tuple(
        name
        for name in (_without_site(name, not_names) for name in byline.names)
        if fold(name) not in folded_of(("nobody", "names"), ("places", "names"))
        if key(name) not in not_names or (told and not is_house(name)) or byline.led
    )
    if names == (clue.text,) and not is_house(clue.text) and not is_agency(clue.text.split()[-1]):
        names = _with_neighbours(clue, lines, page, not_names)
    sure = known and (byline.led or clue.is_author) and 0 < clue.after_title <= BELOW_TITLE
    return Named(names, sure) if names else None


def _with_neighbours(
    clue: Clue, lines: Sequence[Clue], page: Surroundings, not_names: frozenset[str]
) -> tuple[str, ...]:
    """The name that is all of a line, with those that are all of the lines above and below it."""
    by_place = {line.after_title: line for line in lines if line.after_title > 0 and _may_be_beside(line)}
    if not _may_be_beside(clue):
        return (clue.text,)
    names = [clue.text]
    for step in (-1, 1):
        place = clue.after_title + step
        while (line := by_place.get(place)) and _is_name_alone(line, page) and key(line.text) not in not_names:
            names.insert(0 if step < 0 else len(names), line.text)
            place += step
    return tuple(name for name in dict.fromkeys(names) if not any(name.endswith(f" {other}") for other in names))


def _may_be_beside(clue: Clue) -> bool:
    """Whether a line may be one of several names: no tag, no teaser."""
    return not clue.keep and clue.label not in _NOT_SAID | {Label.TAGS, Label.NAVIGATION}


def _is_name_alone(clue: Clue, page: Surroundings) -> bool:
    words = clue.text.split()
    if len(words) < _FULL_NAME or fold(clue.text) in folded("places", "names"):
        return False
    if not folded("others", "leads").isdisjoint(map(fold, words)):
        return False
    byline = read_byline(clue.text)
    alone = byline is not None and byline.names == (clue.text,) and not byline.led
    return alone and not is_house(clue.text) and not is_agency(clue.text) and not page.has_ordinary_word((clue.text,))


def _without_site(name: str, sites: frozenset[str]) -> str:
    """The name without that of the site behind it: "Ada Lind Rowan Post"."""
    split = name.split()
    cut = next((end for end in range(_FULL_NAME, len(split)) if key("".join(split[end:])) in sites), None)
    return " ".join(split[:cut])


def _nickname(clue: Clue, page: Surroundings) -> Byline | None:
    """The one word of a line beside a date directly below the title: "Kev".

    Where the line is not known to be a byline, it must stand nowhere else on the page as a menu item would.
    """
    if not 0 < clue.after_title <= DIRECTLY_BELOW:
        return None
    dates = read_dates(clue.text, "day_first")
    near = bool(dates) or clue.after_title in page.dated
    word = (clue.text[: dates[0].start] if dates else clue.text).strip(" .,-–|•·")
    if (
        not near
        or key(word) in page.title_parts
        or not USER.fullmatch(word)
        or role_of(word)
        or read_lead(word).rest is not None
    ):
        return None
    if fold(word) in folded_of(("never", "words"), ("never", "days"), ("houses", "words")) | folded_words(*_LINKS):
        return None
    if is_role(fold(word)):
        return None
    known = clue.label is Label.BYLINE and not dates
    if not known and (clue.keep or not (dates or clue.after_title == 1) or not page.has_once(word, clue)):
        return None
    return Byline((word,), led=False, dated=bool(dates))


def _may_count(clue: Clue, page: Surroundings) -> bool:
    """Whether it is worth while to read a line, which takes ten times as long as to tell that it is no byline."""
    text = clue.text
    return (
        clue.is_author
        or clue.label is Label.BYLINE
        or clue.after_title in page.dated
        or clue.after_title in page.above_dates
        or clue.after_title in page.roles
        or clue.after_title + 1 in page.roles
        or APART.search(text) is not None
        or may_hold_date(text)
        or find_ago(text) is not None
        or read_lead(text.strip(" ,")).rest is not None
        or begins_with_agency(text)
        or names_reporters(text)
    )


def _counts(clue: Clue, byline: Byline, page: Surroundings) -> bool:
    """Whether names in a line are the authors': it is a byline by its box, label or lead, or a date in or beside it."""
    place = clue.after_title
    below, above = 0 < place <= BELOW_TITLE, -ABOVE_TITLE <= place < 0
    if byline.led:
        near = above or 0 < place <= FAR_BELOW or 0 < clue.after_end <= FAR_BELOW_END
        told = place in page.dated | page.above_dates or not _is_heading(clue, byline)
        return clue.label is Label.BYLINE or (near and told)
    if page.has_ordinary_word(byline.names):
        return False
    if clue.label is Label.CAPTION or (clue.label in _NOT_SAID and not 0 < place <= DIRECTLY_BELOW):
        return clue.is_author
    if clue.is_author or (clue.label is Label.BYLINE and clue.after_end <= 0):
        return True
    if above:
        return (place in page.dated or byline.dated) and not clue.keep and not any(map(is_house, byline.names))
    return below and clue.after_end <= 0 and _is_said_below(clue, byline, page)


def _is_heading(clue: Clue, byline: Byline) -> bool:
    """Whether a line that an everyday word leads heads a part of the article: "De Oude Haven", "By Land and Sea"."""
    return clue.label is Label.HEADING and not byline.dated and read_lead(clue.text).is_weak


def _is_said_below(clue: Clue, byline: Byline, page: Surroundings) -> bool:
    """Whether a date or a role makes names in a line below the title those of the authors."""
    place = clue.after_title
    near = place <= DIRECTLY_BELOW
    if clue.keep and not near:
        return False
    agencies = all(is_agency(name) and len(name) > _INITIALS for name in byline.names)
    described = near and (place in page.roles or place + 1 in page.roles)
    above = near and place in page.above_dates and len(byline.names[0].split()) >= _FULL_NAME
    return byline.dated or place in page.dated or above or agencies or described
