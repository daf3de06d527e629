"""Text in rows of so many terminal columns, wide and combining characters counted as terminals count them."""

import re
from collections.abc import Iterator
from itertools import islice

from rich.cells import cell_len, chop_cells, set_cell_size

# Chinese and Japanese break between any two characters, but no row begins with a closing sign or ends with an opening
# one; Korean and all others break at spaces (after UAX 14, much simplified).
_WIDE = "\u2e80-\u2fff\u3005-\u3007\u3041-\u30ff\u3400-\ua4cf\uf900-\ufaff\uff10-\uff5a\U00020000-\U0003ffff"
_CLOSING = "、。，．；：！？）」』】〉》〕”’…・ーっゃゅょッャュョ％"
_OPENING = "「『（【〈《〔“‘"
_PIECE = re.compile(rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}{_OPENING}]+|[{_OPENING}]+")

# Terminals that lay out both directions would otherwise draw a right-to-left text and what stands beside it as one.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFT_TO_RIGHT = "\u200e"


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
    row, columns = "", 0
    for found in _PIECE.finditer(text):
        piece = found[0]
        size = cell_len(piece)
        if columns + size <= width or piece.isspace():  # a row may end with any space: it is cut off
            row, columns = row + piece, columns + size
            continue
        if row:
            yield row.rstrip()
        *full, row = chop_cells(piece, width)
        yield from full
        columns = cell_len(row)
    yield row.rstrip()


def fill(text: str, width: int) -> str:
    """The row with spaces up to the width; what stands to the right of it stays there though it be Hebrew or Arabic."""
    padded = set_cell_size(text, width)
    return padded + _LEFT_TO_RIGHT if _RIGHT_TO_LEFT.search(text) else padded
