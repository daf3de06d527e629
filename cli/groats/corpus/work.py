"""What a run asks of its workers, and what they answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from groats.corpus.journal import Entry
from groats.corpus.report import PageDiff
from groats.corpus.site import Sites
from groats.corpus.source import Found
from groats.document import Options, Page, Source
from groats.pipeline import read

Read = Callable[[bytes, Options], tuple[Source, Page]]


@dataclass(frozen=True, slots=True)
class Work:
    """How all pages of a run are cleaned; `root` is the directory of the outputs, None for one file of records.

    `sites` are the profiles of their sites, None where the options have a profile for all, or nobody wants any.
    """

    options: Options
    written: Literal["text", "markdown", "json"]
    root: Path | None
    key: str
    max_bytes: int
    title: bool = True
    links: bool = False
    diffs: bool = False
    sites: Sites | None = None
    read: Read = read


class Before(NamedTuple):
    """What an earlier run did of a page, and the place in the journal that says so."""

    place: int
    entry: Entry


class Task(NamedTuple):
    """A page at its place in the input, and its output in the destination.

    `before` is what an earlier run like this one did of pages of its name, mostly of this page alone.
    """

    source: Found
    output: str | None
    before: Sequence[Before] = ()
    position: int = 0

    @property
    def held(self) -> int:
        """The bytes of the page that are in memory."""
        return self.source.held


class Finished(NamedTuple):
    """What came of a page: its entry, the record of it where all go into one file, and its diff if it is doubtful."""

    entry: Entry
    record: bytes | None = None
    diff: PageDiff | None = None


class Stopped(NamedTuple):
    """Why neither this page nor any other can be written."""

    reason: str


Outcome: TypeAlias = Finished | Before | Stopped
