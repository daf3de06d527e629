"""The journal of a run: a line of JSON for each page that is finished, so that a killed run can be resumed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import FileIO
from pathlib import Path

import msgspec
from msgspec import Struct

from groats.corpus.sinks import Place
from groats.errors import InputError, OutputError

if sys.platform != "win32":
    import fcntl


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came of one page.

    `path` is the file that holds it, `container` that file's name in the run if it holds many, `output` its own file in
    the destination, or `record` its place in the spool. `key` stands for the settings, `fingerprint` for the input,
    `written` for the bytes of the output; `site` is the page's, and `profile` the digest of what was known of it, ""
    for nothing. Sizes are `bytes` of the input, `kept` characters, and `removed` characters by label. `reason` says
    why, if the page failed.
    """

    name: str
    path: str
    key: str
    container: str = ""
    fingerprint: str = ""
    site: str = ""
    profile: str = ""
    output: str | None = None
    written: str = ""
    record: Place | None = None
    bytes: int = 0
    kept: int = 0
    removed: dict[str, int] = {}
    confidence: float = 0.0
    warnings: list[str] = []
    seconds: float = 0.0
    reason: str | None = None


class Journal:
    """The lines of a run so far, in the order in which the pages were finished; found by the page's name.

    A line is in the hands of the system before the next page counts. Memory: some 150 bytes a page. Several pages may
    have one name where all go into one file.
    """

    def __init__(self, file: FileIO) -> None:
        """An empty journal that writes to the file."""
        self._file = file
        self._places: dict[bytes, int] = {}
        self._above: dict[int, int] = {}  # where the line before it of the same name begins
        self._end = 0

    def load(self) -> None:
        """Reads what is there; a last line that was not written to its end is cut off. Raises `InputError`."""
        with open(self._file.fileno(), "rb", closefd=False) as lines:
            lines.seek(0)
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                try:
                    entry = msgspec.json.decode(line, type=Entry)
                except msgspec.DecodeError as error:
                    raise InputError(
                        f"The journal of the earlier run is damaged at byte {self._end:,}: say --overwrite."
                    ) from error
                self._note(entry, self._end)
                self._end += len(line)
        self._file.truncate(self._end)

    def find_all(self, name: str) -> Iterator[int]:
        """Where the lines begin, in bytes, of pages of that name that were cleaned, the latest first."""
        place = self._places.get(_fingerprint(name))
        while place is not None:
            yield place
            place = self._above.get(place)

    def read(self, place: int) -> Entry:
        """The entry that begins there."""
        self._file.seek(place)
        line = b""
        while b"\n" not in line:
            line += self._file.read(1 << 12)
        return msgspec.json.decode(line.partition(b"\n")[0], type=Entry)

    def append(self, entry: Entry) -> int:
        """Where the entry's line begins, once it is written; raises `OSError`."""
        place, line = self._end, memoryview(msgspec.json.encode(entry) + b"\n")
        self._file.seek(place)
        self._end += len(line)
        while line:
            line = line[self._file.write(line) :]
        self._note(entry, place)
        return place

    def latest_entries(self) -> Iterator[Entry]:
        """The latest entry of each name of pages that were cleaned."""
        return (self.read(place) for place in self._places.values())

    def _note(self, entry: Entry, place: int) -> None:
        """Lets the entry be found; a failure says nothing of what is done, and may be another page's of that name."""
        if entry.reason is None:
            name = _fingerprint(entry.name)
            if name in self._places:
                self._above[place] = self._places[name]
            self._places[name] = place


@contextmanager
def open_journal(path: Path, *, resume: bool) -> Iterator[Journal]:
    """The journal in a file: as it is if the run before is resumed, else empty.

    Raises `OutputError` while another run has it.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with FileIO(os.open(path, flags, 0o666), "r+") as file:
        _lock(file, path)
        if not resume:
            file.truncate(0)
        journal = Journal(file)
        journal.load()
        yield journal


def _lock(file: FileIO, path: Path) -> None:
    """Keeps other runs out until this one ends, however it does; some file systems have no such locks."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(f"Another run is writing {path}: wait until it has ended.") from error


def _fingerprint(name: str) -> bytes:
    return blake2b(name.encode(), digest_size=12).digest()
