"""Tables of data, told from tables that lay out a page."""

from itertools import groupby

from groats.document import Form
from groats.stages.markup.boxes import Draft, Table

_LONGEST_CELL = 300  # characters: more is prose in a column of the page
_FEWEST_COLUMNS = 2
_MOST_DRAFTS = 4  # in a cell: lines of an address are data, a column of the page is not
_SEPARATOR = " | "


def merge_rows(drafts: list[Draft], table: Table) -> None:
    """Make one draft of each row of a table of data, in place; a table that lays out the page stays as it is."""
    inside = drafts[table.start :]
    if table.lays_out or not _is_data(inside, table):
        return
    merged: list[Draft] = []
    for row, members in groupby(inside, lambda draft: draft.cell.row if draft.cell and draft.cell.table is table else 0):
        merged += [_merge(list(members))] if row else list(members)
    drafts[table.start :] = merged


def _is_data(drafts: list[Draft], table: Table) -> bool:
    widest = 0
    for _, members in groupby(drafts, lambda draft: draft.cell):
        cell = list(members)
        if cell[0].cell is None or cell[0].cell.table is not table:
            continue
        widest = max(widest, cell[0].cell.column)
        if len(cell) > _MOST_DRAFTS or sum(len(draft.text) for draft in cell) > _LONGEST_CELL:
            return False
        if any(draft.form in {Form.CODE, Form.HEADING} for draft in cell):
            return False
    return widest >= _FEWEST_COLUMNS


def _merge(row: list[Draft]) -> Draft:
    """The row as one draft; an empty cell stays between two others."""
    first = row[0]
    if first.cell is None:
        return first
    cells: dict[int, str] = {}
    for draft in row:
        column = draft.cell.column if draft.cell else 0
        cells[column] = f"{cells[column]} {draft.text}" if column in cells else draft.text
    columns = range(first.cell.column, max(cells) + 1)
    text = " ".join(_SEPARATOR.join(cells.get(column, "") for column in columns).split())
    characters = sum(len(draft.text) for draft in row)
    first.link_share = sum(draft.link_share * len(draft.text) for draft in row) / characters
    first.text, first.form, first.level, first.marker = text, Form.TABLE, 0, ""
    return first
