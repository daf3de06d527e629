"""Signals that ask a run to end."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDS = [signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
FROM_SIGNAL = 128  # an exit code: this and the signal's number


@contextmanager
def catch_signals() -> Iterator[list[int]]:
    """The signals that ask the run to end, once one has come; a second one ends it at once.

    Under nohup, that the terminal is closed asks for nothing.
    """
    caught: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        if caught:
            raise KeyboardInterrupt
        caught.append(number)

    heard = [number for number in _ENDS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, note) for number in (signal.SIGINT, *heard)}
    try:
        yield caught
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def end_by_exception() -> Iterator[None]:
    """A signal that would end the process at once ends it as an exception does, so that the block can clean up.

    One that is ignored or caught stays so. Ctrl-C is such an exception by itself.
    """

    def end(number: int, _: FrameType | None) -> None:
        sys.exit(FROM_SIGNAL + number)

    ends = _ENDS if current_thread() is main_thread() else []  # no other may say what a signal does
    fatal = [number for number in ends if signal.getsignal(number) is signal.SIG_DFL]
    for number in fatal:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in fatal:
            signal.signal(number, signal.SIG_DFL)
