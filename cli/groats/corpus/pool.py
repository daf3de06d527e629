"""The processes that clean pages: each can be killed, and all of them replaced."""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from groats.corpus.process import choose_context
from groats.corpus.work import Work
from groats.corpus.worker import perform, prepare
from groats.errors import OutputError

T = TypeVar("T", bound="Holding")
R = TypeVar("R")

_AHEAD = 3  # tasks a worker that are handed out before they are wanted
_MOST_BROKEN = 5
_LOOK = 0.2  # seconds after which a run that waits looks whether it should stop
# Seconds beyond the timeout of a task without any result: a worker was killed from outside, as the system does where
# memory is short, while it held the lock that all workers share.
_PATIENCE = 10.0


class Holding(Protocol):
    """A task, of which it is known how many bytes of a page it holds in memory."""

    @property
    def held(self) -> int:
        """The number of bytes."""


@dataclass(frozen=True, slots=True)
class Workers(Generic[T, R]):
    """So many processes, which `do` the same with one task after the other, for at most `timeout` seconds each.

    A task that was begun and that the end of the run cut off is given to `forsake`, once its process is no more.
    """

    do: Callable[[Work, T], R]
    work: Work
    jobs: int
    timeout: float
    is_stopped: Callable[[], bool] = lambda: False
    forsake: Callable[[T], None] = lambda _: None

    def do_all(self, tasks: Iterable[T]) -> "Iterator[tuple[T, Future[R]]]":
        """The tasks as they are finished, in any order; ends early when the run is stopped.

        A future holds what came of the task, or `TimeoutError` or `ProcessExpired`. Memory holds three tasks a worker,
        whatever their number. Raises `OutputError` if the workers end whatever they are given.
        """
        waiting = iter(tasks)
        pending: dict[Future[R], T] = {}
        is_more, idle, broken = True, 0.0, 0
        pool = self._open()
        try:
            while (is_more or pending) and not self.is_stopped():
                while is_more and self._has_room(pending) and not self.is_stopped():
                    try:
                        task = next(waiting)
                    except StopIteration:
                        is_more = False
                    else:
                        pending[self._submit(pool, task)] = task
                finished, _ = wait(pending, timeout=_LOOK, return_when=FIRST_COMPLETED)
                idle = 0.0 if finished else idle + _LOOK
                is_broken = any(isinstance(future.exception(), BrokenProcessPool) for future in finished)
                if is_broken or (pending and idle > self.timeout + _PATIENCE):
                    idle, broken = 0.0, broken + 1
                    _refuse_broken(broken)
                    _stop(pool)
                    pool = self._open()
                    pending = {self._submit(pool, task): task for task in pending.values()}
                    continue
                for future in finished:
                    broken = 0
                    yield pending.pop(future), future
        finally:
            _stop(pool)
            for task in pending.values():
                self.forsake(task)

    def _has_room(self, pending: "dict[Future[R], T]") -> bool:
        held = sum(task.held for task in pending.values())
        return len(pending) < _AHEAD * self.jobs and held <= self.work.max_bytes

    def _submit(self, pool: ProcessPool, task: T) -> "Future[R]":
        """What will come of the task: `BrokenProcessPool` if a worker was killed between two of them."""
        try:
            return pool.schedule(perform, args=(self.do, task), timeout=self.timeout)
        except RuntimeError as error:
            future: Future[R] = Future()
            future.set_exception(BrokenProcessPool(*error.args))
            return future

    def _open(self) -> ProcessPool:
        """Processes that start with the first task."""
        return ProcessPool(self.jobs, initializer=prepare, initargs=(self.work,), context=choose_context())


def describe_end(error: ProcessExpired) -> str:
    """How a process ended that should not have."""
    code = error.exitcode
    if code is None or code >= 0:
        return f"exit code {code}"
    name = f", {signal.Signals(-code).name}" if -code in set(signal.Signals) else ""
    return f"signal {-code}{name}"


def _refuse_broken(times: int) -> None:
    """Raises `OutputError` if all workers had to be replaced too often in succession."""
    if times > _MOST_BROKEN:
        raise OutputError(
            "The workers end before they can clean a page: see whether the machine has enough memory, take fewer "
            "--jobs, and say --resume to go on."
        )


def _stop(pool: ProcessPool) -> None:
    """Kills the processes; what they were doing is lost."""
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()
