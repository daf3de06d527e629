"""`groats review` in a real process behind a pseudo-terminal."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from groats.review.marks import Place, read_marks

pytest.importorskip("textual")

PAGE = "Home\n\n\x1b]52;c;cm0gLXJm\x07\x1b]0;owned\x07\x9b31m \u202epay\n\nThe mill grinds again.\n"
_PATIENCE = 60.0  # seconds


@dataclass
class Terminal:
    """A program in a terminal of 80 columns and 24 rows, and all that it has written there."""

    program: subprocess.Popen[bytes]
    side: int
    written: bytearray = field(default_factory=bytearray)

    def wait_for(self, words: bytes) -> None:
        """Reads until the words are on the screen."""
        end = time.monotonic() + _PATIENCE
        while words not in self.written:
            assert time.monotonic() < end, bytes(self.written)
            if select.select([self.side], [], [], 0.2)[0]:
                self.written += os.read(self.side, 65536)

    def press(self, keys: bytes) -> None:
        os.write(self.side, keys)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The screen on a folder with one page."""
    (tmp_path / "page.txt").write_bytes(PAGE.encode())
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    command = [sys.executable, "-m", "groats", "review", str(tmp_path)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=its, stdout=subprocess.PIPE, stderr=its, env=environment, start_new_session=True
    ) as program:
        os.close(its)
        yield Terminal(program, ours)
        program.kill()
    os.close(ours)


def test_the_screen_opens_obeys_its_keys_and_nothing_on_the_page(terminal: Terminal, tmp_path: Path) -> None:
    terminal.wait_for(b"page.txt")
    terminal.wait_for(b"help")
    terminal.press(b"k")
    terminal.wait_for(b"1 marked")
    terminal.press(b"q")
    terminal.wait_for(b"\x1b[?1049l")  # the screen that was there before
    assert terminal.program.wait(_PATIENCE) == 0
    assert terminal.program.stdout
    assert terminal.program.stdout.read() == b""
    assert b"\x1b]52" not in terminal.written
    assert b"owned\x07" not in terminal.written
    assert "\x9b".encode() not in terminal.written
    assert "\u202e".encode() not in terminal.written
    assert read_marks(tmp_path).lines == {Place("page.txt", 1, "Home"): True}


def test_what_was_marked_is_there_after_a_kill(terminal: Terminal, tmp_path: Path) -> None:
    terminal.wait_for(b"help")
    terminal.press(b"d")
    terminal.wait_for(b"1 marked")
    terminal.program.send_signal(signal.SIGKILL)
    terminal.program.wait(_PATIENCE)
    assert read_marks(tmp_path).lines == {Place("page.txt", 1, "Home"): False}
