"""Files that are written whole or not at all: beside where they belong, and put there once they are."""

import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from hashlib import blake2b
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


def open_synced(path: Path) -> AbstractContextManager[BinaryIO]:
    """A new file that is on the disk before it takes the name of `path`, or of what that links to."""
    target = Path(os.path.realpath(path))
    return open_replacement(target, name_temporary(target), synced=True)


def name_temporary(path: Path) -> Path:
    """The same name each time: what a process that was killed left, the next one for that file overwrites."""
    return path.with_name(f".groats-{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}.tmp")


def open_new(path: Path) -> BinaryIO:
    """A new file of that name to write; raises `OSError`. What was there is taken away: a link would lead elsewhere."""
    path.unlink(missing_ok=True)
    return path.open("xb")
