import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from groats.commands.cues import cues
from groats.errors import UsageError

app = typer.Typer()
app.command()(cues)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def test_a_line_is_shown_with_label_name_language_and_what_it_does() -> None:
    done = run("Download the app")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].split() == ["app_store", "app-en", "en", "whole,", "opens"]


def test_columns_are_aligned_and_lines_numbered_when_there_are_several() -> None:
    rows = run("Main menu\nThe ferry stayed.\nLeave a Reply").stdout.splitlines()
    assert [row.split()[:3] for row in (rows[0], rows[1])] == [
        ["1", "navigation", "menu-en"],
        ["3", "comments", "comments-en"],
    ]
    assert rows[0].index("navigation") == rows[1].index("comments")
    assert rows[0].endswith("Main menu")


def test_lines_end_where_those_of_a_page_do() -> None:
    rows = run("One\x0ctwo\u2028three\u0085four\r\nMain menu\rShare").stdout.splitlines()
    assert {row.split()[0] for row in rows} == {"2", "3"}


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_lines_come_from_standard_input_in_any_encoding(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, stdin="Menü öffnen\n".encode("utf-16"))
    assert done.stdout.split()[:3] == ["navigation", "menu-de", "de"]


@pytest.mark.parametrize("text", ["The ferry stayed in the harbour.", ""])
def test_without_a_hit_a_sentence_says_so_and_nothing_is_written(text: str) -> None:
    done = run(text)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "groats: No line hits a cue.\n"


def test_who_names_a_file_is_told_how_to_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("Main menu\n", encoding="utf-8")
    assert "say groats cues < FILE" in run("page.txt").stderr


def test_a_list_without_a_cue_is_no_text_without_a_hit() -> None:
    assert run("--list", "--label", "caption").stderr == "groats: There is no such cue.\n"


def test_control_and_bidi_characters_and_lone_surrogates_are_shown_harmlessly() -> None:
    done = run("Share\n\x1b[31m Share \u202e\udcff")
    assert done.exit_code == 0
    assert "".join(done.stdout.splitlines()).isprintable()


def test_json_holds_one_record_a_hit() -> None:
    records = json.loads(run("-f", "json", "Ferry\nLeave a Reply").stdout)
    assert records == [
        {
            "line": 2,
            "label": "comments",
            "cue": "comments-en",
            "language": "en",
            "whole": True,
            "opens": True,
            "text": "Leave a Reply",
        },
        *records[1:],
    ]
    assert json.loads(run("-f", "json", "Ferry").stdout) == []


def test_only_hits_of_the_label_and_the_language_are_shown() -> None:
    assert run("--label", "legal", "Impressum").stdout
    assert not run("--label", "share", "Impressum").stdout
    assert not run("--language", "fr", "Impressum").stdout


def test_the_list_shows_rows_with_their_first_phrases() -> None:
    rows = run("--list", "--label", "newsletter", "--language", "el").stdout.splitlines()
    assert [row.split()[:4] for row in rows] == [
        ["newsletter", "newsletter-el", "el", "line"],
        ["newsletter", "newsletter-start-el", "el", "start"],
        ["newsletter", "donation-el", "el", "line"],
        ["newsletter", "donation-start-el", "el", "start"],
    ]
    assert " more" in rows[0]
    assert len(json.loads(run("--list", "--language", "el", "-f", "json").stdout)[0]["phrases"]) > 4


def test_rules_of_ones_own_take_the_place_of_the_built_in_cues(tmp_path: Path) -> None:
    rules = tmp_path / "own.toml"
    rules.write_text('[[cue]]\nname = "tides"\nlabel = "other"\nphrases = ["tide table"]\n', encoding="utf-8")
    assert run("--rules", str(rules), "Tide table").stdout.split() == ["other", "tides", "any", "whole"]
    assert not run("--rules", str(rules), "Share").stdout
    assert run("--rules", str(rules), "--list").stdout.split()[-2:] == ["tide", "table"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--language", "xx", "x"], "no cue in 'xx'; the languages are af, any, ar"),
        (["--list", "x"], "leave TEXT out"),
        (["--rules", "no/such.toml", "x"], "no/such.toml cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told(arguments: list[str], words: str) -> None:
    error = run(*arguments).exception
    assert isinstance(error, UsageError)
    assert words in str(error)


def test_a_label_that_is_none_is_refused() -> None:
    assert run("--label", "ferry", "x").exit_code == 2


def test_without_text_and_pipe_the_user_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.commands.streams.is_terminal_input", lambda: True)
    assert "--list" in str(run().exception)
