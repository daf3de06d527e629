"""What makes a process fit to clean pages that do harm: bounded memory, no life of its own, killed at once."""

import ctypes
import os
import signal
import sys
from threading import Thread
from time import sleep

_MEMORY = 1 << 30, 48  # bytes of address space, and more for each byte that a page may have


def make_killable(max_bytes: int) -> None:
    """Bounds the memory of this process by what a page may have, and ties its life to its parent's.

    SIGTERM ends it at once, even in the middle of C code: Pebble would wait three seconds, and every worker with it.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only POSIX has it

        base, times = _MEMORY
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = base + times * max_bytes
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    _die_with_parent()


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
