"""Who wrote the article: by the bylines around it, and by names that stand alone."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
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
from groats.stages.metadata.byline import APART, USER, Byline, find_ago, find_days, read_byline, read_lead
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.dates import may_hold_date, month_numbers, read_dates
from groats.stages.metadata.names import (
    begins_with_agency,
    folded,
    folded_of,
    is_agency,
    is_house,
    is_role,
)
from groats.stages.metadata.reporters import names_reporters
from groats.stages.metadata.words import fold, folded_words, key
from groats.unicode_ranges import INDIC_SIGNS, THAI_SIGNS

_ROLE_WITHIN = 8  # words at the beginning of a line that says what somebody is
_FULL_NAME = 2  # words
_INITIALS = 2  # letters
_MOST_BESIDE = 3  # words
_LONGEST_DAY = 20  # characters
_LONGEST_DATE = 80  # characters of a line beside which a name alone is an author's

# Where a name alone, not directly below the title, is that of a photographer, a commenter, an author of something else.
_NOT_SAID = FOREIGN | {Label.MEDIA}
_DAY = re.compile(r"(?P<before>[^\W\d]+)?\.? ?\d{1,2}\.? ?(?P<behind>[^\W\d]+)?\.?")
_LINKS = "dates", "links", "words"  # days of the week among them
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: [^\W\d_]{1,3}\.?)?")
_GOES_ON = re.compile(r"[^\W_]|@|\.[^\W_]")  # a longer word, an address
_LETTERS = re.compile(rf"(?:[^\W\d_-]|[{INDIC_SIGNS}{THAI_SIGNS}])+(?:-[^\W\d_-]+)?")


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
    page = _Surroundings(
        _beside_dates(lines),
        _above_dates(lines),
        {clue.after_title for clue in lines if _is_role_below(clue)},
        clues,
        title_parts,
    )
    for clue in in_order(lines, clues):
        if _may_count(clue, page) and (named := _read_line(clue, lines, page, not_names)):
            return named
    return Named(find_described(clues, lambda name: key(name) not in not_names and not page.has_ordinary_word((name,))))


def _read_line(clue: Clue, lines: Sequence[Clue], page: "_Surroundings", not_names: frozenset[str]) -> Named | None:
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
    clue: Clue, lines: Sequence[Clue], page: "_Surroundings", not_names: frozenset[str]
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


def _is_name_alone(clue: Clue, page: "_Surroundings") -> bool:
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


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What tells a name from other words: the places of dates and roles, all lines, the parts of declared titles.

    The places beside lines with dates, those above what stands on such lines, and those of lines with roles are counted
    from the title.
    """

    dated: AbstractSet[int]
    above_dates: AbstractSet[int]
    roles: AbstractSet[int]
    clues: Clues
    title_parts: AbstractSet[str]

    def has_once(self, word: str, clue: Clue) -> bool:
        """Whether a word begins with a capital and no other line of the page is the same: no menu has it."""
        if not word[0].isupper():
            return False
        lines = zip(self.clues.places, self.clues.texts, strict=True)
        return key(word) not in [key(text) for place, text in lines if place != clue.after_title]

    def has_ordinary_word(self, names: tuple[str, ...]) -> bool:
        """Whether the page writes a word of the names small: then it is no name, but a heading or a menu item."""
        known = folded_of(("particles", "words"), ("houses", "words")) | {"the", "our"}
        small = [word.lower() for name in names for word in name.split() if word.lower() != word]
        asked = [word for word in small if len(word) > _INITIALS and word not in known]
        texts = (" " + "\n ".join(self.clues.texts), self.clues.sample)
        return any(f" {word}" in text and _holds_word(text, word) for word in asked for text in texts)


def _nickname(clue: Clue, page: _Surroundings) -> Byline | None:
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


def _holds_word(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if (place == 0 or text[place - 1] == " ") and not _GOES_ON.match(text, end):
            return True
        place = text.find(word, end)
    return False


def _beside_dates(lines: Sequence[Clue]) -> AbstractSet[int]:
    """The places directly above and below lines with a date; marks and times alone ("•", "6:00") do not count."""
    marks = {clue.after_title for clue in lines if not any(map(str.isalnum, clue.text)) or _TIME.fullmatch(clue.text)}
    beside: set[int] = set()
    for clue in filter(_is_date_below, lines):
        for step in (-1, 1):
            place = clue.after_title + step
            while place in marks:
                place += step
            beside.add(place)
    return beside


def _above_dates(lines: Sequence[Clue]) -> AbstractSet[int]:
    """The places above a place, an address or an agency that stands on a date: "Ada Lind", "@ada", "5 March 2025"."""
    by_place = {clue.after_title: clue for clue in lines}
    above: set[int] = set()
    for clue in filter(_is_date_below, lines):
        place = clue.after_title - 1
        while place - 1 > 0 and place in by_place and _is_beside_a_name(by_place[place]):
            place -= 1
            above.add(place)
    return above


def _is_beside_a_name(clue: Clue) -> bool:
    """Whether a line below a name says where its bearer is or writes: a word, an address, "with RPA"."""
    words = clue.text.split()
    if clue.keep or len(words) > _MOST_BESIDE:
        return False
    alone = len(words) == 1 and clue.text[:1].isupper() and clue.text.isalpha()
    place = alone or fold(clue.text) in folded("places", "names")
    return place or (len(words) == 1 and "@" in clue.text) or is_agency(words[-1]) or bool(role_of(clue.text))


def _is_date_below(clue: Clue) -> bool:
    near = -ABOVE_TITLE <= clue.after_title <= BELOW_TITLE + 1 and len(clue.text) <= _LONGEST_DATE
    return near and bool(find_days(clue.text) or _is_day(clue.text))


def _is_day(text: str) -> bool:
    """Whether the line is a day without its year: "Jun 9", "9. Juni"."""
    day = _DAY.fullmatch(fold(text)) if len(text) <= _LONGEST_DAY else None
    return day is not None and (day["before"] or day["behind"]) in month_numbers()


def _is_role_below(clue: Clue) -> bool:
    """Whether the line says what somebody is: "Journalist", "Senior Editor at the Rowan Post"."""
    near = 0 < clue.after_title <= DIRECTLY_BELOW + 1 and len(clue.text) <= _LONGEST_DATE
    return near and any(map(is_role, _LETTERS.findall(fold(clue.text))[:_ROLE_WITHIN]))


def _may_count(clue: Clue, page: _Surroundings) -> bool:
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


def _counts(clue: Clue, byline: Byline, page: _Surroundings) -> bool:
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


def _is_said_below(clue: Clue, byline: Byline, page: _Surroundings) -> bool:
    """Whether a date or a role makes names in a line below the title those of the authors."""
    place = clue.after_title
    near = place <= DIRECTLY_BELOW
    if clue.keep and not near:
        return False
    agencies = all(is_agency(name) and len(name) > _INITIALS for name in byline.names)
    described = near and (place in page.roles or place + 1 in page.roles)
    above = near and place in page.above_dates and len(byline.names[0].split()) >= _FULL_NAME
    return byline.dated or place in page.dated or above or agencies or described
