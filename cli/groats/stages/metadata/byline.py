"""Lines that name their authors, in many languages and shapes."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from groats.stages.metadata.clues import LONGEST_LINE
from groats.stages.metadata.date_roles import role_behind, role_of
from groats.stages.metadata.dates import read_dates
from groats.stages.metadata.names import folded, is_agency, is_eastern, is_role, split_names
from groats.stages.metadata.reporters import names_reporters, read_reporters
from groats.stages.metadata.words import byline_leads, fold, on_one_line, words
from groats.unicode_ranges import HANGUL, IDEOGRAPHS

_BEHIND_AGO = 12  # characters: " ago", " read"
_LEAD_WORDS = 5
_FULL_NAME = 2  # words
_MOST_LEADS = 256  # answers that are remembered: a line is asked several times
SEPARATOR = re.compile(r"\s*[|•·∙｜\t—]\s*|\s+[–-]\s+")
_FIELD = re.compile(  # "来源：临川晚报 作者：周予安", "Tekst: Ada Lind. Foto: Tom Vale"
    rf"\s+(?=[{IDEOGRAPHS}{HANGUL}]{{1,6}}[:：])|(?<=[^\W\d_]{{2}})[.,;] (?=[^\W\d_]{{3,12}} ?:)"
)
APART = re.compile(r"[|•·∙｜\t—–-](?:(?<![–-])|(?<=\s[–-])(?=\s))")  # found where SEPARATOR is, but quickly
_GLUED_LEAD = re.compile(r"(?:[Bb]y|Von|Par|Por)(?=[A-ZÀ-Þ][^\W\d_A-Z])")  # "ByAda Lind": scrapers glue
_LEAD_END = re.compile(r"[:：=＝/／]")
_FIRST_WORD = re.compile(r"[^\s:：/／]*+")
_EASTERN_ROLE = re.compile(rf"(?P<names>[{IDEOGRAPHS}{HANGUL}、，, ・]{{2,40}})")
_ARABIC_PLACE = re.compile(r"^[\u0621-\u065f]{2,14}(?: [\u0621-\u065f]{2,14})?\s?: ")  # "عمّان: سلمى الكيلاني"
_ASKS = ("?", "？")  # a question is no byline
USER = re.compile(r"[^\W\d_][\w.-]{2,29}")
# "ADA LINDPUBLISHED: JAN 29": scrapers glue; and "By Ada Lind Updated September 28".
_GLUED_DATE_ROLE = re.compile(
    r"(?<=[^\W\d_])\s?(?=(?:LAST |Last )?(?:PUBLISHED|UPDATED|Published|Updated|Posted|POSTED)(?:[:\s]|$))"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in a line; whether a word such as "By" led to them, and whether a date stands beside them."""

    names: tuple[str, ...]
    led: bool
    dated: bool


class Lead(NamedTuple):
    """What follows a lead ("By", "Автор:"), None where there is none; and whether the lead is an everyday word too."""

    rest: str | None
    is_weak: bool


def read_byline(text: str, *, trusted: bool = False, single: bool = False, dated: bool = False) -> Byline | None:
    """The authors that a line names, None if it is no byline.

    Without a lead ("By", "Von", "Автор:") the names must make up the line, but for roles, places and a date.
    `trusted` says that the line is known to be a byline: a single word behind a lead is then a name. `single` says that
    one is in any case, `dated` that a date stands beside the line: the name may then be followed by what it is in.
    """
    text = _GLUED_DATE_ROLE.sub(" | ", on_one_line(text[: 2 * LONGEST_LINE]))
    if not text or len(text) > LONGEST_LINE:
        return None
    dates = find_days(text)
    return _read_reporters(text, dates) or _read_names(text, dates, trusted=trusted, single=single, dated=dated)


def _read_reporters(text: str, dates: Sequence[tuple[int, int]]) -> Byline | None:
    """The reporters whom a line names as papers of China, Taiwan and Korea do."""
    parts = (*_between(text, dates), *_own_parts(text, dates)) if names_reporters(text) else ()
    found = next(filter(None, map(read_reporters, parts)), None)
    return found and Byline(found.names, led=found.led, dated=bool(dates))


def _read_names(
    text: str, dates: Sequence[tuple[int, int]], *, trusted: bool, single: bool, dated: bool
) -> Byline | None:
    """The names behind a lead in a line, or those that make it up."""
    led = False
    for part in _own_parts(text, dates):
        rest, weak = read_lead(part)
        if rest:
            names = _led_names(rest, weak=weak and not trusted, single=single, dated=bool(dates))
            return Byline(names, led=True, dated=bool(dates)) if names else None
        if rest is not None:
            led = True  # "By | Ada Lind": the lead stands in a cell of its own
        elif role_of(part):
            if not dates:  # with one the names may follow: "Posted on 5 March 2025 by Ada Lind"
                return None
        elif names := _bare_names(part, trusted=trusted, led=led, single=single, dated=dated or bool(dates)):
            return Byline(names, led=led, dated=bool(dates))
    return None


def _led_names(rest: str, *, weak: bool, single: bool, dated: bool) -> tuple[str, ...]:
    """The names behind a lead; behind a `weak` one a single word is only that of a user, in a line with a date."""
    if dated:
        weak = weak and not USER.fullmatch(rest)
        rest = _before_role(rest)
    return split_names(rest, single=not weak) or _user(rest, known=single or dated)


def _bare_names(part: str, *, trusted: bool, led: bool, single: bool, dated: bool) -> tuple[str, ...]:
    """The names in a part without a lead; but for roles they are all of it, unless the line is known to be a byline."""
    part = _ARABIC_PLACE.sub("", part)
    if eastern := _eastern(part):
        return eastern
    alone = (single and _is_word(part)) or (trusted and (led or is_eastern(part)))
    names = () if part.endswith(_ASKS) else split_names(part, single=alone)
    return names if names and (led or trusted or _is_nothing_else(part, names, dated=dated)) else ()


def _before_role(rest: str) -> str:
    """What stands before the word that says what the date behind it is: "Ada Lind Publié le"."""
    split = rest.split()
    ends = range(_FULL_NAME, len(split))
    return " ".join(split[: next((end for end in ends if role_behind(" ".join(split[end:]))), len(split))])


def _user(rest: str, *, known: bool) -> tuple[str, ...]:
    """The name of a user behind "By" in a line known to name one, as by its date: "Posted on 5 March 2025 by ada_l"."""
    name = rest.strip(" ,.;:").removeprefix("@")
    return (name,) if known and USER.fullmatch(name) and fold(name) not in folded("never", "words") else ()


def _is_word(part: str) -> bool:
    """Whether the part is one word, and no day of the week."""
    return " " not in part and fold(part) not in folded("never", "days")


def _is_nothing_else(part: str, names: tuple[str, ...], *, dated: bool) -> bool:
    """Whether what follows the names in a part is what they are: "Ada Lind, Writer", not "Ada Lind wins"."""
    place = part.find(names[-1])
    behind = part[place + len(names[-1]) :] if place >= 0 else ""
    first = fold(behind.strip(" .").partition(" ")[0])
    glued = behind[:1].isalpha()
    return (
        glued
        or not first
        or behind.lstrip()[:1] in {",", "(", "（", "，", "،", "/", "／"}
        or first in folded("roles", "before")
        or is_role(first)
        or (is_agency(behind.strip(" .")) and not names[-1].isupper())
        or (dated and first in folded("roles", "fields"))
    )


def find_days(text: str) -> Sequence[tuple[int, int]]:
    """Where the dates of a line stand, and at its end a time of reading, or one until the visit: "4 months ago"."""
    spans = [(found.start, found.end) for found in read_dates(text, "day_first")]
    ago = find_ago(text, spans[-1][1] if spans else 0)
    rest = text[ago.end() :] if ago else ""
    if ago and len(rest) <= _BEHIND_AGO and not any(map(str.isdigit, rest)):
        spans.append((ago.start(), len(text)))
    return spans


def find_ago(text: str, start: int = 0) -> re.Match[str] | None:
    """A time of reading, or one that only the day of the visit tells: "5 min", "4 months"."""
    return _ago().search(text, start)


@functools.cache
def _ago() -> re.Pattern[str]:
    units = "|".join(map(re.escape, words("names")["ago"]["units"]))
    return re.compile(rf"\d(?<!\d\d)\d{{0,2}}(?:\s|[-–])?(?:{units})", re.IGNORECASE)


def _own_parts(text: str, dates: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The parts of a line up to one of a photographer or a source, and behind that one those that begin with a lead."""
    behind_another = False
    for part in _parts(text, dates):
        if _is_of_another(part):
            behind_another = True
        elif not behind_another or read_lead(part).rest is not None:
            yield part


def _parts(text: str, dates: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The line cut at its dates, its bars, its dashes and the Eastern heads of its fields."""
    for piece in _between(text, dates):
        for part in (field for cell in SEPARATOR.split(piece) for field in _FIELD.split(cell)):
            if part.strip(" ,.:"):
                yield part.strip(" ,")


def _between(text: str, dates: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What stands before, between and behind the dates of a line."""
    begin = 0
    for start, end in (*dates, (len(text), len(text))):
        yield text[begin:start].strip(" ,")
        begin = end


@functools.cache
def _leads() -> dict[str, bool]:
    """From each folded lead to whether it is weak: an everyday word as well."""
    weak = folded("weak", "leads")
    return {lead: lead in weak for lead in byline_leads()}


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(lead.split()[0] for lead in _leads())


@functools.lru_cache(_MOST_LEADS)
def read_lead(part: str) -> Lead:
    """The lead that a part begins with."""
    leads = _leads()
    colon = _LEAD_END.search(part[:40])
    if colon:
        lead = fold(part[: colon.start()]).strip(" (（")
        if lead in leads:
            return Lead(part[colon.end() :].strip(" )）"), is_weak=False)
    split = part.split(maxsplit=_LEAD_WORDS)
    known = bool(split) and fold(split[0]) in _first_words()
    for count in range(min(len(split), _LEAD_WORDS), 0, -1) if known else ():
        lead = fold(" ".join(split[:count]))
        if lead in leads:
            return Lead(" ".join(split[count:]), leads[lead])
    head, dot, rest = part.partition("・")
    if dot and fold(head) in leads and " " not in rest:  # "文・林みどり"
        return Lead(rest, is_weak=False)
    if _GLUED_LEAD.match(part):
        return Lead(_GLUED_LEAD.sub("", part, count=1), is_weak=True)
    return Lead(None, is_weak=False)


def _is_of_another(part: str) -> bool:
    """Whether the part names a photographer, an editor, a source: "Photo: Ada Lind", "丁若川 摄"."""
    first = _FIRST_WORD.match(fold(part))
    return (first is not None and first[0] in folded("others", "leads")) or part.endswith(_suffixes("others"))


@functools.cache
def _suffixes(table: str) -> tuple[str, ...]:
    return tuple(sorted(words("names")[table]["suffixes"], key=len, reverse=True))


def _eastern(part: str) -> tuple[str, ...]:
    """The names of a Chinese, Japanese or Korean part by the role behind them: "김하늘 기자"."""
    for suffix in _suffixes("roles"):
        if part.endswith(suffix) and (match := _EASTERN_ROLE.fullmatch(part.removesuffix(suffix).strip(" =＝"))):
            return split_names(match["names"].strip().replace(" ", "、"), single=True)
    return ()
