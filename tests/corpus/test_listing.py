"""Which pages a directory is about."""

import json
import os
from pathlib import Path

import pytest

from groats.corpus.listing import ListedPage, doubtful_first, list_pages
from groats.errors import InputError


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_a_directory_is_about_the_pages_in_it_at_any_depth(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/c.HTML", "a/d", "a/.hidden.txt", ".git/x.txt", "groats-marks.jsonl", "groats-x.txt")
    write(tmp_path, "photo.jpg", "all.jsonl", "groats-docs/e.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [page.name for page in list_pages(tmp_path)] == [
        "a/c.HTML",
        "a/d",
        "b.txt",
        "groats-docs/e.md",
        "groats-x.txt",
    ]


def test_a_file_is_about_itself(tmp_path: Path) -> None:
    write(tmp_path, "page.odd")
    assert list_pages(tmp_path / "page.odd") == [ListedPage("page.odd", tmp_path / "page.odd")]


@pytest.mark.parametrize(
    ("dest", "report"), [("", "groats-report.json"), ("all.parquet", "groats-all.parquet-report.json")]
)
def test_a_report_names_the_raw_pages_and_how_sure_each_is(dest: str, report: str, tmp_path: Path) -> None:
    pages = [("a/x.html", 0.9), ("y.txt", 0.2), ("z.txt", 0.4)]
    entries = [{"source": name, "path": f"../raw/{name}", "confidence": sure} for name, sure in pages]
    (tmp_path / report).write_text(json.dumps({"pages": entries}), encoding="utf-8")
    write(tmp_path, "y.txt", "all.parquet")
    assert [page[:3] for page in list_pages(tmp_path / dest)] == [
        ("y.txt", tmp_path / "../raw/y.txt", 0.2),
        ("z.txt", tmp_path / "../raw/z.txt", 0.4),
        ("a/x.html", tmp_path / "../raw/a/x.html", 0.9),
    ]


def test_the_doubtful_come_first_and_the_unknown_last() -> None:
    pages = [ListedPage("c", Path(), None), ListedPage("b", Path(), 0.0), ListedPage("d", Path(), 0.5)]
    pages += [ListedPage("a", Path(), 0.5), ListedPage("a2", Path(), None)]
    assert [page.name for page in doubtful_first(pages)] == ["b", "a", "d", "a2", "c"]


@pytest.mark.parametrize("report", ["", "[]", "{}", '{"pages": [1]}', '{"pages": [{"source": "a"}]}', "[" * 9999])
def test_a_report_that_is_none_is_told(tmp_path: Path, report: str) -> None:
    (tmp_path / "groats-report.json").write_text(report, encoding="utf-8")
    with pytest.raises(InputError, match=r"is no report of groats batch .*: clean the pages again\."):
        list_pages(tmp_path)


def test_without_pages_there_is_nothing_to_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no pages"):
        list_pages(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        list_pages(tmp_path / "no")


def test_a_name_in_another_encoding_is_fit_for_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write(tmp_path, name)
    assert list_pages(tmp_path) == [ListedPage("caf?.txt", tmp_path / name)]


def test_a_directory_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputError, match="cannot be read: permission denied"):
        list_pages(tmp_path)
