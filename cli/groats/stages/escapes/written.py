"""A text that was written otherwise than it is meant, and where what is meant stands in what was written."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from groats.document import Page


class Written(NamedTuple):
    """The text that is meant, and where it stands in what was written: from each of the `places` on, so much later.

    `is_markup` says that it is HTML.
    """

    text: str
    places: list[int]
    shifts: list[int]
    is_markup: bool = False


def write(text: str, meant: Iterable[tuple[int, int, str]]) -> Written:
    """What is meant: `meant` are the spans (start, end) of what is written otherwise, and what stands for it."""
    parts: list[str] = []
    places, shifts = [0], [0]
    size = done = 0
    for start, end, part in meant:
        parts += (text[done:start], part)
        size += start - done + len(part)
        done = end
        places.append(size)
        shifts.append(end - size)
    return Written("".join((*parts, text[done:])), places, shifts)


def to_source(page: Page, written: Written, size: int) -> Page:
    """The page with the spans that its lines have in what was written, of `size` characters."""
    edges = [0, *(_find_place(line.end, written) for line in page.lines[:-1]), size]
    lines = tuple([line._replace(start=edges[n], end=edges[n + 1]) for n, line in enumerate(page.lines)])
    blocks = [block._replace(lines=tuple([lines[line.number - 1] for line in block.lines])) for block in page.blocks]
    return replace(page, lines=lines, blocks=tuple(blocks))


def _find_place(position: int, written: Written) -> int:
    return position + written.shifts[bisect_right(written.places, position) - 1]
