"""Where blocks that a dump set side by side in a line are parted again."""

from collections.abc import Set as AbstractSet

from groats.stages.breaks.glued import part_glued
from groats.stages.breaks.joined import part_joined
from groats.stages.breaks.rows import part_rows

__all__ = ["find_breaks"]


def find_breaks(text: str, breaks: AbstractSet[int] = frozenset()) -> frozenset[int]:
    """The `breaks`, and all other positions in `text` where within a line one block ends and another begins."""
    return part_rows(text, part_joined(text, part_glued(text, breaks)))
