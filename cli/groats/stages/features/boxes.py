"""What the boxes of the markup show of a block: how much likely content stands around it, and in what looks like it."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from groats.document import Element, Page
from groats.stages.features.columns import Columns, percent, scale

_AROUND = (1, 2)  # the nearest boxes around a block that hold more blocks than those in them
_MOSTLY = 0.7  # of the page's content: the least box that holds so much is taken for the article's
_FAR = 19  # boxes
_FULL = 200  # words: what a block has beyond does not count
_PATH = 3  # boxes: that of a block and those around it, by which blocks are alike
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
_NO_BOX = (0, 0, 0, 0)
_NO_SIBLINGS = (0, 0, 0)


@dataclass(slots=True)
class _Total:
    """What is in a box, or in boxes that are alike: words, those of them that count as content or link text, parts."""

    words: float = 0.0
    content: float = 0.0
    linked: float = 0.0
    parts: int = 0

    def add(self, words: float, content: float, linked: float, parts: int) -> None:
        self.words += words
        self.content += content
        self.linked += linked
        self.parts += parts


@dataclass(frozen=True, slots=True)
class _Tree:
    """The boxes of a page: what is in each, the next one around it that holds more, and how many such there are."""

    elements: Sequence[Element]
    totals: Sequence[_Total]
    wider: Sequence[int]
    depths: Sequence[int]
    siblings: dict[tuple[int, str], _Total]


def box_columns(page: Page, sizes: Sequence[float], scores: Sequence[float]) -> Columns:
    """The columns of `BOX_FEATURES`, all 0 for text; `scores` are the first pass's, 0 to 1, `sizes` the blocks' words.

    What a block, or the part of a list that it is in, promises itself is left out of what is said of those around it.
    """
    if not page.boxes:
        return dict.fromkeys(BOX_FEATURES, [0] * len(page.blocks))
    places = [block.hints.box if block.hints else 0 for block in page.blocks]
    own = []
    for block, size, score in zip(page.blocks, sizes, scores, strict=True):
        words = min(size, _FULL) + 1.0
        own.append((words, words * score, words * block.hints.link_share if block.hints else 0.0, 1))
    content = sum([each[1] for each in own]) or 1.0
    tree = _grow(page.boxes, places, own)
    article = _find_article(tree, content)
    paths = _find_paths(page.boxes)
    alike: defaultdict[Hashable, _Total] = defaultdict(_Total)
    for place, each in zip(places, own, strict=True):
        alike[paths[place]].add(*each)
    beside = {place: _find_siblings(tree, place, content) for place in set(places)}
    rows = []
    for place, (words, promised, linked, _) in zip(places, own, strict=True):
        row: list[int] = []
        box = tree.wider[place] if tree.totals[place].parts == 1 else place
        for _ in _AROUND:
            if box < 0:
                row += _NO_BOX
                continue
            total = tree.totals[box]
            others = total.words - words
            row += (
                1 + percent((total.content - promised) / others),
                1 + percent(total.content / content),
                1 + percent((total.linked - linked) / others),
                scale(total.parts),
            )
            box = tree.wider[box]
        total = alike[paths[place]]
        others = total.words - words
        row += article[place]
        row += (1 + percent((total.content - promised) / others) if total.parts > 1 else 0, scale(total.parts))
        row += beside[place]
        rows.append(row)
    return dict(zip(BOX_FEATURES, zip(*rows, strict=True), strict=True))


def _grow(elements: Sequence[Element], places: Sequence[int], own: Sequence[tuple[float, float, float, int]]) -> _Tree:
    """What is in each box, in one way up over all of them: an element comes after the one around it."""
    totals = [_Total() for _ in elements]
    for place, each in zip(places, own, strict=True):
        totals[place].add(*each)
    siblings: defaultdict[tuple[int, str], _Total] = defaultdict(_Total)
    for place in range(len(elements) - 1, -1, -1):
        outer, look, _ = elements[place]
        if outer >= 0:
            total = totals[place]
            totals[outer].add(total.words, total.content, total.linked, total.parts)
            siblings[outer, look].add(total.words, total.content, total.linked, 1)
    wider: list[int] = []
    depths: list[int] = []
    for place, (outer, _, _) in enumerate(elements):
        holds_more = outer >= 0 and totals[outer].parts > totals[place].parts
        wider.append(outer if outer < 0 or holds_more else wider[outer])
        depths.append(depths[outer] + holds_more if outer >= 0 else 0)
    return _Tree(elements, totals, wider, depths, siblings)


def _find_article(tree: _Tree, content: float) -> list[tuple[int, int]]:
    """For each box how many boxes out, and from there in, the least box lies that holds most of the page's content."""
    holders = [place for place, total in enumerate(tree.totals) if total.content >= _MOSTLY * content]
    article = min(holders, key=lambda place: tree.totals[place].parts, default=-1)
    around = set()
    place = article
    while place >= 0:
        around.add(place)
        place = tree.elements[place].outer
    ways: list[tuple[int, int]] = []
    for place, (outer, _, _) in enumerate(tree.elements):
        if place in around:
            ways.append((0, min(_FAR, tree.depths[article] - tree.depths[place])))
        elif outer < 0:
            ways.append((_FAR + 1, _FAR + 1))
        else:
            out, back = ways[outer]
            ways.append((min(_FAR, out + tree.depths[place] - tree.depths[outer]) if out <= _FAR else out, back))
    return ways


def _find_paths(elements: Sequence[Element]) -> list[Hashable]:
    """For each box how it and those around it look."""
    looks = [element.look for element in elements] + [""] * _PATH
    paths: list[Hashable] = []
    for outer, look, _ in elements:
        further = elements[outer].outer if outer >= 0 else -1
        paths.append((look, looks[outer], looks[further]))
    return paths


def _find_siblings(tree: _Tree, place: int, content: float) -> tuple[int, int, int]:
    """Of the nearest box in a row of boxes that look alike: the others' content, that of all, and how many they are."""
    for _ in range(_HIGHEST):
        outer, look, _ = tree.elements[place]
        if outer < 0:
            break
        row = tree.siblings[outer, look]
        if row.parts > 1:
            total = tree.totals[place]
            others = row.words - total.words
            share = 1 + percent((row.content - total.content) / others) if others > 0 else 0
            return share, percent(row.content / content), scale(row.parts)
        place = outer
    return _NO_SIBLINGS
