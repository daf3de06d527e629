"""Parquet files (the extra `parquet`): each row is a page, named by its number."""

from collections.abc import Iterator
from typing import Any

from groats.corpus.containers.container import Container, PageError
from groats.corpus.containers.rows import build_source, say_missing, wanted_fields
from groats.corpus.source import Found

_ROWS = 1  # read at a time: 20 µs a row more than of 16, but each may be as large as a page may be


def read_parquet(container: Container) -> Iterator[Found]:
    """The page of each row; raises `PageError` without a column of pages, `ModuleNotFoundError` without pyarrow."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    with pq.ParquetFile(container.path, pre_buffer=False, buffer_size=1 << 20) as file:
        columns = _choose_columns(container, file.schema_arrow.names)
        batches = file.iter_batches(_ROWS, columns=columns, use_threads=False)
        for number, row in enumerate((row for batch in batches for row in batch.to_pylist()), start=1):
            yield _read_row(container, number, row)


def _choose_columns(container: Container, names: list[str]) -> list[str]:
    pages = [name for name, _ in wanted_fields(container.fields) if name in names]
    if not pages:
        raise PageError(say_missing(container.fields, names))
    return [*pages, *(name for name in (container.fields.id, container.fields.url) if name in names)]


def _read_row(container: Container, number: int, row: dict[str, Any]) -> Found:
    try:
        return build_source(container, number, row)
    except PageError as error:
        return container.fail(number, str(error))
