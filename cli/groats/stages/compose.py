"""The body of an article: the kept blocks as text that a reader, and the line stage, reads the same way."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from groats.document import Form, Label, Verdict
from groats.layout import CLOSING, LONGEST_ROW, NARROWEST_MARGIN

# Verse is a run of lines as short as this: below the narrowest margin, lines that stand directly under each other are
# never read back as one paragraph.
_VERSE_WIDTH = NARROWEST_MARGIN - 1
_FEWEST = 2  # lines of verse
_CLOSING = frozenset(CLOSING)
_BETWEEN_CELLS = re.compile(r" \|(?= )")  # in "a | | b" twice
_INDENTATION = "  "  # for each level of a list
DEEPEST = 30  # levels that are shown, of lists and quotes: all lines of a hostile page may stand in thousands
_IN_ITEMS = frozenset({Form.PARAGRAPH, Form.QUOTE, Form.CODE})  # below the first line of an item
_ONE_CELL = (False, True)  # of a row: whether cells stand side by side in it, and whether it has any

Depth: TypeAlias = tuple[int, int]  # of an item: its level in the markup, its indentation in text


def body(verdicts: Sequence[Verdict]) -> str:
    """The kept blocks but the title as text without a line feed at its end; "" if there are none.

    A blank line stands between paragraphs. The items of a list, the rows of a table (a tab between its cells), the
    lines of code and of verse stand directly under each other. Sentences that stood in one line stay in one.
    """
    return "\n\n".join("".join(texts) for _, texts in write_groups(verdicts))


def write_groups(verdicts: Sequence[Verdict]) -> Iterator[tuple[list[int], list[str]]]:
    """The groups of `group_blocks` with what is written of each block and of what stands between it and the next."""
    around: list[Depth] = []
    for positions in group_blocks(verdicts):
        group = [verdicts[n] for n in positions]
        if not _may_stand_in_list(group[0]):
            around.clear()
        yield positions, _write_group(group, around)


def group_blocks(verdicts: Sequence[Verdict]) -> Iterator[list[int]]:
    """The positions of the kept verdicts but the title's, in groups that stand under each other, or in one line."""
    verse = _find_verse(verdicts)
    group: list[int] = []
    for position, verdict in enumerate(verdicts):
        if not verdict.keep or verdict.label is Label.TITLE:
            continue
        if group and join_sentences(above := verdicts[group[-1]], verdict) is None:
            below = verdicts[group[-1] + 1 : position + 1]
            if not _goes_on(above, verdict, below, is_verse=position in verse):
                yield group
                group = []
        group.append(position)
    if group:
        yield group


def join_sentences(above: Verdict, verdict: Verdict) -> str | None:
    """What stands between two sentences of one line of the input, a space or nothing; None between others."""
    line = above.block.lines[-1]
    if line.end != verdict.block.lines[0].start or above.label is not verdict.label:
        return None
    return line.joint if above.block.form is Form.PARAGRAPH is verdict.block.form else None


def _may_stand_in_list(verdict: Verdict) -> bool:
    """Whether a group that begins so leaves the list above open: tags have levels, text has to go on with items."""
    form, hints = verdict.block.form, verdict.block.hints
    return form is Form.LIST or (hints is not None and hints.tag != "" and form in _IN_ITEMS)


def _write_group(group: Sequence[Verdict], around: list[Depth]) -> list[str]:
    if group[0].block.form is Form.TABLE:
        return _write_rows(group)
    if len(group) == 1:
        return _write_blocks(group, around)
    joints = [join_sentences(above, verdict) for above, verdict in pairwise(group)]
    between = ("\n" if joint is None else joint for joint in (*joints, ""))
    return [text + joint for text, joint in zip(_write_blocks(group, around), between, strict=True)]


def _write_blocks(group: Sequence[Verdict], around: list[Depth]) -> list[str]:
    form = group[0].block.form
    texts = [verdict.block.text for verdict in group]
    if form is not Form.LIST:
        return texts
    return [
        f"{_INDENTATION * depth}{verdict.block.marker or '-'} {text}"
        for verdict, depth, text in zip(group, list_depths(group, around), texts, strict=True)
    ]


def list_depths(group: Sequence[Verdict], around: list[Depth]) -> list[int]:
    """The depth of each item of a list, from 0 to `DEEPEST`: never more than one below that of the item above.

    Markup gives the levels, text the indentation; one column of difference is what numbers set to the right have.
    `around` are the items that the list above leaves open, if this one may stand in them, and then those that it does.
    """
    depths = []
    for verdict in group:
        level, indent = verdict.block.level, verdict.block.indent
        while around and (level, indent + 1) < around[-1]:
            around.pop()
        if not around or (level, indent - 1) > around[-1]:
            around.append((level, indent))
        depths.append(min(len(around) - 1, DEEPEST))
    return depths


def split_cells(verdict: Verdict) -> list[str]:
    """The cells of a row of a table: as many as the table has columns in HTML, else two or more.

    [] for any other block, and for text that is too long to be read as a row.
    """
    block = verdict.block
    if block.form is not Form.TABLE:
        return []
    if block.hints is not None and block.hints.cells:
        return list(block.hints.cells)
    if len(block.text) >= LONGEST_ROW:
        return []
    is_framed = block.text.endswith("|")  # as rows of Markdown are, at both ends
    text = block.text.strip(" |") if is_framed or not block.text.startswith("| ") else f" {block.text}"
    found = [cell.strip() for cell in _BETWEEN_CELLS.split(text)]
    return found if sum(map(bool, found)) > 1 else []


def _goes_on(above: Verdict, verdict: Verdict, below: Sequence[Verdict], *, is_verse: bool) -> bool:
    """Whether a block stands directly under the kept one above it; `below` are all below that one, this block the last.

    Rows of one table may have a blank line between them, as the line stage has it.
    """
    form = verdict.block.form
    if form is not above.block.form:
        return False
    if form is Form.TABLE:
        cells, cells_above = split_cells(verdict), split_cells(above)
        if bool(cells) is not bool(cells_above) or (verdict.block.hints and len(cells) != len(cells_above)):
            return False
        if cells:
            return _find_gap(below) <= 1
    if form in {Form.LIST, Form.CODE}:
        return _find_gap(below) == 0
    if not is_verse or verdict.block.text[:1] in _CLOSING or _find_gap(below):
        return False
    return verdict.label is above.label and verdict.label is not Label.HEADING


def _find_gap(verdicts: Sequence[Verdict]) -> int:
    """The most blank lines that stand together above one of the blocks."""
    return max([verdict.block.blank_before for verdict in verdicts])


def _find_verse(verdicts: Sequence[Verdict]) -> set[int]:
    """The positions of the blocks, two or more, that stand between two blank lines among short blocks only.

    In a source without blank lines, whatever its paragraphs, one of them is longer than a line of verse. Only where
    two are kept does it matter.
    """
    verse: set[int] = set()
    starts = [place for place, verdict in enumerate(verdicts) if verdict.block.blank_before]
    for start, end in pairwise((0, *starts, len(verdicts))):
        if end - start < _FEWEST:
            continue
        part = verdicts[start:end]
        if sum([verdict.keep for verdict in part]) >= _FEWEST and all(
            _is_short(verdict.block.text) for verdict in part
        ):
            verse.update(range(start, end))
    return verse


def _is_short(text: str) -> bool:
    if text.isascii() or len(text) > _VERSE_WIDTH:
        return len(text) <= _VERSE_WIDTH
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide <= _VERSE_WIDTH


def _write_rows(group: Sequence[Verdict]) -> list[str]:
    """The rows of a table, those that have cells side by side directly under each other.

    A row that has none, and one that stands alone, is no table, but the words that it holds.
    """
    rows = [split_cells(verdict) if len(verdict.block.text) < LONGEST_ROW else [] for verdict in group]
    wide = [sum(map(bool, row)) > 1 for row in rows]
    beside = [any(pair) for pair in zip([False, *wide], [*wide[1:], False], strict=False)]
    texts = [
        _write_row(row, alone=not (is_wide and has_other)) if row else " ".join(verdict.block.text.split())
        for verdict, row, is_wide, has_other in zip(group, rows, wide, beside, strict=True)
    ]
    kinds = zip(wide, map(bool, rows), strict=True)
    between = ["\n" if above == below and above != _ONE_CELL else "\n\n" for above, below in pairwise(kinds)]
    return [text + joint for text, joint in zip(texts, [*between, ""], strict=True)]


def _write_row(cells: Sequence[str], *, alone: bool) -> str:
    if alone:
        return " ".join(filter(None, cells))
    last = max(place for place, cell in enumerate(cells) if cell)
    return "\t".join([cell or " " for cell in cells[: last + 1]])
