"""A page from a row of a table or a record of JSON: its fields, by name."""

from collections.abc import Iterable, Mapping
from itertools import islice
from math import isnan

from groats.corpus.containers.container import Container, Fields, PageError, too_large
from groats.corpus.source import PageSource
from groats.document import Kind
from groats.render.text import without_surrogates

_MOST_NAMED = 8  # fields of a row in a sentence,
_LONGEST_NAME = 40  # and characters of each


def wanted_fields(fields: Fields) -> list[tuple[str, Kind]]:
    """The fields that may hold a row's page, the best first, each with what it holds."""
    if fields.text is None and fields.html is None:
        return [("html", "html"), ("text", "text")]
    chosen: tuple[tuple[str | None, Kind], ...] = ((fields.html, "html"), (fields.text, "text"))
    return [(name, kind) for name, kind in chosen if name is not None]


def build_source(container: Container, number: int, row: Mapping[str, object]) -> PageSource:
    """The page of a row, by the first of its wanted fields that is not empty; raises `PageError`."""
    found = [(name, kind) for name, kind in wanted_fields(container.fields) if row.get(name) is not None]
    if not found:
        raise PageError(say_missing(container.fields, [name for name in row if row[name] is not None]))
    name, kind = next(((name, kind) for name, kind in found if row[name]), found[0])
    value = row[name]
    if not isinstance(value, str | bytes):
        raise PageError(f'its field "{name}" holds {_describe(value)} where the page should be.')
    data = value if isinstance(value, bytes) else without_surrogates(value).encode()
    if len(data) > container.max_bytes:
        raise PageError(too_large(container.max_bytes))
    return PageSource(
        container.name_page(number),
        container.path,
        data,
        kind,
        url=_read_name(row, container.fields.url),
        id=_read_name(row, container.fields.id),
        is_decoded=isinstance(value, str),
    )


def _read_name(row: Mapping[str, object], field: str) -> str | None:
    """An id or address: text or a whole number; None if the row has none.

    A column of numbers in which some are missing is one of floats, with NaN for those, where pandas has written it.
    """
    value = row.get(field)
    if isinstance(value, float):
        value = None if isnan(value) else int(value) if value.is_integer() else value
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise PageError(f'its field "{field}" holds {_describe(value)} where a name or a number should be.')


def say_missing(fields: Fields, found: Iterable[str]) -> str:
    """What is said of a row or table without any of the fields that may hold a page."""
    wanted = " or ".join(f'"{name}"' for name, _ in wanted_fields(fields))
    first = list(islice(found, _MOST_NAMED + 1))
    names = ", ".join(name[:_LONGEST_NAME] for name in first[:_MOST_NAMED]) + (", ..." if first[_MOST_NAMED:] else "")
    return (
        f"it has nothing in {wanted}, only {names or 'nothing at all'}: name the field with --text-field, --html-field."
    )


def _describe(value: object) -> str:
    if isinstance(value, bool | int | float):
        return repr(value)[:_LONGEST_NAME]
    return "a list" if isinstance(value, list) else "an object"
