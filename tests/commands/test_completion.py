"""What shells complete, as bash does it: fish and zsh are given the same options."""

import shutil
import subprocess

import pytest
import typer
from running import Run
from typer.core import TyperGroup

from groats.commands import build_app

BASH = shutil.which("bash") or "/bin/bash"
_ASK = 'eval "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _groats; printf "%s\n" "${COMPREPLY[@]}"'


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_the_script(shell: str, run: Run) -> None:
    app = typer.main.get_command(build_app())
    assert isinstance(app, TyperGroup)
    done = run(f"--completion={shell}")
    words = set(done.out.replace('"', " ").split())
    assert (done.code, done.words) == (0, "")
    assert app.commands.keys() <= words
    options = {option for command in app.commands.values() for param in command.params for option in param.opts}
    long = {option for option in options if option.startswith("--")}
    assert {option.removeprefix("--" if shell == "fish" else "") for option in long} <= words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["l"], ["learn"]),
        ([""], ["batch", "clean", "cues", "diff", "learn", "review", "score"]),
        (["page.t"], []),
        (["--fo"], ["--format"]),
        (["-f", "js"], ["json", "jsonl"]),
        (["page.html", "--from", ""], ["auto", "text", "html"]),
        (["--keep", "com"], ["comments"]),
        (["diff", "--style", "s"], ["side-by-side", "stat"]),
        (["diff", "p.txt", "--doub"], ["--doubtful"]),
        (["batch", "pages", "-o", ""], []),
        (["score", "--wo"], ["--worst"]),
    ],
)
def test_bash_completes_the_last_word(line: list[str], words: list[str], run: Run) -> None:
    script = run("--completion", "bash").out
    done = subprocess.run(  # noqa: S603 - our own script
        [BASH, "--norc", "-c", _ASK, "bash", script, "groats", *line], capture_output=True, text=True, check=True
    )
    assert (done.stdout.split(), done.stderr) == (words, "")
