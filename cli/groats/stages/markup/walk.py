"""The walk over the tree: every node is met once, in order, and what a browser would show becomes drafts of blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from groats.document import Form
from groats.stages.markup.boxes import Box, Draft, Fold, Scope, name_box
from groats.stages.markup.declared import Declarations
from groats.stages.markup.folds import settle_folds
from groats.stages.markup.gaps import Gaps
from groats.stages.markup.inline import Inline
from groats.stages.markup.machinery import is_link_to_itself, is_machinery, is_note, is_post, read_formula
from groats.stages.markup.numbering import take_marker
from groats.stages.markup.replaced import REPLACED, is_replaced, signs_quote
from groats.stages.markup.scopes import LISTS, find_shaping, hand_down
from groats.stages.markup.streamed import is_part, number_of
from groats.stages.markup.tables import merge_rows
from groats.stages.markup.visibility import HIDING, Attributes, Sight, find_sight, is_shown_as_block
from groats.stages.markup.word_breaks import begins_element, may_part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from selectolax.lexbor import LexborNode

    from groats.stages.markup.tags import Tags

    End: TypeAlias = Callable[[], None]  # what is done where an element ends

# Members of an enumeration take ten times as long to look up as these.
_SHOWN, _FOLDED, _HIDDEN = Sight
_PARAGRAPH, _HEADING, _CODE, _ITEM, _QUOTE = Form.PARAGRAPH, Form.HEADING, Form.CODE, Form.LIST, Form.QUOTE

_TELLING = HIDING | {"itemprop"}  # attributes that say something of any element
_TEXT = "-text"
_COMMENT = "-comment"
_BOLD_TAGS = frozenset({"b", "strong"})
_MARKS = {"code": "code", "kbd": "code", "samp": "code", "tt": "code", "sub": "sub", "sup": "sup"}
_MARKUP = re.compile(r"<[^>]*+>?")


class Walk:
    """One walk over a tree.

    Afterwards `drafts` are the blocks of the page in order, `declarations` what it says of itself, `unscripted` the
    number of characters in <noscript> and <template> elements, `hidden` that in elements which a browser hides.
    """

    __slots__ = (
        "_adds_notes", "_box", "_gaps", "_inline", "_notes", "_reveals", "_shaping", "_streamed", "_tags",
        "declarations", "drafts", "hidden", "unscripted",
    )  # fmt: skip

    def __init__(
        self,
        root: LexborNode,
        tags: Tags,
        streamed: Mapping[str, LexborNode],
        *,
        reveals: bool = False,
    ) -> None:
        """Walk over `root` and all below it, `streamed` parts in their places, hidden ones too if it `reveals`."""
        self.drafts: list[Draft] = []
        self.declarations = Declarations()
        self.unscripted = 0
        self.hidden = 0
        self._tags = tags
        self._shaping = find_shaping(tags)
        self._streamed = dict(streamed)
        self._reveals = reveals
        self._box = Box("", 0, None, Scope())
        self._inline = Inline()
        self._notes: list[LexborNode] = []  # that stand in the sentences of the block that the walk is in
        self._adds_notes = False
        self._gaps = Gaps()
        self.declarations.put("lang", root.attributes.get("lang"))
        self._run(root)
        for number in streamed:  # parts whose places are not on the page, or in each other
            if part := self._streamed.pop(number, None):
                self._run(part)
        self._add_notes()
        self.drafts = settle_folds(self.drafts)

    def _run(self, root: LexborNode) -> None:  # noqa: C901, PLR0912 - thousands of nodes: a call for each takes as long again
        """Meet every node of a tree in order, with an explicit stack: no nesting is too deep."""
        pieces, add, unseen, block = self._inline.pieces, self._inline.add, self._tags.unseen, self._tags.block
        stack: list[tuple[LexborNode, End | None]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or _COMMENT
            if tag == _TEXT:
                text = node.text_content or ""
                if pieces:
                    last, first = pieces[-1][-1:], text[:1]
                    if last > " " < first and may_part(last, first) and begins_element(node):
                        self._inline.part_words()
                    add(text)
                elif not text.isspace() or self._box.scope.form is _CODE:
                    add(text)
            elif tag in unseen:
                inside = self._pass_by(node, tag)
                if inside is not None:
                    stack.append((node, None))
                    node = inside
                    continue
            elif tag != _COMMENT:
                attributes = node.attributes
                sight = _SHOWN
                if tag in REPLACED and is_replaced(node, tag, attributes, self._inline.pieces, self._box):
                    sight = _HIDDEN
                elif attributes:
                    if not _TELLING.isdisjoint(attributes):
                        sight = self._look(node, tag, attributes, is_root=node is root)
                    classes = attributes.get("class")
                    if (tag == "a" and not self._inline.is_link and is_link_to_itself(node, attributes)) or (
                        classes and (is_machinery(node, classes) or (pieces and self._puts_off(node, classes)))
                    ):
                        sight = _HIDDEN
                if sight is not _HIDDEN:
                    enter = self._enter_block if tag in block else self._enter
                    end = enter(node, tag, attributes, len(stack), sight)
                    inside = node.first_child
                    if inside is not None:
                        stack.append((node, end))
                        node = inside
                        continue
                    if end is not None:
                        end()
            following = node.next
            while following is None and stack:
                node, end = stack.pop()
                if end is not None:
                    end()
                following = node.next
            node = following if stack else None
        self._flush()

    def _pass_by(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Leave an element out; note what it declares, and that the words on both sides of something seen are two.

        What comes back is what stands in its place after all: the beginning of a part that was sent later.
        """
        if tag in self._tags.apart:
            self._inline.part()
        elif tag in Declarations.TAGS:
            self.declarations.add(tag, node)
        elif tag in {"noscript", "noframes"} and node.first_child is not None:
            self.unscripted += _count_characters(node.first_child.text_content or "")
        elif tag == "template":
            part = self._streamed.pop(number_of(node), None) if self._streamed else None
            if part is not None:
                return part.first_child
            self.unscripted += _count_characters(node.html or "")
        return None

    def _look(self, node: LexborNode, tag: str, attributes: Attributes, *, is_root: bool) -> Sight:
        """How an element is seen that says something of itself; notes what it declares, or how much is hidden."""
        sight = _SHOWN if is_root else find_sight(node, tag, attributes, self._box.scope.landmark)
        if sight is _HIDDEN:
            if is_part(attributes):
                return sight  # it comes in its place
            if not self._reveals:
                self.hidden += len(node.text())
                return sight
            sight = _FOLDED
        if "itemprop" in attributes:
            self.declarations.add_property(node, attributes)
        return sight

    def _enter(self, node: LexborNode, tag: str, attributes: Attributes, depth: int, sight: Sight) -> End | None:
        """Begin an element; what comes back is to be called where it ends."""
        if tag == "a":
            return self._enter_link(node, attributes)
        if tag == "br":
            self._end_line()
        elif (
            sight is _FOLDED
            or ("style" in attributes and is_shown_as_block(attributes))
            or signs_quote(tag, self._inline.pieces, self._box)
        ):
            return self._enter_block(node, tag, attributes, depth, sight)
        elif tag in _BOLD_TAGS:
            self._inline.begin_bold()
            return self._inline.end_bold
        elif tag in _MARKS:
            self._inline.begin_mark(_MARKS[tag])
            return self._inline.end_mark
        elif tag in self._tags.apart:
            self._inline.part()
            if tag == "img" and (formula := read_formula(attributes)):
                self._inline.pieces.append(formula)
            return self._inline.part
        elif tag == "time":
            self.declarations.put("time", attributes.get("datetime"))
        return None

    def _enter_block(self, node: LexborNode, tag: str, attributes: Attributes, depth: int, sight: Sight) -> End:
        """Begin an element that a browser shows as a block, see `_enter`: its box, or in code a line."""
        outer = self._box
        scope = outer.scope
        if scope.form is _CODE:
            self._inline.end_line()
            return self._inline.end_line
        self._break_block(tag, scope)
        if tag == "blockquote" and is_post(attributes.get("class") or ""):
            tag = "div"
        if tag in self._shaping or sight is _FOLDED or "role" in attributes:
            scope = hand_down(scope, node, attributes, self._tags, len(self.drafts))
            if sight is _FOLDED:
                scope = scope._replace(fold=Fold(), origin="hidden" if self._reveals else "folded")
        self._gaps.is_box_empty = False
        self._box = Box(tag, depth, outer, scope, *name_box(tag, attributes, outer.names))
        return self._leave_block

    def _enter_link(self, node: LexborNode, attributes: Attributes) -> End | None:
        if "rel" in attributes:
            self.declarations.add("a", node)
        if "href" not in attributes:
            return None
        self._inline.begin_link(attributes.get("href") or "")
        return self._inline.end_link

    def _leave_block(self) -> None:
        box = self._box
        self._break_block(box.tag, box.scope)
        self._gaps.leave_box(box.tag)
        self._box = box.outer or box  # only the outermost has none, and it is not left
        if box.tag == "table" and box.scope.table is not None:
            merge_rows(self.drafts, box.scope.table)
        if self._notes:
            self._add_notes()

    def _puts_off(self, node: LexborNode, classes: str) -> bool:
        """Whether an element in a sentence is a note, which comes when the block has ended."""
        is_put_off = is_note(classes)
        self._notes += [node] if is_put_off else []
        return is_put_off

    def _add_notes(self) -> None:
        """Go on with the notes that stand in the sentences of the block that has ended, and with those in them."""
        if not self._adds_notes:
            self._adds_notes = True
            for note in self._notes:  # which grows meanwhile
                self._run(note)
            self._notes.clear()
            self._adds_notes = False

    def _break_block(self, tag: str, scope: Scope) -> None:
        """End the block before a tag, with a gap if a browser leaves one; the lists in a list have none."""
        if self._inline.pieces:
            self._flush()
        self._gaps.is_after_break = False
        if tag in self._tags.spaced and not (scope.item is not None and tag in LISTS):
            self._gaps.is_due = True

    def _end_line(self) -> None:
        """Break the line. A heading goes on; code keeps the break; two breaks are a gap."""
        form = self._box.scope.form
        if form is _CODE:
            self._inline.pieces.append("\n")
        elif form is _HEADING:
            self._inline.part()
        else:
            self._gaps.meet_break(ends_text=self._flush())

    def _flush(self) -> bool:
        """Make a draft of the text met since the last one; whether there was any."""
        scope = self._box.scope
        form, level, item, marker = scope.form, scope.level, scope.item, ""
        run = self._inline.take(is_code=form is _CODE)
        if run is None:
            return False
        if form is not _CODE and item is not None:
            if form is _PARAGRAPH and not item.begun and take_marker(item, run.text):
                return False
            if form is _PARAGRAPH and not item.begun:
                form, level, marker = _ITEM, item.level, item.marker
            item.begun = True
        gap = int(self._gaps.take() and bool(self.drafts))
        text, beginning, share, links, is_bold, marks = run
        self.drafts.append(
            Draft(text, beginning, self._box, form, level, marker, gap, share, links, is_bold, marks=marks)
        )
        return True


def _count_characters(markup: str) -> int:
    """The characters of markup that are neither tags nor white space."""
    return len("".join(_MARKUP.sub("", markup).split()))
