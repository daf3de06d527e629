"""The reader's end of a terminal: the pager, whether there are colours, how many columns there are."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from shutil import get_terminal_size, which
from typing import IO, Literal, cast

from groats.commands import streams

Colour = Literal["auto", "always", "never"]

_LEAST_COLUMNS, _MOST_COLUMNS = 20, 10_000  # wider, each row is filled up with that many spaces
# What less needs to show colours (R), to leave a screen that is not full (F) and what was read on the screen (X), and
# lv its colours; as git has it. The user's own count before these.
_ENVIRONMENT = {"LESS": "FRX", "LV": "-c"}


def wants_colour(asked: Colour) -> bool:
    """Whether to write colours: only a terminal gets them unasked, and not where NO_COLOR (no-color.org) is set."""
    if asked != "auto":
        return asked == "always"
    return streams.is_terminal_output() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def count_columns() -> int:
    """The width of the terminal; 80 where there is none, or what COLUMNS says."""
    return min(max(_LEAST_COLUMNS, get_terminal_size().columns), _MOST_COLUMNS)


def find_pager() -> str | None:
    """The shell's command in $PAGER, else less; None where neither is there, or where it would only copy."""
    command = os.environ.get("PAGER", "less -R").strip()
    try:
        program = shlex.split(command)[0]
    except (IndexError, ValueError):
        return None
    return command if program != "cat" and which(program) else None


@contextmanager
def open_pager(command: str | None) -> Iterator[streams.Write]:
    """A function that writes to the pager, or to standard output where there is none.

    It ends when the reader has left the pager, which is no failure; Ctrl-C belongs to the pager meanwhile.
    """
    if command is None:
        yield streams.write_stdout
        return
    process = subprocess.Popen(  # noqa: S602 - PAGER is a command of the shell, the user's own
        command, shell=True, stdin=subprocess.PIPE, env=_ENVIRONMENT | os.environ
    )
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(BrokenPipeError), process:  # the reader has seen enough
            yield partial(_write, cast("IO[bytes]", process.stdin))
    finally:
        signal.signal(signal.SIGINT, heard)


def _write(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(data)
    pipe.flush()
