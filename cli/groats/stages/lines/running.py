"""The running heads and page numbers of a printed text that lost its form feeds, as most text from PDFs has."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from groats.document import Line
from groats.unicode_ranges import STOPS

_NUMBER = re.compile(r"\d+")
_WIDEST, _LONGEST, _MOST_DIGITS = 200, 120, 4  # characters of a line, with its gaps and without; digits of a number
_FEWEST_PAGES, _FEWEST_ROWS, _STEADY = 3, 15, 1.7  # pages, rows of one, and how many times the median others may have
_NEAR, _SHARE = 3, 0.6  # rows around a number; of the pages that have a line there
_FEWEST_BROKEN, _LEAST_BROKEN = 2, 0.3  # pages that end within a sentence, and of all
_FEWEST_WORDS = 5  # of the row above and the one below
_PAGE = re.compile(
    r"\b(?:page|seite|página|pagina|pàgina|strona|страница|стр\.|сторінка|sida|side|sivu|strana|oldal|sayfa|σελίδα|"
    r"trang|halaman|صفحة|صفحه|עמוד|पृष्ठ) ?#|第 ?# ?[页頁ページ]|# ?(?:ページ|페이지)|- ?# ?-\Z",
    re.IGNORECASE,
)


def find_running_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that count pages: alike but for a number that grows by one, as far apart as pages are.

    So may chapters be numbered, and posts. A page's number stands within sentences, or is called one; with it go the
    lines that most pages have beside it.
    """
    rows = [line for line in lines if line.text.strip()]
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows if len(rows) >= _FEWEST_PAGES * _FEWEST_ROWS else ()):
        if _NUMBER.search(row.text, 0, _WIDEST) and len(text := " ".join(row.text.split())) <= _LONGEST:
            alike[_NUMBER.sub("#", text)].append(n)
    counted = [key for key, places in alike.items() if _counts_pages([rows[n].text for n in places], places)]
    texts = [" ".join(row.text.split()) for row in rows] if counted else []
    found: set[int] = set()
    for key in counted:
        edges = _with_neighbours(texts, alike[key])
        if _PAGE.search(key) or _breaks_sentences(texts, edges, alike[key]):
            found.update(edges)
    return frozenset(rows[n].number for n in found)


def _counts_pages(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether a number in rows alike grows by one, or by two on left and right pages, and they lie apart alike."""
    if len(places) < _FEWEST_PAGES:
        return False
    gaps = [below - above for above, below in pairwise(places)]
    usual = median(gaps)
    if (
        usual < _FEWEST_ROWS or max(gaps) > _STEADY * usual or min(gaps[:-1]) * _STEADY < usual
    ):  # the last page is short
        return False
    columns = zip(*map(_NUMBER.findall, texts), strict=True)
    return any(
        all(len(number) <= _MOST_DIGITS for number in column)
        and {int(below) - int(above) for above, below in pairwise(column)} in ({1}, {2})
        for column in columns
    )


def _with_neighbours(texts: Sequence[str], places: Sequence[int]) -> set[int]:
    """The rows, and those near them that most pages have at the same place, their numbers aside."""
    near: Counter[tuple[int, str]] = Counter()
    steps = [step for step in range(-_NEAR, _NEAR + 1) if step]
    keys = {
        (n, step): _NUMBER.sub("#", texts[n + step]) for n in places for step in steps if 0 <= n + step < len(texts)
    }
    near.update((step, key) for (_, step), key in keys.items())
    fewest = max(_FEWEST_PAGES - 1, _SHARE * len(places))
    common = {(step, key) for (step, key), times in near.items() if times >= fewest and len(key) <= _LONGEST}
    edges = {n + step for (n, step), key in keys.items() if (step, key) in common}
    said = {key for _, key in common}
    ends = [*range(min(_NEAR, len(texts))), *range(max(0, len(texts) - _NEAR), len(texts))]
    return edges | set(places) | {n for n in ends if _NUMBER.sub("#", texts[n]) in said}


def _breaks_sentences(texts: Sequence[str], edges: set[int], places: Sequence[int]) -> bool:
    broken = 0
    for n in places:
        above, below = n, n
        while above in edges:
            above -= 1
        while below in edges:
            below += 1
        if above < 0 or below == len(texts):
            continue
        is_long = min(len(texts[n].split()) for n in (above, below)) >= _FEWEST_WORDS
        broken += is_long and not texts[above].endswith((*STOPS, ":", ";")) and texts[below][0].islower()
    return broken >= max(_FEWEST_BROKEN, _LEAST_BROKEN * len(places))
