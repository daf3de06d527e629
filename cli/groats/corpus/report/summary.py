"""What came of a run, in numbers."""

from typing import TypeAlias

from msgspec import Struct, field

from groats.corpus.source import Failure
from groats.document import Label

TENTHS = 10  # from 0 to 1, that pages are counted by

# What an option was set to, as JSON has it.
Setting: TypeAlias = str | bool | int | float | list[str] | None


def tenth_of(share: float) -> int:
    """The tenth from 0 to 9 that a share from 0 to 1 lies in."""
    return min(int(share * TENTHS), TENTHS - 1)


class Slow(Struct, frozen=True):
    """A page that took long."""

    name: str
    seconds: float


class Summary(Struct, frozen=True, kw_only=True):
    """The counts of a run.

    `kept` and `removed` count characters, the latter by label; `warnings` counts pages, `confidence` those of each
    tenth from 0 to 1. `failures` and `slowest` name only the first; `failed` counts all.
    """

    version: str
    started: str  # ISO 8601
    seconds: float
    settings: dict[str, Setting]
    pages: int  # cleaned
    empty: int  # of these, those of which nothing is left
    failed: int
    kept: int
    removed: dict[Label, int]
    warnings: dict[str, int]
    confidence: list[int]
    failures: list[Failure] = field(default_factory=list)
    slowest: list[Slow] = field(default_factory=list)
