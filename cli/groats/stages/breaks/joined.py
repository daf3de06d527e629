"""Sentences and menus of a page whose lines were joined, as `" ".join(text.split())` and many scrapers join them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from io import StringIO
from itertools import accumulate, islice, pairwise

from groats.stages.breaks.edges import WIDE, find_edges, is_text, is_unspaced
from groats.unicode_ranges import IDEOGRAPHS, STOPS, STOPS_ALONE

# A page whose lines were joined has few, and half of its characters in wide ones; an essay may have long paragraphs.
_MOST_LINES, _FEWEST_APART, _JOINED = 12, 4, 0.5
_JOINED_MORE = 0.29  # of a page that has more lines
_MENU, _FEWEST_ITEMS = 200, 8  # characters, and items that begin in them; of sentences and names seven do at most
_WIDE_UNSPACED = 400  # characters, of which each is a word or a syllable
_MOST_PAIRS, _MOST_GAPS, _MOST_CODE = 0.015, 0.005, 0.05  # a character: "|" stands between the items of many menus
_CLOSING, _OPENING = "”\"’'»)」』】》]", "“\"„‘'«(「『【《["
_WORD = re.compile(r"\S+")
_STOP_ALONE = re.compile(rf"[{STOPS_ALONE}][{re.escape(_CLOSING)}]*+(?=[^\s{STOPS_ALONE}])")
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHS}\u3001-\u3011\uff01-\uff60]")  # or their punctuation
_SHORT = 3  # letters of a title or an initial, "Mr.", "J.", and of words that no item ends with, "the", "of"
_GOES_ON = tuple(",;:–—-&/©")

# Where so many characters have no end of a sentence, a menu may be among them. Its items begin with a capital or a
# digit and are short: three words in eight around have one. In more characters headlines may be, which have fewer.
_LONG, _LONGER = 150, 300
_ITEM, _HEADLINE = 15, 40  # characters at least: two short ones are as good as one
_AROUND, _CAPITALS = 4, 0.375  # words on either side, and how many of them have a capital or a digit in a menu
_AT_ONCE, _MOST_PARTED = 100_000, 1_000_000  # characters looked at together, and of a line at all: more are not judged
_FEW_CASED, _PIECE = 0.2, 80  # of the words have capitals or not, and where few do, any word may be the first


def part_joined(text: str, breaks: AbstractSet[int] = frozenset()) -> frozenset[int]:
    """The `breaks` and the positions in `text` where a sentence or an item of a menu begins within a joined line.

    Lines are taken for joined where a text has no more than twelve, and half of it stands in such of 1,000 characters
    and more (400 in writing without spaces). Of a text that has more lines, as where the source of a page had ends of
    lines in its paragraphs, those are that have a menu in them; so they are of four lines and more with a blank one
    between all of them, which may be the paragraphs of an essay.
    """
    if len(text) < _WIDE_UNSPACED:
        return frozenset(breaks)
    filled = list(islice((line for line in StringIO(text, newline="") if not line.isspace()), _MOST_LINES + 1))
    has_more = len(filled) > _MOST_LINES
    if has_more and max(map(len, text.split("\n"))) < _WIDE_UNSPACED:
        return frozenset(breaks)
    least = (_JOINED_MORE if has_more else _JOINED) * len(text)
    may_be_prose = has_more or (len(filled) >= _FEWEST_APART and _stand_apart(text))
    edges = pairwise(find_edges(text, breaks))
    long = [(start, end) for start, end in edges if end - start >= _WIDE_UNSPACED]
    wide = [(start, end) for start, end in long if _is_joined(text[start:end])]
    if _size(wide) < least:
        return frozenset(breaks)
    found = {span: places for span in wide if (places := _find_places(text, *span))}
    if may_be_prose:
        found = {span: places for span, places in found.items() if _holds_menu(places)}
    return frozenset(breaks).union(*found.values()) if _size(found) >= least or not may_be_prose else frozenset(breaks)


def _size(spans: Iterable[tuple[int, int]]) -> int:
    return sum([end - start for start, end in spans])


def _find_places(text: str, start: int, end: int) -> list[int]:
    """The positions in `text` where a sentence or an item begins within a line, in order; none in a script."""
    line = text[start : min(end, start + _MOST_PARTED)].rstrip()
    return sorted([start + place for place in find_beginnings(line)]) if is_text(line, _MOST_CODE) else []


def _holds_menu(places: Sequence[int]) -> bool:
    """Whether so many items begin near each other in a line: sentences and names are longer."""
    return any(low + _MENU >= high for low, high in zip(places, places[_FEWEST_ITEMS:], strict=False))


def _stand_apart(text: str) -> bool:
    """Whether a blank line is between any two lines of a text that has few."""
    lines = [line.strip() for line in text.strip().split("\n")]
    return not any(above and below for above, below in pairwise(lines))


def _is_joined(line: str) -> bool:
    """Whether a line may be several; where spaces lie beside each other, nobody joined lines by one."""
    size = len(line)
    if line.count("  ") > _MOST_PAIRS * size or line.count("   ") > _MOST_GAPS * size:
        return False
    return size >= WIDE or is_unspaced(line)


def find_beginnings(line: str) -> Iterator[int]:
    """The positions within a line where a sentence or an item of a menu begins."""
    sentences = {stop.end() for stop in _STOP_ALONE.finditer(line)}
    for word, after in pairwise(_WORD.finditer(line)):
        if _ends_sentence(word[0], after[0]) or (_IDEOGRAPH.match(word[0][-1]) and _IDEOGRAPH.match(after[0])):
            sentences.add(after.start())
    yield from sentences
    for start, end in pairwise((0, *sorted(sentences), len(line))):
        for low in range(start, end - _LONG + 1, _AT_ONCE):
            if words := list(_WORD.finditer(line, low, min(end, low + _AT_ONCE))):
                yield from _find_items(words)


def _ends_sentence(word: str, after: str) -> bool:
    """Whether a sentence ends with `word`, and not a title, an initial or an abbreviation."""
    bare = word.rstrip(_CLOSING)
    letters = bare.rstrip(STOPS)
    if letters == bare or after.lstrip(_OPENING)[:1].islower():
        return False
    if not bare.endswith("."):
        return True
    return "." not in letters and not (len(letters) <= _SHORT and letters[:1].isupper())


def _find_items(words: Sequence[re.Match[str]]) -> Iterator[int]:
    """The positions where items of a menu may begin among words that no end of a sentence parts."""
    length = words[-1].end() - words[0].start()
    firsts = [word[0].lstrip(_OPENING)[:1] for word in words]
    tall = [first.isupper() or first.isdigit() or first == "©" for first in firsts]
    sums = [0, *accumulate(tall)]
    is_cased = sum([first.isupper() or first.islower() for first in firsts]) >= _FEW_CASED * len(words)
    last = words[0].start()
    for n, (above, word) in enumerate(pairwise(words), start=1):
        size = word.start() - last
        if size < _ITEM or above[0].endswith(_GOES_ON) or (above[0].islower() and len(above[0]) <= _SHORT):
            continue
        low, high = max(0, n - _AROUND), min(len(words), n + _AROUND)
        is_menu = tall[n] and sums[high] - sums[low] >= _CAPITALS * (high - low)
        may_begin = (size >= _HEADLINE and tall[n]) or (size >= _PIECE and not (is_cased or is_unspaced(word[0])))
        if is_menu or (length >= _LONGER and may_begin):
            yield word.start()
            last = word.start()
