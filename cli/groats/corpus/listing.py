"""The pages that a directory, or a file of records, is about: raw pages, or those that `groats batch` cleaned into it.

The doubtful come first.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from groats.corpus.destination import Destination
from groats.corpus.earlier import Cleaned, read_report
from groats.corpus.own_files import is_own
from groats.errors import InputError
from groats.paths import find_escaped, is_file, mask_bytes
from groats.wording import reason_of

_SUFFIXES = frozenset({"", ".htm", ".html", ".markdown", ".md", ".text", ".txt", ".xhtml"})


class ListedPage(NamedTuple):
    """A raw page: its name in the run, where it is, how sure its cleaning was (None: not known yet), and how it went.

    The name is fit for UTF-8: what the file system has in another encoding is "?".
    """

    name: str
    path: Path
    confidence: float | None = None
    cleaned: Cleaned | None = None


def list_pages(dest: Path) -> list[ListedPage]:
    """The raw pages of a file, of a directory, or of the report that `groats batch` left for it, by `doubtful_first`.

    Raises `InputError` where there is no page, or where the report cannot be read.
    """
    if not dest.exists():
        raise InputError(f"{dest} does not exist: name a directory of pages, or one that groats batch wrote.")
    try:
        pages = list(_find_pages(dest))
    except OSError as error:
        raise InputError(f"{dest} cannot be read: {reason_of(error)}.") from error
    if not pages:
        raise InputError(f"{dest} has no pages: name a directory of text or HTML, or one that groats batch wrote.")
    return doubtful_first(pages)


def doubtful_first(pages: Sequence[ListedPage]) -> list[ListedPage]:
    """The pages by their confidence, those without one last, then by name."""
    return sorted(pages, key=lambda page: (page.confidence is None, page.confidence or 0.0, page.name))


def _find_pages(dest: Path) -> Iterator[ListedPage]:
    run = Destination(dest)
    if is_file(run.report):
        for page, cleaned in read_report(run):
            yield ListedPage(mask_bytes(page.source), find_escaped(run.folder / page.path), page.confidence, cleaned)
    elif dest.is_file():
        yield ListedPage(mask_bytes(dest.name), dest)
    else:
        for path in _walk(dest):
            yield ListedPage(mask_bytes(path.relative_to(dest).as_posix()), path)


def _walk(folder: Path) -> Iterator[Path]:
    """The files that look like pages, at any depth; nothing that is hidden, or that groats itself has left there."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file() and path.suffix.lower() in _SUFFIXES and not is_own(path.name):
            yield path
