"""`groats batch`: every page of what it is given is done or named."""

import json
import os
import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from batch_pages import TEXT, outputs, report_of
from pebble import ProcessPool
from running import Run, sentences


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
    page.write_text(TEXT)
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
    source.write_text("".join(json.dumps({"id": f"n{i}", "text": TEXT.format(number=i)}) + "\n" for i in range(9)))
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
    linked = TEXT.format(number="").replace("the harbour master", '<a href="/m">the harbour master</a>')
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


def test_a_page_whose_name_is_odd_fails_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    long, deep = "x" * 300, "/".join(["y" * 190] * 25)
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr(deep, TEXT)
        archive.writestr("good.txt", TEXT)
    Path("in/b.html").mkdir(parents=True)
    Path("in/b.html/c.txt").write_text(TEXT)
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


def test_a_report_goes_into_a_named_pipe_and_does_not_replace_it(run: Run, pages: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(pipe)).code == 0
    assert pipe.is_fifo()
    assert os.read(reader, 1 << 16).startswith(b"<!DOCTYPE html>")
    os.close(reader)


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
