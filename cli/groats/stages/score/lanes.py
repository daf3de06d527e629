"""The blocks of a page side by side in one large integer, a lane of bits each."""

import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_NUMBERS = {2: "H", 4: "I"}  # as `struct` names them, by their bytes
_BYTE, _FULL = 8, 255  # what a number of a column takes in bits, and its highest value


class Lanes(NamedTuple):
    """The blocks of a page side by side in one integer, a lane each; the lowest lane is no block's.

    `ones` has a 1 in every lane, `gaps` for each threshold what fills the bytes below the lanes up to it.
    """

    width: int
    blocks: int
    ones: int
    gaps: Sequence[int]

    def pack(self, values: bytes) -> int:
        """The values in the uppermost bytes of lanes, right below the lane of their block."""
        size = self.width // _BYTE
        padded = bytearray(size * self.blocks)
        padded[size - 1 :: size] = values
        return int.from_bytes(padded, "little")

    def unpack(self, lanes: int) -> tuple[int, ...]:
        """What each block's lane holds."""
        size = self.width // _BYTE
        written = lanes.to_bytes(size * (self.blocks + 1), "little")
        return struct.unpack_from(f"<{self.blocks}{_NUMBERS[size]}", written, size)


@lru_cache(maxsize=1)  # the models judge one page after the other
def lanes_of(width: int, blocks: int) -> Lanes:
    """Lanes of `width` bits, 16 or 32, for so many blocks."""
    size = width // _BYTE
    ones = int.from_bytes((b"\x01" + bytes(size - 1)) * (blocks + 1), "little") - 1
    below = ones >> _BYTE
    return Lanes(width, blocks, ones, [below * (_FULL - threshold) for threshold in range(_FULL + 1)])
