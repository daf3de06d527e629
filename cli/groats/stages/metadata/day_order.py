"""Whether the day or the month comes first in the numeric dates of a page."""

import re
from collections.abc import Iterable, Sequence

from groats.stages.metadata.dates import MONTHS, PATTERNS, Order, month_numbers, read_dates, with_digits
from groats.stages.metadata.words import fold, words

_DAYS = 31
_LONG = 300  # characters of a line in which other days are looked for
_ANY_NUMERIC = re.compile(r"[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d")


def find_order(lines: Sequence[str], language: str | None, stamps: Iterable[str] = ()) -> Order | None:
    """How the numeric dates of a page are to be read: by those in `lines` with one reading, else by its language.

    Else by the days that the lines and the time elements of the page (`stamps`, ISO 8601) name beyond doubt: one of
    them is often written in numbers too. None if nothing tells. `language` is a code, with a region where the page
    declares one ("en-GB").
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
    if votes:
        return None if "day_first" in votes and len(votes) > 1 else max(votes)
    code, table = (language or "").lower().replace("_", "-"), words("dates")["order"]
    if code in table["month_first_regions"]:
        return "month_first"
    if code in table["day_first_regions"] or code.partition("-")[0] in table["day_first"]:
        return "day_first"
    if not numbers:
        return None
    return _by_other_days(numbers, lines, stamps) or ("day_first" if _names_days_first(plain) else None)


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


def _names_days_first(plain: str) -> bool:
    """Whether the page names months behind days, "16 March 2025", and never before them: it then writes 3/4 so too.

    The other way round nothing is told: publishing systems write "March 16, 2025" all over the world.
    """
    behind, before = (
        any(fold(match["w"]) in month_numbers() for match in pattern.finditer(plain))
        for pattern in (PATTERNS["day month year"], PATTERNS["month day year"])
    )
    return behind and not before
