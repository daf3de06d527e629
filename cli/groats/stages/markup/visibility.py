"""What the attributes of an element say of whether and how a browser shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Attributes = Mapping[str, "str | None"]

HIDING = frozenset({"hidden", "style", "aria-hidden"})  # an element with none of these attributes is shown

_ICON_CHARACTERS = 80  # what screen readers are not told and is no longer than this is an icon, or said elsewhere
_ICON_NODES = 40
_WAITING = frozenset({"html", "body", "main", "article"})  # hidden only until a script has run
_BLOCK_DISPLAYS = ("block", "flex", "grid", "table", "list-item")


def is_hidden(node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """Whether a browser does not show the element, or shows in it no more than an icon."""
    if tag in _WAITING:
        return False
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    style = _fold(attributes.get("style"))
    if "display:none" in style or "visibility:hidden" in style:
        return True
    return attributes.get("aria-hidden") == "true" and not _holds_text(node)


def is_shown_as_block(attributes: Attributes) -> bool:
    """Whether the element's style makes a block of it."""
    return _fold(attributes.get("style")).partition("display:")[2].startswith(_BLOCK_DISPLAYS)


def _fold(style: str | None) -> str:
    return "".join(style.lower().split()) if style else ""


def _holds_text(node: LexborNode) -> bool:
    """Whether there is more in the element than an icon, as far as a look at its first nodes tells."""
    length = 0
    for seen, inner in enumerate(node.traverse(include_text=True)):
        if inner.is_text_node:
            length += len((inner.text_content or "").strip())
        if length > _ICON_CHARACTERS or seen > _ICON_NODES:
            return True
    return False
