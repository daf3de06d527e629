"""All texts of one side, by id: from a directory, a file of JSON Lines, or a file of JSON."""

import codecs
import gzip
import lzma
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple, TypeAlias

import msgspec

from groats.errors import InputError
from groats.scoring.record import OUTPUT_KEYS, REFERENCE_KEYS, Name, Text, read_plain, read_record
from groats.wording import reason_of
from groats.zstandard import zstd

Unpacked: TypeAlias = gzip.GzipFile | lzma.LZMAFile | zstd.ZstdFile

_PLAIN = frozenset({".txt", ".md"})
_FILES = _PLAIN | {".json"}
_PACKED: dict[str, Callable[[Path], Unpacked]] = {".gz": gzip.open, ".xz": lzma.open, ".zst": zstd.open}
_REPORT = "groats-report.json"  # what groats batch writes beside the pages


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one side in their order, and a sentence for each record that could not be read."""

    by_id: dict[str, Text]
    paths: frozenset[str]  # the ids that are names of files: those of groats's own JSON Lines
    failures: tuple[str, ...]


class _Content(NamedTuple):
    """The bytes of one text, or why they could not be read; `id` is None where the record says it itself."""

    where: str
    data: bytes | memoryview | OSError
    id: str | None = None
    is_plain: bool = False


def read_references(path: str) -> Texts:
    """The reference texts; raises `InputError` if the path cannot be read or two of them have one id."""
    return _collect(path, REFERENCE_KEYS, with_title=False)


def read_outputs(path: str, *, with_title: bool = False) -> Texts:
    """The cleaned pages, JSON after its title if `with_title`; raises `InputError` as `read_references` does."""
    return _collect(path, OUTPUT_KEYS, with_title=with_title)


def _collect(path: str, keys: Sequence[str], *, with_title: bool) -> Texts:
    by_id: dict[str, Text] = {}
    places: dict[str, str] = {}
    paths: set[str] = set()
    failures: list[str] = []
    for content in _contents(Path(path)):
        try:
            name, text = _read(content, keys, with_title=with_title)
        except ValueError as error:
            failures.append(f"{content.where} cannot be used: {error}.")
            continue
        if name.id is None:
            failures.append(f"{content.where} cannot be used: it has no id, source, name or url.")
            continue
        if name.id in by_id:
            raise InputError(
                f"{places[name.id]} and {content.where} have the same id, {name.id}: leave one of them out."
            )
        by_id[name.id], places[name.id] = text, content.where
        if name.is_path:
            paths.add(name.id)
    return Texts(by_id, frozenset(paths), tuple(failures))


def _read(content: _Content, keys: Sequence[str], *, with_title: bool) -> tuple[Name, Text]:
    if isinstance(content.data, OSError):
        raise ValueError(reason_of(content.data)) from content.data  # noqa: TRY004 - one error for all that is wrong
    if content.is_plain:
        return Name(content.id, is_path=False), read_plain(bytes(content.data))
    name, text = read_record(content.data, keys, with_title=with_title)
    return name if content.id is None else Name(content.id, is_path=False), text


def _contents(path: Path) -> Iterator[_Content]:
    """What the path holds; raises `InputError` if it is none of what can be read."""
    kind = PurePath(path.stem).suffix if path.suffix in _PACKED else path.suffix
    try:
        if path.is_dir():
            yield from _walk(path)
            return
        if kind not in {".json", ".jsonl"} and path.exists():
            raise InputError(
                f"{path} is neither a directory nor a file of .json or .jsonl, bare or with .gz, .xz or .zst."
            )
        with _open(path) as file:
            yield from _split_lines(path, file) if kind == ".jsonl" else _split_json(path, file.read())
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError) as error:
        raise InputError(f"{path} cannot be read: {reason_of(error)}.") from error


def _walk(folder: Path) -> Iterator[_Content]:
    """The files of text and JSON in a directory and those below it, in the order of their names.

    Hidden ones, and the report of `groats batch`, are no pages.
    """
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if name.startswith(".") or name == _REPORT or path.suffix not in _FILES:
                continue
            page = path.relative_to(folder).with_suffix("").as_posix()
            yield _Content(str(path), _read_bytes(path), page, path.suffix in _PLAIN)
    for error in unreadable:
        yield _Content(str(error.filename), error)


def _read_bytes(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error


def _open(path: Path) -> BinaryIO | Unpacked:
    unpack = _PACKED.get(path.suffix)
    return path.open("rb") if unpack is None else unpack(path)


def _split_lines(path: Path, file: Iterable[bytes]) -> Iterator[_Content]:
    for number, line in enumerate(file, start=1):
        if record := line.removeprefix(codecs.BOM_UTF8).strip():
            yield _Content(f"{path}, line {number},", record)


def _split_json(path: Path, data: bytes) -> Iterator[_Content]:
    """The values of an object that maps ids to texts, the records of an array, or the one record that the file is."""
    try:
        values = msgspec.json.decode(
            data.removeprefix(codecs.BOM_UTF8), type=dict[str, msgspec.Raw] | list[msgspec.Raw]
        )
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {reason_of(error)}.") from error
    if isinstance(values, list):
        for number, record in enumerate(values, start=1):
            yield _Content(f"{path}, record {number},", memoryview(record))
    elif values.keys() & {"id", "source", "name", "url"} and values.keys() & {*REFERENCE_KEYS}:
        yield _Content(str(path), data)
    else:
        for page, record in values.items():
            yield _Content(f"{path}, {page},", memoryview(record), page)
