"""The values of a header's keys: plain and quoted words, lists, and the objects of TOML."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')
_QUOTED_SIMPLY = re.compile(r"'(?:[^']|'')*+'")
_ITEM = re.compile(rf"({_QUOTED.pattern}|{_QUOTED_SIMPLY.pattern}|[^,\s][^,]*+)")
_FOLDED = re.compile(r"[>|][+-]?\d?[+-]?")  # the value is what is indented below
_NAME = re.compile(r"name:\s+(\S.*)")  # of an author who has an address or a photograph as well
_NOTE = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")  # a note of Obsidian's: "[[Ada Lind]]"
_EMPTY = frozenset({"", "~", "null"})
_UNREAD = ("{", "&", "!")  # mappings, anchors and types of YAML


def read_value(first: str, below: Sequence[str]) -> list[str]:
    """The values of a key of YAML: `first` stands beside it, `below` are the lines under it without their indentation.

    One for a scalar, one each for the items of a list; [] for what is empty or anything else.
    """
    if first:
        return _read_scalar(" ".join(below if _FOLDED.fullmatch(first) else [first, *below]))
    items = [line[1:].strip() for line in below if line == "-" or line.startswith("- ")]
    named = [name[1] for line in items or below if (name := _NAME.fullmatch(line))]
    return [value for text in named or items for value in _read_scalar(text)]


def flatten(value: object) -> Iterator[str]:
    """The values of a key of TOML: one for a scalar, one each for those in a list; none for anything else."""
    if isinstance(value, list):
        for each in value:
            yield from () if isinstance(each, list) else flatten(each)
    elif isinstance(value, Mapping):
        yield from flatten(value["name"]) if isinstance(value.get("name"), str) else ()
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, str):
        yield value


def _read_scalar(text: str) -> list[str]:
    if text.startswith(_UNREAD):
        return []
    if text.startswith("[") and text.endswith("]") and not _NOTE.fullmatch(text):
        values = [_unquote(item[1].strip()) for item in _ITEM.finditer(text[1:-1])]
    else:
        values = [_unquote(text)]
    return [_NOTE.sub(r"\1", value) for value in values if value.lower() not in _EMPTY]


def _unquote(text: str) -> str:
    """A scalar without its quotation marks; those that merely begin and end it are its own."""
    if _QUOTED_SIMPLY.fullmatch(text):
        return text[1:-1].replace("''", "'")
    if not _QUOTED.fullmatch(text):
        return text
    try:
        value = str(json.loads(text, strict=False))
        value.encode()
    except ValueError:  # YAML has more escapes, and half a surrogate pair is no character
        return text[1:-1]
    return value
