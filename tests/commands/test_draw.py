import pytest

from groats.commands.draw import write_tables

TABLE = [("f1", "wanted", "page"), ("0.5", "12345678", "[b]石臼\x1b[31m\u202e"), ("1.0", "7", "mill")]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets standard output pass for a terminal of 22 columns."""
    monkeypatch.setattr("groats.commands.streams.is_terminal_output", lambda: True)
    monkeypatch.setenv("COLUMNS", "22")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_numbers_stand_to_the_right_and_names_last_and_harmless(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_tables([TABLE, TABLE[:1]])
    assert capfdbinary.readouterr().out.decode().splitlines() == [
        " f1   wanted page",
        r"0.5 12345678 [b]石臼\x1b[31m\u202e",
        "1.0        7 mill",
        "",
        "f1 wanted page",
    ]


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_the_head_is_bold_and_lines_are_cut_to_its_columns(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    write_tables([TABLE])
    assert capfdbinary.readouterr().out.decode().splitlines() == [
        "\x1b[1m f1   wanted page\x1b[0m",
        "0.5 12345678 [b]石臼\\…",
        "1.0        7 mill",
    ]
