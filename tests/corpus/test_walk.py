"""The pages that arguments name are found in order, and what cannot be read is said, not skipped."""

import os
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from groats.corpus.source import Failure, PageSource
from groats.corpus.walk import Selection, compile_globs, find_sources
from groats.errors import UsageError


def write(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return root


def names(*arguments: Path, **selection: object) -> list[str]:
    found = list(find_sources(arguments, Selection(1000, **selection)))  # type: ignore[arg-type] # a test's words
    return [f"! {page.name}: {page.reason}" if isinstance(page, Failure) else page.name for page in found]


def test_a_directory_is_read_to_its_depth_in_the_order_of_names(tmp_path: Path) -> None:
    root = write(tmp_path / "in", "b.txt", "a/2.txt", "a/1.txt", "a-b.txt", "a/c/d.html")
    assert names(root) == ["a/1.txt", "a/2.txt", "a/c/d.html", "a-b.txt", "b.txt"]


def test_hidden_files_and_those_of_an_earlier_run_are_no_pages(tmp_path: Path) -> None:
    root = write(tmp_path / "in", ".git/x.txt", ".hidden", "groats-report.json", "out/a.txt", "a.txt", "all.jsonl")
    write(root, "groats-marks.jsonl", "groats-All.JSONL.gz-records.spool", "groats-x.parquet-report.json")
    (root / "link.txt").symlink_to("all.jsonl")
    assert names(root, left_out=[root / "out", root / "all.jsonl"]) == ["a.txt"]


def test_pages_that_are_named_like_groats_are_pages(tmp_path: Path) -> None:
    root = write(tmp_path / "in", "groats-history.html", "groats-docs/a.txt", "groats-journal.jsonl/a.txt")
    assert names(root) == ["groats-docs/a.txt", "groats-history.html", "groats-journal.jsonl/a.txt"]


@pytest.mark.parametrize("glob", ["!", "[z-a]", "a\\", "\udcff["])
def test_a_glob_that_is_none_is_named(glob: str) -> None:
    with pytest.raises(UsageError, match=r"is no glob: write it as in \.gitignore"):
        compile_globs(["*.html", glob, "!"])


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ({"include": ["*.html"]}, ["a/1.html", "a/x/3.html"]),
        ({"exclude": ["x/"]}, ["a/1.html", "a/2.txt", "b.txt"]),
        ({"include": ["/a/*"], "exclude": ["*.txt"]}, ["a/1.html", "a/x/3.html"]),
        ({"exclude": ["*.txt", "!b.txt"]}, ["a/1.html", "a/x/3.html", "b.txt"]),
    ],
)
def test_globs_are_those_of_gitignore(tmp_path: Path, selection: dict[str, object], expected: list[str]) -> None:
    root = write(tmp_path / "in", "a/1.html", "a/2.txt", "a/x/3.html", "b.txt")
    assert names(root, **selection) == expected


def test_several_directories_keep_their_own_names(tmp_path: Path) -> None:
    first, second = write(tmp_path / "one", "a.txt"), write(tmp_path / "two", "a.txt")
    assert names(first, second) == ["one/a.txt", "two/a.txt"]


def test_a_page_is_not_named_twice(tmp_path: Path) -> None:
    root = write(tmp_path / "in", "a/1.txt", "a/2.txt", "b/3.txt")
    for argument in (root / "a", root / "b" / ".." / "a" / "1.txt"):
        with pytest.raises(UsageError, match=r"is in .*in, so its pages would come twice: name one of them"):
            names(root, argument)
    assert names(root, root / "a", exclude=["/a/"]) == ["in/b/3.txt", "a/1.txt", "a/2.txt"]


def test_a_file_has_the_name_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "x/a.txt", "b.txt")
    monkeypatch.chdir(tmp_path / "x")
    assert names(Path("a.txt"), Path("../b.txt")) == ["a.txt", "b.txt"]
    assert names(tmp_path / "b.txt") == [str(tmp_path / "b.txt").lstrip("/")]


def test_links_are_followed_in_the_directory_only(tmp_path: Path) -> None:
    root = write(tmp_path / "in", "a/page.txt")
    write(tmp_path, "outside.txt")
    (root / "dangling.txt").symlink_to("nowhere")
    (root / "inside.txt").symlink_to("a/page.txt")
    (root / "loop").symlink_to(root)
    (root / "out.txt").symlink_to(tmp_path / "outside.txt")
    (root / "self").symlink_to("self")
    assert names(root) == [
        "a/page.txt",
        "! dangling.txt: it is a link that leads nowhere: no such file or directory.",
        "inside.txt",
        "! out.txt: it is a link that leads out of the directory: it is not followed.",
        "! self: it is a link that leads nowhere: too many levels of symbolic links.",
    ]


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == ["! pipe: it is a device or a named pipe."]
    assert names(tmp_path / "gone.txt")[0].endswith("gone.txt: it cannot be read: no such file or directory.")


def test_a_directory_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "in", "a/1.txt", "b/2.txt")
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(root) == ["! a: the directory cannot be read: permission denied.", "b/2.txt"]


def test_a_file_of_many_pages_gives_them_all(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("b.txt", "B")
        archive.writestr("a.txt", "A")
    found = list(find_sources([tmp_path], Selection(1000)))
    assert [(page.name, page.data) for page in found if isinstance(page, PageSource)] == [
        ("pages.zip/b.txt", b"B"),
        ("pages.zip/a.txt", b"A"),
    ]


def test_a_name_that_is_no_utf8_becomes_one(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("a page")
    assert names(tmp_path) == ["a\\udcff.txt"]


def test_directories_may_be_nested_deeper_than_python_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    # Not under pytest's directory, whose cleaning is recursive: a run that is killed here would break the next.
    root = Path(tempfile.mkdtemp(prefix="groats-deep-"))
    monkeypatch.chdir(root)
    depth = sys.getrecursionlimit() + 100
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    try:
        Path("a.txt").write_text("a page")
        assert names(root) == ["d/" * depth + "a.txt"]
    finally:
        Path("a.txt").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()
        root.rmdir()
