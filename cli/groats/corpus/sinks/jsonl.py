"""JSON Lines, packed or not."""

import gzip
from collections.abc import Iterable
from typing import BinaryIO

from groats.zstandard import zstd

_GZIP_LEVEL = 6  # what gzip takes by itself: a tenth larger than 9, in a third of the time


def write_plain(file: BinaryIO, records: Iterable[bytes]) -> None:
    """Writes the records as they are, a line each."""
    file.writelines(records)


def write_gzip(file: BinaryIO, records: Iterable[bytes]) -> None:
    """Writes the records as one member of gzip, without a name or a time in it."""
    with gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as stream:
        stream.writelines(records)


def write_zstd(file: BinaryIO, records: Iterable[bytes]) -> None:
    """Writes the records as one frame of Zstandard."""
    with zstd.open(file, "wb") as stream:
        stream.writelines(records)
