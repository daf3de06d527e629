"""What a person marked, as JSON Lines in a file beside the pages: each mark is one line, added at once, never changed.

The last line on a thing counts. So nothing that was marked is lost, however the program ends: only the last line can
have been written in part, and then it is passed over.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from groats.corpus.own_files import MARKS, OWN_PREFIX
from groats.errors import InputError, OutputError
from groats.wording import reason_of

FILE_NAME = f"{OWN_PREFIX}{MARKS}"

Mark = Literal["keep", "drop", "none"]


class Place(NamedTuple):
    """A line of a page: the page's name, the line's number, and its text as a reader reads it."""

    page: str
    line: int
    text: str


class _Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the file: a mark on a line, or whether a page is right as it stands."""

    page: str
    line: int | None = None
    text: str = ""
    mark: Mark = "none"
    right: bool = False


@dataclass
class Marks:
    """The marks of a directory: lines to keep (True) or to drop (False), and the pages that are right as they stand.

    `damaged` counts the lines of the file that could not be read.
    """

    path: Path
    lines: dict[Place, bool] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)
    damaged: int = 0

    def mark(self, place: Place, mark: Mark) -> None:
        """Marks a line, or takes its mark away; `OutputError` where that cannot be saved, and is not done."""
        self._add(_Record(place.page, place.line, place.text, mark))

    def mark_right(self, page: str, *, right: bool) -> None:
        """Notes whether the page is right as it stands, marks and all; `OutputError` as for a line."""
        self._add(_Record(page, right=right))

    def of_page(self, page: str) -> dict[Place, bool]:
        """The marks on the lines of a page."""
        return {place: keep for place, keep in self.lines.items() if place.page == page}

    def pages(self) -> list[str]:
        """The names of the pages with marks, and of those that are right."""
        return sorted({place.page for place in self.lines} | self.right)

    def take(self, line: bytes) -> None:
        """Takes one line of the file over."""
        try:
            self._note(msgspec.json.decode(line, type=_Record))
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.damaged += 1

    def _add(self, record: _Record) -> None:
        _append(self.path, msgspec.json.encode(record))
        self._note(record)

    def _note(self, record: _Record) -> None:
        if record.line is None:
            (self.right.add if record.right else self.right.discard)(record.page)
        elif record.mark == "none":
            self.lines.pop(Place(record.page, record.line, record.text), None)
        else:
            self.lines[Place(record.page, record.line, record.text)] = record.mark == "keep"


def read_marks(folder: Path) -> Marks:
    """The marks of a directory of pages, none where nothing was marked yet; raises `InputError`."""
    marks = Marks(folder / FILE_NAME)
    try:
        lines = marks.path.read_bytes().split(b"\n") if marks.path.exists() else []
    except OSError as error:
        raise InputError(f"{marks.path} cannot be read: {reason_of(error)}.") from error
    for line in filter(None, lines):
        marks.take(line)
    return marks


def _append(path: Path, record: bytes) -> None:
    """Adds a line to the file and waits until the disk has it; after a line that was cut off, on a line of its own."""
    try:
        with path.open("a+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            line = (b"\n" if file.read(1) not in {b"", b"\n"} else b"") + record + b"\n"
            if file.write(line) != len(line):
                raise OSError(None, "the disk is full")  # noqa: TRY301 - told as any other failure is
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(f"The mark was not saved: {path} cannot be written ({reason_of(error)}).") from error
