"""What the blocks of an article stand in, as Markdown nests it: quotes, and the items of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groats.document import Form, Label
from groats.stages.compose import DEEPEST, list_depths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groats.document import Element, Verdict
    from groats.stages.compose import Depth

_QUOTE, _ITEM = "blockquote", "li"  # the tags of the boxes
_QUOTE_MARK = "> "
_INDENTATION = 4  # columns at least: enough under a bullet and under "10."
_OTHER_MARKS = {"-": "*", "*": "-", "+": "-", ".": ")", ")": "."}  # another of them begins a list anew


class Holder(NamedTuple):
    """A quote, or an item of a list: the place of its box, one below 0 where none is known, and the mark of an item."""

    place: int
    mark: str = ""

    @property
    def begin(self) -> str:
        """What stands before the first line in it."""
        return f"{self.mark} " if self.mark else _QUOTE_MARK

    @property
    def goes_on(self) -> str:
        """What stands before any other line in it."""
        return " " * max(_INDENTATION, len(self.mark) + 1) if self.mark else _QUOTE_MARK


Holders = tuple[Holder, ...]  # the outer before the inner
_UNKNOWN_QUOTE = Holder(-1)


class Nesting:
    """Writes the lines of one block after the other into the quotes and items that they stand in."""

    __slots__ = ("_around", "_boxes", "_chains", "_holders", "_items", "_turned", "lines")

    def __init__(self, boxes: Sequence[Element]) -> None:
        """Begin above the first block of a page that has those `boxes`."""
        self.lines: list[str] = []
        self._boxes = boxes
        self._chains = _find_chains(boxes)
        self._around: list[Depth] = []  # the items that are open, where boxes are not known
        self._holders: Holders = ()  # of the block above
        self._items = 0  # without a box
        self._turned: set[int] = set()  # the lists whose marks are others, so that they do not join the list above

    def add(self, verdict: Verdict, lines: Sequence[str]) -> None:
        """Go on with a block below a blank line, or with a group of blocks that its first stands for."""
        self._around.clear()
        self._write(self._hold(verdict), lines, is_apart=True)

    def add_list(self, group: Sequence[Verdict], marks: Sequence[str], texts: Sequence[str]) -> None:
        """Go on with items that stand directly under each other.

        Where their boxes are not known, their depths in the group say what they stand in.
        """
        around = list(self._holders if self._around else ())
        depths = list_depths(group, self._around)
        for verdict, depth, mark, text in zip(group, depths, marks, texts, strict=True):
            item = _find_item(verdict, self._boxes)
            del around[depth:]
            place = item if item >= 0 else -2 - self._items
            held = self._hold(verdict) if item >= 0 else tuple(around)
            around.append(Holder(place, self._part_lists(held, place, mark)))
            self._items += 1
            holders = (*held, around[-1])
            is_deeper = len(holders) > len(self._holders)
            is_late = mark[:-1].isdigit() and int(mark[:-1]) != 1  # such a list does not end a paragraph
            self._write(holders, [text], is_apart=verdict is group[0] or (is_deeper and is_late))

    def _part_lists(self, around: Holders, place: int, mark: str) -> str:
        """The mark of an item: another one in a list that stands directly below a list with the same.

        A list that counts on from the one above is the rest of it: there are exports with a list for each item.
        """
        own = self._boxes[place].outer if place >= 0 else -1
        if own < 0:
            return mark
        if own not in self._turned and len(self._holders) > len(around) and self._holders[: len(around)] == around:
            above = self._holders[len(around)]
            if above.place >= 0 and above.mark[-1:] == mark[-1] and not _counts_on(above.mark, mark):
                other = self._boxes[above.place].outer
                if not self._are_nested(own, other):
                    self._turned.add(own)
        return mark[:-1] + _OTHER_MARKS[mark[-1]] if own in self._turned else mark

    def _are_nested(self, *lists: int) -> bool:
        """Whether one of two lists is the other, or stands in it."""
        inner, outer = max(lists), min(lists)
        while inner > outer:
            inner = self._boxes[inner].outer
        return inner == outer

    def _write(self, holders: Holders, lines: Sequence[str], *, is_apart: bool) -> None:
        """Write lines into their holders, below a blank line if they are apart."""
        shared = 0
        for above, holder in zip(self._holders, holders, strict=False):
            if above != holder:
                break
            shared += 1
        if self.lines and is_apart:
            self.lines.append("".join(holder.goes_on for holder in holders[:shared]).rstrip())
        begin = "".join(holder.goes_on if n < shared else holder.begin for n, holder in enumerate(holders))
        rest = "".join(holder.goes_on for holder in holders)
        self.lines += [begin + lines[0], *(rest + line if line else rest.rstrip() for line in lines[1:])]
        self._holders = holders

    def _hold(self, verdict: Verdict) -> Holders:
        """The quotes that a block stands in, and those of its items that are open."""
        opened = {holder.place: holder for holder in self._holders}
        box = _find_box(verdict, self._boxes)
        holders = tuple(
            opened.get(place, Holder(place))
            for place in (self._chains[box] if box >= 0 else ())
            if place in opened or self._boxes[place].tag == _QUOTE
        )
        is_quote = verdict.block.form is Form.QUOTE or verdict.label is Label.QUOTE
        return (*holders, _UNKNOWN_QUOTE) if is_quote and all(holder.mark for holder in holders) else holders


def _counts_on(above: str, mark: str) -> bool:
    numbers = above[:-1], mark[:-1]
    return all(map(str.isdigit, numbers)) and int(numbers[0]) + 1 == int(numbers[1])


def find_list(verdict: Verdict, boxes: Sequence[Element]) -> int:
    """The place of the box of the list that an item stands in, -1 if it is not known."""
    item = _find_item(verdict, boxes)
    return boxes[item].outer if item >= 0 else -1


def _find_item(verdict: Verdict, boxes: Sequence[Element]) -> int:
    """The place of the box of the nearest item around a block, -1 if there is none."""
    place = _find_box(verdict, boxes)
    while place >= 0 and boxes[place].tag != _ITEM:
        place = boxes[place].outer
    return place


def _find_box(verdict: Verdict, boxes: Sequence[Element]) -> int:
    hints = verdict.block.hints
    return hints.box if hints is not None and boxes else -1


def _find_chains(boxes: Sequence[Element]) -> list[tuple[int, ...]]:
    """For each box the places of the quotes and items that it is in or is, as many as are shown, the outer first."""
    chains: list[tuple[int, ...]] = []
    for place, box in enumerate(boxes):
        outer = chains[box.outer] if box.outer >= 0 else ()
        is_next = len(outer) < DEEPEST and box.tag in {_QUOTE, _ITEM}
        chains.append((*outer, place) if is_next else outer)
    return chains
