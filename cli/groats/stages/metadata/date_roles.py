"""What a date on a page is the date of, by the words beside it."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from groats.stages.metadata.words import fold, words

Role = Literal["published", "updated", "unrelated", ""]

_LEAD = 60  # characters before a date that say what it is the date of
_FIRST = 3  # characters by which a stem is looked up


def role_of(before: str) -> Role:
    """What a date is the date of, by the words before it; of several the last counts."""
    if not any(map(str.isalpha, before := before[-_LEAD:])) and "©" not in before:
        return ""
    folded = fold(before)
    stems, short = _stems()
    last: int = -1
    role: Role = ""
    if not folded.isascii() and _begins_short().search(folded):  # no stem of few characters is ASCII
        last, role = max(((folded.rfind(stem), role) for stem, role in short), default=(last, role))
    for place in range(len(folded) - _FIRST, last, -1):
        known = stems.get(folded[place : place + _FIRST])
        if known and (found := [role for stem, role in known if folded.startswith(stem, place)]):
            return max(found)
    return role if last >= 0 else ""


def role_behind(rest: str) -> Role:
    """The role of a date that its word follows at once: "2025年3月15日 更新"."""
    folded = fold(rest[:30]).lstrip(" (（")
    if any(map(str.isdigit, folded)):  # the word is about what follows
        return ""
    stems, short = _stems()
    known = (*stems.get(folded[:_FIRST], ()), *short)
    return next((role for stem, role in known if folded.startswith(stem)), "")


@functools.cache
def _begins_short() -> re.Pattern[str]:
    """What the stems of few characters begin with."""
    return re.compile(f"[{re.escape(''.join(stem[0] for stem, _ in _stems()[1]))}]")


@functools.cache
def _stems() -> tuple[Mapping[str, Sequence[tuple[str, Role]]], Sequence[tuple[str, Role]]]:
    """The stems with their roles by the characters that they begin with, and those that are shorter.

    A text is asked at each of its places, which takes less time than to look for hundreds of stems in it.
    """
    roles: tuple[Role, ...] = ("published", "updated", "unrelated")
    stems: dict[str, list[tuple[str, Role]]] = {}
    short: list[tuple[str, Role]] = []
    for role in roles:
        for stem in map(fold, words("dates")["roles"][role]):
            (short if len(stem) < _FIRST else stems.setdefault(stem[:_FIRST], [])).append((stem, role))
    return stems, short
