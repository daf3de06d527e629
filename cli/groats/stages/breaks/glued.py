"""Blocks that stand side by side in one line, as where tags were taken off and nothing or a space came instead.

That is what `get_text()`, `textContent` and a pattern such as `<[^>]+>` make of HTML that has no line feeds.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress, count
from operator import sub

from groats.stages.breaks.edges import WIDE, find_edges, is_text
from groats.unicode_ranges import STOPS

_CASED = list(map(chr, chain(range(0x590), range(0x1E00, 0x2000))))  # Latin, Greek, Cyrillic, Armenian
_UPPER, _LOWER = ("".join(filter(kind, _CASED)) for kind in (str.isupper, str.islower))
_CLOSING, _OPENING = '”"’»)', "„«"
_BOTH = "“"  # opens what "”" ends, and ends what "„" opens
_CAPITAL, _CAPITAL_BELOW = (
    re.compile(rf"[{_UPPER}{opening}](?<=[{_LOWER}{STOPS}{closing}].)")
    for opening, closing in ((_OPENING + _BOTH, _CLOSING), (_OPENING, _CLOSING + _BOTH))
)
# Two spaces are around every link; more, or two after a sentence, are between blocks.
_GAP = re.compile(r" {3,}|(?<=[.!?…。”\"]) {2}(?=\S)")
_SMALL, _LONGEST = 3, 40  # letters of a small word that may end a block
_FEWEST, _FEWEST_GAPS = 2, 3  # places in a line that is glued
_FEWEST_SENTENCES = 5  # on a page, or gaps: a page of code or names has words with a capital inside, but no such ends
_GLUED = 0.2  # of the characters are in such lines: next to none where blocks stand apart
_MOST_CODE = 0.01  # a character of a line of text
_BRACES, _MANY_BRACES = "{};", 20  # on a page that may be scripts for the most part


def part_glued(text: str, breaks: AbstractSet[int] = frozenset()) -> frozenset[int]:
    """The `breaks` and the positions in `text` where one block ends and another begins within a line.

    That is where a capital follows the end of a sentence ("grinds.The"), a small word ("grindsThe"), or as one of
    several ("HomeNewsSport"), and where some spaces part a long line. A word may have a capital inside: so only where a
    fifth of the page stands in lines that have several such places, and five of them or more end a sentence or are
    spaces, all are parted. Of the data's 2,559 pages as Chromium's text, 2 are.
    """
    pattern = _CAPITAL_BELOW if "„" in text else _CAPITAL
    capitals = [capital.start() for capital in pattern.finditer(text)]
    places = [place for n, place in enumerate(capitals) if _ends_before(text, capitals, n)]
    if _count_ends(text, places) < _FEWEST_SENTENCES and not ("  " in text and _GAP.search(text)):
        return frozenset(breaks)
    edges = find_edges(text, breaks)
    glued = _by_line(text, edges, places)
    size = sum([edges[n + 1] - edges[n] for n, inside in glued.items() if len(inside) >= _FEWEST])
    whole = len(text)
    if size < _GLUED * whole and sum(map(text.count, _BRACES)) >= _MANY_BRACES:
        whole = sum(
            [len(line) for line in map(text.__getitem__, map(slice, edges, edges[1:])) if is_text(line, _MOST_CODE)]
        )
    ends = _count_ends(text, chain.from_iterable(glued.values()))
    return frozenset(chain(breaks, *glued.values()) if ends >= _FEWEST_SENTENCES and size >= _GLUED * whole else breaks)


def _count_ends(text: str, places: Iterable[int]) -> int:
    """How many of the places end a sentence or are spaces."""
    return sum([not text[place - 1].isalpha() for place in places])


def _by_line(text: str, edges: Sequence[int], places: Sequence[int]) -> dict[int, list[int]]:
    """The places, and the gaps of long lines, by the number of their line: only of lines of text."""
    found = defaultdict(list)
    for place in places:
        found[bisect_right(edges, place) - 1].append(place)
    for n in compress(count(), map(WIDE.__le__, map(sub, edges[1:], edges))):
        found[n] += _find_gaps(text, edges[n], edges[n + 1])
    return {n: inside for n, inside in found.items() if inside and is_text(text[edges[n] : edges[n + 1]], _MOST_CODE)}


def _find_gaps(text: str, start: int, end: int) -> list[int]:
    """Where blocks begin in a long line, if some spaces part it more than once."""
    if text.find("  ", start, end) < 0:
        return []
    gaps = [gap.end() for gap in _GAP.finditer(text, start, end) if start < gap.start() and gap.end() < end]
    return gaps if len(gaps) >= _FEWEST_GAPS else []


def _ends_before(text: str, capitals: Sequence[int], n: int) -> bool:
    """Whether a block may end before the nth capital or opening quotation mark."""
    place = capitals[n]
    before, capital = text[max(0, place - _LONGEST) : place], text[place]
    is_name = capital.isupper() and text[place + 1 : place + 2].isupper()  # "Node.JS"
    unquoted = before.rstrip(_CLOSING + _BOTH)
    if unquoted.endswith(tuple(STOPS)):
        ending = unquoted.rstrip(STOPS)[-2:]
        return ending.isalpha() and ending.islower() and not is_name
    if unquoted != before or not capital.isalpha():
        return False
    return (_is_small(before) and not is_name) or _is_one_of_several(text, capitals, n)


def _is_small(word: str) -> bool:
    letters = 0
    while letters < len(word) and word[-1 - letters].islower():
        letters += 1
    return letters >= _SMALL and not word[: len(word) - letters][-1:].isalnum()


def _is_one_of_several(text: str, capitals: Sequence[int], n: int) -> bool:
    """Whether nothing but letters is between the nth capital and the next one or the one before, as in a menu."""
    above = capitals[n - 1] if n else capitals[n]
    below = capitals[n + 1] if n + 1 < len(capitals) else capitals[n]
    return text[above : capitals[n]].isalpha() or text[capitals[n] : below].isalpha()
