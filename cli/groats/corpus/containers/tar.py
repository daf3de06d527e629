"""Tar archives, packed or not, read in one go from front to back: each file in them is a page."""

import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Self

from groats.corpus.containers.container import Container, PageError, too_large
from groats.corpus.containers.members import read_members
from groats.corpus.containers.packed import open_unpacked
from groats.corpus.source import Found

_LARGEST_HEADER = 1 << 20  # bytes of a long name or of extended attributes: they are read into memory at once
_HEADERS = frozenset(
    {
        tarfile.GNUTYPE_LONGLINK,
        tarfile.GNUTYPE_LONGNAME,
        tarfile.SOLARIS_XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.XHDTYPE,
    }
)


class _Member(tarfile.TarInfo):
    """A member whose headers are bounded, and that takes no broken header for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            member = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf.count(0) == tarfile.BLOCKSIZE:  # the mark of the end
                raise
            if len(buf) < tarfile.BLOCKSIZE:
                raise EOFError from error
            raise tarfile.ReadError(str(error)) from error
        if member.type in _HEADERS and member.size > _LARGEST_HEADER:
            raise tarfile.ReadError("a header is too large")
        return member


def read_tar(container: Container) -> Iterator[Found]:
    """The pages in the order of the archive."""
    with (
        container.path.open("rb") as file,
        open_unpacked(file) as stream,
        tarfile.open(fileobj=stream, mode="r|", tarinfo=_Member) as archive,
    ):
        yield from read_members(container, _find_members(archive, container.max_bytes))


def _find_members(archive: tarfile.TarFile, max_bytes: int) -> Iterator[tuple[str, Callable[[], bytes]]]:
    while member := archive.next():
        archive.members.clear()  # type: ignore[attr-defined] # it would keep them all
        if not member.isdir():
            yield member.name, partial(_read_member, archive, member, max_bytes)


def _read_member(archive: tarfile.TarFile, member: tarfile.TarInfo, max_bytes: int) -> bytes:
    if member.issym() or member.islnk():
        raise PageError("it is a link: only files are read.")
    file = archive.extractfile(member) if member.isreg() else None
    if file is None:
        raise PageError("it is a device or a named pipe: only files are read.")
    if member.size > max_bytes:
        raise PageError(too_large(max_bytes))
    return file.read()
