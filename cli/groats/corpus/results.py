"""What came of a run: counted from its journal, and written as JSON as long as the run, in little memory."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest
from pathlib import Path

import msgspec
from msgspec import Struct

from groats.atomic_files import open_synced
from groats.corpus.journal import Entry
from groats.corpus.report import TENTHS, Setting, Slow, Summary, tenth_of
from groats.corpus.source import Failure
from groats.document import Label

_MOST_NAMED = 1000  # failures in the report for people; the JSON names all
_SLOWEST = 20

Entries = Callable[[], Iterator[Entry]]


class _Timing(Struct, frozen=True):
    """What is not the same in every run: when it began, how long it took, with how many workers, the slowest pages."""

    started: str
    seconds: float
    jobs: int
    slowest: list[Slow]


class ReportedPage(Struct, frozen=True, kw_only=True):
    """A page that was cleaned: its name, the file that holds it, its output, its site, how sure its cleaning is.

    `container` is that file's name in the run if it holds many pages.
    """

    source: str
    path: str
    container: str | None = None
    site: str | None = None
    output: str | None = None
    confidence: float
    warnings: list[str] = []


def summarise(
    entries: Iterable[Entry], version: str, settings: dict[str, Setting], started: str, seconds: float
) -> Summary:
    """The counts of the pages, in one pass."""
    removed: Counter[str] = Counter()
    warnings: Counter[str] = Counter()
    confidence = [0] * TENTHS
    failures: list[Failure] = []
    slowest: list[Slow] = []
    pages = empty = failed = kept = 0
    for entry in entries:
        if entry.reason is not None:
            failed += 1
            if len(failures) < _MOST_NAMED:
                failures.append(Failure(entry.name, entry.reason))
            continue
        pages += 1
        empty += not entry.kept
        kept += entry.kept
        removed.update(entry.removed)
        warnings.update(entry.warnings)
        confidence[tenth_of(entry.confidence)] += 1
        slowest.append(Slow(entry.name, entry.seconds))
        if len(slowest) > _MOST_NAMED:
            slowest = _pick_slowest(slowest)
    return Summary(
        version=version,
        started=started,
        seconds=seconds,
        settings=settings,
        pages=pages,
        empty=empty,
        failed=failed,
        kept=kept,
        removed={label: removed[label.value] for label in Label if removed[label.value]},
        warnings=dict(sorted(warnings.items())),
        confidence=confidence,
        failures=failures,
        slowest=_pick_slowest(slowest),
    )


def write_report(path: Path, summary: Summary, jobs: int, entries: Entries) -> None:
    """Writes the report as JSON; all but its `timing` is the same for the same pages and settings. Raises `OSError`."""
    head = {
        "schema": "groats-report/1",
        "version": summary.version,
        "settings": summary.settings,
        "counts": {
            "pages": summary.pages,
            "empty": summary.empty,
            "failed": summary.failed,
            "kept": summary.kept,
        },
        "removed": summary.removed,
        "warnings": summary.warnings,
        "confidence": summary.confidence,
    }
    timing = _Timing(summary.started, summary.seconds, jobs, summary.slowest)
    with open_synced(path) as file:
        file.write(msgspec.json.encode(head)[:-1])
        file.write(b',\n"failures": [')
        file.writelines(_join(Failure(entry.name, entry.reason) for entry in entries() if entry.reason))
        file.write(b'],\n"pages": [')
        file.writelines(_join(_describe(entry) for entry in entries() if entry.reason is None))
        file.write(b'],\n"timing": ' + msgspec.json.encode(timing) + b"}\n")


def _describe(entry: Entry) -> ReportedPage:
    return ReportedPage(
        source=entry.name,
        path=entry.path,
        container=entry.container or None,
        site=entry.site or None,
        output=entry.output,
        confidence=entry.confidence,
        warnings=entry.warnings,
    )


def _join(items: Iterable[Struct | Failure]) -> Iterator[bytes]:
    gap = b"\n"
    for item in items:
        yield gap + msgspec.json.encode(item)
        gap = b",\n"


def _pick_slowest(pages: list[Slow]) -> list[Slow]:
    return nlargest(_SLOWEST, pages, key=lambda page: page.seconds)
