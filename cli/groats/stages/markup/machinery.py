"""What software puts into the text of a page that is none of it: marks of links, numbers of lines, second copies."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from groats.tables import load_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.visibility import Attributes

_VARIATIONS = "\ufe0e\ufe0f"  # say how a sign before them is drawn
_LONGEST_FORMULA = 2_000  # characters
_STRUCTURES = "mfrac,msqrt,mroot"
_LONGEST_CLASSES = 200  # characters
_MOST_NUMBERS, _LONGEST_NUMBERS = 20_000, 50_000  # nodes, and characters of one, in what holds the numbers of lines
_MOST_MET = 1_024  # classes of elements that are remembered


@dataclass(frozen=True, slots=True)
class Machinery:
    """What `data/machinery.toml` says: signs, and classes of elements."""

    link_signs: frozenset[str]
    unseen: frozenset[str]
    line_numbers: frozenset[str]
    formulas: frozenset[str]
    notes: frozenset[str]
    posts: frozenset[str]


@functools.cache
def _load() -> Machinery:
    table = load_table("machinery")
    return Machinery(*(frozenset(table[field.name]) for field in fields(Machinery)))


def is_machinery(node: LexborNode, classes: str) -> bool:
    """Whether an element of some classes is machinery; what numbers lines must hold nothing but numbers."""
    if len(classes) > _LONGEST_CLASSES or not (own := _find_own(classes)):
        return False
    known = _load()
    return not own.isdisjoint(known.unseen) or (not own.isdisjoint(known.line_numbers) and _holds_numbers(node))


def is_note(classes: str) -> bool:
    """Whether an element of some classes is a note that stands in the sentence to which it belongs."""
    return len(classes) <= _LONGEST_CLASSES and not _find_own(classes).isdisjoint(_load().notes)


def is_post(classes: str) -> bool:
    """Whether an element of some classes holds a post as a whole, whatever its tag says of the form."""
    return bool(classes) and not _load().posts.isdisjoint(classes[:_LONGEST_CLASSES].split())


def _holds_numbers(node: LexborNode) -> bool:
    """Whether an element holds numbers and no other text, as far as is looked: it may stand in others like it."""
    numbers = 0
    for seen, inner in enumerate(node.traverse(include_text=True)):
        text = (inner.text_content or "").strip() if inner.is_text_node else ""
        if seen > _MOST_NUMBERS or len(text) > _LONGEST_NUMBERS or (text and not "".join(text.split()).isdigit()):
            return False
        numbers += bool(text)
    return numbers > 0


@functools.lru_cache(_MOST_MET)
def _find_own(classes: str) -> frozenset[str]:
    """Those of the classes that machinery has: none, of nearly all elements."""
    known = _load()
    return (known.unseen | known.line_numbers | known.notes).intersection(classes.split())


def is_link_to_itself(node: LexborNode, attributes: Attributes) -> bool:
    """Whether a link leads to a place on the page and has a sign for its text, as beside headings and footnotes."""
    if "#" not in (attributes.get("href") or ""):
        return False
    return node.text().strip().strip(_VARIATIONS) in _load().link_signs


def read_formula(attributes: Attributes) -> str:
    """The text of an image that is a formula; "" for any other image."""
    if _load().formulas.isdisjoint((attributes.get("class") or "").split()):
        return ""
    return (attributes.get("alt") or "")[:_LONGEST_FORMULA]


def read_math(node: LexborNode, attributes: Attributes) -> str:
    """The TeX that a formula was made from, if its text alone would say something else: "12" of one half."""
    if node.css_first(_STRUCTURES) is None:
        return ""
    source = attributes.get("alttext") or ""
    if not source and (annotation := node.css_first("annotation[encoding='application/x-tex']")) is not None:
        source = annotation.text()
    return " ".join(source[:_LONGEST_FORMULA].split())
