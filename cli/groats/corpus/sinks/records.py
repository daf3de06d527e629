"""One file of all records, written whole or not at all: JSON Lines, packed or not, or Parquet."""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import BinaryIO

from groats.atomic_files import open_synced
from groats.corpus.sinks.jsonl import write_gzip, write_plain, write_zstd
from groats.corpus.sinks.parquet import write_parquet
from groats.errors import UsageError

Write = Callable[[BinaryIO, Iterable[bytes]], None]

_WRITERS: dict[str, Write] = {
    ".jsonl": write_plain,
    ".jsonl.gz": write_gzip,
    ".jsonl.zst": write_zstd,
    ".parquet": write_parquet,
}
RECORD_SUFFIXES = tuple(_WRITERS)


def is_record_file(path: Path) -> bool:
    """Whether the name is that of a file of records; any other is a directory's."""
    return _suffix_of(path) in _WRITERS


def check_record_file(path: Path) -> None:
    """Raises `UsageError` if the package that writes such a file is not installed: said before the work is done."""
    if path.suffix.lower() == ".parquet":
        try:
            import pyarrow.parquet as _  # noqa: F401, PLC0415 - an extra
        except ModuleNotFoundError as error:
            raise UsageError(f'To write {path.name}, groats needs pyarrow: install "groats[parquet]".') from error


def write_records(path: Path, records: Iterable[bytes]) -> None:
    """Writes the records, each a line of JSON as `groats.render.json.to_json_line` makes it, in their order.

    The same records give the same bytes. The file takes its name when all is written, and no trace of it stays if
    that fails; raises `OSError`.
    """
    with open_synced(path) as file:
        _WRITERS[_suffix_of(path)](file, records)


def _suffix_of(path: Path) -> str:
    name = PurePath(path.name.lower())
    return "".join(name.suffixes[-2:]) if name.suffix in {".gz", ".zst"} else name.suffix
