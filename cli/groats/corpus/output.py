"""The output of one page: its bytes, and the file that holds them."""

import errno
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from groats.atomic_files import name_temporary, open_replacement
from groats.corpus.source import PageSource
from groats.corpus.work import Work
from groats.document import Article
from groats.render.json import to_json, to_json_line
from groats.render.markdown import to_markdown
from groats.render.text import to_text
from groats.wording import reason_of

# A destination that cannot be written is no fault of the page: no other could be written either.
_STOPPING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO})


class UnwritableError(Exception):
    """Why the destination cannot be written: it stops the run, and is no error of the page."""


def render_page(work: Work, source: PageSource, article: Article) -> bytes:
    """The bytes of a page's output; of a record, where all pages go into one file."""
    if work.root is None:
        return to_json_line(article, source.name, source.id)
    if work.written == "text":
        return to_text(article, title=work.title).encode()
    if work.written == "markdown":
        return to_markdown(article, title=work.title, links=work.links).encode()
    return to_json(article, source.name)


def write_output(path: Path, data: bytes) -> None:
    """Writes the output of a page; raises `UnwritableError` if that fails for a reason that holds for all pages.

    It is not forced to the disk: that would be the slowest part of a page.
    """
    try:
        _make_folder(path.parent)
        with open_replacement(path, name_temporary(path)) as file:
            file.write(data)
    except OSError as error:
        if error.errno in _STOPPING:
            raise UnwritableError(f"{path} cannot be written: {reason_of(error)}.") from error
        raise


def remove_output(path: Path) -> None:
    """Takes away the output of a page, and what a worker that was killed while it wrote has left of it."""
    remove_unfinished(path)
    with suppress(OSError):  # there is none, or there can be none in such a place
        path.unlink()


def remove_unfinished(path: Path) -> None:
    """Takes away what a worker that was killed while it wrote has left of a page's output."""
    with suppress(OSError):
        name_temporary(path).unlink()


def digest(data: bytes) -> str:
    """The same string for the same bytes."""
    return blake2b(data, digest_size=16).hexdigest()


@cache
def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
