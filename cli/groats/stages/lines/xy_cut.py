"""Where the columns of a page that was laid out in a terminal part: the recursive X-Y cut of Nagy and Seth (1984).

A part of the page is cut at the column of the terminal that is white in the most rows with text on both sides, and each
side, and what is above and below, is cut again. Tables of data have white columns too: what is cut has sentences that
go on from row to row beside other text.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import or_
from typing import NamedTuple, TypeAlias

GAP = re.compile(r"\S  +\S")
SECOND_HALF = "\0"  # of a character that takes two columns of the terminal

_FEWEST = 6  # rows with text on both sides of a white column, and with words
_TWO_BLANKS = 0.5  # of them so many must have two blanks there: words may end below each other by chance
_FEWEST_BESIDE = 2  # rows in which a sentence goes on beside other text
_NARROWEST = 18  # columns of the terminal that prose takes
_FULL = 0.5  # of its width, for a row that goes on
_SLACK = 3  # columns of the terminal that wide characters may leave
_NEAR = 5  # rows
_DEEPEST = 8  # cuts within each other
_BEGINNING = re.compile(r"[\w\"'(\[“„«‘「『（【¿¡]")  # no mark of an item or a comment
_WORD = re.compile(rf"[^\W\d_]{SECOND_HALF}?[^\W\d_]")
_WHITE = re.compile(f"0{{{_FEWEST},}}")
_TWO_WHITE = re.compile(b"100+1")
_IS_TEXT = bytes(b"10"[byte == ord(" ")] for byte in range(256))


class Cell(NamedTuple):
    """What a row has in a part of the page: a character for each column of the terminal, from `left` on."""

    row: int
    left: int
    text: str


Part: TypeAlias = Sequence[Cell]  # a cell for each of its rows


class Cut(NamedTuple):
    """The parts of a part in the order of reading, and for each of its rows whether a sentence goes on below it.

    `in_columns` counts the rows that go on in a part with another beside it.
    """

    parts: list[Part]
    goes_on: list[bool]
    in_columns: int = 0


class _White(NamedTuple):
    """The place of a column that is white in some bands of rows, each from its first row to before its end.

    `rows` counts those of the band with the most that have text on both sides.
    """

    rows: int
    place: int
    bands: Sequence[tuple[int, int]]


def cut_part(part: Part, depth: int = 0) -> Cut:
    """The part cut wherever columns stand side by side. Works in linear time."""
    texts = [cell.text for cell in part]
    white = _find_white(texts) if depth < _DEEPEST else None
    bands = [_part_at(white.place, part[start:end]) for start, end in white.bands] if white else []
    cuts = [(cut_part(left, depth + 1), cut_part(right, depth + 1)) for left, right in bands]
    if white is None or not _has_prose(bands, cuts):
        return Cut([part], _find_going_on(texts))
    parts: list[Part] = []
    goes_on: list[bool] = []
    in_columns = 0
    for (start, _), (left, right) in zip(white.bands, cuts, strict=True):
        above = cut_part(part[len(goes_on) : start], depth + 1)
        beside = list(map(or_, left.goes_on, right.goes_on))
        parts += [*above.parts, *left.parts, *right.parts]
        goes_on += [*above.goes_on, *beside]
        in_columns += above.in_columns + sum(beside)
    below = cut_part(part[len(goes_on) :], depth + 1)
    return Cut([*parts, *below.parts], [*goes_on, *below.goes_on], in_columns + below.in_columns)


def _find_white(texts: Sequence[str]) -> _White | None:
    """The white column with the most rows that have text on both sides, of like ones the rightmost; None without any.

    Each of its bands begins with a row that has text on its right, and neither begins nor ends with one in which a
    single blank happens to stand there.
    """
    width = max(map(len, texts), default=0)
    plain = (text.replace("\xa0", " ").encode("ascii", "replace") for text in texts)
    rows = [row.translate(_IS_TEXT).ljust(width, b"0") for row in plain]
    if sum([_TWO_WHITE.search(row) is not None for row in rows]) < _TWO_BLANKS * _FEWEST:
        return None  # as most parts; to turn rows into columns takes most of the time
    columns = [int(bytes(column), 2) for column in zip(*rows, strict=True)]
    on_left = list(accumulate(columns, or_))
    on_right = list(accumulate(reversed(columns), or_))[::-1]
    best = _White(_FEWEST - 1, 0, ())
    for place in range(1, width - 1):
        both = on_left[place - 1] & on_right[place + 1] & ~columns[place]
        if both.bit_count() >= best.rows:
            wide = both & ~(columns[place - 1] & columns[place + 1])
            best = max(_find_bands(place, *[f"{bits:0{len(texts)}b}" for bits in (columns[place], both, wide)]), best)
    bands = [_trim(texts, best.place, *band) for band in best.bands]
    return best._replace(bands=bands) if bands else None


def _trim(texts: Sequence[str], place: int, start: int, end: int) -> tuple[int, int]:
    """A band without the rows at its ends that are no part of it; one with text on both sides and a gap is in it."""

    def is_chance(text: str) -> bool:
        return bool(text[place - 1 : place].strip() and text[place + 1 : place + 2].strip())

    while not texts[start][place:].strip() or is_chance(texts[start]):
        start += 1
    while not texts[end - 1] or is_chance(texts[end - 1]):
        end -= 1
    return start, end


def _find_bands(place: int, is_text: str, has_both: str, is_wide: str) -> _White:
    """The bands of rows in which a column is white.

    A character for each row says whether it has text there, whether it has some on both sides, and whether two blanks
    or more part these.
    """
    spans = [white.span() for white in _WHITE.finditer(is_text)]
    counts = [(has_both.count("1", *span), is_wide.count("1", *span)) for span in spans]
    found = [count >= _FEWEST and wide >= _TWO_BLANKS * count for count, wide in counts]
    most = max([count for count, _ in compress(counts, found)], default=0)
    return _White(most, place, list(compress(spans, found)))


def _part_at(place: int, part: Part) -> tuple[list[Cell], list[Cell]]:
    """What a part has on the left and on the right of a place, there without the indentation that all rows have."""
    left = [cell._replace(text=cell.text[:place].rstrip()) for cell in part]
    behind = [cell.text[place:] for cell in part]
    start = place + min([len(text) - len(text.lstrip()) for text in behind if text])
    return left, [cell._replace(left=cell.left + start, text=cell.text[start:]) for cell in part]


def _has_prose(bands: Sequence[tuple[Part, Part]], cuts: Sequence[tuple[Cut, Cut]]) -> bool:
    """Whether the columns of the bands have words, and sentences go on in the left or the right beside the other."""
    left, right = zip(*bands, strict=True)
    if min(_count_words(left), _count_words(right)) < _FEWEST:
        return False
    on_left = sum(_count_beside(cut.goes_on, other) for (cut, _), other in zip(cuts, right, strict=True))
    on_right = sum(_count_beside(cut.goes_on, other) for (_, cut), other in zip(cuts, left, strict=True))
    return max(on_left, on_right) >= _FEWEST_BESIDE


def _count_words(parts: Sequence[Part]) -> int:
    """In how many rows a word stands."""
    return sum([_WORD.search(cell.text) is not None for part in parts for cell in part])


def _count_beside(goes_on: Sequence[bool], others: Part) -> int:
    """In how many rows a sentence goes on from the row above, where the others have text in both."""
    has_text = [bool(cell.text.strip()) for cell in others]
    return sum(map(all, zip(goes_on, has_text, has_text[1:], strict=False)))


def _find_going_on(texts: Sequence[str]) -> list[bool]:
    """For each row of a column whether it is prose that goes on below: the first word there had no room in it.

    The room is as wide as the widest row near it.
    """
    widths = list(map(len, texts))
    near = [max(widths[max(0, n - _NEAR) : n + _NEAR + 2]) for n in range(len(texts))]
    return [*map(_goes_on, texts, [below.split(None, 1) for below in texts[1:]], near), False][: len(texts)]


def _goes_on(above: str, below: Sequence[str], width: int) -> bool:
    if not below or width < _NARROWEST or len(above) < _FULL * width:
        return False
    if GAP.search(above) or not _BEGINNING.match(below[0]) or above.split(None, 1)[0] == below[0]:
        return False
    if SECOND_HALF in above:
        return len(above) >= width - _SLACK
    return " " in above.strip() and len(above) + 1 + len(below[0]) > width
