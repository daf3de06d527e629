"""The processes that clean pages that may do harm: where they come from, and what makes them fit to be killed."""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from threading import Thread
from time import sleep

from groats.errors import OutputError
from groats.wording import reason_of

_MEMORY = 1 << 30, 48  # bytes of address space, and more for each byte that a page may have


def choose_context() -> BaseContext:
    """Processes that are forked from a server without threads, which has imported all they need.

    To fork the run itself would copy locks that its threads hold, and a worker that must be replaced after a crash
    would have to import everything again if it were spawned. Python starts such a process with -c, and would import
    what lies in the current directory before its own modules: a page called bz2.py among them.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["groats.corpus.worker", "groats.corpus.server"])
    return context


def start_server() -> None:
    """Lets the server import what the workers need while the run itself still imports its own.

    Ctrl-C is for the run alone: it ends the server. Raises `OutputError` where the server has no room for its socket.
    """
    if sys.platform != "win32":
        from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - only POSIX has it

        choose_context()
        try:
            resource_tracker.ensure_running()  # by itself: it lets Ctrl-C through when it has started
            with _hold_interrupts():
                forkserver.ensure_running()
        except OSError as error:
            raise OutputError(
                f"The workers cannot be started: {reason_of(error)} (see whether TMPDIR names a directory with "
                "a short name, in which files can be made)."
            ) from error


def make_killable(max_bytes: int) -> None:
    """Bounds the memory of this process by what a page may have, and ties its life to its parent's.

    SIGTERM ends it at once, even in the middle of C code: Pebble would wait three seconds, and every worker with it.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only POSIX has it

        base, times = _MEMORY
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = min(base + times * max_bytes, sys.maxsize)
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    _die_with_parent()


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Ctrl-C comes when the block has ended; to a process that is started in it, never."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _die_with_parent() -> None:
    """Lets no worker outlive its parent: by the kernel on Linux, elsewhere by a thread that looks."""
    parent = os.getppid()
    if sys.platform == "linux":
        pr_set_pdeathsig = 1  # prctl(2)
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    else:
        Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
