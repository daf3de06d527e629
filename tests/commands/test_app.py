import sys
from importlib.metadata import version
from subprocess import run as run_process

import pytest
from running import Run

HEAVY = {"selectolax", "msgspec", "rich", "chardet", "ftfy", "pycld2", "groats.pipeline", "importlib.metadata"}


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_is_that_of_the_installed_package(option: str, run: Run) -> None:
    done = run(option)
    assert (done.code, done.out, done.words) == (0, f"groats {version('groats')}\n", "")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_short_and_names_the_commands(option: str, run: Run) -> None:
    done = run(option)
    assert (done.code, done.words) == (0, "")
    assert "clean" in done.out
    assert "cues" in done.out
    assert len(done.out.splitlines()) <= 30
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("columns", ["80", "200"])
@pytest.mark.parametrize("command", ["batch", "clean", "cues", "diff", "learn", "review", "score"])
def test_help_of_a_command_fits_a_terminal_and_its_first_sentence_the_list(
    command: str, columns: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, run(command, "--help").out.splitlines())) <= 80
    assert f"  {command} " in run("--help").out
    assert "..." not in run("--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("arguments", [["clean", "--help"], ["-f", "json", "--help"], ["page.txt", "-h"]])
def test_help_beside_other_arguments_is_that_of_clean(arguments: list[str], run: Run) -> None:
    assert run(*arguments).out.startswith("Usage: groats clean [OPTIONS] [FILE]...")


def test_cues_is_a_command(run: Run) -> None:
    done = run("cues", "Download the app")
    assert done.code == 0
    assert done.out


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_page_imports_nothing_heavy(option: str) -> None:
    script = (
        f"import sys; from groats.__main__ import main; main([{option!r}]); sys.stderr.write(' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    done = run_process(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert not HEAVY & set(done.stderr.split())
