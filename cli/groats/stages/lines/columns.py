"""Columns of a page that stand side by side, as text browsers and `pdftotext -layout` set them: read one by one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, count, groupby, pairwise
from operator import itemgetter

from groats.document import Line
from groats.stages.lines.unwrap import WIDE
from groats.stages.lines.xy_cut import GAP, SECOND_HALF, Cell, Part, cut_part

_FEWEST = 6  # rows with a gap in a page of columns
# Rows that go on in columns: of 1,200 pages by w3m, elinks and links those with an article in a column have 30 and
# more. Of 2,559 pages as Chromium's text none is cut.
_FEWEST_GOING_ON = 25
_WIDEST = 400  # columns of the terminal: longer lines are of no page that was laid out
_TAB = re.compile(r"[\t\0]")  # no text browser writes any
_SHEET = "\f"  # that begins another sheet of paper: no column goes on there
_BLANK = Line(0, 0, 0, "")


def cut_columns(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[list[Line]]]:
    """The lines, with a line for each column in rows of columns side by side; and the same in the order of reading.

    That is a list for each part of the page, to be read by itself, with a blank line where it has nothing in a row. The
    spans of the lines, put together, are those of the lines given. Takes linear time.
    """
    if sum([GAP.search(line.text) is not None for line in lines if "  " in line.text]) < _FEWEST:
        return tuple(lines), [list(lines)]
    stretches = [(rows, _spread(rows) if is_laid_out else []) for is_laid_out, rows in _find_stretches(lines)]
    cuts = [cut_part([Cell(n, 0, text) for n, text in enumerate(spread)]) for _, spread in stretches]
    if sum([cut.in_columns for cut in cuts]) < _FEWEST_GOING_ON:
        return tuple(lines), [list(lines)]
    shown: list[Line] = []
    order: list[list[int | None]] = [[]]  # places in `shown`, None for a blank line
    for (rows, spread), (parts, *_) in zip(stretches, cuts, strict=True):
        if len(parts) == 1:
            order[-1] += range(len(shown), len(shown) + len(rows))
            shown += rows
            continue
        cells = _by_row(parts)
        places: dict[Cell, int] = {}
        for n, row in enumerate(rows):
            places |= dict(zip(cells[n], count(len(shown)), strict=False))
            shown += _open(row, spread[n], cells[n])
        first, *others = [[places.get(cell) for cell in part] for part in parts]
        order[-1] += first
        order += others
    numbered = tuple([line._replace(number=number) for number, line in enumerate(shown, start=lines[0].number)])
    return numbered, [[_BLANK if n is None else numbered[n] for n in part] for part in order]


def _find_stretches(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines between which no column can go on, and whether columns may be in them."""
    sheets = accumulate([line.text.startswith(_SHEET) for line in lines])
    is_laid_out = [len(line.text) <= _WIDEST and not _TAB.search(line.text) for line in lines]
    for (_, may_have_columns), stretch in groupby(zip(sheets, is_laid_out, lines, strict=True), key=itemgetter(0, 1)):
        yield may_have_columns, [line for *_, line in stretch]


def _spread(rows: Sequence[Line]) -> list[str]:
    """The text of each row with a character for each column of the terminal."""
    texts = [row.text.lstrip(_SHEET).rstrip() for row in rows]
    return [text if text.isascii() else WIDE.sub(_spread_wide, text) for text in texts]


def _spread_wide(wide: re.Match[str]) -> str:
    return SECOND_HALF.join((*wide[0], ""))


def _by_row(parts: Sequence[Part]) -> dict[int, list[Cell]]:
    """The cells with text of each row from left to right."""
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in sorted(cell for part in parts for cell in part if cell.text.strip()):
        cells[cell.row].append(cell)
    return cells


def _open(row: Line, spread: str, cells: Sequence[Cell]) -> Iterator[Line]:
    """A line for each cell of a row; the row itself if it has none."""
    if not cells:
        yield row
        return
    before = len(row.text) - len(row.text.lstrip(_SHEET))
    columns = [(cell.left, cell.left + len(cell.text)) for cell in cells]
    spans = [[before + end - spread.count(SECOND_HALF, 0, end) for end in ends] for ends in columns]
    starts = (row.start, *[row.start + start for start, _ in spans[1:]], row.end)
    for (start, end), (first, last) in zip(spans, pairwise(starts), strict=True):
        yield row._replace(start=first, end=last, text=row.text[start:end])
