"""Lines in which scripts and text are glued together: the tags between them went away, and nothing came instead."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from io import StringIO

from groats.stages.scripts.chain import find_spans
from groats.stages.scripts.data import find_data
from groats.stages.scripts.signs import LEFT_IN, MARKS, count_marks, count_usual, signs

_CELL = 80  # characters that are weighed as one
_FEW_MARKS, _MANY_MARKS = 1, 4  # in a cell of text at most, in one of script at least
_TEXT, _OPEN, _SCRIPT = -2.5, 0.3, 2.5  # log-odds of a cell
_SPACES = 4  # fewer in a cell, and it may be a long name or address in a script
_FEWEST_MARKS = 8  # of the usual ones, on a page with scripts
_SHORTEST_LINE, _MARKS_IN_LINE = 200, 4
_SHORTEST_TEXT, _CLEAR = 60, 40  # characters; so many after a script have no mark
_LONGEST_NAME = 40  # characters of a script before its first mark
_END = re.compile(r"""&#?\w{1,8};|[};]|\*/|-->|["'(\]})]\)""")  # of a script, but for what begins with "&"
_BEGINNING = re.compile(r"(?<=[.!?…”’)])[-(\[{<.#@$!/]")  # of a script, glued to the end of a sentence
_GOES_ON = (",", '"', "'", "\\", ";", ":", ".", ")")
_WRITTEN = re.compile(r'\\["/nrtu\\]|</?\w|&#?\w{1,8};')  # what text in the strings of a script is full of
_GIVEN, _CLOSED = ("=", "("), re.compile("[;)]++")  # before and after data: they are given a name, or to a function


def part_scripts(text: str) -> frozenset[int]:
    """The positions in `text` where within a line text and script meet, or text and data.

    Scripts are found only where all were left in, data, which are like nothing else, wherever they are. What a script
    quotes is no text: it is full of escapes and tags, and stands between quotation marks.
    """
    if count_usual(text) < _FEWEST_MARKS:
        return frozenset()
    glued = [
        (start, line)
        for start, line in _lines(text)
        if len(line) >= _SHORTEST_LINE and count_usual(line) >= _MARKS_IN_LINE
    ]
    if not glued:
        return frozenset()
    are_left_in = len(set(signs().findall(text))) >= LEFT_IN
    return frozenset([start + place for start, line in glued for place in _part_line(line, are_left_in=are_left_in)])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with the position where it begins."""
    start = 0
    for line in StringIO(text, newline=""):
        yield start, line.rstrip("\r\n")
        start += len(line)


def _part_line(line: str, *, are_left_in: bool) -> Iterator[int]:
    """The positions within a line where text and data meet, and outside of the data where text and scripts do."""
    done = 0
    for low, high in (*find_data(line), (len(line), len(line))):
        is_given = low > 0 and line.startswith(_GIVEN, low - 1)
        start = _find_beginning(line, done, low - 1) if is_given else low
        if are_left_in and done < start:
            yield from [done + place for place in _find_edges(line[done:start])]
        closed = _CLOSED.match(line, high)
        done = closed.end() if closed else high
        yield from {start, done} - {0, len(line)}


def _find_edges(line: str) -> AbstractSet[int]:
    """The positions within a line where text begins or ends."""
    cells = [line[place : place + _CELL] for place in range(0, len(line), _CELL)]
    odds = list(map(_weigh, cells))
    if max(odds) < _SCRIPT or min(odds) > _TEXT:
        return set()
    scripts = [edge * _CELL for span in find_spans(odds) for edge in (span.start, span.stop)]
    bounds = [0, *scripts, len(line)]
    edges: set[int] = set()
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        if low < high:
            edges.update(_find_text(line, low, high))
    return edges - {0, len(line)}


def _weigh(cell: str) -> float:
    marks = count_marks(cell)
    if marks >= _MANY_MARKS:
        return _SCRIPT
    if marks > _FEW_MARKS:
        return _OPEN
    return _TEXT if cell.count(" ") >= _SPACES or not cell.isascii() else 0.0


def _find_text(line: str, low: int, high: int) -> tuple[int, ...]:
    """Where the text begins and ends that stands about between `low` and `high`; () if a script holds it."""
    start, end = 0, len(line)
    if low:
        found = _END.finditer(line, low - _CELL, low + _CELL)
        ends = [match.end() for match in found if not match[0].startswith("&")]
        if not ends or MARKS.search(line, ends[-1], ends[-1] + _CLEAR) or line.startswith(_GOES_ON, ends[-1]):
            return ()
        start = ends[-1]
    if high < len(line):
        mark = MARKS.search(line, max(start, high - _CELL), high + 2 * _CELL)
        if mark is None or mark[0].startswith('"'):
            return ()
        end = _find_beginning(line, start, mark.start())
    if end - start < _SHORTEST_TEXT or _WRITTEN.search(line, start, end):
        return ()
    return start, end


def _find_beginning(line: str, start: int, mark: int) -> int:
    """Where the script begins whose first mark is known: with the name that the mark follows."""
    first = mark
    while first > max(start, mark - _LONGEST_NAME) and "!" <= line[first - 1] <= "~":
        first -= 1
    if found := _BEGINNING.search(line, first, mark + 1) or signs().search(line, first, mark):
        return found.start()
    return mark if line[mark] in "{[" and line[first:mark].isalpha() else first
