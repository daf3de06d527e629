"""The processes that clean pages: each can be killed, and all of them replaced."""

import multiprocessing
import signal
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext

from pebble import ProcessExpired, ProcessPool

from groats.corpus.worker import Outcome, Task, Work, do_page, prepare


class Workers:
    """So many processes, which clean pages for at most `timeout` seconds each."""

    def __init__(self, work: Work, jobs: int, timeout: float) -> None:
        """Workers that start with the first page."""
        self._work, self._jobs, self._timeout = work, jobs, timeout
        self._pool = self._open()

    def submit(self, task: Task) -> "Future[Outcome]":
        """What will come of the page: an `Outcome`; or `TimeoutError`, `ProcessExpired`.

        It is `BrokenProcessPool` where the page is not to blame: a worker was killed between two pages.
        """
        try:
            return self._pool.schedule(do_page, args=(self._work, task), timeout=self._timeout)
        except RuntimeError as error:
            future: Future[Outcome] = Future()
            future.set_exception(BrokenProcessPool(*error.args))
            return future

    def renew(self) -> None:
        """Replaces all processes; what they were doing is lost."""
        self.stop()
        self._pool = self._open()

    def stop(self) -> None:
        """Kills the processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _open(self) -> ProcessPool:
        return ProcessPool(self._jobs, initializer=prepare, initargs=(self._work.max_bytes,), context=_choose_context())


def describe_end(error: ProcessExpired) -> str:
    """How a process ended that should not have."""
    code = error.exitcode
    if code is None or code >= 0:
        return f"exit code {code}"
    name = f", {signal.Signals(-code).name}" if -code in set(signal.Signals) else ""
    return f"signal {-code}{name}"


def _choose_context() -> BaseContext:
    """Processes that are forked from a server without threads, which has imported all they need.

    To fork the run itself would copy locks that its threads hold, and a worker that must be replaced after a crash
    would have to import everything again if it were spawned.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["groats.corpus.worker"])
    return context
