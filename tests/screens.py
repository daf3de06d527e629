"""What a terminal of so many columns gets from groats: recorded through a pseudo-terminal, kept in golden files."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from seed_pages import ROOT

FOLDER = ROOT / "tests" / "recorded"
PAGES = [
    f"seeds/{name}"
    for name in ("en-news.txt", "zh-news.txt", "ar-news.txt", "hi-news.txt", "en-product.txt", "en-news-html.html")
]
SCREENS = {
    f"{name}-{columns}": (columns, ["diff", *options, *PAGES])
    for name, options in {
        "inline": [],
        "side-by-side": ["--style", "side-by-side"],
        "unified": ["--style", "unified"],
        "stat": ["--style", "stat"],
        "why": ["--why", "--only", "byline", "--only", "title"],
        "doubtful": ["--doubtful", "--context", "1"],
    }.items()
    for columns in (80, 140)
    if (name, columns) != ("unified", 140)  # it is as wide as the page
}


def record(
    columns: int, arguments: Sequence[str], environment: Mapping[str, str | None] | None = None, folder: Path = ROOT
) -> bytes:
    """All that groats writes to a terminal, in the repository's root and without a pager unless one is named.

    `environment` adds variables, and takes away those that are None in it.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    plain: dict[str, str | None] = {
        name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES", "LESS"}
    }
    given = plain | {"TERM": "xterm-256color", "PAGER": "cat"} | dict(environment or {})
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "groats", *arguments],
        cwd=folder,
        env={name: value for name, value in given.items() if value is not None},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    with suppress(OSError):  # so does Linux say that the last who had the terminal open is gone
        while data := os.read(ours, 65536):
            written += data
    os.close(ours)
    process.wait()
    return written.replace(b"\r\n", b"\n")
