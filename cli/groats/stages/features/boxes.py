"""What the boxes of the markup show of a block: how much likely content stands around it, and in what looks like it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from operator import add, mul
from typing import NamedTuple

from groats.document import Element, Hints, Page
from groats.stages.features.columns import FULL, Columns, percent, scale

_AROUND = (1, 2)  # the nearest boxes around a block that hold more blocks than those in them
_MOSTLY = 0.7  # of the page's content: the least box that holds so much is taken for the article's
_FAR = 19  # boxes
_HIGHEST = 12  # boxes: siblings of what stands further out say nothing

BOX_FEATURES = (
    *(f"{name}_{step}" for step in _AROUND for name in ("box_content", "box_part", "box_links", "box_blocks")),
    "article_box_out",
    "article_box_in",
    "alike_content",
    "alike_blocks",
    "sibling_content",
    "sibling_part",
    "siblings",
)
_NO_HINTS = Hints()
_NO_BOX = Element(-1, "")  # the last of a tree, so that it is the one at -1: around the outermost


class _Sums(NamedTuple):
    """For each block, box or row of boxes its words, those of them that count as content or as link text, its parts.

    The parts of a box are blocks, those of a row boxes.
    """

    words: list[float]
    content: list[float]
    linked: list[float]
    parts: list[int]


@dataclass(frozen=True, slots=True)
class _Tree:
    """The boxes of a page: what is in each, how it looks, the one around it, and the next one around that holds more.

    `depths` count those around that hold more; boxes in one that look alike are a row; the outermost are in none.
    """

    outers: Sequence[int]
    looks: Sequence[str]
    wider: Sequence[int]
    depths: Sequence[int]
    rows: Sequence[int]
    in_boxes: _Sums
    in_rows: _Sums


def box_columns(page: Page, sizes: Sequence[float], scores: Sequence[float]) -> Columns:
    """The columns of `BOX_FEATURES`, all 0 for text; `scores` are the first pass's, 0 to 1, `sizes` the blocks' words.

    What a block, or the part of a list that it is in, promises itself is left out of what is said of those around it.
    """
    if not page.boxes:
        return dict.fromkeys(BOX_FEATURES, [0] * len(page.blocks))
    hints = [block.hints or _NO_HINTS for block in page.blocks]
    places = [its.box for its in hints]
    words = [size + 1.0 if size < FULL else FULL + 1.0 for size in sizes]
    own = _Sums(
        words,
        content=list(map(mul, words, scores)),
        linked=list(map(mul, words, [its.link_share for its in hints])),
        parts=[1] * len(words),
    )
    # Added as those of the boxes are: Python 3.12's sum() is more exact, and the box of all held more or less than all.
    whole = reduce(add, own.content, 0.0) or 1.0
    tree = _grow(page.boxes, places, own)
    nearest = [tree.wider[place] if tree.in_boxes.parts[place] == 1 else place for place in places]
    columns = (
        *_look_around(tree, own, nearest, whole),
        *_look_around(tree, own, [tree.wider[box] for box in nearest], whole),
        *_find_article(tree, places, whole),
        *_compare_alike(tree, own, places),
        *_compare_siblings(tree, places, whole),
    )
    return dict(zip(BOX_FEATURES, columns, strict=True))


def _grow(elements: Sequence[Element], places: Sequence[int], own: _Sums) -> _Tree:
    """The boxes with what is in each, summed up in one way over all of them: an element comes after the one around."""
    outers, looks, _ = zip(*elements, _NO_BOX, strict=True)
    rows, count = _number(zip(outers, looks, strict=True))
    words, content, linked, parts = in_boxes = _empty_sums(len(outers))
    for place, its_words, its_content, its_linked in zip(places, own.words, own.content, own.linked, strict=True):
        words[place] += its_words
        content[place] += its_content
        linked[place] += its_linked
        parts[place] += 1
    row_words, row_content, _, row_parts = in_rows = _empty_sums(count)
    upwards = zip(*map(reversed, (outers, rows, *in_boxes)), strict=True)  # each sum is read when all is in it
    for outer, row, its_words, its_content, its_linked, its_parts in upwards:
        if outer >= 0:
            words[outer] += its_words
            content[outer] += its_content
            linked[outer] += its_linked
            parts[outer] += its_parts
            row_words[row] += its_words
            row_content[row] += its_content
            row_parts[row] += 1
    wider, depths = _find_wider(outers, parts)
    return _Tree(outers, looks, wider, depths, rows, in_boxes, in_rows)


def _find_wider(outers: Sequence[int], parts: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each box the nearest around it that holds more blocks, -1 for none, and how many such are around it."""
    wider: list[int] = []
    depths: list[int] = []
    for outer, held in zip(outers, parts, strict=True):
        if outer < 0:
            wider.append(-1)
            depths.append(0)
        elif parts[outer] > held:
            wider.append(outer)
            depths.append(depths[outer] + 1)
        else:
            wider.append(wider[outer])
            depths.append(depths[outer])
    return wider, depths


def _number(kinds: Iterable[Hashable]) -> tuple[list[int], int]:
    """The number of each kind, from 0 in the order in which they come, and how many there are."""
    numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)
    found = [numbers[kind] for kind in kinds]
    return found, len(numbers)


def _empty_sums(number: int) -> _Sums:
    return _Sums([0.0] * number, [0.0] * number, [0.0] * number, [0] * number)


def _look_around(tree: _Tree, own: _Sums, boxes: Sequence[int], whole: float) -> Iterable[Sequence[int]]:
    """Of a box around each block the others' content, its part of the page's, the others' links, how many blocks."""
    words, content, linked, parts = tree.in_boxes
    others = [words[box] - its for box, its in zip(boxes, own.words, strict=True)]
    told = {box: (1 + percent(content[box] / whole), scale(parts[box])) for box in set(boxes)}
    told[-1] = (0, 0)
    part, count = zip(*[told[box] for box in boxes], strict=True)
    return _share(content, boxes, own.content, others), part, _share(linked, boxes, own.linked, others), count


def _share(sums: Sequence[float], places: Sequence[int], own: Sequence[float], others: Sequence[float]) -> list[int]:
    """1 and the hundredths of the words of the others that what is at a place beside its own are, 0 where none are."""
    return [
        1 + int(100.0 * ((sums[place] - its) / rest)) if rest > 0.0 else 0
        for place, its, rest in zip(places, own, others, strict=True)
    ]


def _find_article(tree: _Tree, places: Sequence[int], whole: float) -> Iterable[Sequence[int]]:
    """How many boxes out of each block, and from there in, the least box lies that holds most of the page's content."""
    outers, depths = tree.outers, tree.depths
    holders = [place for place, content in enumerate(tree.in_boxes.content) if content >= _MOSTLY * whole]
    article = min(holders, key=tree.in_boxes.parts.__getitem__, default=-1)
    meets = [-1] * len(outers)  # for each box the nearest, itself or around it, that the article's is in
    place = article
    while place >= 0:
        meets[place] = place
        place = outers[place]
    for place, outer in enumerate(outers):
        if outer >= 0 and meets[place] < 0:
            meets[place] = meets[outer]
    inwards = {meet: min(_FAR, depths[article] - depths[meet]) for meet in set(meets)}
    inwards[-1] = _FAR + 1
    met = [meets[place] for place in places]
    out = [
        min(_FAR, depths[place] - depths[meet]) if meet >= 0 else _FAR + 1
        for place, meet in zip(places, met, strict=True)
    ]
    return out, [inwards[meet] for meet in met]


def _compare_alike(tree: _Tree, own: _Sums, places: Sequence[int]) -> Iterable[Sequence[int]]:
    """Of blocks whose boxes, and the two around these, look alike: the others' content, and how many they are."""
    looks = tree.looks
    around = [tree.outers[place] for place in places]
    paths = zip(
        [looks[place] for place in places],
        [looks[place] for place in around],
        [looks[tree.outers[place]] for place in around],
        strict=True,
    )
    kinds, count = _number(paths)
    words, content, _, parts = _empty_sums(count)
    for kind, its_words, its_content in zip(kinds, own.words, own.content, strict=True):
        words[kind] += its_words
        content[kind] += its_content
        parts[kind] += 1
    others = [words[kind] - its for kind, its in zip(kinds, own.words, strict=True)]
    counts = [scale(count) for count in parts]
    return _share(content, kinds, own.content, others), [counts[kind] for kind in kinds]


def _compare_siblings(tree: _Tree, places: Sequence[int], whole: float) -> Iterable[Sequence[int]]:
    """Of the nearest box in a row of boxes that look alike: the others' content, that of all, and how many they are."""
    words, content, _, parts = tree.in_rows
    seats = []
    for place in places:
        seat = place
        for _ in range(_HIGHEST):
            if parts[tree.rows[seat]] > 1 or seat < 0:
                break
            seat = tree.outers[seat]
        else:
            seat = -1
        seats.append(seat)
    rows = [tree.rows[seat] for seat in seats]
    others = [words[row] - tree.in_boxes.words[seat] for row, seat in zip(rows, seats, strict=True)]
    told = {row: (percent(content[row] / whole), scale(parts[row])) for row in set(rows)}
    part, count = zip(*[told[row] for row in rows], strict=True)
    return _share(content, rows, [tree.in_boxes.content[seat] for seat in seats], others), part, count
