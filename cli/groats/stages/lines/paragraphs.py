"""Single paragraphs that their writer wrapped: a mail in its archive, a release on a page, text from a PDF.

The page around them was not, or its columns are no margin: so each is known by its own lines, which are as long as
each other, end no sentence and go on with a small letter.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from groats.layout import NARROWEST_MARGIN
from groats.stages.lines.split import Rows
from groats.unicode_ranges import STOPS, STOPS_ALONE

_WIDEST = 110  # columns
_FEWEST_ROWS = 4
_LONG, _MOST_SHORT = 0.75, 0.25  # of the widest row; of the others so many may be shorter: paragraphs end there
_LEAST_SMALL, _MOST_ENDS = 0.5, 0.35  # of the rows below the first, and of those above the last
_FEWEST_WRAPPED = 5  # rows of a page, from which its paragraphs of two and three rows were wrapped too
_ENDS = frozenset(f"{STOPS}{STOPS_ALONE};:")
_MARK = re.compile(r"(?:\d{1,3}[.)]|\(?[a-z\d]{1,2}\)|o)\s")
_CODE = re.compile(r"[{}<>=|\\]|\(\)|\);?$|\t|^//")  # lines of tables, scripts and tags end where they will
_MOST_CODE = 0.2  # of the rows
_FEWEST_WORDS = 5  # of a row, in the mean: addresses have one, and names few
_MOST_ALIKE = 0.5  # of the rows, that begin with the same word: items do


def find_wrapped_paragraphs(rows: Rows, widths: Sequence[int]) -> frozenset[int]:
    """The rows that go on in the next one: next to none in the text of a browser, whose lines are paragraphs."""
    found: set[int] = set()
    small: list[tuple[int, int]] = []
    tops: list[int] = []
    for start, end in _find_runs(rows):
        if _is_wrapped(rows, widths, start, end):
            tops.append(max(widths[start:end]))
            found.update(_find_rows(rows, widths, start, end, tops[-1]))
        elif end - start < _FEWEST_ROWS:
            small.append((start, end))
    if len(found) >= _FEWEST_WRAPPED:
        for start, end in small:
            top = max(widths[start : end - 1])
            if min(tops) * _LONG <= top <= max(tops) and all(rows.firsts[n].islower() for n in range(start + 1, end)):
                found.update(_find_rows(rows, widths, start, end, max(tops)))
    return frozenset(found)


def _find_runs(rows: Rows) -> Iterator[tuple[int, int]]:
    """The spans (start, end) of two or more rows that no blank line parts."""
    starts = [n for n, blank in enumerate(rows.blanks) if blank or not n]
    for start, end in pairwise([*starts, len(rows.texts)]):
        if end - start > 1:
            yield start, end


def _is_wrapped(rows: Rows, widths: Sequence[int], start: int, end: int) -> bool:
    """Whether the rows are those of a paragraph, or of several."""
    texts, count = rows.texts[start:end], end - start - 1
    top = max(widths[start:end])
    if count < _FEWEST_ROWS - 1 or top > _WIDEST or top - min(rows.indents[start:end]) < NARROWEST_MARGIN:
        return False
    if sum([width < _LONG * top for width in widths[start : end - 1]]) > _MOST_SHORT * count:
        return False
    if sum(map(str.islower, rows.firsts[start + 1 : end])) < _LEAST_SMALL * count:
        return False
    if sum([last in _ENDS for last in rows.lasts[start : end - 1]]) > _MOST_ENDS * count:
        return False
    words = [text.split() for text in texts]
    if sum(map(len, words)) < _FEWEST_WORDS * len(texts) or max(Counter(own[0] for own in words).values()) > (
        _MOST_ALIKE * len(texts)
    ):
        return False
    return sum([_CODE.search(text) is not None for text in texts]) <= _MOST_CODE * len(texts)


def _find_rows(rows: Rows, widths: Sequence[int], start: int, end: int, top: int) -> Iterator[int]:
    """Those of the rows that go on in the next one, which begins with no mark of its own."""
    for n in range(start, end - 1):
        below = rows.texts[n + 1]
        if widths[n] >= _LONG * top and (below[0].isalnum() or below[0] in "“\"'«„(") and not _MARK.match(below):
            yield n
