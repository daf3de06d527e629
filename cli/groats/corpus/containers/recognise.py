"""What kind of container a file is: by its name first, so that no page is opened for it, then by its first bytes."""

import stat
from enum import StrEnum
from pathlib import Path, PurePath

from groats.corpus.containers.packed import DAMAGE, PACKED_SUFFIXES, open_unpacked


class Format(StrEnum):
    """The formats of files that hold many pages."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    TAR = "tar"
    WARC = "warc"
    ZIP = "zip"


_BY_SUFFIX = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".parquet": Format.PARQUET,
    ".tar": Format.TAR,
    ".tbz2": Format.TAR,
    ".tgz": Format.TAR,
    ".txz": Format.TAR,
    ".tzst": Format.TAR,
    ".warc": Format.WARC,
    ".wet": Format.WARC,
    ".zip": Format.ZIP,
}

_HEAD = 512  # a header of tar
_TAR_MAGIC = slice(257, 262)


def is_container(path: Path) -> bool:
    """Whether the file holds many pages; False also for what cannot be read, which fails as a page then."""
    return find_format(path) is not None


def find_format(path: Path) -> Format | None:
    """The format of a container, None for a page. A file that only has the suffix of a packed one is looked into."""
    named = format_of_name(path.name)
    if named is None and path.suffix.lower() not in PACKED_SUFFIXES:
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a named pipe would wait for its writer
            return None
        with path.open("rb") as file, open_unpacked(file) as stream:
            return _format_of_head(stream.read(_HEAD)) or named
    except DAMAGE:
        return named


def format_of_name(name: str) -> Format | None:
    """The format that a file's name claims, packed or not."""
    pure = PurePath(name.lower())
    return _BY_SUFFIX.get(PurePath(pure.stem).suffix if pure.suffix in PACKED_SUFFIXES else pure.suffix)


def _format_of_head(head: bytes) -> Format | None:
    """The format that the first bytes of a file claim, once they are unpacked."""
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ZIP
    if head.startswith(b"WARC/"):
        return Format.WARC
    return Format.TAR if head[_TAR_MAGIC] == b"ustar" else None
