"""The page in an HTTP response, as a crawler wrote it down."""

import codecs
import re
from io import BytesIO
from typing import NamedTuple

from groats.corpus.containers.container import PageError
from groats.corpus.containers.packed import describe_damage, unpack
from groats.document import Kind
from groats.errors import UsageError
from groats.stages.decode.names import extend, find_codec

_SUCCESS = range(200, 300)
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]{2,40})""", re.IGNORECASE)

_BROTLI = re.compile(r"\bbr\b")

# A body without a Content-Type, as https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
_LOOKS_LIKE_HTML = re.compile(rb"<(?:!doctype html|html|head|body|title|script|div|p)[\s>]", re.IGNORECASE)
_HEAD = 1445  # bytes that the standard looks at


class Body(NamedTuple):
    """What a record holds: its bytes, what they are (None if that is no page), and their encoding if it is known."""

    data: bytes
    kind: Kind | None
    encoding: str | None


def read_plain(content: bytes, content_type: str) -> Body:
    """The page that a record without HTTP is."""
    if _is_html(content_type):
        return Body(content, "html", _find_encoding(content_type, content))
    return Body(content, "text" if content_type.startswith("text/plain") else None, None)


def read_response(content: bytes, max_bytes: int) -> Body:
    """The page of an HTTP response; raises `PageError`, also if it has more than `max_bytes`.

    It is parsed in a record of its own: after an error, FastWARC could not read the file on.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415 - an extra

    message = WarcRecord()
    message.is_http = True
    message.set_bytes_content(content)
    try:
        message.parse_http(quirks_mode=True)
        headers = message.http_headers
        content_type = headers.get("Content-Type") or ""
        if headers.status_code not in _SUCCESS or (content_type and not _is_html(content_type)):
            return Body(b"", None, None)
        codings = " ".join(headers.get(name) or "" for name in ("Content-Encoding", "Transfer-Encoding")).lower()
        data = _decode(message.reader.read(len(content)), codings, max_bytes)
    except OSError as error:
        raise PageError(f"its HTTP message cannot be read: {describe_damage(error)}.") from error
    kind: Kind | None = "html" if content_type or _LOOKS_LIKE_HTML.search(data, 0, _HEAD) else None
    return Body(data, kind, _find_encoding(content_type, data))


def _decode(data: bytes, codings: str, max_bytes: int) -> bytes:
    """The body without what HTTP wrapped it in (RFC 9110, 8.4). FastWARC would give as much as it could of cut gzip."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader  # noqa: PLC0415 - an extra

    if "chunked" in codings:
        data = ChunkedReader(BytesIO(data)).read(max_bytes + 1)
    if "deflate" in codings:
        data = GzipReader(BytesIO(data), zlib=True).read(max_bytes + 1)
    elif _BROTLI.search(codings):
        data = BrotliReader(BytesIO(data)).read(max_bytes + 1)
    return unpack(data, max_bytes)


def _is_html(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() in _HTML


def _find_encoding(content_type: str, data: bytes) -> str | None:
    """The encoding that a Content-Type names; None where the bytes speak against it, for servers name one for all."""
    named = _CHARSET.search(content_type)
    if named is None or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _fits(data, "utf-8"):
        return None
    try:
        codec = extend(find_codec(named[1]))
    except UsageError:
        return None
    return codec if _fits(data, codec) else None


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except ValueError:
        return False
    return True
