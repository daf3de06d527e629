"""What the keys of a header declare, by the names in `data/header.toml`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from groats.tables import load_table

META = "meta-"  # before the names of a page's meta elements, as html-to-markdown writes them
CONTENT = "content"  # the field that the page itself is the value of
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

Entries: TypeAlias = Mapping[str, Sequence[str]]


def gather(values: Sequence[tuple[str, Sequence[str]]]) -> Entries:
    """The values of each key, by its name, without empty ones."""
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for key, own in values:
        gathered[to_name(key)] += [value.strip() for value in own if value.strip()]
    return gathered


def to_name(key: str) -> str:
    """A key as `data/header.toml` has it, the names of meta elements as they are."""
    name = key.strip("\"'").strip().lower()
    return name if name.startswith(META) else "-".join(name.replace("_", " ").split())


def declare(entries: Entries) -> Iterator[tuple[str, str]]:
    """The pairs of the known keys, the most trusted first, then those of the page's meta elements."""
    for field, keys in known_keys().items():
        for value in [value for key in keys for value in entries.get(key, ()) if field != CONTENT]:
            if field != "canonical":
                yield f"header:{field}", value
            elif ADDRESS.fullmatch(value):
                yield field, value
    for key, values in entries.items():
        if key.startswith(META):
            yield from [(f"meta:{key.removeprefix(META)}", value) for value in values]


@cache
def known_keys() -> Mapping[str, Sequence[str]]:
    """The names of the keys by what they declare."""
    return load_table("header")
