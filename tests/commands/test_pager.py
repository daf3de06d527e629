import signal
import sys
from pathlib import Path

import pytest

from groats.commands.pager import Colour, count_columns, find_pager, open_pager, wants_colour


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("head -1", "head -1"),
        (" head ", "head"),
        ("head -n '1'", "head -n '1'"),
        ("cat", None),  # it would only copy
        ("", None),
        ("no-such-pager -R", None),
        ("a 'quote that never ends", None),
    ],
)
def test_the_users_pager_counts_where_it_is_there(
    named: str, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", named)
    assert find_pager() == found


def test_less_is_the_pager_of_who_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setattr("groats.commands.pager.which", lambda program: program == "less")
    assert find_pager() == "less -R"


def test_a_pager_gets_all_that_is_written(tmp_path: Path) -> None:
    heard = signal.getsignal(signal.SIGINT)
    with open_pager(f"cat > '{tmp_path}/read.txt'") as write:
        write(b"one\n")
        write(b"two\n")
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert (tmp_path / "read.txt").read_bytes() == b"one\ntwo\n"
    assert signal.getsignal(signal.SIGINT) is heard


def test_a_pager_that_is_left_ends_the_writing_quietly() -> None:
    written = 0
    with open_pager("true") as write:
        for _ in range(1000):
            write(b"oats\n" * 1000)
            written += 1
    assert written < 1000


def test_without_a_pager_it_is_written_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with open_pager(None) as write:
        write(b"oats\n")
    assert capfdbinary.readouterr().out == b"oats\n"


@pytest.mark.parametrize(
    ("asked", "terminal", "no_color", "term", "coloured"),
    [
        ("auto", True, None, "xterm", True),
        ("auto", True, "", "xterm", True),  # no-color.org: only if it is not empty
        ("auto", True, "1", "xterm", False),
        ("auto", True, None, "dumb", False),
        ("auto", False, None, "xterm", False),
        ("always", False, "1", "dumb", True),
        ("never", True, None, "xterm", False),
    ],
)
def test_colours_are_for_terminals_unless_somebody_says_otherwise(  # noqa: PLR0913 - a row of the table
    *,
    asked: Colour,
    terminal: bool,
    no_color: str | None,
    term: str,
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", term)
    if no_color is None:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert wants_colour(asked) is coloured


@pytest.mark.parametrize(("said", "columns"), [("3", 20), ("132", 132), ("99999999999", 10_000)])
def test_a_terminal_is_no_narrower_and_no_wider_than_can_be_drawn(
    said: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert count_columns() == columns
