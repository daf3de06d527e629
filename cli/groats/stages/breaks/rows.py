"""Rows of tables that lay out a page, each of which html-to-markdown writes as one item of a list, in one line."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import cycle, pairwise
from typing import NamedTuple

from groats.layout import TARGET
from groats.stages.breaks.edges import WIDE, find_edges
from groats.stages.breaks.joined import find_beginnings

_ITEM = "- "
_OTHERS = ("|", "#", ">", "*", "+", " ", "\t", "`", "~")  # so begin other blocks of Markdown
_CLOSED = "]("
_FEWEST_LINKS, _FEWEST_SHOWN = 3, 500  # and characters of text in a row
_LONGEST = 100_000  # characters of a line that are looked at
_MARK = re.compile(rf"(!\[[^\[\]]*\]{TARGET}|\[|\]{TARGET})")  # an image, and what begins and ends a link


class _Plain(NamedTuple):
    """A line without images and addresses.

    `places` are those of its characters in the line, of the first one of a link that of its bracket; `inside` are the
    positions of the others of links, and `besides` the places of links that stand beside another.
    """

    text: str
    places: list[int]
    inside: frozenset[int]
    besides: frozenset[int]


def part_rows(text: str, breaks: AbstractSet[int] = frozenset()) -> frozenset[int]:
    """The `breaks` and the positions in `text` where a link, a sentence or an item of a menu begins within such a row.

    Where one item of a list is as wide as a page, so may its paragraphs be.
    """
    if _CLOSED not in text or not (text.startswith(_ITEM) or f"\n{_ITEM}" in text):
        return frozenset(breaks)
    wide = [(low, text[low:high]) for low, high in pairwise(find_edges(text, breaks)) if high - low >= WIDE]
    rows = [(low, line[:_LONGEST].rstrip()) for low, line in wide if not line.startswith(_OTHERS)]
    plain = [(low, line, _read(line)) for low, line in rows if line.count(_CLOSED) >= _FEWEST_LINKS]
    if not any(line.startswith(_ITEM) and len(own.text) >= _FEWEST_SHOWN for _, line, own in plain):
        return frozenset(breaks)
    return frozenset(breaks).union(*({low + place for place in _find_starts(own)} for low, _, own in plain))


def _read(line: str) -> _Plain:
    """The line as its reader sees it."""
    pieces = _MARK.split(line)
    places: list[int] = []
    inside: set[int] = set()
    besides: set[int] = set()
    done, opened, is_beside = 0, -1, False
    for piece, is_mark in zip(pieces, cycle((False, True)), strict=False):
        if piece and not is_mark:
            places += [opened if opened >= 0 else done, *range(done + 1, done + len(piece))]
            if opened >= 0:
                inside.update(range(len(places) - len(piece) + 1, len(places)))
            opened, is_beside = -1, is_beside and piece.isspace()
        elif piece == "[":
            opened = done
            if is_beside:
                besides.add(done)
        elif piece.startswith("]"):
            opened, is_beside = -1, True
        done += len(piece)
    return _Plain("".join(pieces[::2]), places, frozenset(inside), frozenset(besides))


def _find_starts(line: _Plain) -> Iterator[int]:
    """The positions within a line where a part of it begins, none within the words of a link."""
    found = set(find_beginnings(line.text)) - line.inside
    yield from [line.places[place] for place in found]
    yield from line.besides
