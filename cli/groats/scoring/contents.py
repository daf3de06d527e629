"""What one side of a comparison holds: each of its texts as bytes, from files, directories or standard input."""

import codecs
import gzip
import lzma
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple, TypeAlias

import msgspec

from groats.errors import InputError
from groats.paths import is_folder
from groats.scoring.record import KEYS, REFERENCE_KEYS
from groats.wording import reason_of
from groats.zstandard import zstd

Unpacked: TypeAlias = gzip.GzipFile | lzma.LZMAFile | zstd.ZstdFile

_PLAIN = frozenset({".txt", ".md"})
_LINES = frozenset({".jsonl", ".ndjson"})
_IN_FOLDERS = _PLAIN | {".json"}
_KINDS = _IN_FOLDERS | _LINES
_PACKED: dict[str, Callable[[Path], Unpacked]] = {".gz": gzip.open, ".xz": lzma.open, ".zst": zstd.open}
_REPORT = "groats-report.json"  # what groats batch writes beside the pages
_STDIN = "standard input"


class Content(NamedTuple):
    """The bytes of one text, or why they could not be read; `id` is None where the record says it itself."""

    where: str
    data: bytes | memoryview | OSError
    id: str | None = None
    is_plain: bool = False


def contents_of(side: str | bytes) -> Iterator[Content]:
    """What a path leads to, or what bytes of standard input hold; raises `InputError` if it is nothing to be read."""
    if isinstance(side, bytes):
        return _split_input(side)
    path = Path(side)
    return _walk(path) if is_folder(path) else _split_file(path)


def is_one_text(side: str | bytes) -> bool:
    """Whether it is a text by itself, whose name need not be that of the other side's."""
    return _is_plain(side) if isinstance(side, bytes) else _kind_of(Path(side)) in _PLAIN and not is_folder(Path(side))


def _is_plain(data: bytes) -> bool:
    return not data.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"{", b"["))


def _kind_of(path: Path) -> str:
    return PurePath(path.stem).suffix if path.suffix in _PACKED else path.suffix


def _split_input(data: bytes) -> Iterator[Content]:
    """The texts in what standard input held: one of text, or those of JSON or JSON Lines."""
    if _is_plain(data):
        return iter([Content(_STDIN, data, _STDIN, is_plain=True)])
    try:
        msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=msgspec.Raw)
    except (msgspec.MsgspecError, RecursionError):
        return _split_lines(_STDIN, data.splitlines())
    return _split_json(_STDIN, data)


def _split_file(path: Path) -> Iterator[Content]:
    """The texts in a file, packed or not; raises `InputError`."""
    kind = _kind_of(path)
    try:
        if path.suffix == ".parquet":
            yield from _split_rows(path)
            return
        if kind not in _KINDS and path.exists():
            raise InputError(
                f"{path} is neither a directory nor a file of .txt, .md, .json, .jsonl, .ndjson or .parquet; "
                "all but the last also with .gz, .xz or .zst."
            )
        with _open(path) as file:
            if kind in _LINES:
                yield from _split_lines(str(path), file)
            elif kind in _PLAIN:
                yield Content(str(path), file.read(), path.name.partition(kind)[0], is_plain=True)
            else:
                yield from _split_json(str(path), file.read())
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError) as error:
        raise InputError(f"{path} cannot be read: {reason_of(error)}.") from error


def _walk(folder: Path) -> Iterator[Content]:
    """The files of text and JSON in a directory and those below it, in the order of their names.

    Hidden ones, and the report of `groats batch`, are no pages.
    """
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if name.startswith(".") or name == _REPORT or path.suffix not in _IN_FOLDERS:
                continue
            page = path.relative_to(folder).with_suffix("").as_posix()
            yield Content(str(path), _read_bytes(path), page, path.suffix in _PLAIN)
    for error in unreadable:
        yield Content(str(error.filename), error)


def _read_bytes(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error


def _open(path: Path) -> BinaryIO | Unpacked:
    unpack = _PACKED.get(path.suffix)
    return path.open("rb") if unpack is None else unpack(path)


def _split_lines(name: str, file: Iterable[bytes]) -> Iterator[Content]:
    for number, line in enumerate(file, start=1):
        if record := line.removeprefix(codecs.BOM_UTF8).strip():
            yield Content(f"{name}, line {number},", record)


def _split_rows(path: Path) -> Iterator[Content]:
    """The rows of a Parquet file as records of JSON."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise InputError(f'{path} cannot be read: groats needs pyarrow for it, install "groats[parquet]".') from error
    try:
        with path.open("rb") as file, pq.ParquetFile(file) as table:
            columns = [name for name in table.schema_arrow.names if name in KEYS]
            rows = (row for batch in table.iter_batches(columns=columns) for row in batch.to_pylist())
            for number, row in enumerate(rows, start=1):
                yield Content(f"{path}, row {number},", msgspec.json.encode(row))
    except (pa.ArrowException, ValueError) as error:  # a text in it may be no UTF-8
        raise InputError(f"{path} cannot be read: {reason_of(error)}.") from error


def _split_json(name: str, data: bytes) -> Iterator[Content]:
    """The values of an object that maps ids to texts, the records of an array, or the one record that the file is."""
    try:
        values = msgspec.json.decode(
            data.removeprefix(codecs.BOM_UTF8), type=dict[str, msgspec.Raw] | list[msgspec.Raw]
        )
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise InputError(f"{name} cannot be read: {reason_of(error)}.") from error
    if isinstance(values, list):
        for number, record in enumerate(values, start=1):
            yield Content(f"{name}, record {number},", memoryview(record))
    elif values.keys() & {"id", "source", "name", "url"} and values.keys() & {*REFERENCE_KEYS}:
        yield Content(name, data)
    else:
        for page, record in values.items():
            yield Content(f"{name}, {page},", memoryview(record), page)
