"""A page whose lines are numbered, as `cat -n`, `grep -n` and what reads files to a language model number them."""

import re
from io import StringIO
from itertools import accumulate, pairwise

from groats.stages.escapes.written import Written, write

_NUMBER = re.compile(r"[ \t]*+(\d{1,7})(?:(\t|→|:|[|│] ?)|\s*+\Z)")  # "7. " begins an item of a list
_FIRST = re.compile(r"\s*+\d{1,7}[\s→:|│]")
_FEWEST = 10  # lines
_MOST_CELLS = 0.5  # of the lines: so many of a table have more tabs


def read_numbered(text: str) -> Written | None:
    """The page without the numbers of its lines; None where one of these has none, or they do not count."""
    if not _FIRST.match(text):
        return None
    rows = StringIO(text, newline="").readlines()
    starts = accumulate(map(len, rows), initial=0)
    filled = [(row, start) for row, start in zip(rows, starts, strict=False) if not row.isspace()]
    found = [(number, start) for row, start in filled if (number := _NUMBER.match(row))]
    if len(found) < max(_FEWEST, len(filled)) or not _counts([number for number, _ in found]):
        return None
    if sum("\t" in row[number.end() :] for (row, _), (number, _) in zip(filled, found, strict=True)) > (
        _MOST_CELLS * len(found)
    ):
        return None
    return write(text, [(start, start + max(number.end(1), number.end(2)), "") for number, start in found])


def _counts(numbers: list[re.Match[str]]) -> bool:
    """Whether each number is by one more than the one above, with the same sign behind it."""
    if len({number[2] for number in numbers if number[2]}) > 1:
        return False
    return all(int(below[1]) - int(above[1]) == 1 for above, below in pairwise(numbers))
