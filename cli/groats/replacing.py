"""A file that is written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def open_replacement(path: Path, temporary: Path, *, synced: bool = False) -> Iterator[BinaryIO]:
    """A new file, `temporary`, that takes the name of `path`, and its permissions, when the block has ended well.

    Else it is removed. It is on the disk by then if it is to be `synced`.
    """
    try:
        with open_new(temporary) as file:
            yield file
            if synced:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is said
            temporary.unlink()
        raise


def open_new(path: Path) -> BinaryIO:
    """A new file of that name to write; raises `OSError`. What was there is taken away: a link would lead elsewhere."""
    path.unlink(missing_ok=True)
    return path.open("xb")
