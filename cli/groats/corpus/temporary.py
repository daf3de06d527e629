"""The file beside an output in which it is written before it takes its place."""

import os
from contextlib import AbstractContextManager
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from groats.replacing import open_replacement


def name_temporary(path: Path) -> Path:
    """The same name each time: what a process that was killed left, the next one for that output overwrites."""
    return path.with_name(f".groats-{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}.tmp")


def open_synced(path: Path) -> AbstractContextManager[BinaryIO]:
    """A new file that is on the disk before it takes the name of `path`, or of what that links to."""
    target = Path(os.path.realpath(path))
    return open_replacement(target, name_temporary(target), synced=True)
