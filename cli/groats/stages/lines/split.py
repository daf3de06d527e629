"""The input cut into its lines, and what each looks like before anything is read into it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from io import StringIO
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import ne
from typing import NamedTuple

from groats.document import Line, make_all

# What str.strip leaves though a reader sees nothing: zero-width characters, direction marks, soft hyphens.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\x00"

_TAB = 8

# Where ends of lines were doubled, a blank line follows each. One follows each paragraph of a clean text too, but that
# has no menu: of 368 pages 284 have so many short rows together once doubled, and none once cleaned.
_FEWEST_PARTED, _PARTED_SHARE = 40, 0.98
_SHORT, _MENU = 20, 8  # characters, rows


class Rows(NamedTuple):
    """The non-blank lines of a text in order, a column for each thing that is known of them.

    `texts` are without surrounding white space; `indents` are in columns; `blanks` counts the blank lines above, but
    for those that doubled ends of lines made. `gapped` are the positions of the rows with a tab or two spaces anywhere
    in the line, `open_starts` and `open_ends` those with one space before or after the text, as where a renderer cut a
    sentence. `firsts` and `lasts` hold the first and the last character of each text, so that one search finds all rows
    that begin or end in some way.
    """

    lines: Sequence[Line]
    texts: Sequence[str]
    indents: Sequence[int]
    blanks: Sequence[int]
    gapped: Sequence[int]
    open_starts: AbstractSet[int]
    open_ends: AbstractSet[int]
    firsts: str
    lasts: str


def split_lines(text: str, breaks: AbstractSet[int] = frozenset()) -> tuple[Line, ...]:
    r"""Every line of `text` with its span, terminator included: put together they are `text` again.

    A line ends with LF, CR or both, as wc, grep and editors count: \v, \f and the Unicode separators stand inside it.
    CR CR LF is one end as well, CR LF that was written as text once more. One ends at each of the `breaks` too,
    positions within `text`.
    """
    raw = StringIO(text, newline="").readlines()
    if "\r\r\n" in text:
        raw = _join_ends(raw)
    ends = list(accumulate(map(len, raw)))
    if breaks:
        ends = sorted({*ends, *breaks})
        raw = [text[start:end] for start, end in pairwise((0, *ends))]
    texts = map(str.rstrip, raw, repeat("\r\n"))
    return tuple(make_all(Line, zip(count(1), chain((0,), ends), ends, texts, strict=False)))


def _join_ends(raw: Sequence[str]) -> list[str]:
    """The lines with each CR LF that follows a CR made part of the same end."""
    joined: list[str] = []
    for line in raw:
        if line == "\r\n" and joined and joined[-1].endswith("\r"):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def read_rows(text: str, lines: Sequence[Line]) -> Rows:
    """The non-blank lines of a text with their measures; blank lines live on in `blanks`."""
    raw = [line.text for line in lines]
    texts = list(map(str.strip, raw))
    if any(map(text.__contains__, _INVISIBLE)):
        texts = [text.strip(_INVISIBLE).strip() for text in texts]
    places = compress(count(), texts)
    blanks = [below - above - 1 for above, below in pairwise(chain((-1,), places))]
    filled = list(compress(lines, texts))
    raw = list(compress(raw, texts))
    texts = list(filter(None, texts))
    if _is_doubled(texts, blanks):
        blanks = [blank // 2 for blank in blanks]
    has_gaps = "  " in text or "\t" in text
    gapped = [n for n, line in enumerate(raw) if "  " in line or "\t" in line] if has_gaps else []
    indents = [0] * len(texts)
    open_starts: set[int] = set()
    open_ends: set[int] = set()
    for n in compress(count(), map(ne, texts, raw)):
        lead = raw[n][: raw[n].find(texts[n])]
        indents[n] = len(lead.expandtabs(_TAB))
        if lead in {" ", "\xa0"}:
            open_starts.add(n)
        if raw[n][-1] in " \xa0":
            open_ends.add(n)
    firsts = "".join([text[0] for text in texts])
    lasts = "".join([text[-1] for text in texts])
    return Rows(filled, texts, indents, blanks, gapped, open_starts, open_ends, firsts, lasts)


def _is_doubled(texts: Sequence[str], blanks: Sequence[int]) -> bool:
    """Whether the ends of lines were doubled: nearly all rows have blank lines above, those of a menu as well."""
    parted = len(blanks) - blanks.count(0)
    if parted < max(_FEWEST_PARTED, _PARTED_SHARE * (len(blanks) - 1)):
        return False
    return bytes(_MENU) in bytes([len(text) > _SHORT for text in texts])
