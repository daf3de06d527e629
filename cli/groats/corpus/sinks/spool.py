"""The records of a run that is not done yet, as they come: what one file is written of when all of them are there.

A packed file cannot be written on after its process was killed, nor can Parquet, and results come in any order. So they
are kept here, plain; who keeps a journal of their places can resume, and give them to `write_records` in any order.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a record lies in the spool, in bytes."""

    start: int
    length: int


@dataclass(slots=True)
class Spool:
    """A file of records without any mark between them, `size` bytes of it so far."""

    file: FileIO
    size: int

    def append(self, record: bytes) -> Place:
        """The place of the record, once the system has it: it stays if the process is killed. Raises `OSError`."""
        place = Place(self.size, len(record))
        self.file.seek(place.start)
        rest = memoryview(record)
        while rest:
            rest = rest[self.file.write(rest) :]
        self.size += place.length
        return place

    def read(self, place: Place) -> bytes:
        """The record at a place; raises `EOFError` if it is not all there."""
        self.file.seek(place.start)
        record = self.file.read(place.length)
        if len(record) < place.length:
            raise EOFError(f"the records end in the one at {place.start:,}")
        return record


@contextmanager
def open_spool(path: Path, size: int = 0) -> Iterator[Spool]:
    """The spool in a file, a new one if there is none. What lies beyond `size`, a killed process left; it is cut."""
    with FileIO(path, "r+" if path.exists() else "x+") as file:
        file.truncate(size)
        yield Spool(file, size)
