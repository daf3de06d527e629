"""One run of `groats batch`: its parts put together, its words, its exit code."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from groats import __version__
from groats.commands import streams
from groats.commands.batch_checks import check_settings
from groats.commands.progress import open_progress
from groats.commands.signals import FROM_SIGNAL, catch_signals
from groats.corpus.counting import count_page, count_pages
from groats.corpus.destination import Destination
from groats.corpus.journal import Journal, open_journal
from groats.corpus.key import key_of
from groats.corpus.names import check_outputs
from groats.corpus.pool import Workers
from groats.corpus.report import PageDiff, Summary, pick_doubtful, render_report
from groats.corpus.results import summarise, write_report
from groats.corpus.run import Run
from groats.corpus.sinks import Spool, open_spool, write_records
from groats.corpus.site import Census, Sites, write_sites
from groats.corpus.work import Work
from groats.errors import ExitCode, OutputError
from groats.wording import count_of, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from groats.commands.batch_settings import Settings

_SUFFIXES = {"text": ".txt", "markdown": ".md", "json": ".json"}


def run_batch(settings: Settings) -> int:
    """The exit code of a run."""
    dest = Destination(settings.dest)
    suffix = _SUFFIXES[settings.written]
    check_settings(settings, dest, suffix)
    dest.make_ready(resume=settings.resume, overwrite=settings.overwrite)
    started, begun = datetime.now().astimezone().isoformat(timespec="seconds"), time.monotonic()
    with _refuse_unwritable(settings.dest), ExitStack() as stack:
        total = _check_outputs(settings, dest, suffix)
        if total is not None:
            settings = replace(settings, jobs=max(1, min(settings.jobs, total)))
        stopped = stack.enter_context(catch_signals())
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
            suffix=suffix,
            spool=spool,
            is_stopped=is_stopped,
        )
        diffs = _watch(run, settings, total)
        if stopped:
            done = sum(place >= 0 for place in run.order)
            streams.say(f"Stopped after {count_of(done, 'page')}: say --resume to go on.")
            return FROM_SIGNAL + stopped[0]
        if spool is not None:
            write_records(settings.dest, (spool.read(entry.record) for entry in run.entries() if entry.record))
        seconds = round(time.monotonic() - begun, 1)
        summary = summarise(run.entries(), __version__, settings.describe_all(), started, seconds)
        write_report(dest.report, summary, settings.jobs, run.entries)
        if settings.report is not None:
            with streams.open_output(str(settings.report)) as write:
                write(render_report(summary, diffs).encode())
    if not settings.quiet:
        _say_sum(summary, dest.report)
    return ExitCode.PAGES_FAILED if summary.failed else ExitCode.DONE


def _check_outputs(settings: Settings, dest: Destination, suffix: str) -> int | None:
    """The number of pages if it is known; raises `OutputError` if not every page can have an output of its own."""
    if dest.is_file:
        return None
    may_exist = settings.overwrite or settings.resume
    return check_outputs(settings.find, dest.path, suffix, may_exist=may_exist)


def build_work(settings: Settings, dest: Destination) -> Work:
    """How the workers clean each page."""
    return Work(
        options=settings.options,
        written=settings.written,
        root=None if dest.is_file else settings.dest,
        key=key_of(__version__, settings.describe(), [*settings.rules, *filter(None, [settings.profile])]),
        max_bytes=settings.max_bytes,
        title=settings.title,
        links=settings.links,
        diffs=settings.report is not None,
    )


def _open_records(dest: Destination, journal: Journal) -> AbstractContextManager[Spool]:
    """The spool with the records of which the journal knows."""
    known = max((sum(entry.record) for entry in journal.latest_entries() if entry.record), default=0)
    there = dest.spool.stat().st_size if dest.spool.exists() else 0
    return open_spool(dest.spool, min(known, there))


def _count_sites(
    work: Work, settings: Settings, dest: Destination, total: int | None, is_stopped: Callable[[], bool]
) -> Sites:
    """What the pages of each site share; nothing when the run is stopped, which leaves what an earlier one found."""
    census = Census()
    unknown = Sites(settings.site, dest.sites, {})
    workers = Workers(count_page, replace(work, sites=unknown), settings.jobs, settings.timeout, is_stopped)
    with open_progress(total, quiet=settings.quiet) as progress:
        for counted in count_pages(workers, settings.find()):
            progress.count()
            if counted and counted.site:
                census.add(*counted)
    return unknown if is_stopped() else write_sites(dest.sites, settings.site, census.profiles())


def _watch(run: Run, settings: Settings, total: int | None) -> list[PageDiff]:
    """Runs it, says which pages fail; the diffs of the most doubtful pages."""
    diffs: list[PageDiff] = []
    with open_progress(total, quiet=settings.quiet) as progress:
        for done in run.clean_all(settings.find()):
            if done.entry.reason is not None:
                progress.say(f"{done.entry.name}: {done.entry.reason}")
            progress.advance(done)
            if done.diff:
                diffs = pick_doubtful([*diffs, done.diff])
    return diffs


@contextmanager
def _refuse_unwritable(dest: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        name = streams.printable(str(error.filename or dest))
        raise OutputError(
            f"{name} cannot be written: {reason_of(error)}. What was written is whole: "
            "once that is mended, say --resume to go on."
        ) from error


def _say_sum(summary: Summary, report: Path) -> None:
    if summary.empty:
        streams.say(f"Nothing is left of {count_of(summary.empty, 'page')}: {report} says why.")
    if not summary.pages + summary.failed:
        streams.say("No page was found: look at SOURCE, --include and --exclude.")
    elif streams.is_terminal_words():
        streams.say(_sum_up(summary))


def _sum_up(summary: Summary) -> str:
    removed = sum(summary.removed.values())
    share = removed / (removed + summary.kept) if removed + summary.kept else 0
    failed = f", {summary.failed:,} failed" if summary.failed else ""
    done = f"{count_of(summary.pages, 'page')} cleaned{failed}"
    return f"{done}, {share:.0%} of the text removed, {summary.seconds:,.1f} s."
