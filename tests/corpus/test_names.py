"""Output names are made of the input's name alone, stay in the destination, and are good everywhere."""

import re
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.names import check_outputs, fold, name_output
from groats.corpus.source import Failure, Found, PageSource
from groats.errors import OutputError


@pytest.mark.parametrize(
    ("name", "suffix", "output"),
    [
        ("a/b.txt", ".txt", "a/b.txt"),
        ("a/b.html", ".txt", "a/b.txt"),
        ("a/b.HTML", ".json", "a/b.json"),
        ("a/b.html.gz", ".txt", "a/b.txt"),
        ("a/b.html", ".md", "a/b.md"),
        ("pages.jsonl/17", ".txt", "pages.jsonl/17.txt"),
        ("a/v1.2", ".txt", "a/v1.2.txt"),
        ("a/index.html?p=1", ".txt", "a/index.html_p=1.txt"),
        ("../../etc/passwd", ".txt", "._/._/etc/passwd.txt"),
        ("/etc/passwd", ".txt", "etc/passwd.txt"),
        ("C:\\pages\\a.txt", ".txt", "C__pages_a.txt"),
        ("a/con.txt", ".txt", "a/_con.txt"),
        ("nul.d/a.txt", ".txt", "_nul.d/a.txt"),
        ("console.txt", ".txt", "console.txt"),
        ("a./b .txt", ".txt", "a_/b .txt"),
        ("a\x1b[31m\u202e.txt", ".txt", "a_[31m_.txt"),
        ("groats-report.html", ".json", "_groats-report.json"),
        ("Groats-Journal.jsonl/17", ".txt", "_Groats-Journal.jsonl/17.txt"),
        ("groats-history.html", ".txt", "groats-history.txt"),
        ("", ".txt", "_.txt"),
    ],
)
def test_the_name_of_an_output(name: str, suffix: str, output: str) -> None:
    assert name_output(name, suffix) == output


@given(st.text(st.characters(), max_size=400), st.sampled_from([".txt", ".json"]))
def test_an_output_is_inside_the_destination_whatever_the_name(name: str, suffix: str) -> None:
    path = PurePosixPath(name_output(name, suffix))
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert path.suffix == suffix
    for part in path.parts:
        assert part.isprintable()
        assert len(part.encode()) <= 255
        assert not set(part) & set('<>:"\\|?*')


def test_long_names_that_differ_at_their_end_stay_apart() -> None:
    first, second = name_output("ä" * 200 + "1.txt", ".txt"), name_output("ä" * 200 + "2.txt", ".txt")
    assert first != second


def test_folding_takes_for_one_what_a_file_system_may() -> None:
    assert fold("Å/É.txt") == fold("a\u030a/e\u0301.TXT")
    assert fold("a.txt") != fold("b.txt")


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.html", "a.txt"), ("A.txt", "a.txt"), ("é.txt", "e\u0301.txt"), ("a.html", "a.txt/b"), ("a.txt/b", "a.html")],
)
def test_two_pages_with_one_output_are_refused_and_both_are_named(tmp_path: Path, first: str, second: str) -> None:
    pages = [PageSource("z.txt", tmp_path / "z"), PageSource(first, tmp_path / "1"), PageSource(second, tmp_path / "2")]
    with pytest.raises(OutputError) as raised:
        check_outputs(lambda: iter(pages), tmp_path / "out", ".txt", may_exist=False)
    assert first in str(raised.value)
    assert second in str(raised.value)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("a.txt", "a.txt", "a.txt comes twice: name it, or a directory that it is in, once."),
        ("a.txt", "a.html", "a.txt and a.html would both be written as a.txt:"),
        ("a.txt", "A.html", "a.txt and A.html cannot both be written, as a.txt and A.txt, on every file system:"),
    ],
)
def test_what_collides_is_told_from_what_comes_twice(tmp_path: Path, first: str, second: str, words: str) -> None:
    pages = [PageSource(first, tmp_path), PageSource(second, tmp_path)]
    with pytest.raises(OutputError, match=f"^{re.escape(words)}"):
        check_outputs(lambda: iter(pages), tmp_path, ".txt", may_exist=False)


def test_pages_are_counted_and_failures_with_them(tmp_path: Path) -> None:
    pages: list[Found] = [
        PageSource("a.txt", tmp_path),
        Failure("b", "no."),
        PageSource("c/a.txt", tmp_path),
        PageSource("c/b.txt", tmp_path),
    ]
    assert check_outputs(lambda: iter(pages), tmp_path, ".txt", may_exist=False) == 4


def test_an_output_never_replaces_an_input(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("a page")
    with pytest.raises(OutputError, match="both the input and the output"):
        check_outputs(lambda: iter([PageSource("a.txt", page)]), tmp_path, ".txt", may_exist=True)


def test_what_is_there_is_replaced_only_on_demand(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("somebody's")
    (tmp_path / "b.txt").mkdir()
    page = PageSource("a.txt", tmp_path / "gone")
    with pytest.raises(OutputError, match="--overwrite"):
        check_outputs(lambda: iter([page]), tmp_path, ".txt", may_exist=False)
    assert check_outputs(lambda: iter([page]), tmp_path, ".txt", may_exist=True) == 1
    with pytest.raises(OutputError, match="is a directory"):
        check_outputs(lambda: iter([PageSource("b.txt", tmp_path / "gone")]), tmp_path, ".txt", may_exist=True)


def test_a_link_leads_no_output_out_of_the_destination(tmp_path: Path) -> None:
    dest = tmp_path / "dest"
    dest.mkdir()
    (dest / "a").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="leads out of"):
        check_outputs(lambda: iter([PageSource("a/b.txt", tmp_path / "b")]), dest, ".txt", may_exist=True)


@pytest.mark.parametrize("target", ["a", "gone"])
@pytest.mark.parametrize("name", ["a/b.txt", "a/b/c.txt"])
def test_a_link_in_the_destination_that_leads_nowhere_is_named(tmp_path: Path, name: str, target: str) -> None:
    (tmp_path / "a").symlink_to(tmp_path / target)
    with pytest.raises(OutputError, match="/a is a link that leads nowhere: remove the link"):
        check_outputs(lambda: iter([PageSource(name, tmp_path / "b")]), tmp_path, ".txt", may_exist=True)
