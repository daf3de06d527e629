"""The file beside an output in which it is written before it takes its place."""

import os
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO


def name_temporary(path: Path) -> Path:
    """The same name each time: what a process that was killed left, the next one for that output overwrites."""
    return path.with_name(f".groats-{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}.tmp")


def open_temporary(path: Path) -> BinaryIO:
    """A new file of that name to write; raises `OSError`. What was there is taken away: a link would lead elsewhere."""
    path.unlink(missing_ok=True)
    return path.open("xb")
