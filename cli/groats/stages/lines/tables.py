"""The tables of plain text: columns set apart by spaces or tabs, and the rules of Markdown."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from groats.document import Block, Form, Hints
from groats.layout import LONGEST_ROW
from groats.stages.lines.marks import read_inline

_COLUMN_GAP = re.compile(r"\t+|(?<=\S) {3,}(?=\S)")
NARROW_GAP = re.compile(r"\t+|(?<=[^\s.!?:]) {2,}(?=\S)")  # enough beside a row with a wider one
_EMPTY_FIRST = re.compile(r"(?: \t)+")  # as clean text has empty cells; other texts have tabs alone, which indent too
_BAR = re.compile(r"(?<!\\)\|")
_FRAME = re.compile(r"\+(?:[-=]++\+)++")  # around rows and between them: MySQL, pandoc, reStructuredText
_CROSSED = re.compile(r"-++(?:\+-++)++")  # below the head: psql
_FEWEST_ROWS = 2  # one line with a gap in it is a line with a gap in it


def find_rows(blocks: Sequence[Block], *, markdown: bool = False) -> list[Block]:
    """The blocks with runs of lines that have columns marked as rows of a table, their cells set apart by " | "."""
    found = list(blocks)
    for run in _find_runs(blocks):
        if len(run) >= _FEWEST_ROWS and any(_COLUMN_GAP.search(blocks[n].lines[0].text.strip()) for n in run):
            for n in run:
                found[n] = _to_row(blocks[n], markdown=markdown)
    return found


def _find_runs(blocks: Sequence[Block]) -> Iterable[Sequence[int]]:
    """The positions of blocks with columns, those together that stand directly below each other."""
    raw = [block.lines[0].text for block in blocks]
    gapped = [n for n, text in enumerate(raw) if "  " in text or "\t" in text]
    runs: list[list[int]] = [[]]
    for n in [n for n in gapped if _has_columns(blocks[n])]:
        if not runs[-1] or runs[-1][-1] != n - 1:
            runs.append([n])
        elif blocks[n].blank_before > 1:
            runs.append([])  # it is part of neither
        else:
            runs[-1].append(n)
    return runs


def _has_columns(block: Block) -> bool:
    """Whether gaps or tabs set its words apart: one in a paragraph, in an item a tab behind its mark, or two gaps.

    Safari and Word write a tab between the mark of an item and its words.
    """
    raw = block.lines[0].text.strip()
    if len(block.lines) > 1 or len(raw) > LONGEST_ROW or block.form not in {Form.PARAGRAPH, Form.LIST}:
        return False
    if block.form is Form.LIST and "\t" in raw:
        return "\t" in raw[len(block.marker) :].lstrip()
    return len(NARROW_GAP.findall(raw)) > (block.form is Form.LIST)


def _to_row(block: Block, *, markdown: bool) -> Block:
    raw = block.lines[0].text.strip()
    cells = (_COLUMN_GAP if _COLUMN_GAP.search(raw) else NARROW_GAP).split(raw)
    if markdown:
        cells = [read_inline(cell)[0] for cell in cells]
    text = " | ".join(" ".join(cell.split()) for cell in cells)
    if empty := _EMPTY_FIRST.match(block.lines[0].text):
        text = "| " * empty[0].count("\t") + text
    return block._replace(text=text, form=Form.TABLE, level=0, marker="")


def attach_rules(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each Markdown table rule (---|---) made part of the row above, and its table marked.

    A row has a cell for each column that the rule has. One with no more than one that is not empty is that cell.
    """
    attached: list[Block] = []
    columns = 0
    for are_rules, group in groupby(_open_frames(blocks), lambda block: _count_columns(block.text) > 0):
        run = list(group)
        if are_rules and not attached:
            attached.append(run.pop(0))  # no row is above it
        if are_rules and run:
            columns = _count_columns(run[-1].text)
            row = attached.pop()
            if row.form is not Form.TABLE or row.hints is None or not row.hints.cells:
                row = _read_cells(row, _count_columns(run[0].text))
            attached.append(row._replace(lines=(*row.lines, *[line for rule in run for line in rule.lines])))
        for block in () if are_rules else run:
            if "|" not in block.text or block.blank_before:
                columns = 0
            attached.append(_read_cells(block, columns) if columns and not _is_read(block) else block)
    return attached


def _open_frames(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the upper edge of each frame made part of the first row in it, and all rows in it read."""
    opened: list[Block] = []
    edge: Block | None = None
    columns = 0
    for n, block in enumerate(blocks):
        is_row = block.text.startswith("|") and block.text.endswith("|") and not block.blank_before
        below = blocks[n + 1] if n + 1 < len(blocks) else None
        if columns and is_row:
            row = _read_cells(block, columns)
            opened.append(
                row._replace(lines=(*edge.lines, *row.lines), blank_before=edge.blank_before) if edge else row
            )
            edge = None
        elif _FRAME.fullmatch(block.text) and not columns and below and below.text.startswith("|"):
            edge, columns = (block, block.text.count("+") - 1) if not below.blank_before else (None, 0)
            opened += [] if edge else [block]
        else:
            columns = columns if _FRAME.fullmatch(block.text) and not block.blank_before else 0
            opened.append(block)
    return opened


def _is_read(block: Block) -> bool:
    return block.hints is not None and bool(block.hints.cells)


def _read_cells(row: Block, columns: int) -> Block:
    """A row of a Markdown table with its cells, as many as there are columns or more."""
    cells = [read_inline(cell)[0].strip() for cell in _split(row.lines[0].text)]
    cells += [""] * (columns - len(cells))
    filled = list(filter(None, cells))
    text = row.text if len(filled) > 1 else next(iter(filled), row.text)
    return row._replace(text=text, form=Form.TABLE, hints=(row.hints or Hints())._replace(cells=tuple(cells)))


def _split(row: str) -> list[str]:
    """The cells of a row of Markdown, as they are written, without the bars at its ends."""
    row = row.strip()
    cells = _BAR.split(row)
    return cells[row.startswith("|") : len(cells) - (cells[-1] == "" and len(cells) > 1)]


def _count_columns(text: str) -> int:
    """How many columns a rule of a table has; 0 for what is none."""
    if "---" not in text and "===" not in text:
        return 0
    if _FRAME.fullmatch(text) or _CROSSED.fullmatch(text):
        return text.strip("+").count("+") + 1
    return len(_split(text)) if "|" in text and not "".join(text.split()).strip("|:+=-") else 0
