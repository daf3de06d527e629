"""Who wrote the article: bylines in many languages and shapes, and names that stand alone."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, LONGEST_LINE, Clue, Clues
from groats.stages.metadata.dates import FoundDate, may_hold_date, read_dates
from groats.stages.metadata.names import begins_with_agency, folded, is_agency, is_eastern, leading_name, split_names
from groats.stages.metadata.roles import role_of
from groats.stages.metadata.words import fold, key, on_one_line, words

_BELOW_TITLE = 12  # blocks: standfirst, picture and share buttons may stand between a title and its byline
_ABOVE_TITLE = 4
_BELOW_END = 6
_LEAD_WORDS = 5
_LONGEST_KEPT = 100  # characters of a line that was kept and may yet be a byline
_LONGEST_DATE = 80  # characters of a line beside which a name alone is an author's

_SEPARATOR = re.compile(r"\s*[|•·｜\t]\s*|\s+[–—-]\s+")
_GLUED_LEAD = re.compile(r"(?:[Bb]y|Von|Par|Por)(?=[A-ZÀ-Þ][^\W\d_A-Z])")  # "ByAda Lind": scrapers glue
_LEAD_END = re.compile(r"[:：=＝/／]")
_FIRST_WORD = re.compile(r"[^\s:：/／]*+")
_EASTERN_ROLE = re.compile(r"(?P<names>[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af、，, ・]{2,40})")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in a line; whether a word such as "By" led to them, and whether a date stands beside them."""

    names: tuple[str, ...]
    led: bool
    dated: bool


def read_byline(text: str, *, trusted: bool = False) -> Byline | None:
    """The authors that a line names, None if it is no byline.

    Without a lead ("By", "Von", "Автор:") the names must make up the line, but for roles, places and a date.
    `trusted` says that the line is known to be a byline: a single word is then a name.
    """
    text = on_one_line(text[: 2 * LONGEST_LINE])
    if not text or len(text) > LONGEST_LINE:
        return None
    dates = read_dates(text, "day_first")
    led = False
    for part in takewhile(lambda part: not _is_of_another(part), _parts(text, dates)):
        rest, weak = _after_lead(part)
        if rest is not None:
            if rest and (names := split_names(rest, single=trusted or not weak)):
                return Byline(names, led=True, dated=bool(dates))
            if rest:
                return None
            led = True  # "By | Ada Lind": the lead stands in a cell of its own
            continue
        role = role_of(part)
        if role and not dates:
            return None
        if role:
            continue  # "Posted on 5 March 2025 by Ada Lind"
        names = _eastern(part) or split_names(part, single=trusted and (led or is_eastern(part)))
        if names:
            return Byline(names, led=led, dated=bool(dates))
    return None


def find_authors(clues: Clues, not_names: frozenset[str]) -> tuple[str, ...]:
    """The authors by the lines around the article: a byline near its title, else a name that a biography repeats.

    `not_names` are the keys of what is no author here: the site and the title.
    """
    labelled = [clue.after_title for clue in clues.lines if clue.label is Label.BYLINE]
    beside = {place + step for place in labelled for step in (-1, 0, 1)}
    lines = [
        clue
        for clue in clues.lines
        if (
            -_ABOVE_TITLE <= clue.after_title + 1 <= _BELOW_TITLE + 2  # where bylines stand, or directly above
            or 0 <= clue.after_end <= _BELOW_END
            or clue.after_title in beside
        )
        and clue.label not in FOREIGN
        and len(clue.text) <= (_LONGEST_KEPT if clue.keep else LONGEST_LINE)
    ]
    lines = list(_with_lead_above(lines))
    dates = [clue.after_title for clue in lines if _is_date_below(clue)]
    for clue in _nearest(lines):
        if not _may_count(clue, dates):
            continue
        byline = read_byline(clue.text, trusted=clue.label is Label.BYLINE)
        if byline and _counts(clue, byline, dates):
            names = tuple(name for name in byline.names if key(name) not in not_names)
            if names:
                return names
    return _under_the_article(lines, not_names)


def _with_lead_above(lines: list[Clue]) -> Iterator[Clue]:
    """The lines, with a lead that has a line of its own ("Written by") put before the name below it."""
    above: Clue | None = None
    for clue in lines:
        lead = above and clue.after_title - above.after_title == 1 and Label.NAVIGATION not in {clue.label, above.label}
        if above and lead and _after_lead(above.text)[0] == "" and _after_lead(clue.text)[0] is None:
            label = Label.BYLINE if Label.BYLINE in {clue.label, above.label} else clue.label
            yield clue._replace(text=f"{above.text} {clue.text}", label=label)
        else:
            yield clue
        above = clue


def _is_date_below(clue: Clue) -> bool:
    near = 0 <= clue.after_title <= _BELOW_TITLE + 1 and len(clue.text) <= _LONGEST_DATE
    return near and bool(read_dates(clue.text, "day_first"))


def _may_count(clue: Clue, dates: list[int]) -> bool:
    """Whether it is worth while to read a line, which takes ten times as long as to tell that it is no byline."""
    text = clue.text
    return (
        clue.label is Label.BYLINE
        or _is_beside_date(clue, dates)
        or _SEPARATOR.search(text) is not None
        or may_hold_date(text)
        or _after_lead(text.strip(" ,"))[0] is not None
        or begins_with_agency(text)
    )


def _is_beside_date(clue: Clue, dates: list[int]) -> bool:
    return any(0 < abs(place - clue.after_title) <= 1 for place in dates)


def _counts(clue: Clue, byline: Byline, dates: list[int]) -> bool:
    """Whether names in a line are the authors': it is a byline by its label, its lead, or a date in or beside it."""
    if clue.label is Label.BYLINE:
        return True
    below = 0 < clue.after_title <= _BELOW_TITLE
    if byline.led:
        return below or -_ABOVE_TITLE <= clue.after_title < 0 or 0 < clue.after_end <= _BELOW_END
    if clue.keep or not below:
        return False
    return byline.dated or _is_beside_date(clue, dates) or all(map(is_agency, byline.names))


def _nearest(lines: list[Clue]) -> Iterator[Clue]:
    """The lines below the title, those above it, those below the article, then other bylines, each nearest first."""
    yield from (clue for clue in lines if 0 < clue.after_title <= _BELOW_TITLE)
    yield from reversed([clue for clue in lines if -_ABOVE_TITLE <= clue.after_title < 0])
    yield from (clue for clue in lines if 0 < clue.after_end <= _BELOW_END and clue.after_title > _BELOW_TITLE)
    yield from (
        clue for clue in lines if clue.label is Label.BYLINE and clue.after_end <= 0 and clue.after_title > _BELOW_TITLE
    )


def _under_the_article(lines: list[Clue], not_names: frozenset[str]) -> tuple[str, ...]:
    """A name that stands alone below the article, or that its biography begins with."""
    below = [clue for clue in lines if 0 < clue.after_end <= _BELOW_END]
    for clue, following in pairwise(below):
        name = leading_name(following.text)
        if name and key(name) == key(clue.text) and key(name) not in not_names:
            return (clue.text,)
    for clue in below:
        name = leading_name(clue.text) if clue.label is Label.BIO else None
        if name and key(name) not in not_names:
            return (name,)
    return ()


def _parts(text: str, dates: tuple[FoundDate, ...]) -> Iterator[str]:
    """The line cut at its dates, its bars and its dashes."""
    begin = 0
    for start, end in (*((found.start, found.end) for found in dates), (len(text), len(text))):
        for part in _SEPARATOR.split(text[begin:start]):
            if part.strip(" ,.:"):
                yield part.strip(" ,")
        begin = end


@functools.cache
def _leads() -> dict[str, bool]:
    """From each folded lead to whether it is weak: an everyday word as well."""
    weak = folded("weak", "leads")
    return {fold(lead): fold(lead) in weak for leads in words("names")["leads"].values() for lead in leads}


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(lead.split()[0] for lead in _leads())


def _after_lead(part: str) -> tuple[str | None, bool]:
    """What follows the lead that a part begins with, None if it begins with none; and whether that lead is weak."""
    leads = _leads()
    colon = _LEAD_END.search(part[:40])
    if colon:
        lead = fold(part[: colon.start()]).strip(" (（")
        if lead in leads:
            return part[colon.end() :].strip(" )）"), False
    split = part.split(maxsplit=_LEAD_WORDS)
    known = bool(split) and fold(split[0]) in _first_words()
    for count in range(min(len(split), _LEAD_WORDS), 0, -1) if known else ():
        lead = fold(" ".join(split[:count]))
        if lead in leads:
            return " ".join(split[count:]), leads[lead]
    if _GLUED_LEAD.match(part):
        return _GLUED_LEAD.sub("", part, count=1), True
    return None, False


def _is_of_another(part: str) -> bool:
    """Whether the part names a photographer, an editor, a source: "Photo: Ada Lind", "丁若川 摄"."""
    first = _FIRST_WORD.match(fold(part))
    return (first is not None and first[0] in folded("others", "leads")) or part.endswith(_suffixes("others"))


@functools.cache
def _suffixes(table: str) -> tuple[str, ...]:
    return tuple(words("names")[table]["suffixes"])


def _eastern(part: str) -> tuple[str, ...]:
    """The names of a Chinese, Japanese or Korean part by the role behind them: "김하늘 기자"."""
    for suffix in _suffixes("roles"):
        if part.endswith(suffix) and (match := _EASTERN_ROLE.fullmatch(part.removesuffix(suffix).strip(" =＝"))):
            return split_names(match["names"].strip().replace(" ", "、"), single=True)
    return ()
