"""Columns of small numbers, one a block: how counts, shares and places become whole numbers from 0 to 254."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log1p
from operator import eq, sub

# A feature's name, and for each block of the page a number from 0 to 254: a page is judged column by column.
Columns = dict[str, Sequence[int]]

_LARGEST = 20_000
LOGARITHMS = tuple(round(16 * log1p(n)) for n in range(_LARGEST + 1))  # 0 to 158
_WHOLE = 100
FULL = 200  # words: what a block has beyond does not count
WINDOWS = (3, 10, 30)  # blocks to each side within which a block's surroundings are summed up
UNTOLD = 127  # the middle of the scale of what words and names speak for, where they say nothing


def scale(count: float) -> int:
    """A count on a logarithmic scale, 0 to 158: what is over 20,000 counts as 20,000."""
    return LOGARITHMS[int(count)] if count < _LARGEST else LOGARITHMS[_LARGEST]


def scale_all(counts: Sequence[float]) -> list[int]:
    """The counts, none or more, on the scale of `scale`."""
    if max(counts, default=0) < _LARGEST:
        return list(map(LOGARITHMS.__getitem__, map(int, counts)))
    return list(map(scale, counts))


def scale_distances(first: int, count: int) -> bytes:
    """The distances of `count` blocks, from `first` on and each one further away, on the scale of `scale`."""
    return bytes(LOGARITHMS[first : first + count]).ljust(count, bytes(LOGARITHMS[-1:]))


def at_most(values: Sequence[int], most: int) -> Sequence[int]:
    """The values, those above `most` as that."""
    return [min(value, most) for value in values] if max(values, default=0) > most else values


def percent(share: float) -> int:
    """A share (0 to 1) in hundredths; what lies beyond is taken for the end."""
    if 0.0 < share < 1.0:
        return int(_WHOLE * share)
    return _WHOLE if share >= 1.0 else 0


def window_sums(values: Iterable[int], reach: int) -> list[int]:
    """For each block the sum of the values up to `reach` blocks away, its own included; beyond the page all are 0."""
    edge = [0] * (reach + 1)
    running = [*edge, *accumulate(values)]
    running += [running[-1]] * reach
    return list(map(sub, running[2 * reach + 1 :], running))


# The bytes of a column are also the digits of one large integer: what is done to it is done to all blocks at once.


def window_counts(holds: bytes, reach: int) -> bytes:
    """For each block how many up to `reach` (at most 127) blocks away have a 1 and not a 0, its own included."""
    near = int.from_bytes(b"\1" * (2 * reach + 1), "little")  # times a row it is the sum of the row at each place near
    sums = int.from_bytes(holds, "little") * near
    return sums.to_bytes(len(holds) + 2 * reach, "little")[reach : reach + len(holds)]


def combine(*weighted: tuple[int, bytes]) -> bytes:
    """For each block one number, 0 to 255, from those of several columns: each times its weight, added up."""
    rows = [weight * int.from_bytes(values, "little") for weight, values in weighted]
    return sum(rows).to_bytes(len(weighted[0][1]), "little")


def equals_above(values: bytes, step: int) -> bytes:
    """For each block 1 where the one `step` blocks above has the same number, else 0."""
    return bytes(min(step, len(values))) + bytes(list(map(eq, values[step:], values)))


def run_lengths(kinds: bytes) -> bytes:
    """For each block how many neighbours in a row, itself counted, are of its kind, on the scale of `scale`."""
    runs = equals_above(kinds, 1)[1:].split(b"\0")  # each but the first of a run is as the one above
    lengths = {run: bytes([scale(1 + len(run))]) * (1 + len(run)) for run in set(runs)}
    return b"".join(map(lengths.__getitem__, runs)) if kinds else b""


def runs_where(holds: bytes) -> bytes:
    """For each block that has a 1 how many in a row do, on the scale of `scale`; 0 for one that has a 0."""
    runs = holds.split(b"\0")
    lengths = {run: bytes([scale(len(run))]) * len(run) for run in set(runs)}
    return b"\0".join(map(lengths.__getitem__, runs))
