"""What the walk over the tree notes down: the boxes of the page and the blocks in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from groats.document import Form, Link, Mark
from groats.stages.markup.visibility import Attributes

_LONGEST_NAMES = 200  # characters: a dozen names, as many as say something
_LONGEST_LOOK = 60  # characters of the classes by which like boxes are known


@dataclass(slots=True, eq=False)
class Numbering:
    """A list: how deep it is nested, from 1, and the number of its next item (None where items have bullets).

    `kind` is what it counts in, as the `type` of <ol> has it.
    """

    level: int
    number: int | None = None
    step: int = 1
    kind: str = "1"


@dataclass(slots=True, eq=False)
class Item:
    """A list item: its mark, the depth of its list, and whether its first text has come."""

    marker: str
    level: int
    begun: bool = False


@dataclass(slots=True, eq=False)
class Table:
    """A table: how many drafts came before it, where in it the walk is, and whether it only lays out the page.

    `columns` are those in which a cell begins; `reserved` says of a column down to which row a cell above reaches;
    `heads` counts the cells of the first row that are tagged as heads of columns.
    """

    start: int
    lays_out: bool
    row: int = 0
    column: int = 0
    columns: set[int] = field(default_factory=set)
    reserved: dict[int, int] = field(default_factory=dict)
    heads: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table, by its row and column from 1."""

    table: Table
    row: int
    column: int


@dataclass(slots=True, eq=False)
class Fold:
    """A part of the page that a browser hides until its reader, or a script, shows it: what is under one heading."""


class Scope(NamedTuple):
    """What an element hands down to all that is in it. `origin` is that of `groats.document.Hints`."""

    form: Form = Form.PARAGRAPH
    level: int = 0
    landmark: str = ""
    numbering: Numbering | None = None
    item: Item | None = None
    table: Table | None = None
    cell: Cell | None = None
    fold: Fold | None = None
    origin: str = ""


@dataclass(slots=True, eq=False)
class Box:
    """A block element that the walk is in.

    `depth` counts the elements around it; `names` are its ids and classes and those around it, nearest first;
    `look` is its tag and its classes, by which like boxes are known; `own` are the names it has itself.
    """

    tag: str
    depth: int
    outer: Box | None
    scope: Scope
    names: str = ""
    look: str = ""
    own: str = ""


def name_box(tag: str, attributes: Attributes, around: str) -> tuple[str, str, str]:
    """The `names`, `look` and `own` of a box within one of the names `around`."""
    names, look, own = around, tag, ""
    if "class" in attributes or "id" in attributes:
        classes, identity = attributes.get("class") or "", attributes.get("id") or ""
        look = f"{tag} {classes[:_LONGEST_LOOK]}"
        own = f"{classes} {identity}"
        names = f"{identity} {classes} {around}"
        if len(names) > _LONGEST_NAMES:
            names = names[: _LONGEST_NAMES + 1].rpartition(" ")[0]
    if "role" in attributes:
        own = f"{own} role={attributes['role'] or ''}"
    if "itemprop" in attributes:
        own = f"{own} prop={attributes['itemprop'] or ''}"
    return names, look, own


@dataclass(slots=True, eq=False)
class Draft:
    """A block whose lines are not yet known. `beginning` is what its first line in the source begins with.

    `links`, `is_bold`, `cells` and `marks` are those of `groats.document.Hints`.
    """

    text: str
    beginning: str
    box: Box
    form: Form
    level: int
    marker: str
    blank_before: int
    link_share: float
    links: tuple[Link, ...] = ()
    is_bold: bool = False
    cells: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
