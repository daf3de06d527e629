"""What stands at the edges of printed pages: running heads and feet, addresses, numbers, times of printing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from groats.document import Line
from groats.stages.lines.running import find_running_heads
from groats.unicode_ranges import STOPS

_BREAK = "\f"  # pdftotext and many others begin a page with it
_FEWEST_PAGES, _SHARE = 3, 0.6  # pages, and of them those that have a line
_DEPTH = 4  # lines from an edge
_LONGEST = 200  # characters
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def find_sheet_edges(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that most pages of a printed text have at the same place near an edge.

    The numbers in them may differ. A page goes from one form feed to the next; where there are none, running heads and
    page numbers tell.
    """
    if text.count(_BREAK) < _FEWEST_PAGES - 1:
        return find_running_heads(lines)
    starts = [n for n, line in enumerate(lines) if _BREAK in line.text]
    parts = [lines[start:end] for start, end in pairwise((0, *starts, len(lines)))]
    pages = [list(_read_edges([line for line in part if line.text.strip()])) for part in parts]
    found = Counter(key for page in pages for key, _ in page)
    fewest = max(_FEWEST_PAGES, _SHARE * len(list(filter(None, pages))))
    return frozenset(number for page in pages for key, number in page if found[key] >= fewest)


def without_sheet_edges(lines: Sequence[Line], edges: AbstractSet[int]) -> Sequence[Line]:
    """The lines but those; nor are blank ones left where a sentence goes on in the next sheet."""
    if not edges:
        return lines
    left: list[Line] = []
    gap: list[Line] = []
    is_edge = False
    for line in lines:
        if line.number in edges:
            is_edge = True
        elif not line.text.strip():
            gap.append(line)
        else:
            left += [] if is_edge and left and _goes_on(left[-1].text, line.text) else gap
            left.append(line)
            gap, is_edge = [], False
    return left


def _goes_on(above: str, below: str) -> bool:
    return not above.rstrip().endswith(tuple(STOPS)) and below.lstrip()[:1].islower()


def _read_edges(page: Sequence[Line]) -> Iterator[tuple[tuple[int, str], int]]:
    """For each line near an edge what it says, and how far from that edge, with its number."""
    for places in (range(min(_DEPTH, len(page))), range(-min(_DEPTH, len(page)), 0)):
        for place in places:
            text = page[place].text.strip()
            if len(text) <= _LONGEST:
                yield (place, _NUMBER.sub("#", text)), page[place].number
