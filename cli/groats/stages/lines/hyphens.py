"""Words that a typesetter parted at the end of a row: text from PDFs, manuals, old books."""

import re
from collections.abc import Set as AbstractSet

from groats.stages.lines.split import Rows

SOFT = "\u00ad"  # ends a row of which the last word goes on in the next one
_ALWAYS = (SOFT, "¬")  # stand nowhere else
_TYPESET = "\u2010"
_HYPHENS = ("-", _TYPESET)
_LAST, _FIRST = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*+")
_FEWEST = 2  # words that stand whole elsewhere: so many tell of a text with parted words


def find_parted(rows: Rows, broken: AbstractSet[int]) -> frozenset[int]:
    """Those of the broken rows that end with a part of a word, whose hyphen is no part of it.

    The text itself tells: "sen-" and "sors" are one word if "sensors" stands elsewhere and "sen-sors" does not; and so
    are all others, where more such words stand whole elsewhere than have their hyphen within a row, or where the hyphen
    is that of a typesetter.
    """
    soft = {n for n in broken if rows.lines[n].text.rstrip().endswith(_ALWAYS)}
    cuts = {n: cut for n in broken if rows.texts[n].endswith(_HYPHENS) and (cut := _read_cut(rows, n))}
    if not cuts:
        return frozenset(soft)
    words: set[str] = set()
    for n, text in enumerate(rows.texts):
        within = text[: text.rfind(" ")] if n in cuts else text
        words.update(word.replace("\u2010", "-").lower() for word in _WORD.findall(within))
    whole = {n for n, (left, right) in cuts.items() if left + right in words}
    hyphened = {n for n, (left, right) in cuts.items() if f"{left}-{right}" in words}
    is_set = len(whole) >= _FEWEST and len(whole) > len(hyphened)
    parted = {n for n in cuts if is_set or rows.texts[n].endswith(_TYPESET)}
    return frozenset(soft | (parted - (hyphened - whole)))


def _read_cut(rows: Rows, n: int) -> tuple[str, str] | None:
    """The parts of the word that the end of a row cuts, in small letters; None where the next begins with none."""
    left, right = _LAST.search(rows.texts[n][:-1]), _FIRST.match(rows.texts[n + 1])
    return (left[0].lower(), right[0]) if left and right and right[0].islower() else None


def mark_parted(text: str) -> str:
    """A row that ends with a part of a word, its hyphen marked as one that nobody sees."""
    return (text[:-1] if text.endswith((*_ALWAYS, *_HYPHENS)) else text) + SOFT
