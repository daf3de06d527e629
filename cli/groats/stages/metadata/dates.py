"""Dates as pages print them, in some forty languages, read only where one reading is possible."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal

from groats.stages.metadata.calendars import FIRST_YEAR, LAST_YEAR, find_days
from groats.stages.metadata.clock import time_beside
from groats.stages.metadata.date_roles import Role, role_behind, role_of
from groats.stages.metadata.words import fold, words
from groats.unicode_ranges import INDIC_SIGNS, THAI_SIGNS

# How two numbers before a year are to be read. With dots the day is first, unless the page shows otherwise.
Order = Literal["day_first", "month_first", "month_first_dotted"]

# "20247:55 AM" is a year with an hour glued on, "20255 min read" one with a time of reading.
_GLUED_ON = r"\d?:\d\d|\d?\+?\s?(?:min|Min|MIN|[Cc]omment|[Vv]iew|day|year|month|week|hour)"
_YEAR = rf"(?P<y>(?:19|20)\d\d)(?!\d(?!{_GLUED_ON}))"
# A month, maybe with words glued to it: "HarbourSocietyMay 5, 2025". Of two signs is that of May in Hindi or Persian.
_WORD = rf"(?P<w>(?:[^\W\d_]|[{INDIC_SIGNS}{THAI_SIGNS}]){{2,40}})"

# "23-26 March 2025" are the days of an event; in "14:20-16 March 2025" a time stands before the dash.
_NOT_IN_SPAN = r"(?<!(?<!\d)\d[–-])(?<!(?<![\d:])\d\d[–-])"
_DASHES = frozenset("-–—")
# "14 December 2024, 5pm – 8pm" is when an event takes place.
_UNTIL = re.compile(r"\s?[–—-]\s?\d\d?(?:[:.]\d\d(?!\d)|\s?[AaPp]\.?[Mm](?![^\W\d_])|\s?[Uu]hr)")
_NO_MORE = r"(?![./]\d|-\d(?!\d:))"  # numbers of which a date is a part; a time may follow: "01/11/25-10:18"

# A shape, signs of which every date of it holds one, and its pattern; every repetition is bounded, so that a scan is
# linear.
_SHAPES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, signs, re.compile(pattern))
    for name, signs, pattern in (
        (
            "year first",
            ("-", "/", ".", "•", "–"),
            rf"(?<![\d.,/-]){_YEAR}(?P<s>[-/.•]|\.\s|\s–\s)(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d(?!{_GLUED_ON})|[-/]\d)",
        ),
        ("cjk", ("年", "년"), rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일號号]"),
        (
            "day month year",
            ("19", "20"),
            (
                rf"(?<![\d:.,]){_NOT_IN_SPAN}(?P<d>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH|er|:[ae]|ος|η|[.ºª°])?,?[\s-]?"
                rf"(?:(?:of|de|di|του)\s)?{_WORD}[.,]{{0,2}}[\s-]?(?:(?:de|del|of)\s)?{_YEAR}"
            ),
        ),
        (
            "month day year",
            ("19", "20"),
            rf"(?<![^\W\d_]){_WORD}\.?\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH)?(?:[,.]\s?|\s){_YEAR}",
        ),
        (
            "month day clock year",  # as Unix writes it: "Tue Mar  5 08:12:31 UTC 2024"
            (":",),
            (
                rf"(?<![^\W\d_]){_WORD}\s{{1,2}}(?P<d>\d{{1,2}})\s\d\d:\d\d(?::\d\d)?\s"
                rf"(?:[AP]M\s)?(?:[A-Z]{{2,5}}\s|[+-]\d{{4}}\s)?{_YEAR}"
            ),
        ),
        (
            "year month day",
            ("19", "20"),
            rf"(?<!\d){_YEAR}[.,]?\s(?:m\.\s)?{_WORD}\.?\s(?P<d>\d{{1,2}})(?![\d:])(?:\sd)?\.?",
        ),
        ("year day month", ("gada",), rf"(?<!\d){_YEAR}\.\sgada\s(?P<d>\d{{1,2}})\.\s{_WORD}"),
        (
            "numeric",
            ("-", "/", "."),
            rf"(?<![\d.,/:-])(?P<a>\d{{1,2}})(?P<s>[./-]\s?)(?P<b>\d{{1,2}})(?P=s){_YEAR}{_NO_MORE}",
        ),
        (
            "short",
            ("/", "."),
            r"(?<![\d.,/:-])(?P<a>\d\d?)(?P<s>[./])(?P<b>\d\d?)(?P=s)(?P<y>\d\d)(?![\d%]|[./]\d|-\d(?!\d:))",
        ),
        ("month year", ("19", "20"), rf"(?<![^\W\d_]){_WORD}\.?\s{_YEAR}"),
    )
)
PATTERNS = {name: pattern for name, _, pattern in _SHAPES}
MONTHS = 12
_NEVER = {date(1969, 12, 31), date(1970, 1, 1)}  # what a system that counts seconds from there writes for no date
_LONGEST_WEEKDAY = 12  # letters
_DAY = len("2025-03-15")
_TWO_DIGIT_YEARS = 2000  # "25.04.24" is of this century

_GLUED = re.compile("(?<=[a-z])(?=[A-Z])")  # "3 min readApril 25": scrapers glue
# Patterns that begin with a set of signs are searched for several times as fast as others.
_YEAR_IN_DIGITS = re.compile(r"\d{4}")
_ANY_DATE = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|\d?[./]\d\d?[./]\d\d)")
# Digits of other scripts count as ASCII ones; the length stays, so that spans hold.
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10)
_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff0f-\uff1a]")
_DIGITS = str.maketrans(
    {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)} | {0xFF1A: ":", 0xFF0F: "/"}
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO 8601, as precise as it stands there, its span with the time, and what it is the date of."""

    iso: str
    start: int
    end: int
    role: Role = ""


@functools.cache
def month_numbers() -> Mapping[str, int]:
    """From the folded name of a month, in any language or short, to its number."""
    return {
        fold(form): number
        for names in words("dates")["months"].values()
        for number, forms in enumerate(names, start=1)
        for form in forms.split()
    }


def read_dates(text: str, order: Order | None = None, before: str = "") -> tuple[FoundDate, ...]:
    """The dates in a short text, in their order.

    Impossible ones are left out, and so are numeric ones with two readings unless `order` settles them. `before` is
    what stands above the text: "Updated" on a line of its own says what the date below it is, as "Updated:" does.
    """
    if not (plain := with_digits(text)):
        return ()
    found: list[FoundDate] = []
    for start, end, day, iso in _days(text, plain, order):
        behind = found[-1].end if found else 0
        if start < behind:
            continue
        lead = plain[behind:start] if found else f" {before}: {plain[:start]}" if before else f" {plain[:start]}"
        role = role_of(lead) or role_behind(plain[end:])
        if day is None:
            if role == "published":
                found.append(FoundDate(iso, start, end, role))
            continue
        clock, first, last = time_beside(plain, behind, start, end)
        if found and plain[behind:first].strip() in _DASHES and day.isoformat() != found[-1].iso[:_DAY]:
            # From one day to another: those of an event. The same day twice is one in two calendars.
            role, found[-1] = "unrelated", replace(found[-1], role="unrelated")
        if clock and not role and _UNTIL.match(plain, last):
            role = "unrelated"
        found.append(FoundDate(_iso(day, clock), first, last, role))
    return tuple(found)


def is_bare_day(text: str) -> bool:
    """Whether hardly more than one day stands in a text: "Monday, 8 September 2008"."""
    found = read_dates(text, "day_first")
    rest = text[: found[0].start] + text[found[-1].end :] if found else text
    return bool(found) and len(found[0].iso) >= _DAY and sum(map(str.isalpha, rest)) <= _LONGEST_WEEKDAY


def may_hold_date(text: str) -> bool:
    """Whether it is worth while to read the dates in the text."""
    return _ANY_DATE.search(text) is not None if text.isascii() else bool(with_digits(text))


def find_years(lines: Sequence[str]) -> list[int]:
    """The positions of the lines that seem to hold all four digits of a year, in any script."""
    return [
        position
        for position, line in enumerate(lines)
        if "20" in line or "19" in line or (not line.isascii() and _OTHER_DIGITS.search(line) is not None)
    ]


def read_timestamp(value: str) -> str | None:
    """ISO 8601 of what a page declares, fractions of a second cut; None if it is no date."""
    value = _JAVA.sub(r"\1 \3 \2", value.strip())
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        found = read_dates(value)
        return found[0].iso if len(found) == 1 else None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR or moment.date() in _NEVER:
        return None
    if len(value) <= _DAY:
        return moment.date().isoformat()
    return _iso(moment.date(), moment.timetz().replace(microsecond=0))


_JAVA = re.compile(
    r"^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d?) (\d\d:\d\d:\d\d [A-Z]{1,5}) (\d{4})$"
)  # "Fri Apr 28 19:20:36 CEST 2023"


def with_digits(text: str) -> str:
    """The text with ASCII digits; empty if it holds no date."""
    plain = text if text.isascii() or _OTHER_DIGITS.search(text) is None else text.translate(_DIGITS)
    in_other_years = _YEAR_IN_DIGITS.search(plain) or "年" in plain
    return plain if _ANY_DATE.search(plain) or (in_other_years and any(find_days(text))) else ""


def _days(written: str, text: str, order: Order | None) -> Iterator[tuple[int, int, date | None, str]]:
    """Spans of dates with the day that each means, None for a month alone; from left to right.

    `text` is what was `written`, with ASCII digits.
    """
    hits: list[tuple[int, int, date | None, str]] = [(*found, "") for found in find_days(written)]
    taken = [hit[:2] for hit in hits]
    for name, signs, pattern in _SHAPES:
        if not any(map(text.__contains__, signs)):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if "w" in pattern.groupindex and match.start("w") == start:
                start += len(match["w"]) - len(_GLUED.split(match["w"])[-1])
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            year, month, day = _parts(name, match, order)
            if name == "month year":
                if month:
                    hits.append((start, end, None, f"{year}-{month:02}"))
                continue
            if month is None or day is None:
                continue
            taken.append((start, end))  # an impossible date hides what looks like one in it
            try:
                hits.append((start, end, date(year, month, day), ""))
            except ValueError:
                continue
    return iter(sorted(hits, key=lambda hit: hit[0]))


def _parts(name: str, match: re.Match[str], order: Order | None) -> tuple[int, int | None, int | None]:
    """Year, month and day of a match; None for what it does not tell."""
    groups = match.groupdict()
    year = int(groups["y"])
    if "w" in groups:
        word, day = fold(_GLUED.split(groups["w"])[-1]), groups.get("d") or "0"
        dotted = match.string[match.end("d") : match.end("d") + 1] == "." if "d" in groups else False
        month = words("dates")["dotted"].get(word) if dotted else None
        return year, month or month_numbers().get(word), int(day)
    if "m" in groups:
        return year, int(groups["m"]), int(groups["d"])
    first, second = int(groups["a"]), int(groups["b"])
    if name == "short":
        year += _TWO_DIGIT_YEARS
        if order is None or _is_version(match):
            return year, None, None
    month, day = _order(first, second, order, dotted=groups["s"].strip() == ".")
    return year, month, day


def _is_version(match: re.Match[str]) -> bool:
    """Whether a short date with a single digit stands behind a word, as the number of a version does: "Kelp 1.8.20"."""
    single = len(match["a"] + match["b"]) < len("2504")
    return single and any(map(str.isalpha, match.string[max(0, match.start() - 2) : match.start()]))


def _order(first: int, second: int, order: Order | None, *, dotted: bool) -> tuple[int | None, int | None]:
    """Month and day of a numeric date with the year last: the one that can be, else by the dots or the page's order."""
    if second > MONTHS:
        return first, second
    if first > MONTHS or first == second or order == "day_first" or (dotted and order != "month_first_dotted"):
        return second, first
    return (None, None) if order is None else (first, second)


def _iso(day: date, clock: time | None) -> str:
    """ISO 8601 as precise as the page: seconds only where it gives them, or with a zone."""
    if clock is None:
        return day.isoformat()
    exact = clock.second or clock.tzinfo is not None
    return f"{day.isoformat()}T{clock.isoformat(timespec='seconds' if exact else 'minutes')}"
