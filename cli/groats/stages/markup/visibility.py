"""What the attributes of an element say of whether and how a browser shows it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from groats.stages.markup.fold_names import is_copy, is_fold, is_veil, load_folds

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Attributes = Mapping[str, "str | None"]

HIDING = frozenset({"hidden", "style", "aria-hidden"})  # an element with none of these attributes is shown

_ICON_CHARACTERS = 80  # what screen readers are not told and is no longer than this is an icon, or said elsewhere
_ICON_NODES = 40
_WAITING = frozenset({"html", "body", "main", "article"})  # hidden only until a script has run
_BLOCK_DISPLAYS = ("block", "flex", "grid", "table", "list-item")
_AROUND = frozenset({"nav", "header", "footer", "aside", "form"})  # landmarks in which nothing is to be unfolded
_NEVER_FOLDS = frozenset({"dialog", "nav", "header", "footer", "aside", "form", "select", "ul", "ol"})


class Sight(Enum):
    """How an element is seen: at once, when its reader or a script unfolds it, or not at all."""

    SHOWN = 1
    FOLDED = 2
    HIDDEN = 3


def find_sight(node: LexborNode, tag: str, attributes: Attributes, landmark: str) -> Sight:
    """How an element is seen that has one of the attributes in `HIDING` and stands in a landmark ("" for none).

    Tab panels, answers and texts to "read more" are folded though they are hidden, by their role or their names (see
    `data/folds.toml`): people who noted what a page says counted them as read. What is not is not meant to be read
    where it stands. `aria-hidden` hides no more than icons.
    """
    if tag in _WAITING:
        return Sight.SHOWN
    style = _fold(attributes.get("style"))
    hidden = attributes.get("hidden", "until-found") != "until-found"
    if hidden or "display:none" in style or "visibility:hidden" in style:
        names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower()
        if is_copy(names):
            return Sight.SHOWN
        return Sight.FOLDED if _is_folded(tag, attributes, names, landmark) else Sight.HIDDEN
    if attributes.get("aria-hidden") == "true" and not _holds_text(node):
        return Sight.HIDDEN
    return Sight.SHOWN


def is_shown_as_block(attributes: Attributes) -> bool:
    """Whether the element's style makes a block of it."""
    return _fold(attributes.get("style")).partition("display:")[2].startswith(_BLOCK_DISPLAYS)


def _is_folded(tag: str, attributes: Attributes, names: str, landmark: str) -> bool:
    """Whether a hidden element is to be unfolded, by its role, attributes and names and by what it stands in."""
    if landmark in _AROUND or tag in _NEVER_FOLDS:
        return False
    if is_veil(names):
        return False
    folds = load_folds()
    return attributes.get("role") in folds.roles or not folds.attributes.isdisjoint(attributes) or is_fold(names)


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
