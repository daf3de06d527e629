"""The members of an archive, whose names whoever made it could choose."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from groats.corpus.containers.container import Container, PageError
from groats.corpus.containers.recognise import format_of_name
from groats.corpus.source import Found, PageSource

_ABSOLUTE = re.compile(r"(?:[A-Za-z]:)?[/\\]")
_SEPARATORS = re.compile(r"[/\\]")

# What macOS puts beside each file of its own in a zip: no page, and nobody's wish.
_RESOURCE_FORKS = "__MACOSX/"


def read_members(container: Container, members: Iterable[tuple[str, Callable[[], bytes]]]) -> Iterator[Found]:
    """The pages that the members of an archive are, given the name of each, and what reads it or raises `PageError`."""
    seen: set[str] = set()
    for name, read in members:
        try:
            if plain := _name_member(name, seen):
                yield PageSource(container.name_page(plain), container.path, read())
        except PageError as error:
            yield container.fail(name, str(error))


def _name_member(name: str, seen: set[str]) -> str | None:
    """The name of a page in an archive, without what says nothing ("./a//b.txt"); None if it is not meant to be read.

    Raises `PageError` if it must not be, or if `seen`, the names so far, has it already.
    """
    if name.startswith(_RESOURCE_FORKS):
        return None
    if _ABSOLUTE.match(name):
        raise PageError("its name in the archive is absolute: only names below the archive are read.")
    if ".." in _SEPARATORS.split(name):
        raise PageError("its name in the archive leads out of it: only names below the archive are read.")
    plain = str(PurePosixPath(name))
    if "\0" in name or plain == ".":
        raise PageError("its name in the archive is broken.")
    if plain in seen:
        raise PageError("the archive holds another page of this name before it: only the first is read.")
    if format_of_name(plain):
        raise PageError("it is an archive in an archive: take it out, and name it on its own.")
    seen.add(plain)
    return plain
