"""A run accounts for every page, whatever one of them does to the process that reads it."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from batch_runs import PAGE, read_and_hang_half_written, read_on_full_disk, run_pages, write_pages

from groats.corpus.source import Failure, Found, PageSource
from groats.corpus.walk import Selection, find_sources
from groats.errors import OutputError

_SELECTION = Selection(100_000)


def test_a_page_that_does_harm_fails_alone_and_says_why(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(10_000_000))
    pages: list[Found] = [
        PageSource("good-1.txt", tmp_path / "x", PAGE.encode()),
        PageSource("crash.txt", tmp_path / "x", b"[crash]"),
        PageSource("leave.txt", tmp_path / "x", b"[leave]"),
        PageSource("hang.txt", tmp_path / "x", b"[hang]"),
        PageSource("memory.txt", tmp_path / "x", b"[memory]"),
        PageSource("mistake.txt", tmp_path / "x", b"[mistake]"),
        PageSource("bomb.txt", tmp_path / "x", bomb),
        PageSource("gone.txt", tmp_path / "gone"),
        Failure("dangling.txt", "it is a link that leads nowhere."),
        PageSource("empty.txt", tmp_path / "x", b""),
        PageSource("good-2.txt", tmp_path / "x", PAGE.encode()),
    ]
    done = run_pages(pages, tmp_path / "out", jobs=2, timeout=3)
    reasons = {name: page.entry.reason for name, page in done.items() if page.entry.reason}
    assert reasons == {
        "crash.txt": "it crashed the process that cleaned it (signal 11, SIGSEGV).",
        "leave.txt": "it crashed the process that cleaned it (exit code 3).",
        "hang.txt": "it took longer than 3 seconds (see --timeout).",
        "memory.txt": "it takes more memory to clean than a page may have (see --max-bytes).",
        "mistake.txt": "groats made a mistake (ValueError: a \x1b[31mmistake). Please report it with this page.",
        "bomb.txt": "the page has more than 100,000 bytes (see --max-bytes).",
        "gone.txt": "it cannot be read: no such file or directory.",
        "dangling.txt": "it is a link that leads nowhere.",
    }
    assert len(done) == len(pages)
    assert {path.name for path in (tmp_path / "out").glob("*.txt")} == {"empty.txt", "good-1.txt", "good-2.txt"}
    assert done["empty.txt"].entry.warnings == ["empty_input"]


def test_the_outputs_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "in", 12)
    results = []
    for jobs in (1, 3):
        out = tmp_path / f"out-{jobs}"
        run_pages(find_sources([pages], _SELECTION), out, jobs=jobs)
        results.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*.txt")})
    assert results[0] == results[1]
    assert len(results[0]) == 12


def test_a_second_run_does_only_what_changed(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 5), tmp_path / "out"
    run_pages(find_sources([pages], _SELECTION), out)
    (pages / "0" / "000.html.txt").write_text("A new wording of the page, long enough to be an article of its own.")
    (out / "1" / "001.html.txt").unlink()
    (out / "0" / "002.html.txt").write_text("somebody else's")
    done = run_pages(find_sources([pages], _SELECTION), out)
    assert {name for name, page in done.items() if not page.before} == {
        "0/000.html.txt",
        "1/001.html.txt",
        "0/002.html.txt",
    }
    assert "ferry" in (out / "0" / "002.html.txt").read_text()


def test_the_output_of_a_page_that_now_fails_does_not_stay(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 1), tmp_path / "out"
    run_pages(find_sources([pages], _SELECTION), out)
    (pages / "0" / "000.html.txt").write_text("[mistake]")
    run_pages(find_sources([pages], _SELECTION), out)
    assert list(out.rglob("*.txt")) == []


def test_a_full_disk_stops_the_run_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 3), tmp_path / "out"
    with pytest.raises(OutputError, match=r"000\.html\.txt cannot be written: no space left on device\.$"):
        run_pages(find_sources([pages], _SELECTION), out, do=read_on_full_disk)
    assert [path.name for path in out.rglob("*") if path.is_file()] == ["groats-journal.jsonl"]
    assert (out / "groats-journal.jsonl").read_bytes() == b""


def test_a_run_that_ends_while_a_page_is_written_leaves_nothing_half_written(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 3), tmp_path / "out"
    done = run_pages(
        find_sources([pages], _SELECTION),
        out,
        do=read_and_hang_half_written,
        is_stopped=lambda: any(out.rglob(".groats-*")),
    )
    assert done == {}
    assert [path.name for path in out.rglob("*") if path.is_file()] == ["groats-journal.jsonl"]


def test_a_page_that_takes_too_long_to_write_leaves_nothing_half_written(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 1), tmp_path / "out"
    done = run_pages(find_sources([pages], _SELECTION), out, do=read_and_hang_half_written, timeout=2)
    assert [page.entry.reason for page in done.values()] == ["it took longer than 2 seconds (see --timeout)."]
    assert [path.name for path in out.rglob("*") if path.is_file()] == ["groats-journal.jsonl"]


def test_workers_that_are_killed_between_two_pages_cost_no_page(tmp_path: Path) -> None:
    """As the system does where memory is short; which moment it takes, nobody knows."""
    pages = write_pages(tmp_path / "in", 40)
    killed = 0

    def find() -> Iterator[Found]:
        nonlocal killed
        for page in find_sources([pages], _SELECTION):
            yield page
            with suppress(psutil.NoSuchProcess):  # one may end by itself at any moment
                servers = psutil.Process().children()  # what they are forked from: with it all of them would end
                workers = [worker for server in servers for worker in server.children()]
                if workers and killed < 4:
                    workers[-1].kill()
                    killed += 1

    done = run_pages(find(), tmp_path / "out", jobs=2, timeout=10)  # a worker killed with the lock costs that and more
    reasons = [page.entry.reason for page in done.values() if page.entry.reason]
    assert len(done) == 40
    assert len(reasons) <= killed == 4
    assert set(reasons) <= {"it crashed the process that cleaned it (signal 9, SIGKILL)."}


def test_workers_that_can_never_start_stop_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.corpus.pool.prepare", len)  # len of a number: the initializer fails
    with pytest.raises(OutputError, match="end before they can clean a page"):
        run_pages([PageSource("a.txt", tmp_path / "x", PAGE.encode())], tmp_path / "out")
