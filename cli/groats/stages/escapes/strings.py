r"""A page that was written as a string of JSON or a programming language: "\n" where a line ends, "\"", "\u00e9".

So come pages out of `jq .text`, `repr`, `print(response.content)` and the exports of databases.
"""

import re
from collections.abc import Iterator

from groats.stages.escapes.written import Written, write

_END = re.compile(r"(?<!\\)(?:\\\\)*+\\n")  # "\\\n" ends a line behind a backslash, "\\n" none
_FEWEST, _MORE, _MOST_REAL = 5, 4, 12  # such ends of a page, of them for one that is real, and of these
_OTHERS = ("{", "[", "<")  # so begin records and HTML, whose strings and scripts have ends of their own
_MOST_BRACES = 0.5  # an end: data and scripts among the text have more
_QUOTES = ('"', "'", "b'", 'b"')
_STRING = re.compile(r"""b?(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')""", re.DOTALL)
_ESCAPE = re.compile(r"((?:\\u[0-9a-fA-F]{4})++)|((?:\\x[0-9a-fA-F]{2})++)|\\(.)")
_NAMED = {"n": "\n", "t": "\t", "r": "", "b": "", "f": " ", '"': '"', "'": "'", "/": "/", "\\": "\\"}


def read_string(text: str) -> Written | None:
    r"""The text that a page means; None where it is no such string. A text about "\n" has ends that are real."""
    real = text.count("\n")
    fewest = max(_FEWEST, _MORE * real)
    if real > _MOST_REAL or text.count("\\") < fewest or text.lstrip().startswith(_OTHERS):
        return None
    is_quoted = _is_quoted(text.strip())
    if is_quoted and _STRING.fullmatch(text.strip()):
        return write(text, _find_meant(text))
    ends = sum(1 for _ in _END.finditer(text))
    is_data = text.count("{") > _MOST_BRACES * ends and not is_quoted
    return None if ends < fewest or is_data else write(text, _find_meant(text))


def _is_quoted(text: str) -> bool:
    return len(text) > len("b''") and text.startswith(_QUOTES) and text.endswith(text.removeprefix("b")[0])


def _find_meant(text: str) -> Iterator[tuple[int, int, str]]:
    """Where what is written otherwise than meant begins and ends, and what is meant: nothing by marks around."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    is_quoted = _is_quoted(text[start:end])
    if is_quoted:
        yield start, start + 1 + (text[start] == "b"), ""
    yield from unescape(text, start, end - is_quoted)
    if is_quoted:
        yield end - 1, end, ""


def unescape(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where escapes begin and end, and what is meant by them.

    Bytes are those of UTF-8 where they can be. Half of a character that is written as two (a lone surrogate) becomes
    U+FFFD.
    """
    for escape in _ESCAPE.finditer(text, start, end):
        units, octets, character = escape.groups()
        if units:
            meant = bytes.fromhex(units.replace("\\u", "")).decode("utf-16-be", "replace")
        else:
            meant = _decode(octets) if octets else _NAMED.get(character, escape[0])
        yield *escape.span(), meant


def _decode(octets: str) -> str:
    """The characters of bytes that are written as escapes."""
    written = bytes.fromhex(octets.replace("\\x", ""))
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("latin-1")
