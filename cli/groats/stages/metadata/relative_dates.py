"""Dates that are told from the moment of the visit, and the time that it takes to read a page, in the same words."""

import functools
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from groats.stages.metadata.words import fold, words
from groats.unicode_ranges import EAST_ASIAN, INDIC_SIGNS, THAI_SIGNS

_TOKEN = re.compile(rf"\d+|(?:[^\W\d_]|[{INDIC_SIGNS}{THAI_SIGNS}])+")
_MOST = {"minutes": 1_440, "hours": 96, "days": 60, "weeks": 12}
_LONGEST = 80  # characters of a line that tells one
_THAI = re.compile("[\u0e01-\u0e4e]")


def read_relative(text: str, now: datetime) -> str | None:
    """ISO 8601 of "3 hours ago" or "yesterday", counted from `now`; None for what is neither.

    Minutes and hours give the time to the minute, days and weeks only the day. Before the year 1 there is none.
    """
    try:
        return _count_back(text, now)
    except OverflowError:
        return None


def _count_back(text: str, now: datetime) -> str | None:
    plain = fold(text)
    for day, names in words("dates")["relative"]["days"].items():
        if any(_holds(plain, fold(name)) for name in names):
            return (now - timedelta(days=int(day))).date().isoformat()
    if not any(fold(mark) in plain for mark in words("dates")["relative"]["ago"]):
        return None
    for amount, word in pairwise(_TOKEN.findall(plain[:_LONGEST])):
        unit = _units().get(word) or next((unit for name, unit in _glued() if word.startswith(name)), None)
        count = int(amount[:4]) if amount.isdecimal() else int(amount in _ones())
        if unit and 0 < count <= _MOST[unit]:
            moment = now - timedelta(**{unit: count})
            return moment.isoformat(timespec="minutes") if unit in {"minutes", "hours"} else moment.date().isoformat()
    return None


def tells_reading_time(text: str) -> bool:
    """Whether a text begins by counting minutes, not those since something: "11 min read", "Lesezeit: 4 Minuten"."""
    plain = fold(text[:_LONGEST])
    counted = any(
        amount.isdecimal() and _units().get(word) == "minutes" for amount, word in pairwise(_TOKEN.findall(plain))
    )
    return counted and not any(fold(mark) in plain for mark in words("dates")["relative"]["ago"])


def _holds(text: str, word: str) -> bool:
    place = text.find(word)
    behind = text[place + len(word) : place + len(word) + 1]
    return place >= 0 and not (place and text[place - 1].isalnum()) and not behind.isalpha()


@functools.cache
def _units() -> Mapping[str, str]:
    return {fold(name): unit for unit, names in words("dates")["relative"]["units"].items() for name in names}


@functools.cache
def _glued() -> tuple[tuple[str, str], ...]:
    """The units of scripts that put no space behind them: "3小时前", "3 ชั่วโมงที่แล้ว"."""
    return tuple((name, unit) for name, unit in _units().items() if name[0] >= EAST_ASIAN or _THAI.match(name))


@functools.cache
def _ones() -> frozenset[str]:
    return frozenset(map(fold, words("dates")["relative"]["one"]))
