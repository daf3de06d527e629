"""What the tests of runs share: pages that do harm, and a run over a few pages."""

import errno
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn, TypedDict, Unpack

from groats import atomic_files
from groats.corpus.journal import open_journal
from groats.corpus.run import Done, Run
from groats.corpus.source import Found
from groats.corpus.work import Read, Work
from groats.document import Options, Page, Source
from groats.pipeline import read

PAGE = """Home
About us

The ferry of Larkhaven will sail again from the first of May, the town council said on Tuesday evening after a vote.

The old boat was sold to a museum in March, and the new one was late by some five weeks because of the ice.

Number {number}
"""


def read_or_harm(data: bytes, options: Options) -> tuple[Source, Page]:
    """The page as it is read; one that begins with a word of harm does that harm to the process that reads it."""
    if data.startswith(b"[crash]"):
        signal.raise_signal(signal.SIGSEGV)
    if data.startswith(b"[leave]"):
        os._exit(3)
    if data.startswith(b"[hang]"):
        while True:
            pass
    if data.startswith(b"[memory]"):
        raise MemoryError
    if data.startswith(b"[mistake]"):
        raise ValueError("a \x1b[31mmistake")
    return read(data, options)


def read_on_full_disk(data: bytes, options: Options) -> tuple[Source, Page]:
    """The page as it is read, in a process that can write no file from then on."""

    def fail(path: Path) -> NoReturn:
        path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    vars(atomic_files)["open_new"] = fail
    return read(data, options)


def read_and_hang_half_written(data: bytes, options: Options) -> tuple[Source, Page]:
    """The page as it is read, in a process that from then on puts no file that it has written in its place."""

    def hang(path: Path, _: Path) -> Path:
        while True:
            path.exists()

    Path.replace = hang  # type: ignore[assignment, method-assign]
    return read(data, options)


def write_pages(folder: Path, number: int) -> Path:
    """A directory with so many pages, in two directories."""
    for page in range(number):
        path = folder / f"{page % 2}" / f"{page:03}.html.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(number=page))
    return folder


class How(TypedDict, total=False):
    """What a run may use, and when it ends; see `Run`."""

    jobs: int
    timeout: float
    is_stopped: Callable[[], bool]


def run_pages(found: Iterable[Found], dest: Path, do: Read = read_or_harm, **how: Unpack[How]) -> dict[str, Done]:
    """What came of each page, by name; resumes what is there."""
    jobs, timeout = how.get("jobs", 1), how.get("timeout", 60)
    dest.mkdir(exist_ok=True)
    work = Work(Options(), "text", dest, "key", 100_000, read=do)
    with ExitStack() as stack:
        journal = stack.enter_context(open_journal(dest / "groats-journal.jsonl", resume=True))
        run = Run(work, journal, jobs, timeout, is_stopped=how.get("is_stopped", lambda: False))
        return {done.entry.name: done for done in run.clean_all(found)}
