"""What an element hands down to all that is in it, where that is more than a box: a form, a list, a table, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groats.document import Form
from groats.stages.markup.boxes import Scope, Table
from groats.stages.markup.numbering import begin_item, begin_list
from groats.stages.markup.tables import begin_cell
from groats.stages.markup.templates import TEMPLATE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.tags import Tags
    from groats.stages.markup.visibility import Attributes

LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_ORIGINS = {"noscript": "noscript", TEMPLATE: "template"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def find_shaping(tags: Tags) -> frozenset[str]:
    """The tags of elements that hand down more than a box; others do only if they have a role."""
    return (
        frozenset({"li", "table", "tr"}) | LISTS | _CELLS | _ORIGINS.keys() | tags.forms.keys() | tags.landmarks.keys()
    )


def hand_down(outer: Scope, node: LexborNode, attributes: Attributes, tags: Tags, drafts: int) -> Scope:
    """The scope of what is in an element, within the `outer` one; `drafts` are as many as came before it."""
    form, level, landmark, numbering, item, table, cell, fold, origin = outer
    tag = node.tag or ""
    origin = _ORIGINS.get(tag, origin)
    landmark = tags.landmarks.get(tag) or tags.roles.get(attributes.get("role") or "") or landmark
    if tag in tags.forms:
        form, level = tags.forms[tag], _HEADINGS.get(tag, 0)
    elif tag == "li":
        form, item = Form.PARAGRAPH, begin_item(numbering, attributes)
    elif tag in LISTS:
        numbering = begin_list(numbering, node, attributes)
    elif tag == "table":
        if table is not None:
            table.lays_out = True
        item, cell = None, None
        table = Table(drafts, lays_out=attributes.get("role") in {"presentation", "none"})
    elif table is not None and tag == "tr":
        table.row += 1
        table.column = 0
    elif table is not None and tag in _CELLS:
        form, cell = Form.PARAGRAPH, begin_cell(table, attributes)
        table.heads += tag == "th" and table.row == 1
    return Scope(form, level, landmark, numbering, item, table, cell, fold, origin)
