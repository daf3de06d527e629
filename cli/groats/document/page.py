"""A page as it was read: characters, lines, blocks, and what its markup says of them.

Lines, blocks and hints are named tuples, made in half the time of a frozen dataclass: a page has hundreds of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from typing import Any, Literal, NamedTuple, TypeVar

from groats.unicode_ranges import STOPS_ALONE

Kind = Literal["text", "html"]
_QUOTES = "”’»)」』】》"  # that close what a sentence may end with
_Row = TypeVar("_Row", bound=tuple[Any, ...])


def make_all(kind: type[_Row], rows: Iterable[tuple[Any, ...]]) -> Iterator[_Row]:
    """A named tuple of each row, which has a value for each field: in a quarter of the time of `_make`."""
    return map(tuple.__new__, repeat(kind), rows)


@dataclass(frozen=True, slots=True)
class Source:
    """The input as characters, and how it was read.

    `encoding` is the Python codec that the bytes were read with ("str" for input that was characters already).
    `repaired` counts the bytes that this codec could not read and that were mended one by one.
    """

    text: str
    encoding: str
    size: int
    repaired: int = 0


class Line(NamedTuple):
    """One line of the input: its number from 1, its span in `Source.text`, and its text as a reader sees it.

    The span includes the line's terminator: the spans of all lines of a page, put together, give the source back.
    Where a row of Markdown lays out the page, each paragraph in it is a line of its own; so is what one row has in each
    of several columns side by side, each of the blocks, sentences and scripts that a dump set beside each other in a
    line, and each line of a page that came as a string.
    """

    number: int
    start: int
    end: int
    text: str

    @property
    def joint(self) -> str | None:
        """What parts it from the next sentence of the same line of the input, a space or nothing; None if none follows.

        Two spaces, or nothing after a stop that asks for a space, are what is left of the tags between two blocks.
        """
        if self.end - self.start != len(self.text):
            return None
        if self.text.endswith(" "):
            return None if self.text.endswith("  ") else " "
        return "" if self.text.rstrip(_QUOTES).endswith(tuple(STOPS_ALONE)) else None


class Link(NamedTuple):
    """A link in the text of a block: its words, its address as the page has it, and where they begin; -1 if unknown."""

    words: str
    address: str
    start: int = -1


class Mark(NamedTuple):
    """Words in the text of a block that are marked, as "code", "sup" or "sub", and where they begin."""

    words: str
    kind: str
    start: int


class Hints(NamedTuple):
    """What markup says of a block; plain text has none, Markdown only the share of link text.

    `tag` is the block's own element; `landmark` the nearest of main, article, nav, aside, header, footer, form around;
    `depth` counts the elements around it; `link_share` is the share (0 to 1) of its characters that are link text;
    `names` are the ids and classes around it, nearest first, space-separated. `origin` says where it stands that a
    browser does not show at once: "folded", "hidden", "noscript", "template", "json-ld" or "data" ("" where it does).
    `links` are those in its text, in order. `box` is the place of the block's element in `Page.boxes`. `is_bold` says
    that all of its text is in <b> or <strong>. `cells` are those of a row of a table of data, one for each column of
    the table; () for what is none. `marks` are the words in its text that are code or set high or low, in order, none
    in another.
    """

    link_share: float = 0.0
    tag: str = ""
    landmark: str = ""
    depth: int = 0
    names: str = ""
    origin: str = ""
    links: tuple[Link, ...] = ()
    box: int = 0
    is_bold: bool = False
    cells: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


class Form(StrEnum):
    """The form of a block, by its marks in text or its tags in HTML; says nothing of whether it is content."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


class Block(NamedTuple):
    """One or more lines of the input that read as one: a paragraph (hard-wrapped or not), an item, a row, a heading.

    `text` is what a reader reads: white space folded, marks and indentation taken off (in code both are kept,
    with line feeds between its lines; the cells of a table row are separated by " | ").
    `lines` are the input lines it was made of, at least one. `marker` is the list mark as the source has it
    ("*", "-", "1."), `level` the heading's level (1 to 6, 0 unknown) or the list item's depth (from 1).
    `blank_before` counts the blank lines above, but for those that doubled ends of lines made; `indent` is the first
    line's, in columns.
    """

    text: str
    lines: tuple[Line, ...]
    form: Form = Form.PARAGRAPH
    level: int = 0
    marker: str = ""
    indent: int = 0
    blank_before: int = 0
    hints: Hints | None = None


class Element(NamedTuple):
    """A box of the markup: the place in `Page.boxes` of the one around it, -1 for none, and its tag and classes.

    `names` are what its author calls it: id, classes, role and property, space-separated.
    """

    outer: int
    look: str
    names: str = ""

    @property
    def tag(self) -> str:
        """What its look begins with."""
        return self.look.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lines and blocks, with what its markup declares, or the header that a converter wrote above its text.

    Every non-blank line belongs to exactly one block; these stand in the order of reading, which is that of their
    first lines but where columns stand side by side. `declared` holds the pairs (name, value) of an HTML head and
    its JSON-LD in document order: ("title", ...), ("lang", ...), ("meta:og:title", ...), ("ld:headline", ...),
    ("time", ...), ("canonical", ...), ("base", ...); or those of a text's header: ("header:title", ...). `warnings`
    names what had to be cut ("nesting_cut", "tags_cut", ...). `boxes` are the block elements with text in them or
    below, the outer before the inner; () for text. `header` counts the lines of the header above a text, `references`
    those below it: the list that says where its links lead, or the licence of a book. Neither is part of the page.
    `edges` are the numbers of the lines at the edges of the sheets of a printed text: a block may go on behind some.
    `message` are those of the headers of messages within a text, and of the signature of a mail. `times` are those of
    a transcript that say when something is said, and nothing else, and `said` those that say what. `fields`
    are those of the fields of a database's export.
    """

    kind: Kind
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    declared: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    boxes: tuple[Element, ...] = ()
    header: int = 0
    references: int = 0
    edges: frozenset[int] = frozenset()
    message: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()

    @property
    def is_binary(self) -> bool:
        """Whether the input is no text but a picture, a document or an archive: nothing of it is kept or told."""
        return "binary" in self.warnings
