"""WARC and WET files (the extra `warc`): crawled HTML, and the plain text that was made of it.

The format is ISO 28500:2017 (https://iipc.github.io/warc-specifications). A record's page is named by its number.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from groats.corpus.containers.container import Container, PageError, too_large
from groats.corpus.containers.http import Body, read_plain, read_response
from groats.corpus.containers.packed import open_unpacked
from groats.corpus.source import Failure, Found, PageSource

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_END = b"\r\n\r\n"  # of each record
_NO_LENGTH = "the header of a record ends before it says how long the record is"
_MOST_HEADERS = 1 << 16  # bytes of HTTP headers, which are the record's and not the page's


def read_warc(container: Container) -> Iterator[Found]:
    """The page of each successful response or resource of HTML and of each conversion to text; no other record is one.

    Raises `PageError` if the file holds none, `EOFError` if it breaks off, `ModuleNotFoundError` without FastWARC.
    """
    from fastwarc.warc import ArchiveIterator, conversion, resource, response  # noqa: PLC0415 - an extra

    is_empty = True
    with container.path.open("rb") as file, open_unpacked(file) as stream:
        pieces = _Pieces(stream)
        records = ArchiveIterator(pieces, parse_http=False, stream_detect=False, fsspec_args=False)
        for number, record in enumerate(records, start=1):
            if not (record.headers.get("Content-Length") or "").isdigit():
                raise OSError(_NO_LENGTH)  # FastWARC takes it for 0
            wanted = record.record_type & (response | conversion | resource)
            if wanted and (page := _read_page(container, number, record)):
                yield page
                is_empty = False
        if pieces.tail not in {b"", _END}:
            raise EOFError
    if is_empty:
        raise PageError("it holds no page: no response of HTML, and no conversion to text.")


class _Pieces:
    """A stream that gives what it has, so that what was unpacked before a file breaks off is not lost."""

    def __init__(self, stream: BinaryIO) -> None:
        self.seek, self.tell, self.close = stream.seek, stream.tell, stream.close
        self._read = stream.read1  # type: ignore[attr-defined] # all streams that are opened here have it
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        piece: bytes = self._read(size)
        self.tail = (self.tail + piece)[-len(_END) :] if piece else self.tail
        return piece


def _read_page(container: Container, number: int, record: "WarcRecord") -> Found | None:
    """The page of a record; None if it is none, as an image or an error is."""
    url = record.headers.get("WARC-Target-URI")
    name = container.name_page(number)
    try:
        body = _read_body(record, _read_content(record, container.max_bytes), container.max_bytes)
    except PageError as error:
        return Failure(name, str(error))
    if body.kind is None:
        return None
    return PageSource(name, container.path, body.data, body.kind, url, url or record.record_id, body.encoding)


def _read_body(record: "WarcRecord", content: bytes, max_bytes: int) -> Body:
    if record.is_http:
        return read_response(content, max_bytes)
    body = read_plain(content, record.headers.get("Content-Type") or "")
    if body.kind is not None and len(content) > max_bytes:
        raise PageError(too_large(max_bytes))
    return body


def _read_content(record: "WarcRecord", max_bytes: int) -> bytes:
    """The bytes of a record; of one that is too large the first, which tell whether it is a page at all.

    FastWARC aborts the process where it cannot make room for as many bytes as are asked for, and says nothing where a
    record has fewer bytes than it says.
    """
    length = record.content_length
    content = record.reader.read(min(length, max_bytes + _MOST_HEADERS))
    if len(content) + record.consume() < length:
        raise EOFError
    return content
