"""The blocks of a page side by side in one large integer, a lane of bits each."""

import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_BYTE = 8  # bits
_NUMBERS = {1: "B", 4: "I"}  # as `struct` names them, by their bytes
# Beside the bit for an answer a byte has room for 127 steps: on three levels they make up a column's numbers, 0 to 255.
_STEPS, _LEVELS = 127, 3
_DOUBLED_STEPS = [
    bytes([2 * min(_STEPS, max(0, number - level * _STEPS)) for number in range(256)]) for level in range(_LEVELS)
]

Packed = dict[tuple[str, int], int]  # of the columns of a page, by name and level


class Lanes(NamedTuple):
    """The blocks of a page side by side in one integer, a lane each; the lowest lane is no block's.

    `ones` has a 1 in every lane, `below` one in each byte right below a lane, where the steps of a column stand,
    doubled. `gaps` has for each number of steps what makes any higher one overflow into its lane.
    """

    width: int
    blocks: int
    ones: int
    below: int
    gaps: Sequence[int]

    def pack(self, numbers: bytearray, level: int) -> int:
        """The steps of the blocks' numbers on that level, below their lanes; if all are the same, ~steps, below 0."""
        doubled = numbers.translate(_DOUBLED_STEPS[level])
        if doubled == doubled[:1] * self.blocks:
            return ~(doubled[0] >> 1)
        size = self.width // _BYTE
        if size > 1:
            padded = bytearray(size * self.blocks)
            padded[size - 1 :: size] = doubled
            doubled = padded
        return int.from_bytes(doubled, "little")

    def fill(self, steps: int) -> int:
        """So many steps below every lane."""
        return self.below * 2 * steps

    def cut(self, packed: int, first: int) -> int:
        """Of the packed numbers of a page so many as there are lanes, from `first` on; beyond the page all are 0."""
        moved = packed >> self.width * first if first > 0 else packed << -self.width * first
        return moved & (1 << self.width * self.blocks) - 1

    def unpack(self, lanes: int) -> tuple[int, ...]:
        """What each block's lane holds."""
        size = self.width // _BYTE
        written = lanes.to_bytes(size * (self.blocks + 1), "little")
        return struct.unpack_from(f"<{self.blocks}{_NUMBERS[size]}", written, size)

    def unpack_sums(self, low: int, low_second: int, high: int) -> list[int]:
        """The blocks' sums of two bytes each, from lanes of one.

        `low` holds the sums of lower bytes, each running over into the next lane; `low_second` those of every second
        block alone, from the second on; `high` those of upper bytes, which run over nowhere.
        """
        sums = [0] * self.blocks
        for first, running in enumerate((low - low_second, low_second)):
            written = running.to_bytes(self.blocks + 2, "little")
            sums[first::2] = struct.unpack_from(f"<{len(sums[first::2])}H", written, first + 1)
        return [lower + (upper << _BYTE) for lower, upper in zip(sums, self.unpack(high), strict=True)]


def level_of(threshold: int) -> tuple[int, int]:
    """The level on which numbers are compared with the threshold, and its steps there."""
    return divmod(threshold, _STEPS)


@lru_cache(maxsize=2)  # the models judge one page after the other, and of each one part
def lanes_of(width: int, blocks: int) -> Lanes:
    """Lanes of `width` bits, 8 or 32, for so many blocks."""
    size = width // _BYTE
    ones = int.from_bytes((b"\x01" + bytes(size - 1)) * (blocks + 1), "little") - 1
    below = ones >> _BYTE
    return Lanes(width, blocks, ones, below, [below * lacking for lacking in range(2 * _STEPS, 0, -2)])
