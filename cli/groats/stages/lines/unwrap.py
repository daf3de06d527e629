"""Which neighbouring lines are one: paragraphs that a renderer wrapped at a margin or broke at every link."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from groats.stages.lines.split import Row

# Terminals and mail wrap between 60 and 100 columns; below 50 a "margin" is the width of a menu.
_NARROWEST, _WIDEST = 50, 132
_OVERLONG = 0.05  # share of all columns that may stand in lines past the margin (addresses, preformatted text)
_FULL_PAIRS = 0.5  # share of the long lines with a neighbour below whose first word would not have fitted
_FEWEST_PAIRS = 3
_SLACK = 6  # columns: lynx and w3m leave room for a closing quote, a wide character, a hyphen
_BROKEN_SHARE = 0.02  # share of the lines that must be mere continuations before a text counts as broken at links

_PHRASE_SPACES = 2  # a line of three words with a space left over at its end is no menu item

_GAP = re.compile(r"[^\s.!?:] {2,}\S|\t")

_CLOSING = frozenset(",.;:)]!?%’”»、。，；：）】」』！？؟،؛'\"")
_OPENING = frozenset("([“„«‘「『（【¿¡")
_TERMINAL = frozenset('.!?…:;。！？：；؟।"”»')


def find_margin(rows: Sequence[Row]) -> int:
    """The column at which the text is hard-wrapped, 0 if it is not.

    The margin is the width that nearly all the text keeps to; it counts only if most long lines that have a line
    below could not have taken that line's first word. A browser's text fails on its first long paragraph.
    """
    widths = Counter(row.width for row in rows)
    allowance = _OVERLONG * sum(width * count for width, count in widths.items())
    margin = 0
    for margin in sorted(widths, reverse=True):
        allowance -= margin * widths[margin]
        if allowance < 0:
            break
    if not _NARROWEST <= margin <= _WIDEST:
        return 0
    pairs = [
        _would_overflow(row, below, margin)
        for row, below in pairwise(rows)
        if not below.blank_before and 0.7 * margin <= row.width <= margin
    ]
    return margin if len(pairs) >= _FEWEST_PAIRS and sum(pairs) >= _FULL_PAIRS * len(pairs) else 0


def is_broken_at_links(rows: Sequence[Row]) -> bool:
    """Whether the text has a line for each text node, so that sentences are cut wherever a link or an accent was."""
    cut = sum(1 for row, below in pairwise(rows) if _is_cut(row, below))
    return cut >= max(_FEWEST_PAIRS, _BROKEN_SHARE * len(rows))


def continues(row: Row, below: Row, indent: int, margin: int, *, broken: bool) -> bool:
    """Whether `below` goes on with the sentence of `row`, the last line so far of a block indented by `indent`."""
    if below.blank_before or _has_columns(row) or _has_columns(below):
        return False
    if margin:
        return row.width <= margin and below.indent == indent and _would_overflow(row, below, margin)
    return broken and _is_cut(row, below)


def _has_columns(row: Row) -> bool:
    """Whether gaps in the line set its words in columns: a row of a table, which goes on nowhere."""
    return _GAP.search(row.text) is not None


def _would_overflow(row: Row, below: Row, margin: int) -> bool:
    """Whether the first word of `below` had no room left in `row`."""
    first = below.text.split(None, 1)[0]
    room = margin - row.width
    if not first[0].isascii() and below.width > 1.6 * len(below.text):  # no spaces: any character could have moved up
        return room < _SLACK
    return room < len(first) + 1 + _SLACK and room < 0.4 * margin


def _is_cut(row: Row, below: Row) -> bool:
    """Whether the line break between the two stands inside a sentence.

    It does where the next line begins with closing punctuation, where this one ends with an opening one, or where a
    space was left over at the cut and the sentence is not at its end.
    """
    if below.blank_before:
        return False
    first, last = below.text[0], row.text[-1]
    if first in _CLOSING or last in _OPENING:
        return not below.text.startswith(("...", "::"))
    if last in _TERMINAL:
        return False
    if first.islower():
        return row.open_end or below.open_start
    return row.open_end and not row.open_start and last.islower() and row.text.count(" ") >= _PHRASE_SPACES
