"""Decisions turned for a reason, and the runs that they form."""

from collections.abc import Iterable, Sequence
from itertools import compress, count, pairwise
from operator import is_not

from groats.document import Decision


def drop(decisions: Sequence[Decision], places: Iterable[int], rule: str) -> list[Decision]:
    """The decisions, but those of the blocks at `places` that stayed go now, for what the rule says."""
    return _turn(decisions, places, Decision(keep=False, rule=rule))


def keep(decisions: Sequence[Decision], places: Iterable[int], rule: str) -> list[Decision]:
    """The decisions, but those of the blocks at `places` that went stay now, for what the rule says."""
    return _turn(decisions, places, Decision(keep=True, rule=rule))


def may_return(decision: Decision) -> bool:
    """Whether a block was dropped by its score alone, so that what stands beside it may speak for it."""
    return not decision.keep and not decision.rule


def stays(decisions: Sequence[Decision]) -> list[bool]:
    """For each block whether it stays."""
    return [decision.keep for decision in decisions]


def runs(decisions: Sequence[Decision], *, keep: bool) -> list[tuple[int, int]]:
    """The spans (start, end) of neighbouring blocks that all stay, or all go."""
    flags = stays(decisions)
    borders = compress(count(1), map(is_not, flags, flags[1:]))
    return [(low, high) for low, high in pairwise((0, *borders, len(flags))) if low < high and flags[low] == keep]


def _turn(decisions: Sequence[Decision], places: Iterable[int], turned: Decision) -> list[Decision]:
    settled = list(decisions)
    for n in places:
        if settled[n].keep != turned.keep:
            settled[n] = turned
    return settled
