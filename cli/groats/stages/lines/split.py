"""The input cut into its lines, and what each looks like before anything is read into it."""

import re
from io import StringIO
from itertools import accumulate, count
from typing import NamedTuple

from groats.document import Line

# What str.strip leaves though a reader sees nothing: zero-width characters, direction marks, soft hyphens.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\x00"

# East Asian characters take two columns in a terminal: ranges after Unicode's East Asian Width, W and F.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+"
)

_TAB = 8


class Row(NamedTuple):
    """A non-blank line: its text without surrounding white space, its indentation and its width in columns.

    `open_start` and `open_end` say that one space stood before or after the text, as where a renderer cut a sentence.
    """

    line: Line
    text: str
    indent: int
    width: int
    blank_before: int
    open_start: bool = False
    open_end: bool = False


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Every line of `text` with its span, terminator included: put together they are `text` again.

    A line ends with LF, CR or both, as wc, grep and editors count: \v, \f and the Unicode separators stand inside it.
    """
    raw = StringIO(text, newline="").readlines()
    starts = accumulate(map(len, raw), initial=0)
    ends = accumulate(map(len, raw))
    texts = [line.rstrip("\r\n") for line in raw]
    return tuple(map(Line._make, zip(count(1), starts, ends, texts, strict=False)))


def read_rows(lines: tuple[Line, ...]) -> list[Row]:
    """The non-blank lines in order, each with its measures; blank lines live on as `blank_before`."""
    rows = []
    blank = 0
    for line in lines:
        raw = line.text
        text = raw.strip()
        if not text.isprintable():
            text = text.strip(_INVISIBLE).strip()
        if not text:
            blank += 1
            continue
        if text == raw:
            rows.append(Row(line, text, 0, columns(text), blank))
        else:
            lead = raw[: raw.find(text)]
            indent = len(lead.expandtabs(_TAB))
            rows.append(
                Row(
                    line=line,
                    text=text,
                    indent=indent,
                    width=indent + columns(text),
                    blank_before=blank,
                    open_start=lead in {" ", "\xa0"},
                    open_end=raw[-1] in " \xa0",
                )
            )
        blank = 0
    return rows


def columns(text: str) -> int:
    """The columns that `text` takes in a terminal, wide East Asian characters counted twice."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(len, _WIDE.findall(text)))
