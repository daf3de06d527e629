"""`groats learn`: pages of a site in, a profile out that `groats clean` can use."""

import json
import os
from pathlib import Path

import pytest
from running import Run, sentences

from groats import Options, pipeline
from groats.corpus.site import read_profile
from groats.stages.familiar import fingerprint

MOTTO = "The Ebbing Post has been set, read and folded in the old tithe barn since 1894."
THINGS = ("wheel", "weir", "barn", "bridge")


def write_page(path: Path, thing: str) -> None:
    story = (
        f"After eleven silent years, the {thing} at Ebbing was handed to a new keeper on Sunday morning.",
        f"Half of the village stood by the {thing} to watch, and the baker brought rolls for everyone.",
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n\n".join(["Home\nWeather", *story, MOTTO]) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages of one site, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    for thing in THINGS[:3]:
        write_page(tmp_path / "post" / f"{thing}.txt", thing)
    write_page(tmp_path / "post" / "old" / "bridge.txt", THINGS[3])
    return tmp_path


def test_what_is_learnt_of_a_directory_takes_the_furniture_off_its_pages(run: Run) -> None:
    done = run("learn", "post", "-o", "site.toml")
    assert (done.code, done.out) == (0, "")
    assert sentences(done.words) == ["groats: post: 4 different pages, 3 lines on two or more of them."]
    profile = read_profile(Path("site.toml"))
    assert (profile.site, profile.pages) == ("post", 4)
    assert profile.lines == dict.fromkeys(map(fingerprint, ("Home", "Weather", MOTTO)), 4)

    assert MOTTO in run("post/weir.txt").out
    cleaned = run("--profile", "site.toml", "post/weir.txt").out
    assert MOTTO not in cleaned
    assert cleaned in run("post/weir.txt").out
    last = json.loads(run("--lines", "--profile", "site.toml", "post/weir.txt").out.splitlines()[-1])
    assert last["why"][0] == "on 4 of 4 pages of this site"
    assert "4 of 4 pages" not in run("diff", "post/weir.txt").out
    assert "4 of 4 pages" in run("diff", "--profile", "site.toml", "post/weir.txt").out


def test_a_profile_that_is_named_counts_for_more_than_what_a_batch_has_counted(run: Run) -> None:
    run("learn", "post", "-o", "site.toml")
    run("batch", "post", "-o", "out", "--include", "w*.txt")
    assert "4 of 4 pages" not in run("diff", "out").out
    assert "4 of 4 pages" in run("diff", "--profile", "site.toml", "out").out


def test_the_order_and_the_names_of_the_sources_do_not_matter(run: Run, folder: Path) -> None:
    run("learn", "post", "-o", "site.toml")
    run("learn", *(str(path) for path in sorted(folder.glob("post/**/*.txt"), reverse=True)), "-o", "again.toml")
    assert Path("again.toml").read_bytes() == Path("site.toml").read_bytes()


def test_pictures_and_archives_are_no_pages(run: Run, folder: Path) -> None:
    (folder / "post" / "seal.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    done = run("learn", "post", "-o", "site.toml")
    assert done.code == 3
    assert sentences(done.words)[0] == "groats: post/seal.png is a picture, a document or an archive: it is left out."
    assert read_profile(Path("site.toml")).pages == 4


def test_a_profile_of_one_page_has_no_lines(run: Run) -> None:
    assert "1 different page, 0 lines" in run("learn", "post/weir.txt", "-o", "site.toml").words


def test_no_text_of_the_pages_is_in_a_profile(run: Run) -> None:
    written = run("learn", "post", "-o", "-").out
    assert "site = " in written
    assert "Ebbing" not in written
    assert "Home" not in written


def test_the_site_is_named_after_the_host_that_its_pages_declare(run: Run, folder: Path) -> None:
    head = '<html><head><link rel="canonical" href="https://www.ebbing.example/{}"></head><body>'
    for thing in THINGS:
        (folder / f"{thing}.html").write_text(f"{head.format(thing)}<p>Home</p><p>The {thing} turns.</p>")
    done = run("learn", *(f"{thing}.html" for thing in THINGS), "-o", "site.toml")
    assert sentences(done.words) == ["groats: ebbing.example: 4 different pages, 1 line on two or more of them."]


def test_pages_of_several_hosts_are_named(run: Run, folder: Path) -> None:
    for host in ("b.example", "a.example"):
        (folder / host).write_text(f'<html><head><link rel="canonical" href="https://{host}/"></head><p>Home</p>')
    done = run("learn", "a.example", "b.example", "-o", "site.toml")
    assert "groats: The pages declare 2 sites (a.example, b.example): a profile is best learnt of one." in done.words


def test_a_profile_of_too_few_pages_is_written_with_a_warning(run: Run) -> None:
    done = run("learn", "post/weir.txt", "-o", "site.toml")
    assert done.code == 0
    assert sentences(done.words)[-1].startswith("groats: A profile of fewer than 3 pages changes nothing")
    assert run("--profile", "site.toml", "post/weir.txt").out == run("post/weir.txt").out


def test_an_empty_page_teaches_nothing(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    assert run("learn", "empty.txt", "-o", "site.toml").code == 0
    assert read_profile(Path("site.toml")).pages == 0


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_learnt(run: Run) -> None:
    done = run("learn", "none.txt", "post", "-o", "site.toml")
    assert done.code == 3
    assert "groats: none.txt cannot be read: no such file or directory." in done.words
    assert read_profile(Path("site.toml")).pages == 4


def test_a_page_that_groats_fails_on_is_named_and_the_others_are_learnt(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pipeline.read

    def fail_once(raw: bytes, options: Options) -> object:
        if b"weir" in raw:
            raise ValueError("no")
        return read(raw, options)

    monkeypatch.setattr(pipeline, "read", fail_once)
    done = run("learn", "post", "-o", "site.toml")
    assert done.code == 3
    assert "post/weir.txt: groats made a mistake (ValueError: no)." in done.words
    assert read_profile(Path("site.toml")).pages == 3


def test_a_directory_that_cannot_be_listed_is_named_and_the_others_are_learnt(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(name: str) -> object:
        if name.endswith("locked"):
            raise PermissionError(13, "Permission denied", name)
        return scan(name)

    (folder / "post" / "locked").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    done = run("learn", "post", "-o", "site.toml")
    assert done.code == 3
    assert "groats: post/locked cannot be read: permission denied." in sentences(done.words)
    assert Path("site.toml").exists()


def test_links_in_a_directory_are_not_followed(run: Run, folder: Path) -> None:
    write_page(folder / "elsewhere" / "mill.txt", "mill")
    (folder / "post" / "elsewhere").symlink_to(folder / "elsewhere")
    (folder / "post" / "mill.txt").symlink_to(folder / "elsewhere" / "mill.txt")
    (folder / "post" / "gone.txt").symlink_to(folder / "gone.txt")
    assert run("learn", "post", "-o", "site.toml").code == 0
    assert read_profile(Path("site.toml")).pages == 4


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["learn", "none.txt", "-o", "site.toml"], "No page could be read, so there is nothing to learn"),
        (["learn", "post", "-o", "post/weir.txt"], "post/weir.txt is both the input and the output"),
        (["learn", "post", "--encoding", "no-such", "-o", "site.toml"], "no-such"),
        (["learn", "post"], "Missing option '-o'"),
        (["learn", "-o", "site.toml"], "Missing argument 'SOURCE...'"),
        (["--profile", "none.toml", "post/weir.txt"], "none.toml cannot be read"),
        (["--profile", "post/weir.txt", "post/weir.txt"], "post/weir.txt is not TOML"),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence_and_leaves_no_file(
    arguments: list[str], words: str, run: Run, folder: Path
) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert words in sentences(done.words)[-1]
    assert not (folder / "site.toml").exists()
