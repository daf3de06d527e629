"""How far a run is, on a terminal; nothing where stderr is none."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from groats.commands import streams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

    from groats.corpus.run import Done


class Words:
    """What a run says where nobody watches: only its failures."""

    def say(self, message: str) -> None:
        """Says a sentence."""
        streams.say(message)

    def count(self) -> None:
        """Takes note of a page whose lines were counted."""

    def advance(self, done: Done) -> None:
        """Takes note of a page."""


class Bar:
    """A line that is drawn again and again: pages, pages and megabytes a second, time left, failures, share removed."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        """A bar that stands at nothing."""
        self._progress, self._task = progress, task
        self._begun = time.monotonic()
        self._pages = self._failed = self._bytes = self._kept = self._removed = 0

    def say(self, message: str) -> None:
        """Says a sentence above the line."""
        self._progress.console.print(f"groats: {streams.printable(message)}", markup=False, highlight=False)

    def count(self) -> None:
        """Takes note of a page whose lines were counted."""
        self._pages += 1
        speed = self._pages / max(time.monotonic() - self._begun, 1e-3)
        self._progress.update(
            self._task, completed=self._pages, words=f"{speed:,.0f} pages/s · finding what sites share"
        )

    def advance(self, done: Done) -> None:
        """Takes note of a page."""
        entry = done.entry
        self._pages += 1
        self._failed += entry.reason is not None
        self._bytes += entry.bytes
        self._kept += entry.kept
        self._removed += sum(entry.removed.values())
        seconds = max(time.monotonic() - self._begun, 1e-3)
        text = self._kept + self._removed
        words = [f"{self._pages / seconds:,.0f} pages/s", f"{self._bytes / seconds / 1e6:,.1f} MB/s"]
        if text:
            words.append(f"{self._removed / text:.0%} removed")
        if self._failed:
            words.append(f"{self._failed:,} failed")
        self._progress.update(self._task, completed=self._pages, words=" · ".join(words))


@contextmanager
def open_progress(total: int | None, *, quiet: bool) -> Iterator[Words | Bar]:
    """What shows how far a run of so many pages is (None: not known)."""
    if quiet or not streams.is_terminal_words():
        yield Words()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[words]}"), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, progress.add_task("pages", total=total, words=""))
