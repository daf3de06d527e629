"""The input cut into its lines, and what each looks like before anything is read into it."""

import re
from dataclasses import dataclass

from groats.document import Line

# \v, \f and the Unicode separators are white space inside a line: wc, grep and editors count lines by these three.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

# What str.strip leaves though a reader sees nothing: zero-width characters, direction marks, soft hyphens.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\x00"

# East Asian characters take two columns in a terminal: ranges after Unicode's East Asian Width, W and F.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+"
)

_TAB = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A non-blank line: its text without surrounding white space, its indentation and its width in columns.

    `open_start` and `open_end` say that one space stood before or after the text, as where a renderer cut a sentence.
    """

    line: Line
    text: str
    indent: int
    width: int
    blank_before: int
    open_start: bool
    open_end: bool


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line of `text` with its span, terminator included: put together they are `text` again."""
    return tuple(
        Line(number, match.start(), match.end(), match[0].rstrip("\r\n"))
        for number, match in enumerate(_LINE.finditer(text), 1)
    )


def read_rows(lines: tuple[Line, ...]) -> list[Row]:
    """The non-blank lines in order, each with its measures; blank lines live on as `blank_before`."""
    rows = []
    blank = 0
    for line in lines:
        text = line.text.strip().strip(_INVISIBLE).strip()
        if not text:
            blank += 1
            continue
        raw = line.text
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
    return len(text) + sum(len(run) for run in _WIDE.findall(text))
