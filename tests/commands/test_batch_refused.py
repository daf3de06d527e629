"""What `groats batch` refuses before it has written anything."""

import os
from pathlib import Path

import pytest
from batch_pages import outputs, write_pages
from running import Run, sentences


def test_a_report_that_may_not_be_written_is_said_before_anything_is_done(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    done = run("batch", str(pages), "-o", str(tmp_path / "out"), "--report", str(tmp_path / "report.html"))
    assert done.code == 2
    assert "report.html cannot be written: permission denied" in done.words
    assert not (tmp_path / "out").exists()


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
    (write_pages(tmp_path / "in", 3) / "a.jsonl").write_text('{"text": "a page"}\n')
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
