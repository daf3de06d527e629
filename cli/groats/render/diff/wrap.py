"""Text in rows of so many terminal columns, wide and combining characters counted as terminals count them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from rich.cells import cell_len, split_graphemes

# Chinese and Japanese break between any two characters, but no row begins with a closing sign or ends with an opening
# one; Korean and all others break at spaces (after UAX 14, much simplified).
_WIDE = "\u2e80-\u2fff\u3005-\u3007\u3041-\u30ff\u3400-\ua4cf\uf900-\ufaff\uff10-\uff5a\U00020000-\U0003ffff"
_CLOSING = "、。，．；：！？）」』】〉》〕”’…・ーっゃゅょッャュョ％"
_OPENING = "「『（【〈《〔“‘"
# Of a word without end a piece at a time is looked at.
_PIECE = re.compile(
    rf"\s+|[{_OPENING}]{{0,9}}[{_WIDE}][{_CLOSING}]{{0,9}}|[^\s{_WIDE}{_OPENING}]{{1,1000}}|[{_OPENING}]{{1,9}}"
)

_INDIC = re.compile("[\u0900-\u0dff\u0f3e-\u0f7f\u102b-\u109f\u1700-\u1cff\ua800-\uabff\U00011000-\U00011fff]")
# Terminals that lay out both directions would otherwise draw a right-to-left text and what stands beside it as one.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFT_TO_RIGHT = "\u200e"


def columns_of(text: str) -> int:
    """How many columns the text takes: as rich has it, and one for each mark of an Indic script that takes room.

    For rich these marks (Unicode's category Mc) take none; for tmux, VTE and whatever asks the C library they take one.
    """
    return cell_len(text) + _count_spacing_marks(text)


def wrap(text: str, width: int, most: int) -> list[str]:
    """The text in rows of at most `width` columns, and of rows at most `most`: the last says how much was left out.

    All rows are indented as the text begins, a fourth of the width at most. Takes time by the rows that come out, not
    by the length of the text.
    """
    text = text.rstrip()
    bare = text.lstrip()
    indent = " " * min(len(text) - len(bare), width // 4)
    rows = list(islice(_wrap(bare, width - len(indent)), most + 1))
    if len(rows) > most:
        rows[most - 1 :] = [f"… {len(bare) - sum(map(len, rows[: most - 1])):,} characters more"]
    return [(indent + row).rstrip() for row in rows]


def _wrap(text: str, width: int) -> Iterator[str]:
    """The text in rows of at most `width` columns, broken between words where that is possible."""
    row, columns = "", 0
    for found in _PIECE.finditer(text):
        piece = found[0]
        size = columns_of(piece)
        if columns + size <= width or piece.isspace():  # a row may end with any space: it is cut off
            row, columns = row + piece, columns + size
            continue
        if row:
            yield row.rstrip()
        *full, row = _chop(piece, width)
        yield from full
        columns = columns_of(row)
    yield row.rstrip()


def _chop(piece: str, width: int) -> Iterator[str]:
    """The piece in parts of at most `width` columns; a letter and its marks stay together."""
    start = columns = 0
    for begin, end, cells in split_graphemes(piece)[0]:
        size = cells + _count_spacing_marks(piece[begin:end])
        if columns + size > width and begin > start:
            yield piece[start:begin]
            start, columns = begin, 0
        columns += size
    yield piece[start:]


def _count_spacing_marks(text: str) -> int:
    if text.isascii():
        return 0
    return sum(unicodedata.category(character) == "Mc" for character in _INDIC.findall(text))


def fill(text: str, width: int) -> str:
    """The row with spaces up to the width; what stands to the right of it stays there though it be Hebrew or Arabic."""
    padded = text + " " * (width - columns_of(text))
    return padded + _LEFT_TO_RIGHT if _RIGHT_TO_LEFT.search(text) else padded
