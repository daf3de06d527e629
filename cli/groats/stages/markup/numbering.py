"""The marks of list items, as a browser shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groats.stages.markup.boxes import Item, Numbering

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.visibility import Attributes

_BULLET = "-"
_MOST_DIGITS = 9  # a browser counts in 32 bits
_TYPES = {"a": "a", "A": "A", "i": "i", "I": "I"}  # of <ol>; any other counts in numbers
_STYLES = {
    "none": "", "disc": "", "circle": "", "square": "", "decimal": "1", "decimal-leading-zero": "1",
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*+:\s*+([a-z-]++)")
_WRITTEN = re.compile(r"[•▪◦‣–—]|[0-9]{1,3}[.)]")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN, _MOST_LETTERS = 3_999, 26**3  # browsers write what is beyond as numbers, or as no one counts


def begin_list(outer: Numbering | None, node: LexborNode, attributes: Attributes) -> Numbering:
    """The numbering of a list inside `outer`: <ol> has numbers or letters, unless its style says otherwise."""
    level = outer.level + 1 if outer else 1
    kind = _find_kind(attributes, is_numbered=node.tag == "ol")
    if not kind:
        return Numbering(level)
    start = _integer(attributes.get("start"))
    if "reversed" in attributes:
        return Numbering(level, _count_items(node) if start is None else start, -1, kind)
    return Numbering(level, 1 if start is None else start, 1, kind)


def begin_item(numbering: Numbering | None, attributes: Attributes) -> Item:
    """The next item of a list; one outside of any list has a bullet."""
    if numbering is None or numbering.number is None:
        return Item(_BULLET, numbering.level if numbering else 1)
    value = _integer(attributes.get("value"))
    number = numbering.number if value is None else value
    numbering.number = number + numbering.step
    return Item(f"{_write(number, numbering.kind)}.", numbering.level)


def take_marker(item: Item, text: str) -> bool:
    """Whether a text is but the mark of the item, written out before what the item says; a number becomes its mark."""
    if not _WRITTEN.fullmatch(text):
        return False
    if text[0].isdigit():
        item.marker = text
    return True


def _find_kind(attributes: Attributes, *, is_numbered: bool) -> str:
    """What the items of a list are counted in, as the `type` of <ol> has it; "" for bullets."""
    style = _STYLE.search((attributes["style"] or "").lower()) if "style" in attributes else None
    if style and style[1] in _STYLES:
        return _STYLES[style[1]]
    return _TYPES.get(attributes.get("type") or "", "1") if is_numbered else ""


def _write(number: int, kind: str) -> str:
    if kind in {"i", "I"} and 0 < number <= _MOST_ROMAN:
        written = _write_roman(number)
    elif kind in {"a", "A"} and 0 < number <= _MOST_LETTERS:
        written = _write_letters(number)
    else:
        return str(number)
    return written.upper() if kind.isupper() else written


def _write_letters(number: int) -> str:
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _write_roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += times * sign
    return written


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
