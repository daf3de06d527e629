"""The processes of a run are started so that neither Ctrl-C nor the current directory reaches into them."""

import signal
import subprocess
import sys
from multiprocessing import forkserver
from pathlib import Path

import pytest

from groats.corpus.process import start_server
from groats.errors import OutputError


def test_no_file_of_the_current_directory_is_imported(tmp_path: Path) -> None:
    pages = tmp_path / "in"
    pages.mkdir()
    (pages / "a.txt").write_text("A page.")
    for name in ("bz2", "signal", "multiprocessing", "selectors"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w').close()\n")
    command = "import sys; sys.path[:] = filter(None, sys.path); from groats.__main__ import main; sys.exit(main())"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", command, "batch", "in", "-o", "out"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "was-run").exists()


def test_the_server_is_started_while_ctrl_c_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def note() -> None:
        held.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    monkeypatch.setattr(forkserver, "ensure_running", note)
    start_server()
    note()
    assert held == [True, False]


def test_a_server_that_cannot_be_started_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr(forkserver, "ensure_running", fail)
    with pytest.raises(OutputError, match=r"AF_UNIX path too long \(see whether TMPDIR"):
        start_server()


@pytest.mark.parametrize(("made_by", "is_said"), [('open, ("gone",)', False), ('int, ("gone",)', True)])
def test_a_process_that_comes_too_late_for_its_run_says_nothing(made_by: str, *, is_said: bool, tmp_path: Path) -> None:
    script = f"""from groats.corpus.process import choose_context
class Lost:
    def __reduce__(self):
        return {made_by}
worker = choose_context().Process(target=print, args=(Lost(),))
worker.start()
worker.join()"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert ("ValueError" in done.stderr) is is_said
    assert bool(done.stderr) is is_said
