import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from groats import Label
from groats.commands import build_app
from groats.rules import load_rules

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BASH = shutil.which("bash") or "/bin/bash"
CONSOLE_BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


APP = typer.main.get_command(build_app())
COMMANDS = {f"groats {name}": command for name, command in APP.commands.items()} if isinstance(APP, TyperGroup) else {}


def test_there_are_commands() -> None:
    assert {"groats clean", "groats cues"} <= COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_a_section_of_the_readme_with_all_its_options(name: str) -> None:
    assert COMMANDS[name].help
    (section,) = re.findall(rf"^### `{name}`\n(.*?)^##{{1,2}} ", README, re.MULTILINE | re.DOTALL)
    options = [option for param in COMMANDS[name].params for option in param.opts if option.startswith("-")]
    assert [option for option in options if not re.search(f"`{option}[` ]", section)] == []


@pytest.mark.parametrize("label", Label)
def test_every_label_is_in_the_readme_and_in_the_help_of_clean(label: Label) -> None:
    assert f"`{label}`" in README
    kept, dropped = str(COMMANDS["groats clean"].help).split("With these they go:")
    assert label in re.findall(r"\w+", kept if label.is_kept else dropped)


def read_session(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that follows it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    assert parts[0] == "", "a console block begins with a command"
    return list(zip(parts[1::2], parts[2::2], strict=True))


SESSION = [step for block in CONSOLE_BLOCKS for step in read_session(block)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the README's commands run: the files that it shows with cat are there."""
    made = tmp_path_factory.mktemp("readme")
    for command, output in SESSION:
        if shown := re.fullmatch(r"cat ([\w.]+)", command):
            (made / shown[1]).write_text(output, encoding="utf-8")
    return made


@pytest.mark.parametrize(("command", "expected"), SESSION, ids=[command for command, _ in SESSION])
def test_a_console_example_gives_what_the_readme_shows(command: str, expected: str, folder: Path) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(  # noqa: S603 - the README's own words
        [BASH, "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    pattern = re.escape(expected).replace("…", ".*")
    assert re.fullmatch(pattern, done.stdout, re.DOTALL), done.stdout


def test_the_python_examples_give_what_the_readme_shows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    blocks = re.findall(r"^```pycon\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    assert example.examples
    said: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert failed.failed == 0, "".join(said)


def test_every_seed_is_in_the_table_of_what_is_hard() -> None:
    seeds = {path.name for path in (ROOT / "seeds").iterdir()} - {"README.md"}
    assert set(re.findall(r"^\| `(.*?)` \|", (ROOT / "seeds" / "README.md").read_text("utf-8"), re.MULTILINE)) == seeds


@pytest.mark.parametrize("example", re.findall(r"^```toml\n(\[\[.*?)^```$", README, re.MULTILINE | re.DOTALL))
def test_the_cue_and_the_rules_of_the_readme_hit_and_miss_what_they_say(example: str, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(example, encoding="utf-8")
    assert load_rules([rules]).rules
