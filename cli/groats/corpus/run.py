"""All pages of a run, cleaned in processes that can be killed; each is accounted for."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace
from pebble import ProcessExpired

from groats.corpus.journal import Entry, Journal
from groats.corpus.names import name_output
from groats.corpus.pool import Workers, describe_end
from groats.corpus.record import Failure, Source
from groats.corpus.report import PageDiff
from groats.corpus.sinks import Spool
from groats.corpus.worker import Outcome, Task, Work
from groats.errors import OutputError

_AHEAD = 3  # pages a worker that are handed out before they are wanted
_MOST_BROKEN = 5
_LOOK = 0.2  # seconds after which a run that waits looks whether it should stop
# Seconds beyond the timeout of a page without any result: a worker was killed from outside, as the system does where
# memory is short, while it held the lock that all workers share.
_PATIENCE = 10.0

Pending = dict[Future[Outcome], tuple[int, Task]]


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
    broken: int = 0  # times in succession that all workers had to be replaced
    order: "array[int]" = field(default_factory=lambda: array("q"))

    def clean_all(self, found: Iterable[Source | Failure]) -> Iterator[Done]:
        """The pages as they are finished, in any order; ends early when the run is stopped.

        Memory holds three pages a worker, whatever their number. Raises `OutputError` if the destination cannot be
        written any more; what was written is whole.
        """
        pages = iter(found)
        pending: Pending = {}
        workers = Workers(self.work, self.jobs, self.timeout)
        is_more, idle = True, 0.0
        try:
            while (is_more or pending) and not self.is_stopped():
                while is_more and self._has_room(pending) and not self.is_stopped():
                    page = next(pages, None)
                    if page is None:
                        is_more = False
                    elif isinstance(page, Failure):
                        yield self._keep(self._take_place(), self._fail(page.name, "", page.reason))
                    else:
                        task = self._plan(page)
                        pending[workers.submit(task)] = self._take_place(), task
                finished, _ = wait(pending, timeout=_LOOK, return_when=FIRST_COMPLETED)
                idle = 0.0 if finished else idle + _LOOK
                is_broken = any(isinstance(future.exception(), BrokenProcessPool) for future in finished)
                if is_broken or (pending and idle > self.timeout + _PATIENCE):
                    idle, pending = 0.0, self._begin_again(workers, pending)
                    continue
                for future in finished:
                    yield self._finish(future, *pending.pop(future))
        finally:
            workers.stop()

    def _begin_again(self, workers: Workers, pending: Pending) -> Pending:
        """The pages that were handed out, handed to new workers; raises `OutputError` if that never helps."""
        self.broken += 1
        if self.broken > _MOST_BROKEN:
            raise OutputError(
                "The workers end before they can clean a page: see whether the machine has enough memory, take fewer "
                "--jobs, and say --resume to go on."
            )
        workers.renew()
        return {workers.submit(task): (place, task) for place, task in pending.values()}

    def _has_room(self, pending: Pending) -> bool:
        held = sum(len(task.source.data or b"") for _, task in pending.values())
        return len(pending) < _AHEAD * self.jobs and held <= self.work.max_bytes

    def _take_place(self) -> int:
        self.order.append(-1)
        return len(self.order) - 1

    def _plan(self, source: Source) -> Task:
        """The task of a page; if an earlier run did it with these settings and its output is there, it says so."""
        output = name_output(source.name, self.suffix) if self.work.root else None
        place = self.journal.find(source.name)
        before = None if place is None else self.journal.read(place)
        return Task(source, output, before if before and self._is_done(before, output) else None)

    def _is_done(self, entry: Entry, output: str | None) -> bool:
        """Whether that is still what this run would do, if the input is what it was."""
        if entry.key != self.work.key or entry.reason:
            return False
        if self.work.root and output:
            return entry.output == output and (self.work.root / output).is_file()
        return entry.record is not None and self.spool is not None and sum(entry.record) <= self.spool.size

    def _finish(self, future: "Future[Outcome]", position: int, task: Task) -> Done:
        self.broken = 0
        name, path = task.source.name, str(task.source.path.absolute()).encode("utf-8", "replace").decode()
        try:
            outcome = future.result()
        except TimeoutError:
            seconds = f"{self.timeout:g} {'second' if self.timeout == 1 else 'seconds'}"
            outcome = Outcome(self._fail(name, path, f"it took longer than {seconds} (see --timeout)."))
        except ProcessExpired as error:
            outcome = Outcome(
                self._fail(name, path, f"it crashed the process that cleaned it ({describe_end(error)}).")
            )
        except Exception as error:  # noqa: BLE001 - what the pool itself could not hand over
            outcome = Outcome(self._fail(name, path, f"it could not be handed to a worker ({type(error).__name__})."))
        if outcome.stop:
            raise OutputError(outcome.stop)
        if outcome.entry is None:
            place = self.journal.find(name)
            assert place is not None  # noqa: S101 - it was known when the task was made
            self.order[position] = place
            return Done(self.journal.read(place), before=True)
        entry = outcome.entry
        if entry.reason and self.work.root and task.output:
            (self.work.root / task.output).unlink(missing_ok=True)  # made of what the page was before
        if outcome.record is not None and self.spool is not None:
            entry = replace(entry, record=self.spool.append(outcome.record))
        return self._keep(position, entry, outcome.diff)

    def _keep(self, position: int, entry: Entry, diff: PageDiff | None = None) -> Done:
        self.order[position] = self.journal.append(entry)
        return Done(entry, diff)

    def _fail(self, name: str, path: str, reason: str) -> Entry:
        plain = name.encode("utf-8", "backslashreplace").decode()
        return Entry(name=plain, path=path, key=self.work.key, reason=reason.encode("utf-8", "replace").decode())
