"""A file that is written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from groats.corpus.temporary import name_temporary, open_temporary


@contextmanager
def open_replacement(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the name of `path`, and its permissions, when the block has ended well, else is removed.

    What a process that was killed left of it, the next one for the same name overwrites.
    """
    target = Path(os.path.realpath(path))
    temporary = name_temporary(target)
    try:
        with open_temporary(temporary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is said
            temporary.unlink()
        raise
