"""The names of an archive's members, which whoever made the archive could choose."""

import re

from groats.corpus.containers.container import PageError
from groats.corpus.containers.recognise import format_of_name

_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_SEPARATORS = re.compile(r"[/\\]")

# What macOS puts beside each file of its own in a zip: no page, and nobody's wish.
_RESOURCE_FORKS = "__MACOSX/"


def is_page(name: str, seen: set[str]) -> bool:
    """Whether a member is meant to be read; raises `PageError` if it cannot be, or `seen` has its name already."""
    if name.startswith(_RESOURCE_FORKS):
        return False
    if _ABSOLUTE.match(name):
        raise PageError("its name in the archive is absolute: only names below the archive are read.")
    if ".." in _SEPARATORS.split(name):
        raise PageError("its name in the archive leads out of it: only names below the archive are read.")
    if "\0" in name or not name:
        raise PageError("its name in the archive is broken.")
    if name in seen:
        raise PageError("the archive holds another page of this name before it: only the first is read.")
    if format_of_name(name):
        raise PageError("it is an archive in an archive: take it out, and name it on its own.")
    seen.add(name)
    return True
