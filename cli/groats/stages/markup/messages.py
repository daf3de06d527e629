"""Pages that a browser saved with all their files (MHTML), and e-mail: the HTML in a MIME message.

RFC 2045 to 2049 and 2557; the standard library's `email` reads them.
"""

import html
import re
from collections.abc import Iterator
from email.message import Message

_LONGEST_HEAD = 20_000  # characters before the first blank line
_LONGEST_SUBJECT = 1_000
_MOST_PARTS = 1_000
_FIELD = re.compile(r"(?:From |[A-Za-z][A-Za-z0-9-]{0,60}:)")
_MIME = re.compile(r"^content-type:\s*+(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(r"^content-type:\s*+(?:text/html|application/xhtml)", re.IGNORECASE | re.MULTILINE)
_FRAMES = re.compile(r"<frameset(?=[\s>])", re.IGNORECASE)
_TITLE = re.compile(r"<title(?=[\s>])", re.IGNORECASE)


def is_message(text: str) -> bool:
    """Whether `text` begins with the header of a message, and HTML is in it."""
    if _FIELD.match(text) is None:
        return False
    header = re.split(r"\r?\n\r?\n", text[:_LONGEST_HEAD], maxsplit=1)[0]
    return _MIME.search(header) is not None and _PAGE.search(text) is not None


def read_message(text: str) -> tuple[str, tuple[str, ...]]:
    """The HTML of a message that `is_message`, and warnings; `text` itself where there is none in it.

    Of several pages the first is the one that was saved or written; if that is made of frames, those that follow.
    "parts_left_out" says that there are others.
    """
    from email import message_from_string  # noqa: PLC0415 - few pages are messages

    try:
        message = message_from_string(text.lstrip())
        pages = list(_pages(message))
    except (RecursionError, ValueError, LookupError):
        return text, ()
    if not pages:
        return text, ()
    is_framed = len(pages) > 1 and _FRAMES.search(pages[0]) is not None
    markup = "\n".join(pages[1:]) if is_framed else pages[0]
    if not _TITLE.search(markup):
        markup = f"<title>{html.escape(_subject(message))}</title>{markup}"
    return markup, ("parts_left_out",) * (len(pages) > 1 and not is_framed)


def _pages(message: Message) -> Iterator[str]:
    """The HTML parts of a message, in order."""
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = _content(part)
            if page.strip():
                yield page


def _content(part: Message) -> str:
    """A part in characters: what was not encoded is characters already."""
    raw = part.get_payload()
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding not in {"quoted-printable", "base64"}:
        return str(raw)
    decoded = part.get_payload(decode=True)
    content = decoded if isinstance(decoded, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")


def _subject(message: Message) -> str:
    from email.header import decode_header, make_header  # noqa: PLC0415 - few pages are messages

    try:
        return str(make_header(decode_header(str(message.get("Subject", ""))[:_LONGEST_SUBJECT])))
    except (LookupError, ValueError):
        return ""
