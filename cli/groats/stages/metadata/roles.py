"""What a date on a page is the date of, by the words beside it."""

import functools
from typing import Literal

from groats.stages.metadata.words import fold, words

Role = Literal["published", "updated", "unrelated", ""]

_LEAD = 60  # characters before a date that say what it is the date of


def role_of(before: str) -> Role:
    """What a date is the date of, by the words before it; of several the last counts."""
    if not any(map(str.isalpha, before := before[-_LEAD:])) and "©" not in before:
        return ""
    folded = fold(before)
    found = [(folded.rfind(stem), role) for role, stems in _role_stems() for stem in stems if stem in folded]
    return max(found)[1] if found else ""


def role_behind(rest: str) -> Role:
    """The role of a date that its word follows at once: "2025年3月15日 更新"."""
    folded = fold(rest[:30]).lstrip(" (（")
    if any(map(str.isdigit, folded)):  # the word is about what follows
        return ""
    for role, stems in _role_stems():
        if folded.startswith(stems):
            return role
    return ""


@functools.cache
def _role_stems() -> tuple[tuple[Role, tuple[str, ...]], ...]:
    roles: tuple[Role, ...] = ("published", "updated", "unrelated")
    return tuple((role, tuple(map(fold, words("dates")["roles"][role]))) for role in roles)
