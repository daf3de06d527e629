"""What a run asks of its workers, and what they answer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from groats.corpus.journal import Entry
from groats.corpus.record import Failure, Source
from groats.corpus.report import PageDiff
from groats.corpus.site import Sites
from groats.document import Options, Page
from groats.document import Source as Characters
from groats.pipeline import read

Read = Callable[[bytes, Options], tuple[Characters, Page]]


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
    diffs: bool = False
    sites: Sites | None = None
    read: Read = read


class Task(NamedTuple):
    """A page at its place in the input, its output in the destination, and what an earlier run like this one did.

    `place` is where the journal says so: when the page is finished, another one may have the line of its name.
    """

    source: Source | Failure
    output: str | None
    before: Entry | None = None
    place: int | None = None
    position: int = 0

    @property
    def held(self) -> int:
        """The bytes of the page that are in memory."""
        return self.source.held


class Outcome(NamedTuple):
    """What came of a page: an entry, None if it is done already; or `stop`, why no page can be written any more."""

    entry: Entry | None
    record: bytes | None = None
    diff: PageDiff | None = None
    stop: str | None = None
