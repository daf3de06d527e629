"""Packed bytes, unpacked as far as they are wanted: gzip, Zstandard, xz and bzip2, known by their first bytes."""

import bz2
import gzip
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO, cast

from groats.corpus.containers.container import PageError, too_large
from groats.corpus.source import PageSource
from groats.wording import reason_of
from groats.zstandard import zstd

# The first bytes: RFC 1952, RFC 8878 (a frame or a skippable one), the xz file format 1.2.1, and what bzip2 writes.
_FORMATS: tuple[tuple[re.Pattern[bytes], Callable[..., Any]], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), gzip.open),
    (re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18", re.DOTALL), zstd.open),
    (re.compile(rb"\xfd7zXZ\x00"), lzma.open),
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), bz2.open),
)
_LONGEST_MAGIC = 10

PACKED_SUFFIXES = frozenset({".gz", ".zst", ".xz", ".bz2"})

_PIECE = 1 << 20  # bytes that are read at a time
_LONGEST_REASON = 200  # characters

# What the libraries raise on damaged bytes; those that end too early are an EOFError.
DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError, zstd.ZstdError)


def read_source(source: PageSource, max_bytes: int) -> bytes:
    """The bytes of a page, unpacked; raises `PageError`, also if they are more than `max_bytes`."""
    if source.data is not None:
        return unpack(source.data, max_bytes)
    try:
        with source.path.open("rb") as file:
            return _read(file, max_bytes)
    except OSError as error:
        raise PageError(f"it cannot be read: {describe_damage(error)}.") from error


def unpack(data: bytes, max_bytes: int) -> bytes:
    """The bytes of a page as they are or unpacked; raises `PageError`, also if they are more than `max_bytes`."""
    return _read(BytesIO(data), max_bytes)


@contextmanager
def open_unpacked(file: BinaryIO) -> Iterator[BinaryIO]:
    """A stream of the bytes of `file` from its beginning, unpacked if they are packed."""
    head = file.read(_LONGEST_MAGIC)
    file.seek(0)
    for magic, open_format in _FORMATS:
        if magic.match(head):
            with open_format(file) as stream:
                yield cast("BinaryIO", stream)
            return
    yield file


def describe_damage(error: Exception) -> str:
    """What is wrong with a file, to go on a sentence with."""
    if isinstance(error, EOFError):
        return "it ends too early, as a download that was cut off does"
    if isinstance(error, OSError) and error.strerror:
        return reason_of(error)
    reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return f"it is damaged ({reason[:_LONGEST_REASON]})"


def _read(file: BinaryIO, max_bytes: int) -> bytes:
    try:
        with open_unpacked(file) as stream:
            data = b"".join(_read_pieces(stream, max_bytes + 1))
    except DAMAGE as error:
        raise PageError(f"the page cannot be read: {describe_damage(error)}.") from error
    if len(data) > max_bytes:
        raise PageError(too_large(max_bytes))
    return data


def _read_pieces(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """What there is, but no more bytes than that. To ask for all at once would make room for as many as may come."""
    while most > 0 and (piece := stream.read(min(most, _PIECE))):
        yield piece
        most -= len(piece)
