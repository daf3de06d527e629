"""Tables of data, told from tables that lay out a page."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from groats.document import Form
from groats.stages.markup.boxes import Cell, Draft, Table
from groats.stages.markup.visibility import Attributes

_FEWEST_COLUMNS = 2
_LONGEST_CELL = 300  # characters: more is prose in a column of the page
_MOST_DRAFTS = 4  # in a cell: lines of an address are data, a column of the page is not
_LONGEST_HEADED, _MOST_HEADED = 2_000, 20  # the same where the columns have heads
_SEPARATOR = " | "
_WIDEST = 100  # columns that a cell may span; and of so many it is known how far down their cells reach
_TALLEST = 1_000  # rows
_MOST_NESTED = 1_000  # drafts of a table that holds others, which were looked at already
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)\]]|[•▪◦–—-]")  # of an item: "(a)", "12."
_MARKED = {Form.PARAGRAPH, Form.QUOTE}


def begin_cell(table: Table, attributes: Attributes) -> Cell:
    """The next cell of the row that the walk is in, where the cells above and before leave room for it.

    Spans are cut to what a table that people read has.
    """
    column = table.column + 1
    while table.reserved.get(column, 0) >= table.row > 0:
        column += 1
    width, height = _span(attributes.get("colspan"), _WIDEST), _span(attributes.get("rowspan"), _TALLEST)
    table.column = column + width - 1
    table.columns.add(column)
    if height > 1:
        reach = range(column, min(table.column, _WIDEST) + 1)
        table.reserved.update(dict.fromkeys(reach, table.row + height - 1))
    return Cell(table, table.row, column)


def _span(value: str | None, most: int) -> int:
    """A number of columns or rows, at least 1."""
    text = (value or "").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return max(1, min(most, int(text[: len(str(most)) + 1])))


def merge_rows(drafts: list[Draft], table: Table) -> None:
    """Make one draft of each row of a table of data, in place; a table that lays out the page stays as it is.

    So does one with text in a single column, as comments are indented by an empty one.
    """
    may_be_list = not table.heads and len(table.columns) == _FEWEST_COLUMNS
    if table.lays_out and len(drafts) - table.start > _MOST_NESTED:
        return
    if (may_be_list and _join_marks(drafts, table)) or table.lays_out:
        return
    inside = drafts[table.start :]
    is_headed = table.heads >= _FEWEST_COLUMNS
    if not (_is_headed_data(inside) if is_headed else _is_data(inside)):
        return
    merged: list[Draft] = []
    places = {column: place for place, column in enumerate(sorted(table.columns))}
    for row, members in groupby(inside, _row):
        row_drafts = list(members)
        merged += [_merge(row_drafts, places)] if row else row_drafts
    drafts[table.start :] = merged


def _join_marks(drafts: list[Draft], table: Table) -> bool:
    """Whether the first of two columns is nothing but marks ("(a)"): put before what they mark, in place.

    Laws are set so.
    """
    inside = drafts[table.start :]
    column = min(table.columns)
    own = (draft for draft in inside if (cell := draft.box.scope.cell) and cell.table is table)
    marks = {draft for draft in own if _column(draft) == column}
    if not marks or not all(_MARK.fullmatch(draft.text) for draft in marks):
        return False
    joined: list[Draft] = []
    last: Draft | None = None
    for draft in inside:
        if last is not None and draft not in marks and draft.form in _MARKED:
            joined[-1] = _put_before(last, draft)
        else:
            joined.append(draft)
        last = draft if draft in marks else None
    drafts[table.start :] = joined
    return True


def _put_before(mark: Draft, draft: Draft) -> Draft:
    """The draft with the text of a mark before its own."""
    shift = len(mark.text) + 1
    return replace(
        draft,
        text=f"{mark.text} {draft.text}",
        beginning=mark.beginning,
        blank_before=mark.blank_before,
        links=tuple(link._replace(start=link.start + shift) for link in draft.links),
        marks=tuple(each._replace(start=each.start + shift) for each in draft.marks),
    )


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
    return len(set(map(_column, drafts))) >= _FEWEST_COLUMNS


def _is_headed_data(drafts: list[Draft]) -> bool:
    """Whether a table whose columns have heads holds data: a page is not laid out so, whatever is in its cells."""
    cells = [list(members) for _, members in groupby(drafts, lambda draft: draft.box.scope.cell)]
    return all(
        len(cell) <= _MOST_HEADED and sum(len(draft.text) for draft in cell) <= _LONGEST_HEADED for cell in cells
    )


def _merge(row: list[Draft], places: Mapping[int, int]) -> Draft:
    """The row as one draft. An empty cell keeps its place in the text, unless there is but one that is not.

    In a table that is wider than people read only the cells of the row have places: all would be rows times columns.
    """
    is_wide = len(places) > _WIDEST
    if is_wide:
        places = {column: place for place, column in enumerate(sorted(set(map(_column, row))))}
    cells = [""] * len(places)
    for draft in row:
        place = places[_column(draft)]
        cells[place] = " ".join(f"{cells[place]} {draft.text}".split())
    last = max(place for place, cell in enumerate(cells) if cell)
    filled = list(filter(None, cells))
    text = " ".join(_SEPARATOR.join(cells[: last + 1]).split()) if len(filled) > 1 else filled[0]
    linked = sum(draft.link_share * len(draft.text) for draft in row)
    return replace(
        row[0],
        text=text,
        form=Form.TABLE,
        level=0,
        marker="",
        link_share=linked / sum(len(draft.text) for draft in row),
        links=tuple(link._replace(start=-1) for draft in row for link in draft.links),
        marks=(),
        cells=() if is_wide else tuple(cells),
    )
