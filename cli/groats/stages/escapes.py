r"""A page that was written as a string of JSON or a programming language: "\n" where a line ends, "\"", "\u00e9".

So come pages out of `jq .text`, `repr` and the exports of databases.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from groats.document import Page

_END = re.compile(r"(?<!\\)(?:\\\\)*+\\n")  # "\\\n" ends a line behind a backslash, "\\n" none
_FEWEST, _MORE, _MOST_REAL = 5, 4, 12  # such ends of a page, of them for one that is real, and of these
_OTHERS = ("{", "[", "<")  # so begin records and HTML, whose strings and scripts have ends of their own
_MOST_BRACES = 0.5  # an end: data and scripts among the text have more
_QUOTES = ('"', "'")
_ESCAPE = re.compile(r"((?:\\u[0-9a-fA-F]{4})++)|\\x([0-9a-fA-F]{2})|\\(.)")
_NAMED = {"n": "\n", "t": "\t", "r": "", "b": "", "f": " ", '"': '"', "'": "'", "/": "/", "\\": "\\"}


class Written(NamedTuple):
    """The text that was written as a string, and where it stands there: from each of the `places` on, so much later."""

    text: str
    places: list[int]
    shifts: list[int]


def read_escapes(text: str) -> Written | None:
    r"""The text that a page means; None where it is no such string. A text about "\n" has ends that are real."""
    real = text.count("\n")
    fewest = max(_FEWEST, _MORE * real)
    if real > _MOST_REAL or text.count("\\n") < fewest or text.lstrip().startswith(_OTHERS):
        return None
    ends = sum(1 for _ in _END.finditer(text))
    is_data = text.count("{") > _MOST_BRACES * ends and not _is_quoted(text.strip())
    return None if ends < fewest or is_data else _write(text)


def to_source(page: Page, written: Written, size: int) -> Page:
    """The page with the spans that its lines have in the string, of `size` characters."""
    edges = [0, *(_find_place(line.end, written) for line in page.lines[:-1]), size]
    lines = tuple([line._replace(start=edges[n], end=edges[n + 1]) for n, line in enumerate(page.lines)])
    blocks = [block._replace(lines=tuple([lines[line.number - 1] for line in block.lines])) for block in page.blocks]
    return replace(page, lines=lines, blocks=tuple(blocks))


def _find_place(position: int, written: Written) -> int:
    return position + written.shifts[bisect_right(written.places, position) - 1]


def _write(text: str) -> Written:
    parts: list[str] = []
    places, shifts = [0], [0]
    size = done = 0
    for start, end, meant in _find_meant(text):
        parts += (text[done:start], meant)
        size += start - done + len(meant)
        done = end
        places.append(size)
        shifts.append(end - size)
    return Written("".join((*parts, text[done:])), places, shifts)


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text.startswith(_QUOTES) and text.endswith(text[0])


def _find_meant(text: str) -> Iterator[tuple[int, int, str]]:
    """Where what is written otherwise than meant begins and ends, and what is meant: nothing by quotation marks around.

    Half of a character that is written as two (a lone surrogate) becomes U+FFFD.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    is_quoted = _is_quoted(text[start:end])
    if is_quoted:
        yield start, start + 1, ""
    for escape in _ESCAPE.finditer(text, start, end - is_quoted):
        units, byte, character = escape.groups()
        if units:
            meant = bytes.fromhex(units.replace("\\u", "")).decode("utf-16-be", "replace")
        else:
            meant = chr(int(byte, 16)) if byte else _NAMED.get(character, escape[0])
        yield *escape.span(), meant
    if is_quoted:
        yield end - 1, end, ""
