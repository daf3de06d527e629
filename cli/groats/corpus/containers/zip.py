"""Zip archives: each member is a page."""

import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from groats.corpus.containers.container import Container, PageError, too_large
from groats.corpus.containers.members import read_members
from groats.corpus.containers.packed import DAMAGE, describe_damage
from groats.corpus.source import Found

_ENCRYPTED = 0x1  # the bit of a member's flags (APPNOTE.TXT 4.4.4)


def read_zip(container: Container) -> Iterator[Found]:
    """The pages in the order of the archive's directory."""
    with zipfile.ZipFile(container.path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        readers = (partial(_read_member, archive, member, container.max_bytes) for member in members)
        yield from read_members(container, zip((member.filename for member in members), readers, strict=True))


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, max_bytes: int) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise PageError("it is encrypted: unpack the archive with its password first.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise PageError("it is a link: only files are read.")
    if member.file_size > max_bytes:
        raise PageError(too_large(max_bytes))
    try:
        with archive.open(member) as file:
            return file.read()
    except (*DAMAGE, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise PageError(f"it cannot be read: {describe_damage(error)}.") from error
