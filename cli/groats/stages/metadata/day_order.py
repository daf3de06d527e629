"""Whether the day or the month comes first in the numeric dates of a page."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from groats.stages.metadata.dates import MONTHS, PATTERNS, Order, month_numbers, read_dates, with_digits
from groats.stages.metadata.words import fold, words

_DAYS = 31
_LONGEST_WEEKDAY = 24  # characters, with what parts it from the date
_LONG = 300  # characters of a line in which other days are looked for
_DAY_BEFORE = re.compile(r"([^\W\d_]{2,20})\.?,?\s{0,2}\Z")
_FULL_CLOCK = re.compile(r",? (?:- |– |at )?(?:1[3-9]|2[0-3]):[0-5]\d")  # who writes the month first counts to twelve
_ANY_NUMERIC = re.compile(r"[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d")


def find_order(lines: Sequence[str], language: str | None, stamps: Iterable[str] = ()) -> Order | None:
    """How the numeric dates of a page are to be read: by those in `lines` with one reading, else by its language.

    A date behind the name of its weekday has one reading ("Tue, 03/05/2024"). Else by the days that the lines and the
    time elements of the page (`stamps`, ISO 8601) name beyond doubt: one of them is often written in numbers too. None
    if nothing tells. `language` is a code, with a region where the page declares one ("en-GB").
    """
    votes: set[Order] = set()
    plain = with_digits("\n\n".join(lines))
    numbers = list(PATTERNS["numeric"].finditer(plain)) if _ANY_NUMERIC.search(plain) else []
    for match in numbers:
        first, second = int(match["a"]), int(match["b"])
        if MONTHS < first <= _DAYS and 1 <= second <= MONTHS:
            votes.add("day_first")
        elif MONTHS < second <= _DAYS and 1 <= first <= MONTHS:
            votes.add("month_first_dotted" if "." in match["s"] else "month_first")
        else:
            votes |= _by_weekday(match, plain)
    if votes:
        return None if "day_first" in votes and len(votes) > 1 else max(votes)
    code, table = (language or "").lower().replace("_", "-"), words("dates")["order"]
    if code in table["month_first_regions"]:
        return "month_first"
    if code in table["day_first_regions"] or code.partition("-")[0] in table["day_first"]:
        return "day_first"
    if not numbers:
        return None
    return _by_other_days(numbers, lines, stamps) or ("day_first" if _is_of_day_first(numbers, plain) else None)


def _by_weekday(match: re.Match[str], plain: str) -> set[Order]:
    """The one order by which a numeric date is of the weekday that stands before it, if there is one."""
    before = _DAY_BEFORE.search(plain[max(0, match.start() - _LONGEST_WEEKDAY) : match.start()])
    weekday = _weekdays().get(fold(before[1])) if before else None
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    found: set[Order] = set()
    orders: tuple[tuple[Order, int, int], ...] = (("day_first", second, first), ("month_first", first, second))
    for order, month, day in orders if weekday is not None and first != second else ():
        with suppress(ValueError):
            found |= {order} if date(year, month, day).weekday() == weekday else set()
    return found if len(found) == 1 else set()


@functools.cache
def _weekdays() -> Mapping[str, int]:
    """From the folded name of a weekday to its number, that of Monday 0."""
    return {
        fold(form): number
        for names in words("dates")["weekdays"].values()
        for number, forms in enumerate(names)
        for form in forms.split()
    }


def _by_other_days(numbers: Iterable[re.Match[str]], lines: Iterable[str], stamps: Iterable[str]) -> Order | None:
    """The order by which numeric dates mean days that the page names otherwise, None where both do or neither."""
    days = {stamp[:10] for stamp in stamps} | {found.iso[:10] for line in lines for found in read_dates(line[:_LONG])}
    votes: set[Order] = set()
    for match in numbers:
        first, second = int(match["a"]), int(match["b"])
        if f"{match['y']}-{second:02}-{first:02}" in days:
            votes.add("day_first")
        if f"{match['y']}-{first:02}-{second:02}" in days:
            votes.add("month_first")
    return votes.pop() if len(votes) == 1 else None


def _is_of_day_first(numbers: Sequence[re.Match[str]], plain: str) -> bool:
    """Whether the page writes otherwise as those do who write the day first, and never as the others."""
    return _names_days_first(plain) or any(_FULL_CLOCK.match(plain, match.end()) for match in numbers)


def _names_days_first(plain: str) -> bool:
    """Whether the page names months behind days, "16 March 2025", and never before them: it then writes 3/4 so too.

    The other way round nothing is told: publishing systems write "March 16, 2025" all over the world.
    """
    behind, before = (
        any(fold(match["w"]) in month_numbers() for match in pattern.finditer(plain))
        for pattern in (PATTERNS["day month year"], PATTERNS["month day year"])
    )
    return behind and not before
