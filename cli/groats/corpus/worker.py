"""What a worker does: reads one page, cleans it, writes it. It may crash, hang or be killed at any moment."""

import ctypes
import errno
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import Literal, NamedTuple

from groats.corpus.containers import read_page, unpack
from groats.corpus.containers.container import PageError
from groats.corpus.containers.packed import describe
from groats.corpus.journal import Entry
from groats.corpus.record import Source
from groats.corpus.report import PageDiff, build_diff
from groats.document import Article, Options
from groats.errors import UsageError
from groats.pipeline import clean
from groats.render.json import to_json, to_json_line
from groats.render.markdown import to_markdown
from groats.render.text import to_text
from groats.stages.score import load_weights

Clean = Callable[[bytes, Options], Article]

# A destination that cannot be written is no fault of the page: no other could be written either.
_STOPPING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO})
_DOUBTFUL = 0.6  # confidence: of these pages the report for people shows the lines
_LONGEST_REASON = 200  # characters
_MEMORY = 1 << 30, 48  # bytes of address space, and more for each byte that a page may have


@dataclass(frozen=True, slots=True)
class Work:
    """How all pages of a run are cleaned; `root` is the directory of the outputs, None for one file of records."""

    options: Options
    written: Literal["text", "markdown", "json"]
    root: Path | None
    key: str
    max_bytes: int
    title: bool = True
    diffs: bool = False
    clean: Clean = clean


class Task(NamedTuple):
    """A page, the path of its output in the destination, and what an earlier run with the same settings did."""

    source: Source
    output: str | None
    before: Entry | None = None


class Outcome(NamedTuple):
    """What came of a page: an entry, None if it is done already; or `stop`, why no page can be written any more."""

    entry: Entry | None
    record: bytes | None = None
    diff: PageDiff | None = None
    stop: str | None = None


class _Stop(Exception):  # noqa: N818 - it stops the run, it is no error of the page
    """Why the destination cannot be written."""


def prepare(max_bytes: int) -> None:
    """Makes the worker ready: bounds its memory, ties its life to its parent's, reads the weights.

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
    load_weights()


def do_page(work: Work, task: Task) -> Outcome:
    """What came of the page; never raises."""
    started = perf_counter()
    source = task.source
    entry = Entry(name=source.name, path=str(source.path.absolute()).encode("utf-8", "replace").decode(), key=work.key)
    try:
        data = read_page(source.path, work.max_bytes) if source.data is None else unpack(source.data, work.max_bytes)
        fingerprint = _take_fingerprint(source, data)
        if _is_done(work, task, fingerprint):
            return Outcome(None)
        article = work.clean(data, _adapt(work.options, source))
        rendered = _render(work, source, article)
        if work.root and task.output:
            _write(work.root / task.output, rendered)
        removed = _count_removed(article)
        diff = None
        if work.diffs and (article.confidence < _DOUBTFUL or article.warnings):
            diff = build_diff(article, source.name)
    except _Stop as stop:
        return Outcome(None, stop=str(stop))
    except Exception as error:  # noqa: BLE001 - one page that fails takes no other with it
        return Outcome(_fail(entry, error))
    return Outcome(
        Entry(
            name=entry.name,
            path=entry.path,
            key=entry.key,
            fingerprint=fingerprint,
            output=task.output,
            written=_digest(rendered),
            bytes=len(data),
            kept=len(article.text),
            removed=removed,
            confidence=round(article.confidence, 3),
            warnings=list(article.warnings),
            seconds=round(perf_counter() - started, 3),
        ),
        None if task.output else rendered,
        diff,
    )


def _fail(entry: Entry, error: Exception) -> Entry:
    if isinstance(error, PageError | UsageError):
        reason = str(error)
    elif isinstance(error, MemoryError):
        reason = "it takes more memory to clean than a page may have (see --max-bytes)."
    elif isinstance(error, OSError):
        reason = f"it cannot be written: {describe(error)}."
    else:
        words = " ".join(str(error).split())[:_LONGEST_REASON]
        reason = f"groats made a mistake ({type(error).__name__}: {words}). Please report it with this page."
    return Entry(name=entry.name, path=entry.path, key=entry.key, reason=reason.encode("utf-8", "replace").decode())


def _adapt(options: Options, source: Source) -> Options:
    """The options for one page: what the user says goes before what the file of many pages says."""
    return replace(
        options,
        kind=options.kind or source.kind,
        encoding=options.encoding or source.encoding,
        url=options.url or source.url,
        source=source.name,
    )


def _take_fingerprint(source: Source, data: bytes) -> str:
    """The same string for the same bytes and the same words about them."""
    about = repr((source.kind, source.url, source.id, source.encoding)).encode("utf-8", "backslashreplace")
    return blake2b(data, digest_size=16, key=blake2b(about, digest_size=16).digest()).hexdigest()


def _is_done(work: Work, task: Task, fingerprint: str) -> bool:
    """Whether an earlier run has made, of the same input, the very bytes that are there."""
    if task.before is None or task.before.fingerprint != fingerprint:
        return False
    if work.root is None or task.output is None:
        return True
    return task.before.written == _digest((work.root / task.output).read_bytes())


def _render(work: Work, source: Source, article: Article) -> bytes:
    if work.root is None:
        return to_json_line(article, source.name, source.id)
    if work.written == "text":
        return to_text(article, title=work.title).encode()
    if work.written == "markdown":
        return to_markdown(article, title=work.title).encode()
    return to_json(article, source.name)


def _write(path: Path, data: bytes) -> None:
    """Writes the output of a page; raises `_Stop` if that fails for a reason that holds for all pages."""
    try:
        _replace(path, data)
    except OSError as error:
        if error.errno in _STOPPING:
            raise _Stop(f"{path} cannot be written: {describe(error)}.") from error
        raise


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. It is not forced to the disk: that would be the slowest part of a page."""
    temporary = path.with_name(f".groats-{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}.tmp")
    try:
        _make_folder(path.parent)
        temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@cache
def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


def _count_removed(article: Article) -> dict[str, int]:
    """The characters that were removed, by label."""
    counts: Counter[str] = Counter()
    for verdict in article.verdicts:
        if not verdict.keep:
            counts[verdict.label.value] += sum(len(line.text.strip()) for line in verdict.block.lines)
    return dict(sorted((label, count) for label, count in counts.items() if count))


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
