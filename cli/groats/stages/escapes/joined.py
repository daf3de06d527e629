"""A page whose lines were joined by a sign, as `get_text("|", strip=True)` joins them, or end with one that is rare."""

import re
from itertools import pairwise

from groats.stages.escapes.written import Written, write

# Signs of menus are among them, so how many there are tells. Of 284 pages that were joined so, 19 in 20 have 29 or more
# and a tenth as many ends of lines, which stand within paragraphs, and no line of more than an eighth of the page. Of a
# page whose lines were joined by spaces, and whose menus have such signs, the article is a longer one.
_SIGNS = ("|", "\u2028", "\u2029", "\v", "\x1e", "\x1f", "¦", "¶", "•", "·", "\t", "~", "§")
_FEWEST, _MOST_ENDS = 20, 0.1
_MEAN, _SHORT = 250, 300  # characters of a line, which may be a paragraph
_LONGEST, _LONGEST_SPACED = 0.2, 0.12  # of the characters of the page; of one whose lines have spaces at their ends
_LEAST_FILLED = 0.5  # of the lines: indentation has nothing between its tabs
# Of the signs, within a sentence or before a number: "col·legi", "§ 12". Of 269 pages that were joined .53 at most.
_MOST_WITHIN = 0.6
_ROWS = 0.5  # of the signs, in lines with as many as the next: those of a wide table
_OTHERS = ("{", "[", "<")  # so begin records and HTML


def read_joined(text: str) -> Written | None:
    """The page with the end of a line for each of the signs that join its lines; None where there is no such sign."""
    if text.lstrip().startswith(_OTHERS):
        return None
    ends = text.count("\n")
    for sign in _SIGNS:
        count = text.count(sign)
        if count >= max(_FEWEST, len(text) / _MEAN) and ends <= _MOST_ENDS * count and _joins(sign, text, count):
            pattern = re.compile(f" ?{re.escape(sign)} ?")
            return write(text, [(*found.span(), "\n") for found in pattern.finditer(text)])
    return None


def _joins(sign: str, text: str, count: int) -> bool:
    """Whether the sign stands `count` times all over the page, between lines that are not empty, and not in a table."""
    counts = [cells for row in text.split("\n") if (cells := row.count(sign))]
    if sum([above for above, below in pairwise(counts) if above == below]) >= _ROWS * count:
        return False
    lines = text.split(sign)
    is_spaced = sum([line[:1] == " " or line[-1:] == " " for line in lines]) * 2 > len(lines)
    longest = max(_SHORT, (_LONGEST_SPACED if is_spaced else _LONGEST) * len(text))
    filled = sum([bool(line.strip()) for line in lines])
    if max(map(len, lines)) > longest or filled < _LEAST_FILLED * len(lines):
        return False
    within = sum([_goes_on(above.rstrip(), below.lstrip()) for above, below in pairwise(lines)])
    return within <= _MOST_WITHIN * len(lines)


def _goes_on(above: str, below: str) -> bool:
    """Whether a sign between two texts joins no lines: a number is behind it, or small letters on both sides."""
    return below[:1].isdigit() or (above[-1:].islower() and below[:1].islower())
