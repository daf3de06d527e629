"""The lines of a text by their edges, and which of them hold text."""

import re
from collections.abc import Set as AbstractSet
from io import StringIO
from itertools import accumulate

from groats.unicode_ranges import IDEOGRAPHS, UNSPACED_LETTERS

WIDE = 1_000  # characters of a line that may be a page; columns are set apart by spaces in shorter ones

_CODE = re.compile(r"[{}=;|<>\\_%]|\"[:,]|\(\)")
_LINK = "]("  # of Markdown, which has a line a block
_DATA, _BAR = ("{", "["), "|"  # so begin data, and begin and end rows of tables, which the line stage parts
_LONG, _FEWEST_SPACES = 200, 0.05  # characters, and spaces a character of a longer line of text
_UNSPACED, _MANY_UNSPACED = re.compile(f"[{IDEOGRAPHS}{UNSPACED_LETTERS}]"), 0.2  # a character of a line without spaces


def find_edges(text: str, breaks: AbstractSet[int] = frozenset()) -> list[int]:
    """The positions where lines begin and end, those of `breaks` among them: one more than there are lines."""
    edges = [0, *accumulate(map(len, StringIO(text, newline="").readlines()))]
    return sorted({*edges, *breaks}) if breaks else edges


def is_text(line: str, most_code: float) -> bool:
    """Whether a line is no script, with so many signs of code a character at most, no data and no row of a table."""
    bare = line.strip()
    if _LINK in line or bare.startswith(_DATA) or (bare.startswith(_BAR) and bare.endswith(_BAR)):
        return False
    if len(line) > _LONG and line.count(" ") < _FEWEST_SPACES * len(line) and not is_unspaced(line):
        return False
    return len(_CODE.findall(line)) <= most_code * len(line)


def is_unspaced(line: str) -> bool:
    """Whether a line is in writing that has no spaces between words."""
    return not line.isascii() and len(_UNSPACED.findall(line)) >= _MANY_UNSPACED * len(line)
