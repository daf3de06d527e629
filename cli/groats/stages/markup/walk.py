"""The walk over the tree: every node is met once, in order, and what a browser would show becomes drafts of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from groats.document import Form
from groats.stages.markup.boxes import Box, Cell, Draft, Item, Numbering, Table, join_names
from groats.stages.markup.declared import Declarations
from groats.stages.markup.tables import merge_rows
from groats.stages.markup.tags import load_tags

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Attributes = Mapping[str, "str | None"]

_TEXT = "-text"
_LINK = object()  # stands on the stack for an open link
_SOFT_HYPHEN = "\u00ad"
_ICON = 80  # characters: what is hidden from screen readers and no longer is an icon or a repetition
_ICON_NODES = 40
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})  # hidden until a script has run
_BLOCK_DISPLAYS = ("block", "flex", "grid", "table", "list-item")


def walk(root: LexborNode) -> tuple[list[Draft], Declarations]:
    """The blocks under `root` in order, and what the page declares of itself."""
    walker = _Walker()
    walker.run(root)
    return walker.drafts, walker.declarations


class _Walker:
    """The state of one walk: the box it is in, and the text and link text met since the last block ended."""

    __slots__ = ("after_link", "box", "broken", "declarations", "drafts", "gap", "linked", "links", "pieces", "tags")

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.declarations = Declarations()
        self.tags = load_tags()
        self.box = Box("html", 0)
        self.pieces: list[str] = []
        self.linked: list[str] = []
        self.links = 0
        self.after_link = -1
        self.gap = False
        self.broken = False

    def run(self, root: LexborNode) -> None:
        """Meet every node below `root` once, without recursion."""
        tags = self.tags
        stack: list[tuple[LexborNode, object]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag
            if tag == _TEXT:
                text = node.text_content or ""
                self.pieces.append(text)
                if self.links:
                    self.linked.append(text)
            elif tag in tags.unseen:
                self.pass_by(node, tag)
            elif tag[0] != "-":
                attributes = node.attributes
                if not (attributes and tag not in _NEVER_HIDDEN and _is_hidden(node, attributes)):
                    note = self.enter(tag, attributes, len(stack))
                    child = node.first_child
                    if child is not None:
                        stack.append((node, note))
                        node = child
                        continue
                    self.leave(note)
            following = node.next
            while following is None and stack:
                node, note = stack.pop()
                self.leave(note)
                following = node.next
            node = following if stack else None
        self.flush()

    def pass_by(self, node: LexborNode, tag: str) -> None:
        """Leave an element out; note what it declares, and that words on both sides of something seen are two."""
        if tag in self.tags.apart:
            self.pieces.append(" ")
        elif tag in Declarations.TAGS:
            self.declarations.add(tag, node)

    def enter(self, tag: str, attributes: Attributes, depth: int) -> object:
        """Begin an element; what comes back is to be given to `leave`."""
        if tag == "br":
            self.end_line()
            return None
        if tag in self.tags.block or _is_shown_as_block(attributes):
            self.flush()
            self.broken = False
            self.gap = self.gap or (tag in self.tags.spaced and not (tag in _LISTS and self.box.numbering))
            self.box = self.make_box(tag, attributes, depth)
            return self.box
        if tag == "a" and "href" in attributes:
            if self.after_link == len(self.pieces):
                self.pieces.append(" ")
            self.links += 1
            return _LINK
        if tag in self.tags.apart:
            self.pieces.append(" ")
        return None

    def leave(self, note: object) -> None:
        """End an element by what `enter` returned for it."""
        if note is _LINK:
            self.links -= 1
            self.after_link = len(self.pieces)
        elif isinstance(note, Box):
            self.flush()
            self.broken = False
            self.gap = self.gap or (note.tag in self.tags.spaced and not (note.tag in _LISTS and note.numbering and note.numbering.level > 1))
            if note.tag == "table" and note.table:
                merge_rows(self.drafts, note.table)
            self.box = note.parent or note

    def end_line(self) -> None:
        """Break the line; in a heading the line goes on, and code keeps the break."""
        form = self.box.form
        if form is Form.CODE:
            self.pieces.append("\n")
        elif form is Form.HEADING:
            self.pieces.append(" ")
        else:
            if not self.flush():
                self.gap = self.gap or self.broken
            self.broken = True

    def make_box(self, tag: str, attributes: Attributes, depth: int) -> Box:
        """The box of a block element, with what it inherits."""
        tags = self.tags
        outer = self.box
        role = attributes.get("role")
        box = Box(
            tag,
            depth,
            outer,
            tags.forms.get(tag, outer.form),
            int(tag[1]) if tag in _HEADINGS else outer.level,
            tags.landmarks.get(tag) or (role and tags.roles.get(role)) or outer.landmark,
            outer.names,
            outer.numbering,
            outer.item,
            outer.table,
            outer.cell,
        )
        if "class" in attributes or "id" in attributes:
            box.names = join_names(attributes.get("id"), attributes.get("class"), outer.names)
        if tag == "li":
            box.item = _number(outer.numbering, attributes)
        elif tag in _LISTS:
            box.numbering = _begin_list(outer.numbering, tag, attributes)
        elif tag == "table":
            if outer.table:
                outer.table.lays_out = True
            box.table = Table(len(self.drafts), lays_out=role in {"presentation", "none"})
            box.item = box.cell = None
        elif box.table and tag == "tr":
            box.table.rows += 1
            box.table.columns = 0
        elif box.table and tag in _CELLS:
            box.table.columns += 1
            box.cell = Cell(box.table, box.table.rows, box.table.columns)
        return box

    def flush(self) -> bool:
        """Make a draft of the text met since the last one; whether there was any."""
        if not self.pieces:
            return False
        raw = "".join(self.pieces).replace(_SOFT_HYPHEN, "")
        beginning = next(filter(None, map(str.strip, self.pieces)), "")
        linked = " ".join(" ".join(self.linked).split()) if self.linked else ""
        self.pieces.clear()
        self.linked.clear()
        self.after_link = -1
        text = " ".join(raw.split())
        if not text:
            return False
        box = self.box
        form, level, marker = box.form, box.level, ""
        link_share = min(1.0, len(linked) / len(text))
        if form is Form.CODE:
            text = _trim(raw)
        elif box.item and not box.item.begun and form is not Form.HEADING:
            form, level, marker = Form.LIST, box.item.level, box.item.marker
        if box.item:
            box.item.begun = True
        gap = int(self.gap and bool(self.drafts))
        self.drafts.append(Draft(text, beginning, box, form, level, marker, gap, link_share, box.cell))
        self.gap = self.broken = False
        return True


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _is_hidden(node: LexborNode, attributes: Attributes) -> bool:
    """Whether a browser does not show the element. What is only hidden from screen readers is an icon if it is short."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style:
        folded = style.replace(" ", "").lower()
        if "display:none" in folded or "visibility:hidden" in folded:
            return True
    return attributes.get("aria-hidden") == "true" and not _holds_text(node)


def _holds_text(node: LexborNode) -> bool:
    """Whether there is more text in the element than an icon's, as far as a look at its first nodes tells."""
    length = 0
    for seen, inner in enumerate(node.traverse(include_text=True)):
        if inner.tag == _TEXT:
            length += len((inner.text_content or "").strip())
        if length > _ICON or seen > _ICON_NODES:
            return True
    return False


def _is_shown_as_block(attributes: Attributes) -> bool:
    style = attributes.get("style")
    if not style or "display" not in style:
        return False
    display = style.replace(" ", "").lower().partition("display:")[2]
    return display.startswith(_BLOCK_DISPLAYS)


def _begin_list(outer: Numbering | None, tag: str, attributes: Attributes) -> Numbering:
    level = outer.level + 1 if outer else 1
    if tag != "ol":
        return Numbering(level)
    return Numbering(level, _integer(attributes.get("start"), 1))


def _number(numbering: Numbering | None, attributes: Attributes) -> Item:
    """The next item of a list, numbered as a browser does it (`value` counts on from there)."""
    if numbering is None or numbering.number is None:
        return Item("-", numbering.level if numbering else 1)
    number = _integer(attributes.get("value"), numbering.number)
    numbering.number = number + 1
    return Item(f"{number}.", numbering.level)


def _integer(value: str | None, default: int) -> int:
    """The integer that an attribute holds, the default where it holds none or one that no page means."""
    text = (value or "").strip()
    return int(text) if text.removeprefix("-").isdecimal() and len(text) <= 9 else default  # noqa: PLR2004: 32 bits


def _trim(raw: str) -> str:
    """Code without blank lines around it and without spaces at the ends of its lines."""
    lines = [line.rstrip() for line in raw.splitlines()]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)
