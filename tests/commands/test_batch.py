"""`groats batch`: every page is done or named, and a run that was broken off can be gone on with."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
from pebble import ProcessPool
from running import Run, sentences

_GROATS = [sys.executable, "-m", "groats", "batch"]
_TEXT = """Home
About us

The lighthouse of Sandholm was sold on Friday to a couple of painters, who want to open it to everybody in summer.

The sale had been put off twice since the roof was damaged in a gale, the harbour master told the newspaper.

{number}
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write(tmp_path / "in", 3)


def write(folder: Path, number: int) -> Path:
    folder.mkdir()
    for page in range(number):
        (folder / f"{page:03}.html").write_text(f"<p>{_TEXT.format(number=page)}</p>")
    return folder


def outputs(dest: Path) -> dict[str, bytes]:
    return {str(path.relative_to(dest)): path.read_bytes() for path in dest.rglob("*.txt")}


def report_of(dest: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((dest / "groats-report.json").read_bytes())
    return report


def test_a_directory_becomes_a_directory(run: Run, pages: Path, tmp_path: Path) -> None:
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "-j", "2")
    assert (done.code, done.out, done.words) == (0, "", "")
    assert set(outputs(tmp_path / "out")) == {"000.txt", "001.txt", "002.txt"}
    assert b"painters" in outputs(tmp_path / "out")["001.txt"]
    report = report_of(tmp_path / "out")
    assert report["counts"]["pages"] == 3
    assert [page["source"] for page in report["pages"]] == ["000.html", "001.html", "002.html"]
    assert report["pages"][0]["path"] == str(pages / "000.html")
    assert sum(report["confidence"]) == 3
    assert report["timing"]["jobs"] == 2


@pytest.mark.parametrize("options", [[], ["-q"]])
def test_pages_of_which_nothing_is_left_are_counted(options: list[str], run: Run, pages: Path, tmp_path: Path) -> None:
    for name in ("menu.txt", "more.txt"):
        (pages / name).write_text("Home\nNews\nContact\nPrivacy\n")
    out = tmp_path / "out"
    done = run("batch", str(pages), "-o", str(out), *options)
    said = [] if options else [f"groats: Nothing is left of 2 pages: {out / 'groats-report.json'} says why."]
    assert (done.code, sentences(done.words)) == (0, said)
    assert report_of(out)["counts"]["empty"] == 2
    assert [page["warnings"] for page in report_of(out)["pages"]] == [[], [], [], *[["navigation_only"]] * 2]


@pytest.mark.parametrize(
    ("options", "words"), [([], ["groats: No page was found: look at SOURCE, --include and --exclude."]), (["-q"], [])]
)
def test_a_run_without_a_page_says_so(
    options: list[str], words: list[str], run: Run, pages: Path, tmp_path: Path
) -> None:
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "--include", "*.htm", *options)
    assert (done.code, sentences(done.words)) == (0, words)
    failed = run("batch", str(pages), "-o", str(tmp_path / "failed"), "--max-bytes", "1")
    assert (failed.code, len(sentences(failed.words))) == (3, 3)


@pytest.mark.parametrize(("form", "name", "start"), [("json", "a.json", b"{\n"), ("markdown", "a.md", b"")])
def test_the_format_of_the_outputs(run: Run, tmp_path: Path, form: str, name: str, start: bytes) -> None:
    page = tmp_path / "in" / "a.txt"
    page.parent.mkdir()
    page.write_text(_TEXT)
    assert run("batch", str(page.parent), "-o", str(tmp_path / "out"), "-f", form).code == 0
    assert (tmp_path / "out" / name).read_bytes().startswith(start)


def test_pages_that_fail_are_named_and_the_others_are_done(run: Run, pages: Path, tmp_path: Path) -> None:
    (pages / "dangling.html").symlink_to("nowhere")
    (pages / "large.html").write_bytes(b"x" * 2000)
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "--max-bytes", "1999")
    assert done.code == 3
    said = [
        "dangling.html: it is a link that leads nowhere: no such file or directory.",
        "large.html: the page has more than 1,999 bytes (see --max-bytes).",
    ]
    assert sorted(sentences(done.words)) == [f"groats: {line}" for line in said]
    report = report_of(tmp_path / "out")
    assert [f"{failure['name']}: {failure['reason']}" for failure in report["failures"]] == said
    assert report["counts"]["failed"] == 2
    assert len(outputs(tmp_path / "out")) == 3


def test_records_go_into_one_file_in_the_order_of_the_input(run: Run, tmp_path: Path) -> None:
    source, dest = tmp_path / "pages.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps({"id": f"n{i}", "text": _TEXT.format(number=i)}) + "\n" for i in range(9)))
    assert run("batch", str(source), "-o", str(dest), "-j", "3").code == 0
    first = dest.read_bytes()
    assert [json.loads(line)["id"] for line in first.splitlines()] == [f"n{i}" for i in range(9)]
    assert "earlier run" in run("batch", str(source), "-o", str(dest)).words
    assert run("batch", str(source), "-o", str(dest), "--resume").code == 0
    assert dest.read_bytes() == first
    (tmp_path / "groats-out.jsonl-records.spool").write_bytes(b"")  # lost: all is done again
    assert run("batch", str(source), "-o", str(dest), "--resume").code == 0
    assert dest.read_bytes() == first
    assert (tmp_path / "groats-out.jsonl-report.json").exists()


def test_a_report_may_lie_where_the_run_makes_a_directory(run: Run, pages: Path, tmp_path: Path) -> None:
    report = tmp_path / "new" / "report.html"
    assert run("batch", str(pages), "-o", str(tmp_path / "new" / "out"), "--report", str(report)).code == 0
    assert report.is_file()


def test_a_report_that_may_not_be_written_is_said_before_anything_is_done(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(tmp_path / "report.html"))
    assert done.code == 2
    assert "report.html cannot be written: permission denied" in done.words
    assert not (tmp_path / "out").exists()


def test_the_report_for_people_shows_the_doubtful_pages(run: Run, pages: Path, tmp_path: Path) -> None:
    (pages / "menu.html").write_text("<ul><li><a href=x>Home</a><li><a href=y>About us</a></ul>")
    report = tmp_path / "report.html"
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(report)).code == 0
    assert "menu.html" in report.read_text()
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(report), "--resume").code == 0
    assert "<summary>" in report.read_text().partition("menu.html")[0], "of a page that was done before too"


def test_no_more_workers_are_started_than_there_are_pages(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    def open_pool(jobs: int, **how: Any) -> ProcessPool:  # noqa: ANN401 - whatever a pool takes
        started.append(jobs)
        return ProcessPool(jobs, **how)

    monkeypatch.setattr("groats.corpus.pool.ProcessPool", open_pool)
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "-j", "64").code == 0
    assert set(started) == {3}


def test_a_page_may_have_more_bytes_than_any_system_has(run: Run, pages: Path, tmp_path: Path) -> None:
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "--max-bytes", str(1 << 80)).code == 0
    assert len(outputs(tmp_path / "out")) == 3


def test_links_and_the_moment_of_the_scrape_are_those_of_clean(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    linked = _TEXT.format(number="").replace("the harbour master", '<a href="/m">the harbour master</a>')
    page = f"<h1>The lighthouse is sold</h1><p>Published 3 hours ago</p><p>{linked}</p>"
    (tmp_path / "in" / "sale.html").write_text(page)
    asked = ["batch", str(tmp_path / "in"), "--now", "2025-03-15T14:30+01:00"]
    assert run(*asked, "-o", str(tmp_path / "out"), "-f", "markdown", "--links").code == 0
    assert "[the harbour master](/m)" in (tmp_path / "out" / "sale.md").read_text()
    assert run(*asked, "-o", str(tmp_path / "json"), "-f", "json").code == 0
    assert json.loads((tmp_path / "json" / "sale.json").read_bytes())["date"].startswith("2025-03-15")
    done = run(*asked, "-o", str(tmp_path / "other"), "--links")
    assert done.code == 2
    assert done.words == "groats: --links is for Markdown: say -f markdown too, and name a directory.\n"
    done = run("batch", str(tmp_path / "in"), "-o", str(tmp_path / "other"), "--now", "today")
    assert done.code == 2
    assert "--now today" in done.words


def test_names_come_from_a_file_or_standard_input(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages)
    (tmp_path / "names").write_text("000.html\n002.html\n")
    assert run("batch", "--files-from", str(tmp_path / "names"), "-o", str(tmp_path / "out")).code == 0
    assert set(outputs(tmp_path / "out")) == {"000.txt", "002.txt"}
    (tmp_path / "windows").write_text("000.html\r\n\r\n002.html\r\n", newline="")
    assert run("batch", "--files-from", str(tmp_path / "windows"), "-o", str(tmp_path / "out3")).code == 0
    assert set(outputs(tmp_path / "out3")) == {"000.txt", "002.txt"}
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(b"001.html\0gone\nx\0"), isatty=lambda: False))
    done = run("batch", "--files-from", "-", "-0", "-o", str(tmp_path / "out2"))
    assert done.code == 3
    assert done.words == "groats: gone\\nx: it cannot be read: no such file or directory.\n"
    assert set(outputs(tmp_path / "out2")) == {"001.txt"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "out"], "No SOURCE is named"),
        (["in"], "Missing option '-o'"),
        (["gone", "-o", "out"], "gone does not exist: nothing was done"),
        (["-", "-o", "out"], "- does not exist (say --files-from - where"),
        (["in", "-o", "out", "-0"], "--files-from"),
        (["in", "-o", "out", "--resume", "--overwrite"], "contradict"),
        (["in", "-o", "out", "--encoding", "no-such"], "no-such"),
        (["in", "-o", "out.jsonl", "-f", "text"], "leave -f out"),
        (["in", "-o", "out", "--keep", "title", "--drop", "title"], "both --keep and --drop"),
        (["in", "-o", "in/000.html/x"], "cannot be made"),
        (["in", "in", "-o", "out"], "in/000.html comes twice"),
        (["in/a.jsonl", "-o", "in/a.jsonl", "--overwrite"], "both the input and the output"),
        (["in", "-o", "in/a.jsonl", "--overwrite"], "in/a.jsonl may be a page"),
        (["in", "-o", "in", "--overwrite"], "in is both the source and the destination"),
        (["in", "-o", "out", "--report", "in/000.html"], "in/000.html may be a page"),
        (["in", "-o", ".", "--report", "in/000.html"], "in/000.html may be a page"),
        (["in/000.html", "-o", "out", "--report", "in/000.html"], "both the input and the output"),
        (["in", "-o", "out", "--rules", "rules.toml", "--report", "rules.toml"], "both the input and the output"),
        (["in", "-o", "out", "--report", "out/000.txt"], "out/000.txt may be the output of a page"),
        (["in", "-o", "out", "--report", "out/groats-report.json"], "is another file of the run"),
        (["in", "-o", "out.jsonl", "--report", "out.jsonl"], "is another file of the run"),
        (
            ["in", "-o", "out", "--report", "no/report.html"],
            "no/report.html cannot be written: no such file or directory",
        ),
        (["in", "-o", "out", "--report", "in/000.html/x"], "in/000.html/x cannot be written"),
        (["in", "-o", "out", "--report", "in"], "in cannot be written: is a directory"),
        (["in", "-o", "out", "--include", "!"], '"!" is no glob'),
        (["in", "-o", "out", "--exclude", "[z-a]"], '"[z-a]" is no glob'),
        (["in", "-o", "pipe.jsonl", "--overwrite"], "pipe.jsonl is no file"),
        (["in", "-o", "loop"], "loop cannot be made"),
        (["in", "-o", "-"], "not written to standard output"),
        (["in", "-o", "rules.toml"], "rules.toml is no directory: name a directory, or a file of records"),
        (["in", "-o", "pipe"], "pipe is no directory"),
        (["in", "-o", "out.json"], "out.json cannot be written as a file"),
        (["in", "-o", "out.jsonl.xz"], "which ends in .jsonl, .jsonl.gz, .jsonl.zst, .parquet"),
        (["in", "-o", "out.ndjson"], "out.ndjson cannot be written as a file"),
        (["in", "-o", "out", "--timeout", "nan"], "no number of seconds"),
        (["in", "-o", "loop.jsonl/x"], "loop.jsonl/x cannot be made"),
        (["in", "-o", ""], "the name is empty: look at what the shell made of it"),
        (["", "-o", "out"], "the name is empty"),
        (["in", "-o", "out", "--report", ""], "the name is empty"),
        (["in", "-o", "out", "--profile", ""], "the name is empty"),
        (["in", "-o", "out", "--rules", ""], "the name is empty"),
        (["in", "-o", "out", "--config", ""], "the name is empty"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    (write(tmp_path / "in", 3) / "a.jsonl").write_text('{"text": "a page"}\n')
    monkeypatch.chdir(tmp_path)
    Path("rules.toml").write_text('[[rule]]\nname = "home"\naction = "drop"\nphrases = ["home"]\n')
    os.mkfifo("pipe.jsonl")
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("loop.jsonl").symlink_to("loop.jsonl")
    done = run("batch", *arguments)
    assert done.code == 2
    assert words in sentences(done.words)[0]
    assert not list(tmp_path.rglob("groats-*"))


def test_a_destination_with_results_is_not_written_to_unasked(run: Run, pages: Path, tmp_path: Path) -> None:
    dest = tmp_path / "out"
    assert run("batch", str(pages), "-o", str(dest)).code == 0
    refused = run("batch", str(pages), "-o", str(dest))
    assert refused.code == 2
    assert "--resume" in refused.words
    assert "--overwrite" in refused.words
    assert run("batch", str(pages), "-o", str(dest), "--resume", "--drop", "paragraph").code == 0
    assert outputs(dest)["000.txt"] == b""  # other options: all is done again
    assert run("batch", str(pages), "-o", str(dest), "--overwrite").code == 0
    assert b"painters" in outputs(dest)["000.txt"]


def test_pages_of_one_name_keep_their_own_records_in_a_resumed_run(run: Run, tmp_path: Path) -> None:
    for number, folder in enumerate(["x", "y"]):
        (tmp_path / folder / "in").mkdir(parents=True)
        (tmp_path / folder / "in" / "a.txt").write_text(_TEXT.format(number=number))
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


def test_a_page_whose_name_is_odd_fails_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    long, deep = "x" * 300, "/".join(["y" * 190] * 25)
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr(deep, _TEXT)
        archive.writestr("good.txt", _TEXT)
    Path("in/b.html").mkdir(parents=True)
    Path("in/b.html/c.txt").write_text(_TEXT)
    Path("out").mkdir()
    Path("out/b.html").write_text("somebody's")
    Path("names").write_text(f"{long}\nin\0x\n{long}/a.txt\na.zip\nin\n")
    for again in ("--overwrite", "--resume"):
        done = run("batch", "--files-from", "names", "-o", "out", again)
        assert done.code == 3
        assert sorted(sentences(done.words)) == [
            f"groats: a.zip/{deep}: it cannot be written: file name too long.",
            "groats: b.html/c.txt: it cannot be written: file exists.",
            "groats: in\\x00x: no file can have this name: it holds a NUL.",
            f"groats: {long}/a.txt: it cannot be read: file name too long.",
            f"groats: {long}: it cannot be read: file name too long.",
        ]
        assert set(outputs(Path("out"))) == {"a.zip/good.txt"}
        assert Path("out/b.html").read_text() == "somebody's"


@pytest.mark.parametrize("dest", ["in/all.jsonl", "in/out"])
def test_what_a_run_writes_into_its_source_is_no_page_of_it(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch, dest: str
) -> None:
    monkeypatch.chdir(pages.parent)
    for again in ([], ["--resume"], ["--overwrite"]):
        assert run("batch", "in", "-o", dest, "--report", "in/report.html", *again).code == 0
        report = json.loads(next(pages.rglob("groats-*report.json")).read_bytes())
        assert [page["source"] for page in report["pages"]] == ["000.html", "001.html", "002.html"]


@pytest.mark.parametrize("name", ["journal.jsonl", "report.json", "sites.jsonl"])
def test_no_link_leads_what_a_run_writes_to_another_file(run: Run, pages: Path, tmp_path: Path, name: str) -> None:
    other, link = tmp_path / "other", tmp_path / "out" / f"groats-{name}"
    other.write_text("somebody's")
    link.parent.mkdir()
    link.symlink_to(other)
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "--overwrite")
    assert done.code == 2
    assert f"{link} is a link" in done.words
    assert other.read_text() == "somebody's"


def test_a_destination_that_may_not_be_looked_at_is_named(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, dest = os.stat, tmp_path / "locked" / "out"

    def refuse(path: str | Path, *_: object, **how: bool) -> os.stat_result:
        if "locked" in os.fspath(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr("os.stat", refuse)
    monkeypatch.setattr("os.mkdir", refuse)
    done = run("batch", str(pages), "-o", str(dest))
    assert done.code == 2
    assert sentences(done.words) == [f"groats: {dest} cannot be made: permission denied."]


def test_a_report_goes_into_a_named_pipe_and_does_not_replace_it(run: Run, pages: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(pipe)).code == 0
    assert pipe.is_fifo()
    assert os.read(reader, 1 << 16).startswith(b"<!DOCTYPE html>")
    os.close(reader)


def without_time(report: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in report.items() if key != "timing"}


def wait_for_pages(journal: Path, lines: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until the run has finished so many pages, or ends."""
    while process.poll() is None and (not journal.exists() or journal.read_bytes().count(b"\n") < lines):
        time.sleep(0.01)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_run_cleanly_and_it_can_go_on(tmp_path: Path, number: int, code: int) -> None:
    pages, dest = write(tmp_path / "in", 100), tmp_path / "out"
    command = [*_GROATS, str(pages), "-o", str(dest), "-j", "2"]
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
    pages = write(tmp_path / "in", 60)
    (pages / "dangling.html").symlink_to("nowhere")
    unbroken, dest = tmp_path / "unbroken", tmp_path / "out"
    whole = [*_GROATS, str(pages), "-o", str(unbroken)]
    code = subprocess.run(whole, check=False, stderr=subprocess.DEVNULL).returncode  # noqa: S603 - groats itself
    assert code == 3
    for stop in (2, 31):
        process = subprocess.Popen([*_GROATS, str(pages), "-o", str(dest), "--resume"], stderr=subprocess.DEVNULL)  # noqa: S603 - groats itself
        wait_for_pages(dest / "groats-journal.jsonl", stop, process)
        family = psutil.Process(process.pid).children(recursive=True)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert not psutil.wait_procs(family, timeout=10)[1]
    subprocess.run([*_GROATS, str(pages), "-o", str(dest), "--resume"], check=False, stderr=subprocess.DEVNULL)  # noqa: S603 - groats itself
    assert outputs(dest) == outputs(unbroken)
    assert without_time(report_of(dest)) == without_time(report_of(unbroken))


def test_on_a_terminal_progress_is_drawn_and_summed_up(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groats.commands.streams.is_terminal_words", lambda: True)
    (pages / "d.txt").symlink_to("nowhere\x1b")
    done = run("batch", str(pages), "-o", str(tmp_path / "out"))
    assert "groats: d.txt: it is a link that leads nowhere" in done.words
    assert "3 pages cleaned, 1 failed, " in done.words
    quiet = run("batch", str(pages), "-o", str(tmp_path / "out"), "--overwrite", "-q")
    assert quiet.words == "groats: d.txt: it is a link that leads nowhere: no such file or directory.\n"


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
