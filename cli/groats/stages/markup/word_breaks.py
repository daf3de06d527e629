"""Inline elements side by side whose words are two, though nothing but the style of the page sets them apart.

"<span>Weight</span><span>1.8 kg</span>" is told by its letters from "<b>W</b>ord", from words that editors cut into
spans ("<span>wa</span><span>ter</span>") and from punctuation in an element of its own: on real pages with a text that
people noted, 303 pairs like "tA" in it are parted and none is joined, 48 and none like "9A", 19 and none like "t9".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groats.unicode_ranges import EAST_ASIAN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BULLETS = frozenset("•·|")
_ENDS = frozenset(".!?)%")  # of words or a sentence, before a capital
_ELEMENTS = frozenset(
    {"a", "abbr", "b", "bdi", "big", "cite", "data", "em", "font", "i", "label", "mark", "small", "span", "strong",
     "time"}
)  # fmt: skip
_WHOLE = frozenset({"code", "kbd", "math", "pre", "samp", "sub", "sup", "tt", "var"})  # words in them are signs
_CURRENCIES = frozenset("$€£₹")
_MOST_AROUND = 20  # inline elements


def may_part(left: str, right: str) -> bool:
    """Whether two characters may be the last of a word and the first of another, and of one word hardly ever."""
    if right.isupper():
        return left.islower() or left.isdigit() or left in _ENDS
    if right.isdigit():
        return left == ")" or (left.isalpha() and not left.isupper() and left < EAST_ASIAN)
    return (right in _CURRENCIES and left.islower()) or not _BULLETS.isdisjoint((left, right))


def begins_element(text: LexborNode) -> bool:
    """Whether a text begins an element directly behind another one, both inline, and in no code or formula."""
    inner = text
    for _ in range(_MOST_AROUND):
        before, outer = inner.prev, inner.parent
        if outer is None:
            return False
        if before is not None:
            return inner.tag in _ELEMENTS and before.tag in _ELEMENTS and not _is_whole(outer)
        inner = outer
    return False


def _is_whole(element: LexborNode) -> bool:
    """Whether an element is code or a formula, or stands in some."""
    around: LexborNode | None = element
    for _ in range(_MOST_AROUND):
        if around is None:
            break
        if around.tag in _WHOLE:
            return True
        around = around.parent
    return False
