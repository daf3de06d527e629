"""The marks of list items, as a browser shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groats.stages.markup.boxes import Item, Numbering

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.visibility import Attributes

_BULLET = "-"
_MOST_DIGITS = 9  # a browser counts in 32 bits


def begin_list(outer: Numbering | None, node: LexborNode, attributes: Attributes) -> Numbering:
    """The numbering of a list inside `outer`; only <ol> has numbers."""
    level = outer.level + 1 if outer else 1
    if node.tag != "ol":
        return Numbering(level)
    start = _integer(attributes.get("start"))
    if "reversed" in attributes:
        return Numbering(level, _count_items(node) if start is None else start, -1)
    return Numbering(level, 1 if start is None else start)


def begin_item(numbering: Numbering | None, attributes: Attributes) -> Item:
    """The next item of a list; one outside of any list has a bullet."""
    if numbering is None or numbering.number is None:
        return Item(_BULLET, numbering.level if numbering else 1)
    value = _integer(attributes.get("value"))
    number = numbering.number if value is None else value
    numbering.number = number + numbering.step
    return Item(f"{number}.", numbering.level)


def _count_items(node: LexborNode) -> int:
    count = 0
    child = node.first_child
    while child is not None:
        count += child.tag == "li"
        child = child.next
    return count


def _integer(value: str | None) -> int | None:
    text = (value or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
