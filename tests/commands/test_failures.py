"""What can go wrong at the rim: each ends with the contract's exit code, a sentence, and nothing half-written."""

import os
import sys
from io import BytesIO, RawIOBase, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from running import Run, sentences

from groats.__main__ import main

pytestmark = pytest.mark.usefixtures("simple")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, links and others, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("x Menu\n\nIt turns.\n", encoding="utf-8")
    Path("old.txt").write_text("old\n", encoding="utf-8")
    Path("crash.txt").write_text("[crash]\n", encoding="utf-8")
    Path("folder").mkdir()
    Path("soft.txt").symlink_to("page.txt")
    Path("hard.txt").hardlink_to("page.txt")
    Path("dangling.txt").symlink_to("nowhere/page.txt")
    Path("loop.txt").symlink_to("loop.txt")
    Path("bad.toml").write_text("[[cue]\n", encoding="utf-8")
    Path("odd\x1b[31m\u202e.txt").write_text("[no_article]\n", encoding="utf-8")
    return tmp_path


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["missing.txt"], 2, "missing.txt cannot be read: no such file or directory", id="missing"),
        pytest.param(["missing.txt", "gone.txt"], 2, "gone.txt cannot be read", id="all missing"),
        pytest.param(["missing.txt", "page.txt"], 3, "missing.txt cannot be read", id="one of two missing"),
        pytest.param(
            ["folder"],
            2,
            "folder is a directory: name the files in it, or clean it with groats batch",
            id="a directory",
        ),
        pytest.param(
            ["bacth", "x", "-o", "y"],
            2,
            "bacth is neither a command nor a file: did you mean groats batch?",
            id="a command with a slip",
        ),
        pytest.param(["Clean", "page.txt"], 2, "did you mean groats clean?", id="a command in capitals"),
        pytest.param(["diff", "--context", "a"], 2, "'--context': 'a' is no whole number. See", id="no whole number"),
        pytest.param(["batch", "x", "-o", "y", "--timeout", "1s"], 2, "'1s' is no number. See", id="no number"),
        pytest.param(["diff", ""], 2, "The name of an input is empty", id="no name to show"),
        pytest.param(["diff", "page.txt", "--against", ""], 2, "the name is empty", id="no name to compare with"),
        pytest.param(["score", "", "folder"], 2, "the name is empty", id="no name to score"),
        pytest.param(["review", "", "--suggest"], 2, "the name is empty", id="no name to review"),
        pytest.param(["--completion", "tcsh"], 2, "'tcsh' is not one of 'bash', 'zsh', 'fish'", id="another shell"),
        pytest.param(["--completion"], 2, "requires an argument. See groats --help.", id="no shell"),
        pytest.param(
            ["https://e.example/a"], 2, "https://e.example/a is an address, and groats fetches", id="an address"
        ),
        pytest.param(["batch", "http://e.example", "-o", "o"], 2, "(groats fetches nothing", id="an address to batch"),
        pytest.param(["help"], 2, "did you mean groats --help?", id="a word for an option"),
        pytest.param(["clean", "scroe"], 2, "scroe cannot be read: no such file", id="a slip after a command"),
        pytest.param(
            ["--json", "page.txt"],
            2,
            "No such option: --json (you may mean --format json). See groats clean --help.",
            id="a value for an option",
        ),
        pytest.param(
            ["--text", "page.txt"], 2, "(you may mean --format text or --from text)", id="a value of two options"
        ),
        pytest.param(
            ["diff", "--stat"],
            2,
            "(you may mean --style stat). See groats diff --help.",
            id="a value of another command",
        ),
        pytest.param(["page.txt/x"], 2, "page.txt/x cannot be read: not a directory", id="a file as a directory"),
        pytest.param(["dangling.txt"], 2, "dangling.txt cannot be read", id="a dangling link"),
        pytest.param(["loop.txt"], 2, "loop.txt cannot be read: too many levels", id="a link to itself"),
        pytest.param(["x" * 300], 2, "cannot be read: file name too long", id="a name too long"),
        pytest.param(["\x1b[2Jno\u202ename"], 2, r"\x1b[2Jno\u202ename cannot be read", id="a name with controls"),
        pytest.param(["\udcff.txt"], 2, r"\udcff.txt cannot be read", id="a name that is no UTF-8"),
        pytest.param(
            ["crash.txt"], 3, "crash.txt: groats made a mistake (ValueError: a \\x1b[31mmistake)", id="a mistake"
        ),
        pytest.param(["crash.txt", "missing.txt"], 3, "missing.txt cannot be read", id="a mistake and a missing file"),
        pytest.param(["page.txt", "-o", "page.txt"], 2, "page.txt is both the input and the output", id="onto itself"),
        pytest.param(["page.txt", "-o", "./page.txt"], 2, "both", id="onto itself by another name"),
        pytest.param(["page.txt", "-o", "soft.txt"], 2, "both", id="onto itself by a link"),
        pytest.param(["soft.txt", "-o", "hard.txt"], 2, "both", id="onto itself by two links"),
        pytest.param(["old.txt", "page.txt", "-o", "page.txt"], 2, "both", id="onto the second of two"),
        pytest.param(["missing.txt", "page.txt", "-o", "page.txt"], 2, "both", id="refused before anything is read"),
        pytest.param(["page.txt", "-o", "none/a.txt"], 2, "none/a.txt cannot be written: no such", id="no directory"),
        pytest.param(["page.txt", "-o", "old.txt/a"], 2, "cannot be written: not a directory", id="below a file"),
        pytest.param(
            ["page.txt", "-o", "folder"], 2, "folder cannot be written: is a directory", id="onto a directory"
        ),
        pytest.param(["page.txt", "-o", "loop.txt"], 2, "loop.txt cannot be written", id="onto a link to itself"),
        pytest.param(["missing.txt", "-o", "old.txt"], 2, "missing.txt", id="no input for an old output"),
        pytest.param(["crash.txt", "-o", "old.txt"], 3, "crash.txt", id="a mistake on the way to an old output"),
        pytest.param(["--encoding", "no-such", "page.txt"], 2, "no encoding no-such", id="unknown encoding"),
        pytest.param(["--encoding", "no-such", "page.txt", "-o", "old.txt"], 2, "no-such", id="unknown, to a file"),
        pytest.param(
            ["--keep", "menus", "page.txt"],
            2,
            "'--keep': there is no label 'menus'; the labels are title",
            id="unknown label",
        ),
        pytest.param(["--keep", "bio,menus", "page.txt"], 2, "there is no label 'menus'", id="one of two unknown"),
        pytest.param(["--drop", "", "page.txt"], 2, "there is no label ''", id="empty label"),
        pytest.param(
            ["--keep", "bio", "--drop", "bio", "-"], 2, "bio stands in both --keep and --drop", id="both sides"
        ),
        pytest.param(["-f", "pdf", "page.txt"], 2, "'pdf' is not one of 'text'", id="unknown format"),
        pytest.param(["--from", "pdf", "page.txt"], 2, "'pdf' is not one of 'auto'", id="unknown kind"),
        pytest.param(["--rules", "missing.toml", "page.txt"], 2, "missing.toml", id="missing rules"),
        pytest.param(["--rules", "bad.toml", "page.txt"], 2, "bad.toml", id="broken rules"),
        pytest.param(["--rules", "folder", "page.txt"], 2, "folder", id="a directory for rules"),
        pytest.param(["--rules", "", "page.txt"], 2, "", id="no name for rules"),
        pytest.param(["--check", "-o", "a.txt", "page.txt"], 2, "--check writes nothing", id="check with an output"),
        pytest.param(["--check", "--lines", "page.txt"], 2, "--check writes nothing", id="check with lines"),
        pytest.param(["--lines", "-f", "text", "page.txt"], 2, "--lines writes JSON Lines", id="lines with a format"),
        pytest.param(
            ["--bogus", "page.txt"], 2, "No such option: --bogus. See groats clean --help", id="unknown option"
        ),
        pytest.param(
            ["page.txt", "-o"], 2, "'-o' requires an argument. See groats clean --help", id="option without its value"
        ),
        pytest.param(
            ["diff", "--style"], 2, "requires an argument. See groats diff --help", id="another command's option"
        ),
        pytest.param([""], 2, "The name of an input is empty", id="no name"),
        pytest.param(["-o", "", "page.txt"], 2, "The name of the output is empty", id="no name for the output"),
        pytest.param(
            ["odd\x1b[31m\u202e.txt"], 0, r"odd\x1b[31m\u202e.txt: no article was found", id="odd name, warned"
        ),
    ],
)
def test_bad_input_ends_with_a_code_and_a_sentence(
    arguments: list[str], code: int, words: str, folder: Path, run: Run
) -> None:
    before = snapshot(folder)
    done = run(*arguments)
    assert done.code == code
    assert words in sentences(done.words)[-1]
    assert snapshot(folder) == before


def test_a_file_may_be_called_nearly_as_a_command(run: Run) -> None:
    Path("bacth").write_text("It turns.\n", encoding="utf-8")
    assert run("bacth").out == "It turns.\n"


def test_a_file_that_vanishes_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def vanish_then_read(path: Path) -> bytes:
        path.unlink()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", vanish_then_read)
    done = run("page.txt")
    assert done.code == 2
    assert sentences(done.words) == ["groats: page.txt cannot be read: no such file or directory."]


def test_a_file_that_may_not_be_read_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert sentences(run("page.txt").words) == ["groats: page.txt cannot be read: permission denied."]


def test_an_output_that_may_not_be_written_stays(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(folder)
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = run("page.txt", "-o", "old.txt")
    assert done.code == 2
    assert sentences(done.words) == ["groats: old.txt cannot be written: permission denied."]
    assert snapshot(folder) == before


def test_ctrl_c_leaves_no_trace(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = snapshot(folder)
    monkeypatch.setattr("groats.pipeline.clean", interrupt)
    done = run("page.txt", "-o", "old.txt")
    assert (done.code, done.out, done.words) == (130, "", "")
    assert snapshot(folder) == before


def test_ctrl_c_during_the_imports_is_as_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("groats.__main__._run", interrupt)
    assert run("page.txt").code == 130


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_an_output_keeps_its_permissions(mode: int, run: Run) -> None:
    Path("old.txt").chmod(mode)
    assert run("page.txt", "-o", "old.txt").code == 0
    assert Path("old.txt").stat().st_mode & 0o777 == mode
    assert Path("old.txt").read_text(encoding="utf-8") == "It turns.\n"


def test_a_new_output_has_the_permissions_of_any_new_file(run: Run) -> None:
    Path("any.txt").touch()
    run("page.txt", "-o", "new.txt")
    assert Path("new.txt").stat().st_mode == Path("any.txt").stat().st_mode


def test_an_output_that_is_a_link_stays_one(run: Run) -> None:
    Path("link.txt").symlink_to("old.txt")
    assert run("page.txt", "-o", "link.txt").code == 0
    assert Path("link.txt").is_symlink()
    assert Path("old.txt").read_text(encoding="utf-8") == "It turns.\n"


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("page.txt", "-o", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["page.txt"], ["--schema"]])
def test_a_full_device_is_an_error(arguments: list[str], run: Run) -> None:
    done = run(*arguments, "-o", "/dev/full")
    assert done.code == 2
    assert sentences(done.words) == ["groats: /dev/full cannot be written: no space left on device."]


def test_a_pipe_by_name_whose_reader_went_away_is_a_closed_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(BytesIO):
        def write(self, *_: object) -> int:
            raise BrokenPipeError

    opened = Path.open

    def open_closed(path: Path, *how: Any, **more: Any) -> Any:  # noqa: ANN401 - as Path.open
        return Closed() if path == Path(os.devnull) else opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", open_closed)
    assert run("page.txt", "-o", os.devnull).code == 141


@pytest.mark.parametrize(
    ("raw", "words"), [(b"", "the input is empty."), (b" \n\t\n", "the input is empty."), (b"It turns.", "")]
)
def test_standard_input_is_read_as_bytes(raw: bytes, words: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in ([], ["-"], ["clean"], ["clean", "-"]):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw), encoding="ascii"))
        done = run(*arguments)
        assert done.code == 0
        assert done.words == (f"groats: standard input: {words}\n" if words else "")
        assert done.out == ("" if words else "It turns.\n")


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_a_closed_stream_is_an_error(stream: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, stream, None)
    done = run("page.txt" if stream == "stdout" else "-")
    assert done.code == 2
    assert "is closed" in sentences(done.words)[0]


def test_standard_output_is_not_needed_for_an_output_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("page.txt", "-o", "new.txt").code == 0
    assert Path("new.txt").read_text(encoding="utf-8") == "It turns.\n"
    assert run("--schema", "-o", "schema.json").code == 0


class Unbuffered(RawIOBase):
    """A standard output that takes two bytes at a time, or fails."""

    def __init__(self, error: OSError | None = None) -> None:
        self.taken = b""
        self.error = error

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer, which Python 3.11 has no name for
        if self.error:
            raise self.error
        self.taken += bytes(data)[:2]
        return min(2, len(bytes(data)))


def test_a_standard_output_that_takes_little_at_a_time_gets_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Unbuffered()
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=raw, flush=raw.flush, fileno=raw.fileno))
    assert run("page.txt").code == 0
    assert raw.taken == b"It turns.\n"


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (
            OSError(28, "No space left on device"),
            2,
            "groats: Standard output cannot be written: no space left on device.\n",
        ),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_a_standard_output_that_fails_ends_it(
    error: OSError, code: int, words: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = Unbuffered(error)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=raw, flush=raw.flush, fileno=raw.fileno))
    done = run("page.txt", "other.txt")
    assert (done.code, done.words) == (code, words)


def test_closed_standard_error_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setenv("GROATS_DEBUG", "1")
    assert run("missing.txt").code == 2
    assert run("crash.txt").code == 3


def test_a_terminal_for_standard_input_gets_the_help(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(BytesIO(b"It turns.\n")))
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.words.startswith("Usage: groats [OPTIONS] [COMMAND] [FILE]...")
    assert done.words.endswith("groats: No FILE is named and nothing is piped in: say - to type a page here.\n")
    assert run("-").out == "It turns.\n"


def test_the_traceback_of_a_mistake_is_shown_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GROATS_DEBUG", "1")
    assert main(["crash.txt"]) == 3
    assert "Traceback" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ValueError("odd"), 2, "groats made a mistake (ValueError: odd)"),
        (OSError(28, "No space left on device"), 2, "Standard output cannot be written: no space left on device"),
        (PermissionError(13, "Permission denied", "a/b"), 2, "a/b cannot be read or written: permission denied"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_whatever_ends_a_command_becomes_a_code_and_a_sentence(
    error: Exception, code: int, words: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr("groats.commands.run", fail)
    monkeypatch.setattr("groats.commands.streams.discard_stdout", lambda: None)
    done = run("page.txt")
    assert done.code == code
    assert words in "".join(sentences(done.words))


@pytest.mark.parametrize(
    "arguments", [["--config", ""], ["--rules", ""], ["--profile", ""], ["learn", "", "-o", "new.toml"]]
)
def test_an_empty_name_is_not_the_current_directory(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "the name is empty: look at what the shell made of it. See groats" in sentences(done.words)[0]
