"""The project's own samples: each with a table that says of every line what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from groats.document import Kind, Label
from groats.stages.decode import decode

_TABLE = ".labels.tsv"


class LabelledLine(NamedTuple):
    """What a line of a seed is: whether it stays, the labels that are right for it, and how it begins."""

    number: int
    keep: bool
    labels: tuple[Label, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed by its name, as characters, what it is read as, and what its lines are."""

    name: str
    raw: str
    kind: Kind
    lines: list[LabelledLine]


def read_labelled_seeds(seeds: Path, tables: Path) -> Iterator[Seed]:
    """The seeds of a folder that have a table in another, in the order of their names."""
    for path in sorted(seeds.glob("*.*")):
        table = tables / f"{path.stem}{_TABLE}"
        if table.exists():
            kind: Kind = "html" if path.suffix == ".html" else "text"
            yield Seed(path.stem, decode(path.read_bytes()).text, kind, read_table(table))


def read_table(path: Path) -> list[LabelledLine]:
    """The rows of a table: line, keep or drop, label (alternatives between |), and how the line begins."""
    rows = [row.split("\t", 3) for row in path.read_text("utf-8").splitlines()[1:]]
    return [
        LabelledLine(int(number), side == "keep", tuple(map(Label, labels.split("|"))), text)
        for number, side, labels, text in rows
    ]
