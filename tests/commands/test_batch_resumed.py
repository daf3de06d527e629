"""A batch that was broken off, however it was, can be gone on with."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from batch_pages import TEXT, outputs, report_of, write_pages
from running import Run, sentences

GROATS = [sys.executable, "-m", "groats", "batch"]


def without_time(report: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in report.items() if key != "timing"}


def wait_for_pages(journal: Path, lines: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until the run has finished so many pages, or ends."""
    while process.poll() is None and (not journal.exists() or journal.read_bytes().count(b"\n") < lines):
        time.sleep(0.01)


def test_pages_of_one_name_keep_their_own_records_in_a_resumed_run(run: Run, tmp_path: Path) -> None:
    for number, folder in enumerate(["x", "y"]):
        (tmp_path / folder / "in").mkdir(parents=True)
        (tmp_path / folder / "in" / "a.txt").write_text(TEXT.format(number=number))
    dest = tmp_path / "out.jsonl"
    arguments = ("batch", str(tmp_path / "x/in"), str(tmp_path / "y/in"), "-j", "1", "--drop", "title", "-o", str(dest))
    assert run(*arguments).code == 0
    first, journal = dest.read_bytes(), tmp_path / "groats-out.jsonl-journal.jsonl"
    assert len(set(first.splitlines())) == 2
    noted = journal.read_bytes()
    for _ in range(2):
        assert run(*arguments, "--resume").code == 0
        assert dest.read_bytes() == first
        assert journal.read_bytes() == noted  # none was cleaned again


def test_a_damaged_record_is_made_again(run: Run, pages: Path, tmp_path: Path) -> None:
    dest, spool = tmp_path / "out.jsonl", tmp_path / "groats-out.jsonl-records.spool"
    assert run("batch", str(pages), "-o", str(dest)).code == 0
    first = dest.read_bytes()
    spool.write_bytes(spool.read_bytes().replace(b"painters", b"PAINTERS", 1))
    assert run("batch", str(pages), "-o", str(dest), "--resume").code == 0
    assert dest.read_bytes() == first


def test_a_resumed_run_knows_where_its_pages_lie_now(run: Run, pages: Path, tmp_path: Path) -> None:
    dest = tmp_path / "out"
    assert run("batch", str(pages), "-o", str(dest)).code == 0
    moved = pages.rename(tmp_path / "moved")
    assert run("batch", str(moved), "-o", str(dest), "--resume").code == 0
    assert [page["path"] for page in report_of(dest)["pages"]] == [str(path) for path in sorted(moved.iterdir())]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_run_cleanly_and_it_can_go_on(tmp_path: Path, number: int, code: int) -> None:
    pages, dest = write_pages(tmp_path / "in", 100), tmp_path / "out"
    command = [*GROATS, str(pages), "-o", str(dest), "-j", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)  # noqa: S603 - groats itself
    wait_for_pages(dest / "groats-journal.jsonl", 5, process)
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(number)
    words = process.communicate(timeout=60)[1].decode()
    assert process.returncode == code
    done = (dest / "groats-journal.jsonl").read_bytes().count(b"\n")
    assert sentences(words) == [f"groats: Stopped after {done} pages: say --resume to go on."]
    assert not psutil.wait_procs(family, timeout=10)[1]
    assert not list(dest.rglob(".groats-*"))
    subprocess.run([*command, "--resume"], check=True, timeout=100)  # noqa: S603 - groats itself
    assert len(outputs(dest)) == 100


def test_a_run_that_is_killed_leaves_no_worker_and_ends_as_an_unbroken_one(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "in", 60)
    (pages / "dangling.html").symlink_to("nowhere")
    unbroken, dest = tmp_path / "unbroken", tmp_path / "out"
    whole = [*GROATS, str(pages), "-o", str(unbroken)]
    code = subprocess.run(whole, check=False, stderr=subprocess.DEVNULL).returncode  # noqa: S603 - groats itself
    assert code == 3
    for stop in (2, 31):
        process = subprocess.Popen([*GROATS, str(pages), "-o", str(dest), "--resume"], stderr=subprocess.DEVNULL)  # noqa: S603 - groats itself
        wait_for_pages(dest / "groats-journal.jsonl", stop, process)
        family = psutil.Process(process.pid).children(recursive=True)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert not psutil.wait_procs(family, timeout=10)[1]
    subprocess.run([*GROATS, str(pages), "-o", str(dest), "--resume"], check=False, stderr=subprocess.DEVNULL)  # noqa: S603 - groats itself
    assert outputs(dest) == outputs(unbroken)
    assert without_time(report_of(dest)) == without_time(report_of(unbroken))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_comes_in_this_process_ends_the_run(
    number: int, run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groats.corpus.pool.Workers._has_room", lambda *_: os.kill(os.getpid(), number))
    before = signal.signal(number, signal.SIG_DFL)
    try:
        done = run("batch", str(pages), "-o", str(tmp_path / "out"))
    finally:
        signal.signal(number, before)
    assert done.code == 128 + number
    assert "--resume" in done.words


def test_a_closed_terminal_does_not_end_a_run_under_nohup(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang_up(*_: object) -> bool:
        os.kill(os.getpid(), signal.SIGHUP)
        return True

    monkeypatch.setattr("groats.corpus.pool.Workers._has_room", hang_up)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert run("batch", str(pages), "-o", str(tmp_path / "out")).code == 0
    finally:
        signal.signal(signal.SIGHUP, before)
