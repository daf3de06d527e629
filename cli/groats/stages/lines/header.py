"""What stands above a page: YAML or TOML between two rules, fields that scrapers write, the header of a mail."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from groats.document import Line
from groats.stages.lines.book import read_book
from groats.stages.lines.message import count_answer, read_message
from groats.stages.lines.scalars import flatten, read_value
from groats.tables import load_table

_MOST_LINES, _LONGEST = 200, 50_000  # lines and characters; of 267 that html-to-markdown wrote, 82 and 12,908 at most
_MOST_DOTS = 30  # in a line of TOML: its reader takes time by the square of a key's parts
_KEY = re.compile(r"""("[^"]{1,100}+"|'[^']{1,100}+'|meta-[^"']{1,99}?|[^\W\d_][^\s"']{0,99}?):(?:\s+(.*))?""")
_META = "meta-"  # before the names of a page's meta elements, as html-to-markdown writes them
# A line of what programs write before a text: "Title: The mill", "- **URL:** https://mill.example/".
_FIELD = re.compile(r"(?:[-*] )?(\*\*)?([^\W\d_][\w -]{1,30}):(?(1)\*\*)(?:\s+(\S.*))?")
_MOST_FIELDS, _FEWEST_FIELDS = 40, 3  # lines, and fields that are known where none is the page's address
_CONTENT = "content"  # the field that the page itself is the value of
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

_NAMING = {"header:title", "canonical"}
_TELLING = ("header:title", "canonical", "meta:")

Entries = Mapping[str, Sequence[str]]


class Header(NamedTuple):
    """How many lines of a text its header has, and what it declares, as pairs for `Page.declared`.

    A blank line that sets it apart from the page is one of them. The page begins after `lead` characters of the next
    line, behind the name of the field that it is the value of.
    """

    lines: int = 0
    declared: tuple[tuple[str, str], ...] = ()
    is_mail: bool = False
    lead: int = 0


def find_header(lines: Sequence[Line]) -> Header:
    """The header that a text begins with, none where anything in it could be of the page.

    All that stands between two rules has to be keys and their values: a title, an address or two others that are known
    among them, for a page may begin with "Date: today" between rules. Where no rules stand around it, it has the page's
    title and address, and ends at a blank line or says where the page begins. The header of a mail, and what a server
    answers, end at a blank line.
    """
    texts = [line.text.strip("\ufeff").rstrip() for line in lines[: _MOST_LINES + 1]]
    top = next((n for n, text in enumerate(texts) if text), 0)
    opening = texts[top] if texts else ""
    if opening not in _READERS:
        return _find_fields(texts, top)
    start = top + 1
    end = next((n for n in range(start, len(texts)) if texts[n] == opening), start)
    within = texts[start:end]
    entries = _READERS[opening](within) if sum(map(len, within)) <= _LONGEST else {}
    declared = tuple(_declare(entries))
    if not _is_telling({name for name, _ in declared}):
        return Header()
    return Header(end + 1 + (texts[end + 1 : end + 2] == [""]), declared)


def _find_fields(texts: Sequence[str], top: int) -> Header:
    """The header of a mail or a book, what a server answers before the page, or the fields of a program's record."""
    if answers := count_answer(texts[top:]):
        return Header(top + answers)
    book, entries = read_book(texts)
    if book:
        return Header(book, tuple(_declare(entries)))
    message = read_message(texts[top:])
    if not message.lines:
        return _read_fields(texts, top)
    return Header(top + message.lines + 1, tuple(_declare(message.entries)), is_mail=True)


def _is_telling(names: AbstractSet[str]) -> bool:
    return len(names) > 1 or any(name.startswith(_TELLING) for name in names)


def _read_yaml(texts: Sequence[str]) -> Entries:
    """The values of each key; none if a line is neither a key, an item nor indented, or a blank one comes first."""
    found: list[tuple[str, str, list[str]]] = []
    for text in texts:
        if key := _KEY.fullmatch(text):
            found.append((key[1], key[2] or "", []))
        elif found and (text.startswith((" ", "\t")) or (text.startswith("- ") and not found[-1][1])):
            found[-1][2].append(text.strip())
        elif text or not found:
            return {}
    return _gather([(key, read_value(first, below)) for key, first, below in found])


def _read_toml(texts: Sequence[str]) -> Entries:
    if any(text.count(".") > _MOST_DOTS for text in texts):
        return {}
    try:
        table = tomllib.loads("\n".join(texts))
    except (ValueError, RecursionError):
        return {}
    return _gather([(key, list(flatten(value))) for key, value in table.items()])


def _read_fields(texts: Sequence[str], top: int) -> Header:
    """The fields above a page, up to the one that the page is the value of, or all directly below each other."""
    fields: list[tuple[str, str]] = []
    first, end, lead = 0, top, 0  # of the fields those above the first blank line
    for n, text in enumerate([*texts, ""][top : top + _MOST_FIELDS], start=top):
        field = _FIELD.fullmatch(text)
        if field and _to_name(field[2]) in _keys()[_CONTENT]:
            first, end, lead = len(fields), n + (not field[3]), max(0, field.start(3))
            break
        if field and len(text) <= _LONGEST:
            fields.append((field[2], field[3] or ""))
        elif text:
            break
        elif not first:
            first, end = len(fields), n
    entries = _gather([(name, [value]) for name, value in fields[:first]])
    declared = tuple(_declare(entries))
    known = {name for name, _ in declared}
    is_full = len(known) >= max(_FEWEST_FIELDS, len(entries) - len(known))
    if not (known >= _NAMING or (is_full and _NAMING & known)):
        return Header()
    return Header(end + (not lead and texts[end : end + 1] == [""]), declared, lead=lead)


_READERS: Mapping[str, Callable[[Sequence[str]], Entries]] = {"---": _read_yaml, "+++": _read_toml}


def _gather(values: Sequence[tuple[str, Sequence[str]]]) -> Entries:
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for key, own in values:
        gathered[_to_name(key)] += [value.strip() for value in own if value.strip()]
    return gathered


def _to_name(key: str) -> str:
    """A key as `data/header.toml` has it, the names of meta elements as they are."""
    name = key.strip("\"'").strip().lower()
    return name if name.startswith(_META) else "-".join(name.replace("_", " ").split())


def _declare(entries: Entries) -> Iterator[tuple[str, str]]:
    """The pairs of the known keys, the most trusted first, then those of the page's meta elements."""
    for field, keys in _keys().items():
        for value in [value for key in keys for value in entries.get(key, ()) if field != _CONTENT]:
            if field != "canonical":
                yield f"header:{field}", value
            elif _ADDRESS.fullmatch(value):
                yield field, value
    for key, values in entries.items():
        if key.startswith(_META):
            yield from [(f"meta:{key.removeprefix(_META)}", value) for value in values]


@cache
def _keys() -> Mapping[str, Sequence[str]]:
    return load_table("header")
