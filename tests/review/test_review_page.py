"""A page and the marks on it; its reference text."""

from pathlib import Path

import pytest
from articles import MARKED
from reviewed import Lines, inspection, reviewed

from groats.corpus.listing import ListedPage
from groats.document import Label, Options
from groats.errors import InputError
from groats.review.marks import Place, read_marks
from groats.review.page import find_reference, mark_page, marked_pages, read_page, reference_path

PAGE: Lines = [("Home", False, Label.NAVIGATION), ("Oats.", True, Label.PARAGRAPH), ("Home", False, Label.NAVIGATION)]


def test_a_mark_is_on_its_line_though_others_read_alike(tmp_path: Path) -> None:
    marks = read_marks(tmp_path)
    marks.mark(Place("a.txt", 3, "Home"), "keep")
    marks.mark(Place("b.txt", 1, "Home"), "keep")
    page = mark_page("a.txt", inspection(PAGE), marks)
    assert (dict(page.marks), page.lost) == ({2: True}, 0)
    assert [page.keeps(n) for n in range(3)] == [False, True, True]


def test_a_mark_follows_its_line_where_there_is_one_of_its_text_and_can_be_taken_away(tmp_path: Path) -> None:
    marks = read_marks(tmp_path)
    marks.mark(Place("a.txt", 9, "Oats."), "drop")
    marks.mark(Place("a.txt", 9, "Home"), "keep")
    marks.mark(Place("a.txt", 9, "Gone."), "keep")
    page = mark_page("a.txt", inspection(PAGE), marks)
    assert (dict(page.marks), page.lost) == ({1: False}, 2)
    marks.mark(page.places[1], "none")
    assert dict(mark_page("a.txt", inspection(PAGE), marks).marks) == {}


def test_a_reference_is_the_text_with_the_marks_applied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MARKED, encoding="utf-8")
    found = read_page(ListedPage("a.txt", tmp_path / "a.txt"), Options())
    marks = read_marks(tmp_path)
    page = mark_page("a.txt", found, marks)
    _, title, _, half, share = page.places
    before = find_reference(page)
    assert before.startswith("The mill at Ebbing grinds again\n\nAfter eleven")
    marks.mark(half, "drop")
    marks.mark(share, "keep")
    after = find_reference(mark_page("a.txt", found, marks))
    assert after == before.replace(half.text, share.text)
    marks.mark(title, "drop")
    assert find_reference(mark_page("a.txt", found, marks)) == after.partition("\n\n")[2]


def test_the_pages_with_marks_are_those_that_there_still_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MARKED, encoding="utf-8")
    marks = read_marks(tmp_path)
    marks.mark_right("a.txt", right=True)
    marks.mark_right("gone.txt", right=True)
    pages = {"a.txt": ListedPage("a.txt", tmp_path / "a.txt"), "b.txt": ListedPage("b.txt", tmp_path / "b.txt")}
    assert [page.name for page in marked_pages(pages, marks, Options())] == ["a.txt"]


def test_a_page_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_page(ListedPage("a.txt", tmp_path), Options())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "a.txt"),
        ("a/b.html", "a/b.txt"),
        ("../../etc/b.html", "etc/b.txt"),
        ("/etc/b", "etc/b.txt"),
        ("..\\..\\b.html", "b.txt"),
        ("..", "page.txt"),
        ("", "page.txt"),
    ],
)
def test_a_reference_never_leaves_its_folder(name: str, expected: str) -> None:
    assert reference_path(Path("gold"), name) == Path("gold") / expected


def test_without_marks_the_verdicts_stand() -> None:
    assert [reviewed(PAGE).keeps(n) for n in range(3)] == [False, True, False]
