"""Tables on standard output: plain columns that grep and awk can use, fitted and with a bold head on a terminal."""

from collections.abc import Sequence
from io import StringIO
from shutil import get_terminal_size

from groats.commands import streams

Table = Sequence[Sequence[str]]


def write_tables(tables: Sequence[Table]) -> None:
    """Writes tables to standard output, a blank line between them; raises `OutputError`.

    The first row of a table is its head. Each column but the last is of numbers and stands to the right; the last is of
    names that may come from a page, and is made harmless here.
    """
    draw = _fit if streams.is_terminal_output() else "\n".join
    streams.write_stdout("\n\n".join(draw(_align(table)) for table in tables).encode() + b"\n")


def _align(table: Table) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)][:-1]
    return [
        " ".join(
            [
                *(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=True)),
                streams.printable(row[-1]),
            ]
        )
        for row in table
    ]


def _fit(lines: Sequence[str]) -> str:
    """The lines cut to the width of the terminal, the first of them bold; NO_COLOR and dumb terminals are honoured."""
    from rich.console import Console
    from rich.text import Text

    width = get_terminal_size().columns
    console = Console(file=StringIO(), force_terminal=True, width=width)
    with console.capture() as drawn:
        for number, line in enumerate(lines):
            text = Text(line, style="" if number else "bold")
            text.truncate(width, overflow="ellipsis")
            console.print(text)
    return drawn.get().removesuffix("\n")
