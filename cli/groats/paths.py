"""What a path leads to (nothing, where the system does not let one look, or where none could be so long), and names."""

import os
import re
from pathlib import Path

_ESCAPE = re.compile(r"\\u(dc[89a-f][0-9a-f])")


def is_there(path: Path) -> bool:
    """Whether it leads to anything."""
    return os.path.exists(path)  # noqa: PTH110 - Path raises where the system does not let one look


def is_file(path: Path) -> bool:
    """Whether it leads to a file."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def is_folder(path: Path) -> bool:
    """Whether it leads to a directory."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def is_link(path: Path) -> bool:
    """Whether it is a link, wherever that leads."""
    return os.path.islink(path)  # noqa: PTH114 - as above


def escape_bytes(name: str) -> str:
    """The name fit for UTF-8: bytes that are none, as the names of files may have, as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def mask_bytes(name: str) -> str:
    """The name fit for UTF-8: bytes that are none as "?"."""
    return name.encode("utf-8", "replace").decode()


def find_escaped(path: Path) -> Path:
    """The path that was written with `escape_bytes`, as it is on the file system."""
    return path if is_there(path) else Path(_ESCAPE.sub(lambda byte: chr(int(byte[1], 16)), str(path)))
