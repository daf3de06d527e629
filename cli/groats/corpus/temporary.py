"""The file beside an output in which it is written before it takes its place."""

import os
from hashlib import blake2b
from pathlib import Path


def name_temporary(path: Path) -> Path:
    """The same name each time: what a process that was killed left, the next one for that output overwrites."""
    return path.with_name(f".groats-{blake2b(os.fsencode(path.name), digest_size=8).hexdigest()}.tmp")
