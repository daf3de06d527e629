"""Columns of small numbers, one a block: how counts, shares and places become whole numbers from 0 to 254."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from math import log1p
from operator import sub

# A feature's name, and for each block of the page a number from 0 to 254: a page is judged column by column.
Columns = dict[str, Sequence[int]]

_LARGEST = 20_000
LOGARITHMS = tuple(round(16 * log1p(n)) for n in range(_LARGEST + 1))  # 0 to 158
_FULL = 100


def scale(count: float) -> int:
    """A count on a logarithmic scale, 0 to 158: what is over 20,000 counts as 20,000."""
    return LOGARITHMS[int(count)] if count < _LARGEST else LOGARITHMS[_LARGEST]


def percent(share: float) -> int:
    """A share (0 to 1) in hundredths; what lies beyond is taken for the end."""
    if 0.0 < share < 1.0:
        return int(_FULL * share)
    return _FULL if share >= 1.0 else 0


def window_sums(values: Iterable[int], reach: int) -> list[int]:
    """For each block the sum of the values up to `reach` blocks away, its own included; beyond the page all are 0."""
    edge = [0] * (reach + 1)
    running = [*edge, *accumulate(values)]
    running += [running[-1]] * reach
    return list(map(sub, running[2 * reach + 1 :], running))


def run_lengths(kinds: Iterable[object]) -> list[int]:
    """For each block how many neighbours in a row, itself counted, are of its kind, on the scale of `scale`."""
    lengths: list[int] = []
    for _, run in groupby(kinds):
        length = len(list(run))
        lengths += [scale(length)] * length
    return lengths
