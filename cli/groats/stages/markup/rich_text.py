"""Rich text in data, a list of blocks with inline pieces in them, as HTML.

Editors write it in many dialects (Portable Text, ProseMirror, Slate, Draft.js, Editor.js, Contentful, ...), which agree
that a block says of what type it is, and differ in where it has its text.
"""

import html
import re
from typing import Any

_TYPES = ("style", "_type", "type", "nodeType", "blockName", "__typename")  # where a block says what it is
_INSIDE = ("children", "content", "data", "model", "blocks", "attributes", "items")  # where the pieces of a block are
_TEXTS = ("text", "value", "html", "innerHTML", "content")  # and where the text of a piece is
# What a type is once it has neither signs nor the name of its dialect.
_PARAGRAPHS = frozenset({"block", "normal", "p", "paragraph", "text", "unstyled"})
_TAGS = {
    **dict.fromkeys(("blockquote", "quote"), "blockquote"),
    **dict.fromkeys(("li", "listitem", "orderedlistitem", "unorderedlistitem"), "li"),
    **dict.fromkeys(("bulletedlist", "bulletlist", "list", "ul", "unorderedlist"), "ul"),
    **dict.fromkeys(("numberedlist", "ol", "orderedlist"), "ol"),
    **dict.fromkeys(("code", "codeblock", "pre"), "pre"),
    **dict.fromkeys(_PARAGRAPHS, "p"),
}
_HOLDING = frozenset({"blockquote", "li", "ul", "ol"})  # other blocks, or text
_HEADING = re.compile(r"(?:h|head(?:er|ing))(?:([1-6])|one|two|three|four|five|six)?")
_SIGNS = re.compile(r"core/|[^a-z0-9]+")
_INLINE_TAG = re.compile(r"</?(?:a|b|br|em|i|p|span|strong)\b[^<>]*>", re.IGNORECASE)
_DEEPEST = 20  # blocks in each other
_LEVEL = 2  # of a heading that does not say its own

Node = dict[str, Any]


def read_blocks(value: object) -> str:
    """The HTML of a list of blocks of which some are paragraphs, by their types; "" for any other value."""
    if not isinstance(value, list):
        return ""
    nodes = [node for node in value if isinstance(node, dict)]
    if all(_name_tag(node) != "p" for node in nodes):
        return ""
    return "".join(_write_block(node, _DEEPEST) for node in nodes)


def _write_block(node: Node, deepest: int) -> str:
    """A block with what stands in it, "" for one that is no text: a picture, a form, a list of other articles."""
    tag = _name_tag(node)
    if not tag or not deepest:
        return ""
    inner = ""
    if tag in _HOLDING:
        inner = "".join(_write_item(item, deepest - 1) for item in _find_held(node))
    if not inner:
        text = _join_text(node, deepest)
        inner = text if _INLINE_TAG.search(text) else html.escape(html.unescape(text), quote=False)
    return f"<{tag}>{inner}</{tag}>" if inner.strip() else ""


def _write_item(item: object, deepest: int) -> str:
    """What a list or a quote holds: a block, or the text of an item."""
    if isinstance(item, str):
        return f"<li>{item}</li>"
    if not isinstance(item, dict):
        return ""
    return _write_block(item if _name(item) else {"type": "li", **item}, deepest)


def _find_held(node: Node) -> list[object]:
    """The blocks in a block, [] where it holds inline pieces."""
    for key in _INSIDE:
        held = node.get(key)
        if isinstance(held, dict):
            held = held.get("items")
        if isinstance(held, list) and any(isinstance(item, str) or _holds(item) for item in held):
            return held
    return []


def _holds(item: object) -> bool:
    return isinstance(item, dict) and _name(item) != "text" and bool(_name_tag(item) or not _name(item))


def _join_text(node: Node, deepest: int) -> str:
    """The text of a block or piece: its own, else that of the pieces in it one behind the other."""
    for key in _TEXTS:
        if isinstance(text := node.get(key), str):
            return text
    if not deepest:
        return ""
    for key in _INSIDE:
        inside = node.get(key)
        pieces = inside if isinstance(inside, list) else [inside]
        texts = [_join_text(piece, deepest - 1) for piece in pieces if isinstance(piece, dict)]
        if any(texts):
            return "".join(text or " " for text in texts)  # a piece without text is a break
    return ""


def _name_tag(node: Node) -> str:
    """The tag of HTML that a block is, "" for what is none that holds text."""
    if node.get("listItem"):
        return "li"
    name = _name(node)
    if heading := _HEADING.fullmatch(name):
        return f"h{heading[1] or _find_level(node)}"
    return _TAGS.get(name, "")


def _name(node: Node) -> str:
    """The type of a block in small letters, "" if it has none."""
    for key in _TYPES:
        name = node.get(key)
        if isinstance(name, str) and (key != "style" or "_type" in node):
            return _SIGNS.sub("", name.lower())
    return ""


def _find_level(node: Node) -> int:
    """The level of a heading, where it says one."""
    for holder in (node, node.get("attrs"), node.get("data"), node.get("attributes")):
        if isinstance(holder, dict) and holder.get("level") in range(1, 7):
            return int(holder["level"])
    return _LEVEL
