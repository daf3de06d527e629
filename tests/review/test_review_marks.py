"""Marks: saved at once, found again, and lost by nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from groats.errors import InputError, OutputError
from groats.review.marks import FILE_NAME, Place, read_marks

ONE, TWO = Place("a.txt", 1, "Home"), Place("b/c.html", 7, "Öl, \u2028 and \x1b[31m “quotes”")


def test_marks_are_found_again(tmp_path: Path) -> None:
    marks = read_marks(tmp_path)
    marks.mark(ONE, "keep")
    marks.mark(TWO, "drop")
    marks.mark_right("d.txt", right=True)
    again = read_marks(tmp_path)
    assert again.lines == marks.lines == {ONE: True, TWO: False}
    assert again.right == {"d.txt"}
    assert again.pages() == ["a.txt", "b/c.html", "d.txt"]
    assert again.of_page("a.txt") == {ONE: True}


def test_the_last_mark_on_a_line_counts(tmp_path: Path) -> None:
    marks = read_marks(tmp_path)
    for mark in ("keep", "drop"):
        marks.mark(ONE, mark)
        marks.mark(TWO, mark)
    marks.mark(ONE, "none")
    marks.mark(ONE, "none")
    marks.mark_right("d.txt", right=True)
    marks.mark_right("d.txt", right=False)
    assert read_marks(tmp_path).lines == marks.lines == {TWO: False}
    assert read_marks(tmp_path).pages() == ["b/c.html"]


def test_nothing_is_written_before_something_is_marked(tmp_path: Path) -> None:
    read_marks(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_was_cut_off_is_passed_over_and_nothing_is_added_to_it(tmp_path: Path) -> None:
    marks = read_marks(tmp_path)
    marks.mark(ONE, "keep")
    with marks.path.open("ab") as file:
        file.write(b'{"page": "a.txt", "li')
    again = read_marks(tmp_path)
    assert (again.lines, again.damaged) == ({ONE: True}, 1)
    again.mark(TWO, "drop")
    assert read_marks(tmp_path).lines == {ONE: True, TWO: False}


@pytest.mark.parametrize(
    "line", [b"[]", b"{}", b'{"page": 1}', b'{"page": "a", "line": 1, "mark": "x"}', b"\xff", b"1"]
)
def test_a_line_that_means_nothing_is_counted(tmp_path: Path, line: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(line + b"\n\n")
    assert read_marks(tmp_path).damaged == 1


def test_two_readers_of_one_directory_lose_nothing(tmp_path: Path) -> None:
    first, second = read_marks(tmp_path), read_marks(tmp_path)
    first.mark(ONE, "keep")
    second.mark(TWO, "drop")
    assert read_marks(tmp_path).lines == {ONE: True, TWO: False}


def test_what_cannot_be_saved_is_told_and_not_marked(tmp_path: Path) -> None:
    marks = read_marks(tmp_path / "gone")
    with pytest.raises(OutputError, match="was not saved"):
        marks.mark(ONE, "keep")
    assert marks.lines == {}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).symlink_to("/dev/full")
    marks = read_marks(tmp_path / "other")
    marks.path = Path("/dev/full")
    with pytest.raises(OutputError, match="was not saved"):
        marks.mark(ONE, "keep")


def test_marks_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        read_marks(tmp_path)


def test_a_killed_program_has_saved_all_that_was_marked(tmp_path: Path) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from groats.review.marks import Place, read_marks
marks = read_marks(Path(sys.argv[1]))
for n in range(20):
    marks.mark(Place("a.txt", n, "x" * 5000), "keep")
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)  # noqa: S603 - our own program
    assert done.returncode == -signal.SIGKILL
    assert len(read_marks(tmp_path).lines) == 20
