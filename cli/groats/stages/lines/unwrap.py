"""Which neighbouring lines are one: paragraphs that a renderer wrapped at a margin or broke at every link."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from operator import add
from typing import NamedTuple

from groats.layout import CLOSING, NARROWEST_MARGIN
from groats.stages.lines.paragraphs import find_wrapped_paragraphs
from groats.stages.lines.split import Rows
from groats.stages.lines.tables import NARROW_GAP
from groats.unicode_ranges import IDEOGRAPHS, STOPS, STOPS_ALONE

_WIDEST = 132  # columns
_OVERLONG = 0.05  # share of all columns that may stand in lines past the margin (addresses, preformatted text)
_MOST_COLUMNS = 2  # a character
_UNBREAKABLE = re.compile(r"[!-~]{50,}")  # an address: no margin holds it, so its row says nothing of one
_LONG = 0.7  # of the margin
_PAST = 3  # columns past the margin that a row may stand in and go on: renderers differ where a word just fits
_MOST_STOPS = 0.5  # of the full rows may end a sentence: where more do, paragraphs happen to be as long
# Of the rows below so many must show their case, and such a share of these begin small: in records and lists none does.
# In a column of the page one is enough: lists are as narrow.
_FEWEST_BELOW, _CASED, _LEAST_SMALL = 6, 0.8, 0.1
_FULL_PAIRS = 0.5  # share of the long lines with a neighbour below whose first word would not have fitted
_FEWEST_PAIRS = 3
_LEAST_CLIFF, _MOST_CLIFF, _SLOPE, _BEYOND = 68, 100, 8, 0.1
_SCRIPT, _MOST_SCRIPT = re.compile(r"[{}=\\]"), 0.5  # lines of scripts may be as long as each other; of the full rows
_CODE = re.compile(r"[{}<>=|\\]")  # lines of tables, scripts and tags end where they will
_MARKDOWN_MARGINS = (79, 72)  # html2text, pandoc
_MANY_PAIRS, _MOST_PAIRS = 20, 0.85  # of Chromium's text 3 of 2,559 pages have so many
_MOST_ROOM = 0.4  # of the margin that a long word may leave
_SLACK = 6  # columns: lynx and w3m leave room for a closing quote, a wide character, a hyphen
_BROKEN_SHARE = 0.02  # share of the lines that must be mere continuations before a text counts as broken at links

_GAP = re.compile(r"(?<=[^\s.!?:]) +(?=\S)")
_FEWEST_GAPS = 4  # of a justified row; one with gaps of two columns and more reaches the margin

_PHRASE_SPACES = 2  # a line of three words with a space left over at its end is no menu item

# East Asian characters take two columns in a terminal: ranges after Unicode's East Asian Width, W and F.
WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+"
)

_CLOSING = re.compile(f"[{re.escape(CLOSING)}]")
_OPENING = re.compile("[(\\[“„«‘「『（【¿¡]")
# Quotation marks that open in one language and close in another, or in the same: what stands beside them tells.
_OPENS_QUOTE = re.compile(rf"[\"”»](?![{IDEOGRAPHS}])\w|'(?![a-zß-ÿ{IDEOGRAPHS}])\w")
_CLOSES_QUOTE, _IN_QUOTE = frozenset("“‘«"), frozenset(".,;!?…")
_TERMINAL = frozenset(f'{STOPS}{STOPS_ALONE}:;：；"”»')


class Wrapping(NamedTuple):
    """The positions of the rows that go on in the next one, and the margin at which they do, 0 where it is at links."""

    margin: int
    broken: frozenset[int]


def find_wrapping(rows: Rows, narrowest: int = NARROWEST_MARGIN) -> Wrapping:
    """Where a text was hard-wrapped at a margin, or has a line for each text node, so that links cut its sentences."""
    wrapping = _find_margin(rows, narrowest) or Wrapping(0, _find_cuts(rows) | _find_wrapped_parts(rows))
    rowed = {n for n in rows.gapped if _has_columns(rows, n, wrapping.margin)}
    return wrapping._replace(broken=frozenset(n for n in wrapping.broken if n not in rowed and n + 1 not in rowed))


def find_markdown_wraps(rows: Rows, soft: AbstractSet[int]) -> frozenset[int]:
    """Those of the `soft` breaks of a Markdown text, which no mark makes, that its writer made at its margin.

    Links and items that writers do not wrap hide the margin: so it is one of those that they have. None in a text in
    which most long rows could have taken the next one's first word.
    """
    widths = _find_widths(rows)
    needed = {n: widths[n] + 1 + len(rows.texts[n + 1].split(None, 1)[0]) for n in soft}
    for margin in _MARKDOWN_MARGINS:
        full = frozenset(n for n in soft if needed[n] >= margin)
        pairs = [n in full for n in soft if _LONG * margin <= widths[n] <= margin]
        if sum(pairs) >= max(_FEWEST_PAIRS, _MOST_PAIRS * len(pairs)):
            return full
    return frozenset()


def _find_margin(rows: Rows, narrowest: int) -> Wrapping | None:
    """The column at which the text is hard-wrapped, and the rows that were; None if it is not.

    The margin is the width that nearly all the text keeps to; it counts only if most long lines that have a line
    below could not have taken that line's first word. A browser's text fails on its first long paragraph.
    """
    if _has_long_lines(rows):
        return None
    widths = _find_widths(rows)
    margin = _find_width([width for n, width in enumerate(widths) if not _is_unbreakable(rows.texts[n])])
    if not narrowest <= margin <= _WIDEST:
        return None
    full = _find_full(rows, widths, margin, _FEWEST_PAIRS, _FULL_PAIRS)
    fewest = _FEWEST_BELOW if margin >= NARROWEST_MARGIN else 1
    return Wrapping(margin, full) if full and not _is_chance(rows, full, fewest) else None


def _is_chance(rows: Rows, full: AbstractSet[int], fewest_below: int = _FEWEST_BELOW) -> bool:
    """Whether the full rows happen to be as long: they end sentences, are script, or hardly one below begins small."""
    if sum([_SCRIPT.search(rows.texts[n]) is not None for n in full]) >= _MOST_SCRIPT * len(full):
        return True
    if sum([rows.lasts[n] in STOPS or rows.lasts[n] in STOPS_ALONE for n in full]) >= _MOST_STOPS * len(full):
        return True
    below = [rows.firsts[n + 1] for n in full]
    small, others = sum(map(str.islower, below)), sum([first.isupper() or first.isdigit() for first in below])
    known = small + others
    return known >= max(fewest_below, _CASED * len(below)) and small < _LEAST_SMALL * known


def _find_wrapped_parts(rows: Rows) -> frozenset[int]:
    """The rows that were wrapped in a text in which tables, scripts or long paragraphs pass the margin.

    The margin is the width below which many lines end and beyond which few do; nearly all of these must be full. Where
    there is none, single paragraphs may have been wrapped.
    """
    blanks = rows.blanks[1:]
    near = [
        len(text) + indent for text, indent, blank in zip(rows.texts, rows.indents, blanks, strict=False) if not blank
    ]
    widths = _find_widths(rows)
    margins = _find_cliffs(near)
    found = max(
        (_find_full(rows, widths, margin, _MANY_PAIRS, _MOST_PAIRS) for margin in margins), key=len, default=frozenset()
    )
    if not found or _is_chance(rows, found):
        return find_wrapped_paragraphs(rows, widths)
    codes = {n for n in found | {n + 1 for n in found} if _CODE.search(rows.texts[n])}
    return frozenset(n for n in found if n not in codes and n + 1 not in codes)


def _find_full(rows: Rows, widths: Sequence[int], margin: int, fewest: int, share: float) -> frozenset[int]:
    """The rows that are full at a margin, if they are so many, and such a share of the long ones that go on."""
    followed = [n for n in range(len(widths) - 1) if not rows.blanks[n + 1] and widths[n] <= margin + _PAST]
    full = frozenset(n for n in followed if _would_overflow(rows, widths, n, margin))
    pairs = [n in full for n in followed if widths[n] >= _LONG * margin]
    return full if len(pairs) >= fewest and sum(pairs) >= share * len(pairs) else frozenset()


def _find_cliffs(widths: Sequence[int]) -> list[int]:
    """The margins at which many of the rows end that go on below, and beyond which next to none do."""
    near = [width for width in widths if _LEAST_CLIFF - _SLOPE < width <= _MOST_CLIFF + _SLOPE]
    if len(near) < _MANY_PAIRS:
        return []
    counts = Counter(near)
    slopes = {
        margin: sum([counts[margin - n] for n in range(_SLOPE)])
        for margin in range(_LEAST_CLIFF, _MOST_CLIFF + _SLOPE + 1)
    }
    return [
        margin
        for margin in range(_LEAST_CLIFF, _MOST_CLIFF + 1)
        if slopes[margin] >= _MANY_PAIRS and slopes[margin + _SLOPE] <= _BEYOND * slopes[margin]
    ]


def _has_long_lines(rows: Rows) -> bool:
    """Whether so much stands in lines past any margin that it is seen without the columns of each character."""
    narrowest: list[int] = list(map(add, rows.indents, map(len, rows.texts)))
    most = _OVERLONG * _MOST_COLUMNS * sum(narrowest)
    overlong = (
        width
        for width, text in zip(narrowest, rows.texts, strict=True)
        if width > _WIDEST and not _is_unbreakable(text)
    )
    return any(width > most for width in accumulate(overlong))


def _is_unbreakable(text: str) -> bool:
    return len(text) >= NARROWEST_MARGIN and _UNBREAKABLE.search(text) is not None


def _find_width(widths: Sequence[int]) -> int:
    """The width that all lines keep to but those few that may be longer."""
    counts = Counter(widths)
    allowance = _OVERLONG * sum(widths)
    width = 0
    for width in sorted(counts, reverse=True):
        allowance -= width * counts[width]
        if allowance < 0:
            break
    return width


def _find_widths(rows: Rows) -> list[int]:
    """The columns that each row takes in a terminal with its indentation."""
    texts = zip(rows.indents, rows.texts, strict=True)
    return [indent + (len(text) if text.isascii() else _columns(text)) for indent, text in texts]


def _columns(text: str) -> int:
    """The columns that `text` takes in a terminal, wide East Asian characters counted twice."""
    return len(text) + sum(map(len, WIDE.findall(text)))


def _would_overflow(rows: Rows, widths: Sequence[int], n: int, margin: int) -> bool:
    """Whether the first word of the row below had no room left in a row."""
    below = rows.texts[n + 1]
    room = margin - widths[n]
    if not below[0].isascii() and widths[n + 1] > 1.6 * len(below):  # no spaces: any character could have moved up
        return room < _SLACK
    return room < len(below.split(None, 1)[0]) + 1 + _SLACK and room < _MOST_ROOM * margin


def _find_cuts(rows: Rows) -> frozenset[int]:
    """The rows that end inside a sentence, in a text that has a line for each text node; none in any other text."""
    candidates = {first.start() - 1 for first in _CLOSING.finditer(rows.firsts)}
    candidates.update([last.start() for last in _OPENING.finditer(rows.lasts)])
    candidates.update(rows.open_ends, [n - 1 for n in rows.open_starts])
    cuts = frozenset(n for n in candidates if 0 <= n < len(rows.texts) - 1 and _is_cut(rows, n))
    if len(cuts) < _FEWEST_PAIRS:
        return frozenset()
    fewest = _BROKEN_SHARE * len(rows.texts)
    if len(cuts) < fewest:  # of a dump that has scripts in it, the rows of text count
        fewest = _BROKEN_SHARE * sum([_CODE.search(text) is None for text in rows.texts])
    return cuts if len(cuts) >= fewest else frozenset()


def _is_cut(rows: Rows, n: int) -> bool:
    """Whether the line break below a row stands inside a sentence.

    It does where the next line begins with closing punctuation, where this one ends with an opening one, or where a
    space was left over at the cut and the sentence is not at its end; never in code, whose brackets close lines below.
    """
    if rows.blanks[n + 1] or _CODE.search(rows.texts[n]) or _CODE.search(rows.texts[n + 1]):
        return False
    first, last = rows.firsts[n + 1], rows.lasts[n]
    below = rows.texts[n + 1]
    if _CLOSING.match(first) and not _OPENS_QUOTE.match(below):
        return not below.startswith(("...", "::"))
    if _OPENING.match(last) and not _ends_quote(rows.texts[n]):
        return True
    if last in _TERMINAL:
        return False
    if first.islower():
        return n in rows.open_ends or n + 1 in rows.open_starts
    is_open = n in rows.open_ends and n not in rows.open_starts
    return is_open and last.islower() and rows.texts[n].count(" ") >= _PHRASE_SPACES


def _ends_quote(text: str) -> bool:
    """Whether the quotation mark at the end of a row closes, as in German: a stop or a letter is before it.

    Chinese has no spaces and opens with such marks: so it has to be a letter that has two cases.
    """
    before = text[-2:-1]
    return text[-1] in _CLOSES_QUOTE and (before in _IN_QUOTE or before.islower() or before.isupper())


def _has_columns(rows: Rows, n: int, margin: int) -> bool:
    """Whether gaps in a row set its words in columns: one of a table, which goes on nowhere.

    In a justified row all gaps are as wide as each other, but for one column and for those at the ends of sentences.
    """
    text = rows.texts[n]
    if not NARROW_GAP.search(text):
        return False
    gaps = list(map(len, _GAP.findall(text)))
    if "\t" in text or len(gaps) < _FEWEST_GAPS or max(gaps) > min(gaps) + 1:
        return True
    return min(gaps) > 1 and rows.indents[n] + _columns(text) != margin
