"""Dates whose months have names of several words or with stops in them, and days of other calendars and eras."""

import functools
import re
from collections.abc import Iterator, Mapping
from datetime import date

from groats.stages.metadata.words import words

FIRST_YEAR, LAST_YEAR = 1900, 2100  # a date outside of them is a mistake
_BUDDHIST, _FIRST_BUDDHIST = 543, 2400  # years before ours; what is below the second is a year of ours
_FIRST_PERSIAN, _LAST_PERSIAN = 1300, 1479  # in which the cycle below is right
_CYCLE, _LEAPS = 33, 8  # years of a cycle, and those of them that have a day more
_INTO_CYCLE = 11  # years of a cycle that had gone before the year 0
_EPOCH = 222_511  # days, as `date.toordinal` counts them, before that cycle
_MONTHS = 12
_LONG_MONTHS, _LONG = 7, 31  # a month from the seventh on has a day less

# In ASCII digits only beside Persian words: alone they may be anything.
_NUMBERS = re.compile(
    r"(?<![\d/])(?:(۱[۳۴][۰-۹]{2})/([۰-۹]{1,2})/([۰-۹]{1,2})|(1[34][0-9]{2})/([01][0-9])/([0-3][0-9]))(?![\d/])"
)
_PERSIAN = re.compile("[\u0600-\u06ff]")
_SCRIPTS = re.compile("[\u0600-\u06ff\u0e01-\u0e4e]|[和成国國] ?[0-9元]")
# The years of Japan's eras and of Taiwan, with the year of ours before their first.
_ERAS = re.compile(r"(令和|平成|民[國国])\s?(元|\d{1,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_BEFORE_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_MONTH_IN_VIETNAMESE = ("háng", "hg", "HÁNG")


def find_days(text: str) -> Iterator[tuple[int, int, date]]:
    """Spans of such dates with the days that they mean: "3 พ.ค. 2567", "۱۴ اردیبهشت ۱۴۰۳", "3 tháng 5 năm 2024"."""
    if _SCRIPTS.search(text) is None and not any(word in text for word in _MONTH_IN_VIETNAMESE):
        return
    for match in _written_out().finditer(text):
        calendar, month = _months()[match["month"].lower()]
        day = _day(calendar, int(match["year"]), month, int(match["day"]))
        if day:
            yield *match.span(), day
    for match in _NUMBERS.finditer(text):
        day = _day("persian", *map(int, filter(None, match.groups())))
        if day and _PERSIAN.search(text):
            yield *match.span(), day
    for match in _ERAS.finditer(text):
        era, count, *rest = match.groups()
        day = _day("era", _BEFORE_ERAS[era] + (1 if count == "元" else int(count)), *map(int, rest))
        if day:
            yield *match.span(), day


def _day(calendar: str, year: int, month: int, day: int) -> date | None:
    """The day of our calendar, None if there is none."""
    if calendar == "persian":
        return _from_persian(year, month, day)
    if calendar == "th" and year >= _FIRST_BUDDHIST:
        year -= _BUDDHIST
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _from_persian(year: int, month: int, day: int) -> date | None:
    """The day of our calendar by the cycles of 33 years that leap years of the Persian one come in."""
    if not (_FIRST_PERSIAN <= year <= _LAST_PERSIAN and 1 <= month <= _MONTHS):
        return None
    first = _persian_month(year, month)
    behind = _persian_month(year, month + 1) if month < _MONTHS else _persian_month(year + 1, 1)
    return date.fromordinal(first + day - 1) if 1 <= day <= behind - first else None


def _persian_month(year: int, month: int) -> int:
    """The first day of a Persian month, as `date.toordinal` counts days."""
    cycles, rest = divmod(year + _INTO_CYCLE, _CYCLE)
    years = 365 * (year + _INTO_CYCLE) + cycles * _LEAPS + (rest + 3) // 4
    return _EPOCH + years + (month - 1) * _LONG - max(0, month - _LONG_MONTHS) + 1


@functools.cache
def _months() -> Mapping[str, tuple[str, int]]:
    """From the name of a month, in small letters, to the table it stands in and its number."""
    return {
        name: (calendar, number)
        for calendar, names in words("dates")["long_months"].items()
        for number, forms in enumerate(names, start=1)
        for name in forms.split(", ")
        if name
    }


@functools.cache
def _written_out() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_months(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![\d:.,/])(?P<day>\d{{1,2}})\s?(?P<month>{names})(?![^\W_])(?:\s?/\s?[^\W\d_]{{3,10}})?"
        r"[\s,./]{0,2}(?:(?:năm|พ\.ศ\.|ค\.ศ\.)\s?)?(?P<year>\d{4})(?!\d)",
        re.IGNORECASE,
    )
