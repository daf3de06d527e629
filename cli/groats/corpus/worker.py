"""What a worker does: reads one page, cleans it, writes it. It may crash, hang or be killed at any moment."""

import errno
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import Literal, NamedTuple, TypeVar

from groats.corpus.containers import read_page, unpack
from groats.corpus.containers.container import PageError
from groats.corpus.containers.packed import describe
from groats.corpus.journal import Entry
from groats.corpus.process import make_killable
from groats.corpus.record import Failure, Source
from groats.corpus.report import PageDiff, build_diff
from groats.corpus.site import Sites
from groats.document import Article, Options, Page
from groats.document import Source as Characters
from groats.errors import UsageError
from groats.pipeline import inspect_page, read
from groats.render.json import to_json, to_json_line
from groats.render.markdown import to_markdown
from groats.render.text import to_text
from groats.stages.score import load_weights

T = TypeVar("T")
R = TypeVar("R")
Read = Callable[[bytes, Options], tuple[Characters, Page]]

# A destination that cannot be written is no fault of the page: no other could be written either.
_STOPPING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO})
_DOUBTFUL = 0.6  # confidence: of these pages the report for people shows the lines
_LONGEST_REASON = 200  # characters

_own_work: "Work | None" = None  # of this process, once it is a worker


@dataclass(frozen=True, slots=True)
class Work:
    """How all pages of a run are cleaned; `root` is the directory of the outputs, None for one file of records.

    `sites` are the profiles of their sites, None where the options have a profile for all, or nobody wants any.
    """

    options: Options
    written: Literal["text", "markdown", "json"]
    root: Path | None
    key: str
    max_bytes: int
    title: bool = True
    diffs: bool = False
    sites: Sites | None = None
    read: Read = read


class Task(NamedTuple):
    """A page at its place in the input, its output in the destination, and what an earlier run like this one did."""

    source: Source | Failure
    output: str | None
    before: Entry | None = None
    position: int = 0

    @property
    def held(self) -> int:
        """The bytes of the page that are in memory."""
        return self.source.held


class Outcome(NamedTuple):
    """What came of a page: an entry, None if it is done already; or `stop`, why no page can be written any more."""

    entry: Entry | None
    record: bytes | None = None
    diff: PageDiff | None = None
    stop: str | None = None


class _Stop(Exception):  # noqa: N818 - it stops the run, it is no error of the page
    """Why the destination cannot be written."""


def prepare(work: Work) -> None:
    """Makes this process a worker: it can be killed, and has read its work, the same for all pages, and the weights."""
    global _own_work  # noqa: PLW0603 - a process has one work; with rules and a profile it is too long to send with every page
    make_killable(work.max_bytes)
    _own_work = work
    load_weights()


def perform(do: Callable[[Work, T], R], task: T) -> R:
    """What this worker makes of a task."""
    assert _own_work is not None  # noqa: S101 - no task comes before `prepare`
    return do(_own_work, task)


def do_page(work: Work, task: Task) -> Outcome:
    """What came of the page; never raises."""
    started = perf_counter()
    source = task.source
    if isinstance(source, Failure):
        return Outcome(describe_failure(work, source))
    try:
        data = read_bytes(work, source)
        fingerprint = _take_fingerprint(source, data)
        if _is_done(work, task, fingerprint):
            return Outcome(None)
        options = source.adapt(work.options)
        characters, page = work.read(data, options)
        site = work.sites.site_of(source.name, options.url, page.declared) if work.sites else ""
        if work.sites:
            options = replace(options, profile=work.sites.find(site))
        article = inspect_page(characters, page, options).article
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
        return Outcome(describe_failure(work, Failure(source.name, _give_reason(error)), source.path))
    return Outcome(
        Entry(
            name=source.name,
            path=_absolute(source.path),
            key=work.key,
            container=source.container,
            fingerprint=fingerprint,
            site=site,
            profile=work.sites.digest_of(site) if work.sites else "",
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


def describe_failure(work: Work, failure: Failure, path: Path | None = None) -> Entry:
    """The entry of a page that failed, fit for UTF-8; `path` is the file that holds it, None where it is not known."""
    return Entry(
        name=failure.name.encode("utf-8", "backslashreplace").decode(),
        path=_absolute(path) if path else "",
        key=work.key,
        reason=failure.reason.encode("utf-8", "replace").decode(),
    )


def read_bytes(work: Work, source: Source) -> bytes:
    """The bytes of a page, unpacked; raises `PageError`."""
    return read_page(source.path, work.max_bytes) if source.data is None else unpack(source.data, work.max_bytes)


def _give_reason(error: Exception) -> str:
    if isinstance(error, PageError | UsageError):
        return str(error)
    if isinstance(error, MemoryError):
        return "it takes more memory to clean than a page may have (see --max-bytes)."
    if isinstance(error, OSError):
        return f"it cannot be written: {describe(error)}."
    words = " ".join(str(error).split())[:_LONGEST_REASON]
    return f"groats made a mistake ({type(error).__name__}: {words}). Please report it with this page."


def _absolute(path: Path) -> str:
    return str(path.absolute()).encode("utf-8", "replace").decode()


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
