"""Rows of Markdown that lay out a page: writers put all that is in a cell, tables too, into the one line of its row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from groats.document import Line
from groats.layout import LONGEST_ROW
from groats.stages.lines.marks import Style, read_marks

_LONGEST_CELL = 300  # characters, as in HTML: more is prose in a column of the page
_BAR = re.compile(r"(?<![^\s|])\|(?![^\s|])")  # none in a word or an address, nor one that is escaped
_PARAGRAPH = re.compile(r"\S+(?:\s\S+)*")  # a blank line became two spaces
_RULE = re.compile(r":?-{3,}:?")
_MARKDOWN = Style(markdown=True, link_numbers=False)


def open_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each row that lays out a page taken apart: a line for each paragraph in its cells.

    The span of such a line reaches to where the next one begins, so all of them together still give the input back.
    """
    laid_out = {n for n, line in enumerate(lines) if len(line.text) > LONGEST_ROW and _lays_out(line.text.strip())}
    if not laid_out:
        return tuple(lines)
    opened = (part for n, line in enumerate(lines) for part in (_open(line) if n in laid_out else (line,)))
    return tuple([line._replace(number=number) for number, line in enumerate(opened, start=lines[0].number)])


def _lays_out(row: str) -> bool:
    """Whether the row is longer than any that is read as data, and prose is in a cell of it; addresses do not count."""
    if not (row.startswith("|") and row.endswith("|")):
        return False
    text = read_marks(row, _MARKDOWN).text
    return len(text) > LONGEST_ROW and max(map(len, _BAR.split(text))) > _LONGEST_CELL


def _open(line: Line) -> Iterator[Line]:
    """A line for each paragraph of the row, without bars and the rules of the tables in it; never none."""
    paragraphs = list(_PARAGRAPH.finditer(_BAR.sub(" ", line.text)))
    told = [paragraph for paragraph in paragraphs if not _RULE.fullmatch(paragraph[0])] or paragraphs[:1]
    starts = [line.start, *[line.start + paragraph.start() for paragraph in told[1:]], line.end]
    for paragraph, (start, end) in zip(told, pairwise(starts), strict=True):
        yield line._replace(start=start, end=end, text=paragraph[0])
