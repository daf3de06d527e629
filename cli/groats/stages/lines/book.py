"""What Project Gutenberg writes around the text of a book: its header, and its licence."""

import re
from collections.abc import Mapping, Sequence

from groats.document import Line

_START, _END = (
    re.compile(rf"{word} OF (?:(?:THE|THIS) )?PROJECT \S.{{0,300}}", re.IGNORECASE)
    for word in (r"\*{2,4} ?START", r"(?:\*{2,4} ?)?END")
)
_FIELD = re.compile(r"(title|author): (\S.*)", re.IGNORECASE)
_PROJECT = "PROJECT "  # in capitals where the licence begins
_MOST_LICENCE = 500  # lines


def read_book(texts: Sequence[str]) -> tuple[int, Mapping[str, Sequence[str]]]:
    """How many lines stand above the text of a book, and what they declare; none in any other text."""
    end = next((n for n, text in enumerate(texts) if _START.fullmatch(text)), 0)
    fields = [field for text in texts[:end] if (field := _FIELD.fullmatch(text))]
    return (end + 1) * bool(fields), {field[1].lower(): [field[2]] for field in reversed(fields)}


def count_licence(text: str, lines: Sequence[Line]) -> int:
    """How many of the lines stand below the text of a book; 0 in any other text."""
    if _PROJECT not in text:
        return 0
    texts = [line.text for line in lines]
    first = max(0, len(texts) - _MOST_LICENCE)
    end = next((n for n in range(first, len(texts)) if is_licence(texts[n])), len(texts))
    return len(texts) - end


def is_licence(text: str) -> bool:
    """Whether a licence begins with that line."""
    return _END.fullmatch(text.strip()) is not None
