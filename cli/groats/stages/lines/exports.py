"""Texts as databases of newspapers and of references write them out: with fields above, below and between."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from groats.document import Line
from groats.tables import load_table

_TOP = 3_000  # characters
_NAMED = re.compile(r"([^\W\d_][^:\n]{2,30}):(?: (.*)|$)|(body|classification)", re.IGNORECASE)
_SPACED = re.compile(r"([A-Z]{2,3})(?: {2,}(\S.*)|$)")
_DASHED = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*)|$)")
_STYLES = {"named": _NAMED, "spaced": _SPACED, "dashed": _DASHED}
_FEWEST, _FEWEST_TELLING = 5, 2  # fields of different names
_COUNT = re.compile(r"[\d.,]{1,9} \w{2,20}")  # of words
_DIGITS = re.compile(r"\d+")
_RIGHTS = re.compile(r"copyright|©|\(c\)|all rights")
_BODY, _MOST_ABOVE = "body", 12  # of Nexis Uni; lines
_COUNTED = "full text word count"  # EBSCO has a text without a field
_DECLARED = ("title", "authors", "date", "site")
_LONGEST = 1_000  # characters of a value
_INVERTED = re.compile(r"([^,;]{1,60}), ([^,;]{1,60})")  # "Lind, Ada"


class Export(NamedTuple):
    """The lines of an export, those of its text without the names of their fields; the numbers of the other fields'."""

    lines: tuple[Line, ...]
    fields: frozenset[int] = frozenset()
    declared: tuple[tuple[str, str], ...] = ()


class _Field(NamedTuple):
    """Where a field begins, its name in the style's letters, its value beside the name and where that begins."""

    place: int
    name: str
    value: str
    start: int


def read_export(text: str, lines: tuple[Line, ...]) -> Export:
    """The fields of a database's export told from the text; the same lines where there are none.

    It has five fields or more that the style knows, two of which no other text has.
    """
    if not any(text.find(sign, 0, _TOP) >= 0 for sign in _signs()):
        return Export(lines)
    for style, pattern in _STYLES.items():
        kinds = _kinds(style)
        fields = [field for field in _find_fields(lines, pattern) if field.name in kinds]
        names = {field.name for field in fields}
        if len(names) >= _FEWEST and len([n for n in names if kinds[n] == "telling"]) >= _FEWEST_TELLING:
            return _without_covers(_read(lines, fields, kinds, is_tagged=style != "named"))
    return Export(lines)


def _without_covers(export: Export) -> Export:
    """The export with the lines around its texts among its fields: newspaper, day and rights above the first field.

    The headline stands above these in Nexis Uni, below them elsewhere. The first of them are declared.
    """
    folded = {line.number: _DIGITS.sub("#", line.text.strip().lower()) for line in export.lines}
    is_nexis = _BODY in folded.values()
    covers: list[Line] = []
    above: list[Line] = []  # the lines since the last text ended
    ended = is_nexis
    for line in export.lines:
        if folded[line.number] in _around():
            covers.append(line)
            above, ended = [], True
        elif line.number not in export.fields:
            above.append(line)
        elif ended:
            covers += _find_cover(above, is_nexis=is_nexis)
            ended = False
    filled = [line for line in covers if folded[line.number] and folded[line.number] not in _around()]
    said = [line.text.strip() for line in filled if not _RIGHTS.match(folded[line.number])]
    declared = zip(("header:site", "header:date"), said, strict=False)
    fields = export.fields.union(line.number for line in covers)
    filled_fields = fields.difference(number for number, text in folded.items() if not text)
    return export._replace(fields=filled_fields, declared=(*export.declared, *declared))


def _find_cover(above: Sequence[Line], *, is_nexis: bool) -> Sequence[Line]:
    """The lines above the first field without the headline: the first paragraph in Nexis Uni, elsewhere the last."""
    filled = [n for n, line in enumerate(above) if line.text.strip()]
    if len(filled) > _MOST_ABOVE or not filled:
        return []
    if is_nexis:
        return above[filled[0] + 1 :]
    headline = filled[-1]
    while headline and above[headline - 1].text.strip():
        headline -= 1
    return above[:headline]


def _find_fields(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[_Field]:
    for place, line in enumerate(lines):
        text = line.text.rstrip()
        if field := pattern.fullmatch(text.lstrip() if pattern is _NAMED else text):
            name = field[1] or field[3]
            yield _Field(place, name.lower() if pattern is _NAMED else name, (field[2] or "").strip(), field.start(2))


def _read(lines: tuple[Line, ...], fields: Sequence[_Field], kinds: Mapping[str, str], *, is_tagged: bool) -> Export:
    shown = list(lines)
    aside: set[int] = set()
    values: list[tuple[str, str]] = []
    has_text = any(kinds[field.name] == "text" or field.name == _COUNTED for field in fields)
    for field, end in zip(fields, [*(field.place for field in fields[1:]), len(lines)], strict=True):
        line = lines[field.place]
        is_text = kinds[field.name] == "text" or (kinds[field.name] == "summary" and not has_text)
        below = range(field.place + 1, end if is_tagged else _find_end(lines, field, end))
        if is_text and field.value:
            shown[field.place] = line._replace(text=line.text.lstrip()[field.start :])
        else:
            aside.add(line.number)
        if not is_text:
            aside.update([lines[n].number for n in below])
            values.append((field.name, " ".join([field.value, *(lines[n].text.strip() for n in below)]).strip()))
    return Export(tuple(shown), frozenset(aside), tuple(_declare(values, kinds)))


def _find_end(lines: Sequence[Line], field: _Field, end: int) -> int:
    """Where the value of a named field ends: at a blank line, that of a count of words in its own."""
    if _COUNT.fullmatch(field.value):
        return field.place + 1
    return next((n for n in range(field.place + 1, end) if not lines[n].text.strip()), end)


def _declare(values: Sequence[tuple[str, str]], kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the fields of the first text say: those of the next one begin with the same name."""
    names = [name for name, _ in values]
    again = next((n for n in range(1, len(names)) if names[n] == names[0] != names[n - 1]), len(names))
    said: dict[str, str] = {}  # by what: the name of the field that says it
    for name, value in values[:again]:
        kind = kinds[name]
        if kind not in _DECLARED or said.get(kind, name) != name or not 0 < len(value) <= _LONGEST:
            continue
        said[kind] = name
        if name == "byline" or kind != "authors":
            yield f"header:{kind}", value
        else:
            yield from ((f"header:{kind}", _uninvert(part.strip())) for part in value.split(";"))


def _uninvert(name: str) -> str:
    inverted = _INVERTED.fullmatch(name)
    return f"{inverted[2]} {inverted[1]}" if inverted else name


_table = cache(partial(load_table, "exports"))


@cache
def _signs() -> tuple[str, ...]:
    """What stands near the top of such a text."""
    return tuple(_table()["signs"])


@cache
def _around() -> frozenset[str]:
    """The lines of such texts that are no fields."""
    return frozenset(_table()["around"])


@cache
def _kinds(style: str) -> Mapping[str, str]:
    """The kinds of the fields of a style by their names."""
    return {name: kind for kind, names in _table()[style].items() for name in names}
