"""Elements that are not shown as they stand, for what stands before them in their block: formulas, buttons, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groats.document import Form
from groats.stages.markup.machinery import read_math

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.boxes import Box
    from groats.stages.markup.visibility import Attributes

REPLACED = frozenset({"math", "button"})
_MOST_BEFORE = 20  # pieces of text that are looked at for what stands before an element
_HEADING, _QUOTE = Form.HEADING, Form.QUOTE


def is_replaced(node: LexborNode, tag: str, attributes: Attributes, pieces: list[str], box: Box) -> bool:
    """Whether something else stands in the place of one of the `REPLACED`; it is put behind the `pieces` of its block.

    Of a formula that is its source, of a button behind the words of a heading nothing.
    """
    if tag == "math":
        formula = read_math(node, attributes)
        pieces += [formula] if formula else []
        return bool(formula)
    return box.scope.form is _HEADING and any(map(str.strip, pieces[-_MOST_BEFORE:]))


def signs_quote(tag: str, pieces: list[str], box: Box) -> bool:
    """Whether an element names who is quoted, beside what is quoted, not in a sentence of it or behind a dash."""
    if tag != "cite" or box.scope.form is not _QUOTE or box.tag == "p":
        return False
    before = "".join(pieces[-_MOST_BEFORE:])
    return not before.strip() or any(map(str.isalnum, before))
