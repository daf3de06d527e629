"""Dates that the shapes of dates.toml do not hold, left to dateparser."""

import re

from groats.stages.metadata.calendars import LAST_YEAR

_YEARS = re.compile(r"\d{4}")
_NUMBERS = re.compile(r"\d[./-]\d")  # of a date in numbers alone, which was read already or has two readings
_MONTH = re.compile(r"[^\W\d_]")


def read_rarely(text: str, language: str | None) -> str | None:
    """The day that dateparser (extra `dates`) reads in a line in the page's language, ISO 8601.

    Strict: with day, month and year, nothing beside them, so that nothing is guessed. None without the extra.
    """
    if language is None or _YEARS.search(text) is None or _NUMBERS.search(text) or not _MONTH.search(text):
        return None
    try:
        import dateparser  # noqa: PLC0415 - an extra, and a quarter of a second to import
    except ImportError:
        return None
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        found = dateparser.parse(text, languages=[language], settings=settings)
    except ValueError:  # a language that it does not know
        return None
    return found.date().isoformat() if found and found.year <= LAST_YEAR else None
