"""What a worker does: reads one page, cleans it, writes it. It may crash, hang or be killed at any moment."""

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from groats.corpus.containers import read_source
from groats.corpus.containers.container import PageError
from groats.corpus.journal import Entry
from groats.corpus.output import UnwritableError, digest, render_page, write_output
from groats.corpus.process import make_killable
from groats.corpus.report import build_diff
from groats.corpus.source import Failure, PageSource
from groats.corpus.work import Before, Finished, Outcome, Stopped, Task, Work
from groats.document import Article
from groats.errors import UsageError
from groats.paths import escape_bytes, mask_bytes
from groats.pipeline import inspect_page
from groats.stages.cues import builtin_cues
from groats.stages.score import load_weights
from groats.wording import describe_mistake, reason_of

T = TypeVar("T")
R = TypeVar("R")

_DOUBTFUL = 0.6  # confidence: of these pages the report for people shows the lines
_GARBAGE = 70_000  # objects, some 10 MB, after which the collector looks for garbage

_own_work: Work | None = None  # of this process, once it is a worker


def prepare(work: Work) -> None:
    """Makes this process a worker: it can be killed, and has read its work, the same for all pages, and what it needs.

    The weights and cues never become garbage: not to look for it among them spares a twenty-fifth of the time for HTML.
    A page leaves little of it: to look a hundredth as often spares as much again.
    """
    global _own_work  # noqa: PLW0603 - a process has one work; with rules and a profile it is too long to send with every page
    make_killable(work.max_bytes)
    _own_work = work
    load_weights()
    builtin_cues()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def perform(do: Callable[[Work, T], R], task: T) -> R:
    """What this worker makes of a task."""
    assert _own_work is not None  # noqa: S101 - no task comes before `prepare`
    return do(_own_work, task)


def do_page(work: Work, task: Task) -> Outcome:
    """What came of the page; never raises."""
    source = task.source
    if isinstance(source, Failure):
        return Finished(describe_failure(work, source))
    try:
        return _clean(work, task, source)
    except UnwritableError as stop:
        return Stopped(str(stop))
    except Exception as error:  # noqa: BLE001 - one page that fails takes no other with it
        return Finished(describe_failure(work, Failure(source.name, _give_reason(error)), source.path))


def _clean(work: Work, task: Task, source: PageSource) -> Finished | Before:
    """The page cleaned and written, unless an earlier run has done that."""
    started = perf_counter()
    data = read_source(source, work.max_bytes)
    fingerprint = _take_fingerprint(source, data)
    if before := _find_done(work, task, fingerprint):
        return before
    options = source.adapt(work.options)
    characters, page = work.read(data, options)
    site = work.sites.site_of(source.name, options.url, page.declared) if work.sites else ""
    if work.sites:
        options = replace(options, profile=work.sites.find(site))
    article = inspect_page(characters, page, options).article
    rendered = render_page(work, source, article)
    if work.root and task.output:
        write_output(work.root / task.output, rendered)
    is_shown = work.diffs and is_doubtful(article.confidence, article.warnings)
    diff = build_diff(article, source.name) if is_shown else None
    entry = Entry(
        name=source.name,
        path=write_path(source.path),
        key=work.key,
        container=source.container,
        fingerprint=fingerprint,
        site=site,
        profile=work.sites.digest_of(site) if work.sites else "",
        output=task.output,
        written=digest(rendered),
        bytes=len(data),
        kept=len(article.text),
        removed=_count_removed(article),
        confidence=round(article.confidence, 3),
        warnings=list(article.warnings),
        seconds=round(perf_counter() - started, 3),
    )
    return Finished(entry, None if task.output else rendered, diff)


def is_doubtful(confidence: float, warnings: Sequence[str]) -> bool:
    """Whether the report for people shows the lines of such a page."""
    return round(confidence, 3) < _DOUBTFUL or bool(warnings)


def describe_failure(work: Work, failure: Failure, path: Path | None = None) -> Entry:
    """The entry of a page that failed, fit for UTF-8; `path` is the file that holds it, None where it is not known."""
    return Entry(
        name=escape_bytes(failure.name),
        path=write_path(path) if path else "",
        key=work.key,
        reason=mask_bytes(failure.reason),
    )


def write_path(path: Path) -> str:
    """The path as entries have it: absolute, and fit for UTF-8."""
    return escape_bytes(str(path.absolute()))


def _give_reason(error: Exception) -> str:
    if isinstance(error, PageError | UsageError):
        return str(error)
    if isinstance(error, MemoryError):
        return "it takes more memory to clean than a page may have (see --max-bytes)."
    if isinstance(error, OSError):
        return f"it cannot be written: {reason_of(error)}."
    return f"{describe_mistake(error)}."


def _take_fingerprint(source: PageSource, data: bytes) -> str:
    """The same string for the same bytes and the same words about them."""
    about = repr((source.kind, source.url, source.id, source.encoding, source.is_decoded))
    return blake2b(
        data, digest_size=16, key=blake2b(about.encode("utf-8", "backslashreplace"), digest_size=16).digest()
    ).hexdigest()


def _find_done(work: Work, task: Task, fingerprint: str) -> Before | None:
    """What an earlier run has made of the same input, if that is what is there; None else."""
    same = [before for before in task.before if before.entry.fingerprint == fingerprint]
    if same and work.root and task.output:
        try:
            written = digest((work.root / task.output).read_bytes())
        except OSError:
            return None
        same = [before for before in same if before.entry.written == written]
    return next(iter(same), None)


def _count_removed(article: Article) -> dict[str, int]:
    """The characters that were removed, by label."""
    counts: Counter[str] = Counter()
    for verdict in article.verdicts:
        if not verdict.keep:
            counts[verdict.label.value] += sum(len(line.text.strip()) for line in verdict.block.lines)
    return dict(sorted((label, count) for label, count in counts.items() if count))
