"""Containers for tests, made in memory, and what is read from them. All text is invented."""

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from groats.corpus.containers import Container, Fields, read_container
from groats.corpus.source import Failure, Found, PageSource

MILL, OATS = b"The mill at Ebbing grinds again.", b"Oats are sold by the sack."
LIMIT = 100_000


def read(path: Path, *, fields: Fields | None = None, max_bytes: int = LIMIT) -> list[Found]:
    return list(read_container(Container(path, path.name, max_bytes, fields or Fields())))


def sources(pages: Sequence[Found]) -> dict[str, bytes | None]:
    """The bytes of the pages that were read, by name."""
    return {page.name: page.data for page in pages if isinstance(page, PageSource)}


def failures(pages: Sequence[Found]) -> dict[str, str]:
    """The reasons of the others."""
    return {page.name: page.reason for page in pages if isinstance(page, Failure)}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def make_tar(*members: tuple[str, bytes] | tarfile.TarInfo) -> bytes:
    """A tar archive of files, and of other members as they are given."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            name, data = member
            information = tarfile.TarInfo(name)
            information.size = len(data)
            archive.addfile(information, io.BytesIO(data))
    return buffer.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """A member of a tar archive that is no file."""
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


def pack_record(kind: WarcRecordType, content: bytes, url: str = "", content_type: str = "") -> bytes:
    """A WARC record; a response is one of HTTP."""
    record = WarcRecord()
    record.init_headers(kind, b"uuid:0e0a7ee5-0000-4000-8000-000000000001")
    record.is_http = kind == WarcRecordType.response
    if url:
        record.headers["WARC-Target-URI"] = url
    if content_type:
        record.headers["Content-Type"] = content_type
    record.set_bytes_content(content)
    buffer = io.BytesIO()
    record.write(buffer)
    return buffer.getvalue()


def make_response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An HTTP response of HTML, unless the headers say otherwise."""
    lines = [f"HTTP/1.1 {status}", *(headers or ["Content-Type: text/html"]), "", ""]
    return "\r\n".join(lines).encode() + body


def make_zip(members: Mapping[str, bytes] | Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items() if isinstance(members, Mapping) else members:
            archive.writestr(name, data)
    return buffer.getvalue()
