"""Tables of data, told from tables that lay out a page."""

from dataclasses import replace
from itertools import groupby

from groats.document import Form
from groats.stages.markup.boxes import Draft, Table

_LONGEST_CELL = 300  # characters: more is prose in a column of the page
_FEWEST_COLUMNS = 2
_MOST_DRAFTS = 4  # in a cell: lines of an address are data, a column of the page is not
_SEPARATOR = " | "


def merge_rows(drafts: list[Draft], table: Table) -> None:
    """Make one draft of each row of a table of data, in place; a table that lays out the page stays as it is."""
    if table.lays_out:
        return
    inside = drafts[table.start :]
    if not _is_data(inside):
        return
    merged: list[Draft] = []
    for row, members in groupby(inside, _row):
        row_drafts = list(members)
        merged += [_merge(row_drafts)] if row else row_drafts
    drafts[table.start :] = merged


def _row(draft: Draft) -> int:
    """The row of the table that the draft is in, 0 for what is in none: the caption."""
    cell = draft.box.scope.cell
    return cell.row if cell else 0


def _column(draft: Draft) -> int:
    cell = draft.box.scope.cell
    return cell.column if cell else 0


def _is_data(drafts: list[Draft]) -> bool:
    """Whether there are columns, and no cell is more than a few words or lines."""
    for _, members in groupby(drafts, lambda draft: draft.box.scope.cell):
        cell = list(members)
        if len(cell) > _MOST_DRAFTS or sum(len(draft.text) for draft in cell) > _LONGEST_CELL:
            return False
        if any(draft.form in {Form.CODE, Form.HEADING} for draft in cell):
            return False
    return max(map(_column, drafts), default=0) >= _FEWEST_COLUMNS


def _merge(row: list[Draft]) -> Draft:
    """The row as one draft. An empty cell keeps its place, unless there is but one that is not."""
    cells = [""] * max(map(_column, row))
    for draft in row:
        place = _column(draft) - 1
        cells[place] = f"{cells[place]} {draft.text}".lstrip()
    filled = list(filter(None, cells))
    text = " ".join(_SEPARATOR.join(cells).split()) if len(filled) > 1 else filled[0]
    linked = sum(draft.link_share * len(draft.text) for draft in row)
    return replace(
        row[0],
        text=text,
        form=Form.TABLE,
        level=0,
        marker="",
        link_share=linked / sum(len(draft.text) for draft in row),
    )
