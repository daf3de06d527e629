"""`groats batch --site`: what many pages of a site have goes, whatever the order, the workers and the breaks."""

import json
import os
import signal
from pathlib import Path

import pytest
from batch_pages import report_of
from running import Run, sentences

MOTTO = "The Ebbing Post has been set, read and folded in the old tithe barn since 1894."
THINGS = ("wheel", "weir", "barn", "bridge", "school", "market", "mill")


def write_page(path: Path, thing: str, address: str = "") -> None:
    story = (
        f"After eleven silent years, the {thing} at Ebbing was handed to a new keeper on Sunday morning.",
        f"Half of the village stood by the {thing} to watch, and the baker brought rolls for everyone.",
        f"The last keeper of the {thing} had left in the spring, after a dispute with the parish over its roof.",
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".html":
        link = f'<link rel="canonical" href="{address}">' if address else ""
        items = "".join(
            f"<li><a href=/{name}>{name}</a>" for name in ("Home", "Weather", "Sport", "Jobs", "About us", "Contact")
        )
        menu = f"<ul>{items}</ul>"
        path.write_text(f"<head>{link}</head>{menu}" + "".join(f"<p>{line}</p>" for line in (*story, MOTTO)), "utf-8")
    else:
        path.write_text("\n\n".join(["Home\nWeather", *story, MOTTO]) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with four pages of one site and two of another, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    for thing in THINGS[:4]:
        write_page(tmp_path / "in" / "post" / f"{thing}.txt", thing)
    for thing in THINGS[4:6]:
        write_page(tmp_path / "in" / "other" / f"{thing}.txt", thing)
    return tmp_path


def texts(dest: str) -> dict[str, str]:
    return {str(path.relative_to(dest)): path.read_text("utf-8") for path in sorted(Path(dest).rglob("*.txt"))}


def finished(dest: str) -> list[str]:
    """The names of the pages in the order in which they were finished, one as often as it was done."""
    lines = Path(dest, "groats-journal.jsonl").read_bytes().splitlines()
    return [json.loads(line)["name"] for line in lines]


def test_what_the_pages_of_a_directory_share_goes_and_two_pages_stay_as_they_are(run: Run) -> None:
    assert run("batch", "in", "-o", "out").code == 0
    assert run("batch", "in", "-o", "plain", "--site", "none").code == 0
    cleaned, plain = texts("out"), texts("plain")
    assert all(MOTTO in text for text in plain.values())
    for name, text in cleaned.items():
        assert (MOTTO in text) == name.startswith("other/")
        assert text == plain[name] if name.startswith("other/") else text.strip() in plain[name]
    report = report_of("out")
    assert report["settings"]["site"] == "auto"
    assert [page["site"] for page in report["pages"]] == ["other/"] * 2 + ["post/"] * 4
    assert not Path("plain", "groats-sites.jsonl").exists()


def test_a_batch_cleans_as_learn_and_clean_do(run: Run) -> None:
    run("batch", "in/post", "-o", "out")
    run("learn", "in/post", "-o", "site.toml")
    assert run("--profile", "site.toml", "in/post/weir.txt").out == texts("out")["weir.txt"]
    assert run("batch", "in/post", "-o", "again", "--profile", "site.toml").code == 0
    assert texts("again") == texts("out")
    write_page(Path("in/post/mill.txt"), "mill")
    run("learn", "in/post", "-o", "site.toml")  # a profile that changed under its name
    run("batch", "in/post", "-o", "again", "--profile", "site.toml", "--resume")
    assert finished("again").count("weir.txt") == 2


def test_the_site_is_the_host_that_pages_declare_where_there_is_one(run: Run) -> None:
    for n, thing in enumerate(THINGS[:4]):
        write_page(Path("html", str(n), f"{thing}.html"), thing, f"https://www.ebbingpost.example/{thing}")
    for site, is_gone in (("auto", True), ("host", True), ("directory", False), ("none", False)):
        assert run("batch", "html", "-o", site, "--site", site).code == 0
        assert any(MOTTO not in text for text in texts(site).values()) is is_gone
    assert {page["site"] for page in report_of("auto")["pages"]} == {"ebbingpost.example"}


@pytest.mark.parametrize("dest", ["out", "out.jsonl"])
def test_a_resumed_run_does_again_what_new_pages_of_the_site_change(run: Run, dest: str) -> None:
    def results(dest: str) -> object:
        return Path(dest).read_bytes() if Path(dest).is_file() else texts(dest)

    run("batch", "in", "-o", dest)
    before = results(dest)
    run("batch", "in", "-o", dest, "--resume")
    assert results(dest) == before
    write_page(Path("in/other/mill.txt"), "mill")
    run("batch", "in", "-o", dest, "--resume")
    fresh = dest.replace("out", "fresh")
    run("batch", "in", "-o", fresh)
    assert results(dest) == results(fresh) != before
    if dest == "out":
        names = finished(dest)
        assert {name: names.count(name) for name in names} == {
            **{f"post/{thing}.txt": 1 for thing in THINGS[:4]},
            **{f"other/{thing}.txt": 2 for thing in THINGS[4:6]},
            "other/mill.txt": 1,
        }


def test_a_resumed_run_that_is_stopped_leaves_what_is_known_of_the_sites(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("batch", "in", "-o", "out").code == 0
    before = Path("out/groats-sites.jsonl").read_bytes()
    monkeypatch.setattr("groats.corpus.pool.Workers._has_room", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    assert run("batch", "in", "-o", "out", "--resume").code == 143
    assert Path("out/groats-sites.jsonl").read_bytes() == before != b""


def test_workers_and_order_change_nothing(run: Run, folder: Path) -> None:
    files = [str(path.relative_to(folder)) for path in sorted(folder.glob("in/*/*"))]
    run("batch", *files, "-o", "one", "-j", "1")
    run("batch", *reversed(files), "-o", "three", "-j", "3")
    assert texts("one") == texts("three")
    assert MOTTO not in texts("one")["in/post/weir.txt"]
    sites = [Path(dest, "groats-sites.jsonl").read_bytes() for dest in ("one", "three")]
    assert sites[0] == sites[1]
    assert sites[0].count(b"\n") == 1


def test_a_page_that_cannot_be_counted_is_named_when_it_is_cleaned(run: Run) -> None:
    Path("in/post/large.txt").write_bytes(b"x" * 3000)
    Path("in/post/gone.txt").symlink_to("nowhere")
    done = run("batch", "in", "-o", "out", "--max-bytes", "2999")
    assert done.code == 3
    assert len(sentences(done.words)) == 2
    assert MOTTO not in texts("out")["post/weir.txt"]


def test_on_a_terminal_the_first_pass_is_drawn_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.commands.streams.is_terminal_words", lambda: True)
    assert "6 pages cleaned" in run("batch", "in", "-o", "out").words


def test_the_reasons_of_a_page_that_was_cleaned_in_a_batch_name_its_site(run: Run) -> None:
    run("batch", "in", "-o", "out")
    shown = run("diff", "--why", "out").out
    assert shown.count("on 4 of 4 pages of this site") >= 4
    assert "of 2 pages" not in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--profile", "site.toml", "--site", "host"], "choose one"),
        (["--profile", "gone.toml"], "gone.toml cannot be read"),
        (["--site", "page"], "'page' is not one of 'auto'"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: list[str], words: str) -> None:
    done = run("batch", "in", "-o", "out", *arguments)
    assert done.code == 2
    assert words in sentences(done.words)[0]
    assert not Path("out").exists()
