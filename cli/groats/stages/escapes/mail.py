"""The text of an e-mail that was encoded for its way: quoted-printable ("f=C3=BCr", "a li=" and "ne") or base64.

RFC 2045 and 2046. Of a message of several parts the text stays, with its header; the HTML of one that has any is read
by the stage for markup.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import NamedTuple

from groats.stages.escapes.written import Written, write

_HEAD = re.compile(r"(?:From [^\n]*+\n|[A-Za-z][A-Za-z0-9-]{0,60}+:[^\n]*+\n|[ \t]++\S[^\n]*+\n)++\r?\n")
_LONGEST_HEAD = 100_000  # characters
_FIELD = r"^{}:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)"
_FIELDS = {
    name: re.compile(_FIELD.format(name), re.IGNORECASE | re.MULTILINE)
    for name in ("content-type", "content-transfer-encoding", "mime-version")
}
_CHARSET, _BOUNDARY = (
    re.compile(rf"""\b{name}\s*+=\s*+(?:"([^"]{{1,200}})"|([^\s;"]{{1,200}}))""", re.IGNORECASE)
    for name in ("charset", "boundary")
)
_HTML = re.compile(r"^content-type:\s*+text/html", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2}|=[ \t]*+\r?\n)++")
_SOFT_END = re.compile(r"=[ \t]*+\r?\n")
_MOST_PARTS = 1_000


class _Part(NamedTuple):
    """Where a part of a message begins and ends, its header not counted, and how it is written."""

    start: int
    end: int
    kind: str
    encoding: str
    charset: str


def read_mail(text: str) -> Written | None:
    """The header of a message and its text, decoded; None for what is no message, has HTML, or is not encoded."""
    head = _HEAD.match(text, 0, _LONGEST_HEAD)
    if head is None or "mime-version" not in head[0].lower() or _HTML.search(text):
        return None
    whole = _read_part(head[0], head.end(), len(text))
    parts = list(_split(text, head[0], whole)) if whole.kind.startswith("multipart/") else [whole]
    shown = [part for part in parts if part.kind == "text/plain"]
    if not shown or (shown == [whole] and whole.encoding not in {"quoted-printable", "base64"}):
        return None
    return write(text, _decode(text, head.end(), shown))


def _read_part(head: str, start: int, end: int) -> _Part:
    kind, encoding = (_read_field(head, name).lower() for name in ("content-type", "content-transfer-encoding"))
    return _Part(start, end, kind.partition(";")[0].strip() or "text/plain", encoding.strip(), _pick(_CHARSET, kind))


def _read_field(head: str, name: str) -> str:
    field = _FIELDS[name].search(head)
    return field[1] if field else ""


def _pick(pattern: re.Pattern[str], value: str) -> str:
    found = pattern.search(value)
    return (found[1] or found[2]) if found else ""


def _split(text: str, head: str, whole: _Part) -> Iterator[_Part]:
    """The parts of a message, those of a part that has some itself among them."""
    boundaries = {_pick(_BOUNDARY, _read_field(head, "content-type"))} - {""}
    if not boundaries:
        return
    edges = list(re.finditer(r"^--([^\r\n]{1,200}?)(?:--)?[ \t]*\r?$", text[: whole.end], re.MULTILINE))
    opened: _Part | None = None
    for number, edge in enumerate(edges):
        if edge[1] not in boundaries or number > _MOST_PARTS:
            continue
        if opened:
            yield opened._replace(end=edge.start())
        opened = None
        inner = _HEAD.match(text, edge.end() + 1, edge.end() + _LONGEST_HEAD)
        if inner:
            boundaries.add(_pick(_BOUNDARY, _read_field(inner[0], "content-type")) or edge[1])
            opened = _read_part(inner[0], inner.end(), whole.end)
    if opened:
        yield opened


def _decode(text: str, head: int, parts: list[_Part]) -> Iterator[tuple[int, int, str]]:
    """Where what is no text, or is encoded, begins and ends, and what is meant."""
    done = head
    for part in parts:
        if part.start > done:
            yield done, part.start, ""
        if part.encoding == "quoted-printable":
            for quoted in _QUOTED.finditer(text, part.start, part.end):
                raw = bytes.fromhex(_SOFT_END.sub("", quoted[0]).replace("=", ""))
                yield *quoted.span(), _to_text(raw, part.charset)
        elif part.encoding == "base64":
            yield part.start, part.end, _to_text(_read_base64(text[part.start : part.end]), part.charset)
        done = part.end
    if done < len(text):
        yield done, len(text), ""


def _read_base64(written: str) -> bytes:
    """The bytes as far as they can be read."""
    plain = re.sub(r"[^A-Za-z0-9+/]", "", written)
    whole = len(plain) - (len(plain) % 4 == 1)
    return b64decode(plain[:whole] + "=" * (-whole % 4))


def _to_text(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset or "utf-8", "replace").replace("\r\n", "\n")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace").replace("\r\n", "\n")
