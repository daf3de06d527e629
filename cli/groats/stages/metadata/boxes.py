"""Boxes of the markup that are called an author's ("author-name", "byline__author") or readers' ("user-review")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from groats.document import Block, Element
from groats.stages.metadata.names import folded

_WORD = re.compile("[A-Z]?[a-z]+")
_LISTS = frozenset({"ul", "ol", "dl"})
_DEEPEST = 5  # boxes between an item's text and its list


def is_author_box(names: str) -> bool:
    """Whether the id, classes and roles of a box say that it holds the author, and not what he is, or a comment's."""
    small = names.lower()
    if not any(stem in small for stem in _stems()):
        return False  # most boxes
    words = {word.lower() for word in _WORD.findall(names)}
    return not words.isdisjoint(folded("boxes", "words")) and words.isdisjoint(folded("boxes", "others"))


def find_readers(boxes: Sequence[Element], blocks: Sequence[Block], own: Iterable[Block]) -> set[int]:
    """The positions of the blocks in boxes that are called reviews or comments and hold none of the article's own."""
    if not any(map(_is_readers_box, {box.names for box in boxes})):
        return set()  # as on most pages
    known = {box: False for block in own for box in _around(boxes, block)}
    found = set()
    for position, block in enumerate(blocks):
        passed = []
        is_readers = False
        for box in _around(boxes, block):
            if box in known:
                is_readers = known[box]
                break
            passed.append(box)
            if is_readers := _is_readers_box(boxes[box].names):
                break
        known.update(dict.fromkeys(passed, is_readers))
        if is_readers:
            found.add(position)
    return found


def find_list(boxes: Sequence[Element], block: Block) -> int:
    """The place of the list that a block is an item of, else of the box around its own; -1 for none."""
    around = list(islice(_around(boxes, block), _DEEPEST))
    lists = (box for box in around if boxes[box].look.partition(" ")[0] in _LISTS)
    return next(lists, around[1] if len(around) > 1 else -1)


def _around(boxes: Sequence[Element], block: Block) -> Iterator[int]:
    """The places of the boxes around a block, the innermost first."""
    box = block.hints.box if block.hints is not None else -1
    while box >= 0:
        yield box
        box = boxes[box].outer


def _is_readers_box(names: str) -> bool:
    small = names.lower()
    if not any(word in small for word in folded("boxes", "readers")):
        return False
    return not folded("boxes", "readers").isdisjoint(word.lower() for word in _WORD.findall(names))


@cache
def _stems() -> tuple[str, ...]:
    """The words of such boxes without those that hold another one."""
    words = folded("boxes", "words")
    return tuple(word for word in words if not any(other != word and other in word for other in words))
