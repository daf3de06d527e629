"""One text to compare, read from a record of JSON or from a file of plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import chain
from typing import Any, NamedTuple

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from groats.scoring.metadata import FIELDS, Known, read_known

_FIELD_NAMES = tuple(chain.from_iterable(FIELDS.values()))
GROUPINGS = ("set", "type", "language")

# Where a record keeps its text: the first that is there counts. A dataset's rows to which an output was added have both
# a gold and a text. articleBody is the article-extraction-benchmark's.
REFERENCE_KEYS = ("gold", "text", "articleBody")
OUTPUT_KEYS = ("text", "articleBody", "gold")

# Of files that pages come from or go to; whatever else follows a dot belongs to the name.
_PAGE_SUFFIXES = frozenset({"htm", "html", "json", "md", "txt", "xhtml"})


@dataclass(frozen=True, slots=True)
class Text:
    """A reference or an output, its groups by `GROUPINGS`, and the snippets that an output must or must not hold.

    `known` is what its record says of the page; plain text says nothing.
    """

    text: str
    groups: Mapping[str, str]
    wanted: Sequence[str] = ()
    unwanted: Sequence[str] = ()
    known: Known = dataclass_field(default_factory=dict)


class Name(NamedTuple):
    """What a record calls itself: its id, or None, and whether this was the name of a file."""

    id: str | None
    is_path: bool


class _Record(Struct):
    """The keys that count; what is not here is not even decoded."""

    id: Any = None
    source: Any = None
    name: Any = None
    url: Any = None
    set: Any = None
    type: Any = None
    language: Any = UNSET
    lang: Any = UNSET
    title: Any = UNSET
    authors: Any = UNSET
    author: Any = UNSET
    date: Any = UNSET
    site: Any = UNSET
    sitename: Any = UNSET
    section: Any = UNSET
    tags: Any = UNSET
    topics: Any = UNSET
    copyright: Any = UNSET
    text: str | UnsetType | None = UNSET
    gold: str | UnsetType | None = UNSET
    article_body: str | UnsetType | None = field(default=UNSET, name="articleBody")
    wanted: list[str] | None = field(default=None, name="with")
    unwanted: list[str] | None = field(default=None, name="without")


KEYS = frozenset(_Record.__struct_encode_fields__)
_DECODER = msgspec.json.Decoder(_Record | str | None)


def read_plain(data: bytes) -> Text:
    """The text of a file of UTF-8; raises `ValueError`."""
    try:
        return Text(data.decode("utf-8-sig"), {})
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not UTF-8") from error


def read_record(data: bytes | memoryview, keys: Sequence[str], *, with_title: bool = False) -> tuple[Name, Text]:
    """The name and the text of a record, or of a bare string, null being the empty text; raises `ValueError`.

    The text is that of the first of `keys` that is there, after the title if `with_title`.
    """
    try:
        record = _DECODER.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error).rstrip(".")) from error
    if not isinstance(record, _Record):
        return Name(None, is_path=False), Text(record or "", {})
    texts = {"text": record.text, "gold": record.gold, "articleBody": record.article_body}
    present = [text for key in keys if (text := texts[key]) is not UNSET]
    if not present:
        raise ValueError(f"it has no {', '.join(keys[:-1])} or {keys[-1]}")
    title = _as_string(record.title) if with_title else None
    text = next((text for text in present if isinstance(text, str)), "")
    groups = {
        "set": _as_string(record.set) or (_as_string(record.source) if _as_string(record.id) else None),
        "type": _as_string(record.type),
        "language": _as_string(record.language) or _as_string(record.lang),
    }
    return _name(record), Text(
        f"{title}\n\n{text}" if title else text,
        {by: group for by, group in groups.items() if group},
        record.wanted or (),
        record.unwanted or (),
        read_known({name: value for name in _FIELD_NAMES if (value := getattr(record, name)) is not UNSET}),
    )


def _name(record: _Record) -> Name:
    if exact := _as_string(record.id):
        return Name(exact, is_path=False)
    if path := _as_string(record.source) or _as_string(record.name):
        stem, _, suffix = path.rpartition(".")
        return Name(stem if stem and suffix.lower() in _PAGE_SUFFIXES else path, is_path=True)
    return Name(_as_string(record.url), is_path=False)


def _as_string(value: object) -> str | None:
    """A string or number as a string; None for all else and for the empty string, which name nothing."""
    return str(value) or None if isinstance(value, str | int) else None
