"""What stands above a page: YAML or TOML between two rules, fields that scrapers write, the header of a mail."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from groats.document import Line
from groats.stages.lines.book import read_book
from groats.stages.lines.entries import Entries, declare, gather
from groats.stages.lines.message import count_answer, read_message
from groats.stages.lines.record import read_record
from groats.stages.lines.scalars import flatten, read_value

_MOST_LINES, _LONGEST = 200, 50_000  # lines and characters; of 267 that html-to-markdown wrote, 82 and 12,908 at most
_MOST_DOTS = 30  # in a line of TOML: its reader takes time by the square of a key's parts
_KEY = re.compile(r"""("[^"]{1,100}+"|'[^']{1,100}+'|meta-[^"']{1,99}?|[^\W\d_][^\s"']{0,99}?):(?:\s+(.*))?""")
_TELLING = ("header:title", "canonical", "meta:")


class Header(NamedTuple):
    """How many lines of a text its header has, and what it declares, as pairs for `Page.declared`.

    A blank line that sets it apart from the page is one of them. The page begins after `lead` characters of the next
    line, behind the name of the field that it is the value of. Below a record's others may follow.
    """

    lines: int = 0
    declared: tuple[tuple[str, str], ...] = ()
    is_mail: bool = False
    lead: int = 0
    is_record: bool = False


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
    declared = tuple(declare(entries))
    if not _is_telling({name for name, _ in declared}):
        return Header()
    return Header(end + 1 + (texts[end + 1 : end + 2] == [""]), declared)


def _find_fields(texts: Sequence[str], top: int) -> Header:
    """The header of a mail or a book, what a server answers before the page, or the fields of a program's record."""
    if answers := count_answer(texts[top:]):
        return Header(top + answers)
    book, entries = read_book(texts)
    if book:
        return Header(book, tuple(declare(entries)))
    message = read_message(texts[top:])
    if not message.lines:
        record = read_record(texts, top)
        return Header(record.end, record.declared, lead=record.lead, is_record=record.end > 0)
    return Header(top + message.lines + 1, tuple(declare(message.entries)), is_mail=True)


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
    return gather([(key, read_value(first, below)) for key, first, below in found])


def _read_toml(texts: Sequence[str]) -> Entries:
    if any(text.count(".") > _MOST_DOTS for text in texts):
        return {}
    try:
        table = tomllib.loads("\n".join(texts))
    except (ValueError, RecursionError):
        return {}
    return gather([(key, list(flatten(value))) for key, value in table.items()])


_READERS: Mapping[str, Callable[[Sequence[str]], Entries]] = {"---": _read_yaml, "+++": _read_toml}
