"""One run of `groats batch`: its parts put together, its words, its exit code."""

from __future__ import annotations

import os
import signal
import time
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import nsmallest
from typing import TYPE_CHECKING, Literal

from groats.commands import streams
from groats.commands.progress import open_progress
from groats.corpus.counting import count_page, count_pages
from groats.corpus.destination import Destination
from groats.corpus.journal import Journal, open_journal
from groats.corpus.names import check_outputs
from groats.corpus.pool import Workers
from groats.corpus.report import PageDiff, Summary, render_report
from groats.corpus.results import Timing, summarise, write_report
from groats.corpus.run import Done, Run
from groats.corpus.settings import key_of
from groats.corpus.sinks import Spool, open_spool, write_records
from groats.corpus.sinks.replace import open_replacement
from groats.corpus.site import Census, Sites, write_sites
from groats.corpus.walk import Found, Selection, find_sources
from groats.corpus.worker import Work
from groats.errors import ExitCode, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import FrameType

    from groats.corpus.containers import Fields
    from groats.corpus.journal import Entry
    from groats.corpus.site import Grouping
    from groats.document import Options

_MOST_DIFFS = 50
_SUFFIXES = {"text": ".txt", "markdown": ".md", "json": ".json"}
_FROM_SIGNAL = 128  # an exit code: this and the signal's number


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line says."""

    arguments: Sequence[Path]
    dest: Path
    options: Options
    written: Literal["text", "markdown", "json"]
    title: bool
    rules: Sequence[Path]
    site: Grouping
    profile: Path | None
    jobs: int
    include: Sequence[str]
    exclude: Sequence[str]
    fields: Fields
    resume: bool
    overwrite: bool
    timeout: float
    max_bytes: int
    report: Path | None
    quiet: bool

    def find(self) -> Iterator[Found]:
        """The pages."""
        selection = Selection(self.max_bytes, self.include, self.exclude, self.fields, self.dest)
        return find_sources(self.arguments, selection)

    def describe_all(self) -> dict[str, str]:
        """What the run was told: also how pages are found, and what they must not exceed."""
        fields = self.fields
        return self.describe() | {
            "text field": fields.text or "",
            "html field": fields.html or "",
            "id field": fields.id,
            "url field": fields.url,
            "include": ", ".join(self.include),
            "exclude": ", ".join(self.exclude),
            "timeout": f"{self.timeout:g}",
            "max bytes": f"{self.max_bytes}",
        }

    def describe(self) -> dict[str, str]:
        """What the result of a page depends on, in words."""
        options = self.options
        return {
            "format": "records" if Destination(self.dest).is_file else self.written,
            "from": options.kind or "auto",
            "encoding": options.encoding or "auto",
            "keep": ", ".join(sorted(options.keep)),
            "drop": ", ".join(sorted(options.drop)),
            "rules": os.pathsep.join(str(path.absolute()) for path in self.rules),
            "title": "yes" if self.title else "no",
            "site": self.site,
            "profile": str(self.profile.absolute()) if self.profile else "",
        }


def run_batch(settings: Settings) -> int:
    """The exit code of a run."""
    dest = Destination(settings.dest)
    dest.make_ready(resume=settings.resume, overwrite=settings.overwrite)
    started, begun = datetime.now().astimezone().isoformat(timespec="seconds"), time.monotonic()
    with _refuse_unwritable(settings.dest), ExitStack() as stack:
        total = _check(settings, dest)
        stopped = stack.enter_context(_catch_signals())
        journal = stack.enter_context(open_journal(dest.journal, resume=settings.resume))
        spool = stack.enter_context(_open_records(dest, journal)) if dest.is_file else None
        work = build_work(settings, dest)

        def is_stopped() -> bool:
            return bool(stopped)

        if settings.site != "none":
            work = replace(work, sites=_count_sites(work, settings, dest, total, is_stopped))
        run = Run(
            work=work,
            journal=journal,
            jobs=settings.jobs,
            timeout=settings.timeout,
            suffix=_SUFFIXES[settings.written],
            spool=spool,
            is_stopped=is_stopped,
        )
        diffs = _watch(run, settings, total)
        if stopped:
            streams.say(f"Stopped after {len(run.order):,} pages: say --resume to go on.")
            return _FROM_SIGNAL + stopped[0]

        def entries() -> Iterator[Entry]:
            return (journal.read(place) for place in run.order)

        if spool is not None:
            write_records(settings.dest, (spool.read(entry.record) for entry in entries() if entry.record))
        timing = Timing(started, round(time.monotonic() - begun, 1), settings.jobs)
        summary = summarise(entries(), _version(), settings.describe_all(), timing)
        write_report(dest.report, summary, settings.jobs, entries)
        if settings.report is not None:
            with open_replacement(settings.report) as file:
                file.write(render_report(summary, diffs).encode())
    if not settings.quiet and streams.is_terminal_words():
        streams.say(_sum_up(summary))
    return ExitCode.PAGES_FAILED if summary.failed else ExitCode.DONE


def _check(settings: Settings, dest: Destination) -> int | None:
    """The number of pages if it is known; raises `OutputError` if not every page can have an output of its own."""
    if dest.is_file:
        for argument in settings.arguments:
            if dest.path.exists() and argument.exists() and dest.path.samefile(argument):
                raise OutputError(f"{dest.path} is both the input and the output: write to another file.")
        return None
    may_exist = settings.overwrite or settings.resume
    return check_outputs(settings.find, dest.path, _SUFFIXES[settings.written], may_exist=may_exist)


def build_work(settings: Settings, dest: Destination) -> Work:
    """How the workers clean each page."""
    return Work(
        options=settings.options,
        written=settings.written,
        root=None if dest.is_file else settings.dest,
        key=key_of(_version(), settings.describe(), [*settings.rules, *filter(None, [settings.profile])]),
        max_bytes=settings.max_bytes,
        title=settings.title,
        diffs=settings.report is not None,
    )


def _open_records(dest: Destination, journal: Journal) -> AbstractContextManager[Spool]:
    """The spool with the records of which the journal knows."""
    known = max((sum(entry.record) for entry in journal.all_entries() if entry.record), default=0)
    there = dest.spool.stat().st_size if dest.spool.exists() else 0
    return open_spool(dest.spool, min(known, there))


def _count_sites(
    work: Work, settings: Settings, dest: Destination, total: int | None, is_stopped: Callable[[], bool]
) -> Sites:
    """What the pages of each site share; of no use when the run is stopped."""
    census = Census()
    work = replace(work, sites=Sites(settings.site, dest.sites, {}))
    workers = Workers(count_page, work, settings.jobs, settings.timeout, is_stopped)
    with open_progress(total, quiet=settings.quiet) as progress:
        for counted in count_pages(workers, settings.find()):
            progress.count()
            if counted and counted.site:
                census.add(*counted)
    return write_sites(dest.sites, settings.site, () if is_stopped() else census.profiles())


def _watch(run: Run, settings: Settings, total: int | None) -> list[PageDiff]:
    """Runs it, says which pages fail; the diffs of the most doubtful pages."""
    diffs: list[PageDiff] = []
    with open_progress(total, quiet=settings.quiet) as progress:
        for done in run.clean_all(settings.find()):
            if done.entry.reason is not None:
                progress.say(f"{done.entry.name}: {done.entry.reason}")
            progress.advance(done)
            diffs = _keep_doubtful(diffs, done)
    return diffs


def _keep_doubtful(diffs: list[PageDiff], done: Done) -> list[PageDiff]:
    if done.diff is None:
        return diffs
    return nsmallest(_MOST_DIFFS, [*diffs, done.diff], key=lambda diff: (diff.confidence, diff.name))


@contextmanager
def _catch_signals() -> Iterator[list[int]]:
    """The signals that ask the run to end, once one has come; a second one ends it at once."""
    caught: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        if caught:
            raise KeyboardInterrupt
        caught.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield caught
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _refuse_unwritable(dest: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        name = streams.printable(str(error.filename or dest))
        raise OutputError(
            f"{name} cannot be written: {streams.reason_of(error)}. What was written is whole: "
            "once that is mended, say --resume to go on."
        ) from error


def _sum_up(summary: Summary) -> str:
    removed = sum(summary.removed.values())
    share = removed / (removed + summary.kept) if removed + summary.kept else 0
    failed = f", {summary.failed:,} failed" if summary.failed else ""
    pages = "page" if summary.pages == 1 else "pages"
    return f"{summary.pages:,} {pages} cleaned{failed}, {share:.0%} of the text removed, {summary.seconds:,.1f} s."


def _version() -> str:
    from groats.commands import VERSION

    return VERSION
