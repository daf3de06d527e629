"""What the walk over the tree notes down: the boxes of the page and the blocks in them."""

from __future__ import annotations

from dataclasses import dataclass

from groats.document import Form

_LONGEST_NAMES = 200  # characters: a dozen names, as many as say something


@dataclass(slots=True, eq=False)
class Numbering:
    """A list: the number of its next item (None where items have bullets), and how deep it is nested, from 1."""

    level: int
    number: int | None = None
    step: int = 1


@dataclass(slots=True, eq=False)
class Item:
    """A list item: its mark, the depth of its list, and whether its first text has come."""

    marker: str
    level: int
    begun: bool = False


@dataclass(slots=True, eq=False)
class Table:
    """A table: how many drafts came before it, how many rows it has so far, and whether it only lays out the page."""

    start: int
    rows: int = 0
    columns: int = 0
    lays_out: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table by its row and column, from 1."""

    table: Table
    row: int
    column: int


@dataclass(slots=True, eq=False)
class Box:
    """A block element that the walk is in, with what it hands down to those inside."""

    tag: str
    depth: int
    parent: Box | None = None
    form: Form = Form.PARAGRAPH
    level: int = 0
    landmark: str = ""
    names: str = ""
    numbering: Numbering | None = None
    item: Item | None = None
    table: Table | None = None
    cell: Cell | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A block whose lines are not yet known. `beginning` is the text of its first node."""

    text: str
    beginning: str
    box: Box
    form: Form
    level: int
    marker: str
    blank_before: int
    link_share: float
    cell: Cell | None


def join_names(identifier: str | None, classes: str | None, around: str) -> str:
    """The ids and classes, nearest first, with a space between, as many of them as fit."""
    names = " ".join([*(identifier or "").split(), *(classes or "").split(), around]).rstrip()
    return names if len(names) <= _LONGEST_NAMES else names[: _LONGEST_NAMES + 1].rpartition(" ")[0]
