"""All pages of a run, cleaned in processes that can be killed; each is accounted for."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from pebble import ProcessExpired

from groats.corpus.journal import Entry, Journal
from groats.corpus.names import name_output
from groats.corpus.output import digest, remove_output, remove_unfinished
from groats.corpus.pool import Workers, describe_end
from groats.corpus.report import PageDiff
from groats.corpus.sinks import Place, Spool
from groats.corpus.source import Failure, Found, PageSource
from groats.corpus.work import Before, Finished, Outcome, Stopped, Task, Work
from groats.corpus.worker import describe_failure, do_page, is_doubtful, write_path
from groats.errors import OutputError
from groats.paths import is_file


class Done(NamedTuple):
    """A page that is finished, and whether an earlier run had done that already."""

    entry: Entry
    diff: PageDiff | None = None
    before: bool = False


@dataclass(slots=True)
class Run:
    """A run: what it does, where it writes what it has done, and what it must not exceed.

    `order` holds the place in the journal of each page, in the order of the input.
    """

    work: Work
    journal: Journal
    jobs: int
    timeout: float
    suffix: str = ".txt"
    spool: Spool | None = None
    is_stopped: Callable[[], bool] = lambda: False
    order: "array[int]" = field(default_factory=lambda: array("q"))

    def clean_all(self, found: Iterable[Found]) -> Iterator[Done]:
        """The pages as they are finished, in any order; ends early when the run is stopped.

        Raises `OutputError` if the destination cannot be written any more; what was written is whole.
        """
        workers = Workers(do_page, self.work, self.jobs, self.timeout, self.is_stopped, self._forsake)
        for task, future in workers.do_all(map(self._plan, found)):
            yield self._finish(future, task)

    def entries(self) -> Iterator[Entry]:
        """What came of each page, in the order of the input, once all are finished."""
        return map(self.journal.read, self.order)

    def _plan(self, source: Found) -> Task:
        """The task of a page, with what an earlier run did of its name that this one would do again."""
        self.order.append(-1)
        position = len(self.order) - 1
        if isinstance(source, Failure):
            return Task(source, None, position=position)
        output = name_output(source.name, self.suffix) if self.work.root else None
        entries = (Before(place, self.journal.read(place)) for place in self.journal.find_all(source.name))
        before = [before for before in entries if self._is_done(before.entry, output)]
        before.sort(key=lambda before: before.entry.path != write_path(source.path))
        return Task(source, output, before, position)

    def _is_done(self, entry: Entry, output: str | None) -> bool:
        """Whether that is still what this run would do, if the input is what it was."""
        if entry.key != self.work.key:
            return False
        if self.work.sites and entry.profile != self.work.sites.digest_of(entry.site):
            return False
        if self.work.diffs and is_doubtful(entry.confidence, entry.warnings):
            return False  # the report for people needs its lines
        if self.work.root and output:
            return entry.output == output and is_file(self.work.root / output)
        return entry.record is not None and self.spool is not None and self._is_whole(entry.record, entry.written)

    def _is_whole(self, place: Place, written: str) -> bool:
        """Whether the record that was written there is there still."""
        try:
            return self.spool is not None and digest(self.spool.read(place)) == written
        except EOFError:
            return False

    def _finish(self, future: "Future[Outcome]", task: Task) -> Done:
        """What came of a page, once the journal and the spool have it."""
        source = task.source
        outcome: Outcome
        try:
            outcome = future.result()
        except TimeoutError:
            seconds = f"{self.timeout:g} {'second' if self.timeout == 1 else 'seconds'}"
            outcome = self._fail(source, f"it took longer than {seconds} (see --timeout).")
        except ProcessExpired as error:
            outcome = self._fail(source, f"it crashed the process that cleaned it ({describe_end(error)}).")
        except Exception as error:  # noqa: BLE001 - what the pool itself could not hand over
            outcome = self._fail(source, f"it could not be handed to a worker ({type(error).__name__}).")
        if isinstance(outcome, Stopped):
            raise OutputError(outcome.reason)
        if isinstance(outcome, Before):
            return self._take_over(source, outcome, task.position)
        entry = outcome.entry
        if entry.reason and (path := self._path_of(task)):
            remove_output(path)  # made of what the page was before
        if outcome.record is not None and self.spool is not None:
            entry = replace(entry, record=self.spool.append(outcome.record))
        self.order[task.position] = self.journal.append(entry)
        return Done(entry, outcome.diff)

    def _take_over(self, source: Found, before: Before, position: int) -> Done:
        """A page that an earlier run has done; it may lie elsewhere now."""
        assert isinstance(source, PageSource)  # noqa: S101 - a failure is never done
        place, entry = before
        moved = replace(entry, path=write_path(source.path), container=source.container)
        self.order[position] = place if moved == entry else self.journal.append(moved)
        return Done(moved, before=True)

    def _forsake(self, task: Task) -> None:
        """Leaves nothing half written of a page whose worker was killed because the run ended."""
        if path := self._path_of(task):
            remove_unfinished(path)

    def _path_of(self, task: Task) -> Path | None:
        """The file of the page's output; None where all pages go into one file."""
        return self.work.root / task.output if self.work.root and task.output else None

    def _fail(self, source: Found, reason: str) -> Finished:
        path = source.path if isinstance(source, PageSource) else None
        return Finished(describe_failure(self.work, Failure(source.name, reason), path))
