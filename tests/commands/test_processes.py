"""The whole way in real processes: pipes, signals and closed streams."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import sentences

from groats import Label

SENTENCE = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years."
PAGE = "\n\n".join(["Skip to content", "The mill at Ebbing grinds again", SENTENCE, SENTENCE.replace("sluice", "gate")])
BASH = shutil.which("bash") or "bash"
GROATS = [sys.executable, "-m", "groats"]
ALL = " ".join(f"--keep {label}" for label in Label)  # so that the size of the output depends on no decision
PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    Path("big.txt").write_text("\n\n".join(f"{SENTENCE} It was day {n}." for n in range(2000)), encoding="utf-8")
    return tmp_path


def run_shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = f"groats() {{ '{sys.executable}' -m groats \"$@\"; }}; {command}"
    done = subprocess.run(  # noqa: S603 - our own program
        [BASH, "-c", script], capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
        env=PLAIN | environment,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done


def test_piped_and_by_name_the_article_is_the_same() -> None:
    by_name = run_shell("groats page.txt")
    assert by_name.returncode == 0
    assert SENTENCE in by_name.stdout
    assert by_name.stdout == run_shell("cat page.txt | groats").stdout == run_shell("groats clean - < page.txt").stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_ends_it_quietly(unbuffered: str) -> None:
    done = run_shell(f"groats {ALL} big.txt | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED=unbuffered)
    assert (done.stdout, done.stderr) == ("141\n", "")


def test_a_reader_of_the_help_that_goes_away_ends_it_quietly() -> None:
    done = run_shell("{ sleep 0.3; groats --help; echo $? >&2; } | true")
    assert done.stderr == "141\n"


def hear_interrupts() -> None:
    """Undoes what a shell does to the programs that it runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("options", [["-o", "new.txt"], ["-o", "page.txt"], []])
def test_ctrl_c_ends_it_quietly_and_leaves_nothing(options: list[str], folder: Path) -> None:
    before = sorted(folder.iterdir())
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*GROATS, *options, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=PLAIN,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - no thread runs here
    )
    assert process.stdin is not None
    process.stdin.write(PAGE.encode() * 5000)  # more than a pipe holds: when it is written, groats is reading
    process.send_signal(signal.SIGINT)
    out, words = process.communicate(timeout=60)
    assert (process.returncode, out, words) == (130, b"", b"")
    assert sorted(folder.iterdir()) == before
    assert Path("page.txt").read_text(encoding="utf-8") == PAGE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", ["page.txt", "--version", "--help", "--schema", "-f json page.txt"])
def test_a_full_disk_is_one_sentence(arguments: str, unbuffered: str) -> None:
    done = run_shell(f"groats {arguments} >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 2
    assert sentences(done.stderr) == ["groats: Standard output cannot be written: no space left on device."]


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("groats <&-", 2, "Standard input is closed"),
        ("groats page.txt >&-", 2, "Standard output is closed"),
        ("groats missing.txt", 2, "missing.txt cannot be read"),
        ("groats page.txt missing.txt >/dev/null", 3, "missing.txt cannot be read"),
        ("groats --encoding no-such page.txt", 2, "no-such"),
        ("groats < /dev/null", 0, "standard input: the input is empty"),
        ("printf ' \\n \\n' | groats -o out.txt", 0, "standard input: the input is empty"),
        ("cp page.txt a.txt; groats a.txt >> a.txt; code=$?; cmp a.txt page.txt && exit $code", 2, "both"),
        ("cp page.txt a.txt; groats < a.txt -o a.txt; code=$?; cmp a.txt page.txt && exit $code", 2, "both"),
        ("cp page.txt a.txt; groats < a.txt >> a.txt; code=$?; cmp a.txt page.txt && exit $code", 2, "both"),
    ],
)
def test_bad_ends_of_the_pipe_are_a_code_and_a_sentence(command: str, code: int, words: str) -> None:
    done = run_shell(command)
    assert done.returncode == code
    assert words in sentences(done.stderr)[0]
    assert done.stdout == ""


def test_closed_standard_error_changes_nothing_else() -> None:
    assert run_shell("groats missing.txt 2>&-").returncode == 2
    assert run_shell("groats page.txt 2>&-").stdout == run_shell("groats page.txt").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("command", "code"), [("page.txt missing.txt", 3), ("missing.txt", 2), ("batch . gone.txt -o out", 2)]
)
def test_standard_error_that_cannot_be_written_changes_nothing_else(command: str, code: int, unbuffered: str) -> None:
    assert run_shell(f"groats {command} 2>/dev/full", PYTHONUNBUFFERED=unbuffered).returncode == code
    piped = run_shell(
        f"{{ sleep 0.3; groats {command} 2>&1 >/dev/null; echo $? >code; }} | true; cat code",
        PYTHONUNBUFFERED=unbuffered,
    )
    assert piped.stdout == f"{code}\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_beside_an_output(number: signal.Signals, folder: Path) -> None:
    before = sorted(folder.iterdir())
    process = subprocess.Popen([*GROATS, "-o", "new.txt", "-"], stdin=subprocess.PIPE, env=PLAIN)  # noqa: S603 - ours
    while sorted(folder.iterdir()) == before:
        assert process.poll() is None
    process.send_signal(number)
    assert process.wait(60) == 128 + number
    assert sorted(folder.iterdir()) == before
    assert process.stdin is not None
    process.stdin.close()


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_output_is_utf8_whatever_the_locale(locale: str) -> None:
    Path("page.txt").write_text(PAGE.replace("Ebbing", "Österwöhrd"), encoding="utf-8")
    done = run_shell("groats page.txt", LC_ALL=locale, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert "Österwöhrd" in done.stdout


def test_a_locale_without_the_characters_of_a_name_is_no_failure() -> None:
    done = run_shell("groats Österwöhrd.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 2
    assert "cannot be read" in sentences(done.stderr)[0]


def test_all_that_is_written_arrives_when_it_is_not_buffered() -> None:
    buffered = run_shell(f"groats {ALL} big.txt | (sleep 0.2; cat)")
    assert run_shell(f"groats {ALL} big.txt | (sleep 0.2; cat)", PYTHONUNBUFFERED="1").stdout == buffered.stdout
    assert len(buffered.stdout) > 100_000
