"""The order in which encodings are tried, from the certain to the likely."""

import codecs
import re

from groats.document import Source
from groats.stages.decode.legacy import detect_legacy
from groats.stages.decode.names import find_codec, find_declared, known_name
from groats.stages.decode.plausibility import plausibility

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_WIDE_HEAD = 4096
_WIDE_PLAUSIBLE = 0.8

# With this many characters of several bytes for a stray one, a page is UTF-8 into which somebody pasted.
_FEW = 20
# With at least as many characters of several bytes as stray ones it is a mixture. Other encodings pass for UTF-8 in
# less: Chinese in gb18030 in 0.3 a stray byte, Russian in 0.5, Greek in 0.9, everything else in 0.3 at most.
_MIXED = 1

_HIGH_BYTES = bytes(range(0x80, 0x100))
# What the error handler "surrogateescape" makes of bytes that are no UTF-8, as cp1252: what is pasted into it mostly.
_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in _HIGH_BYTES}
_SURROGATE = re.compile("[\ud800-\udfff]")
_JIS_ESCAPES = (b"\x1b$B", b"\x1b$@")


def decode(raw: bytes | str, encoding: str | None = None) -> Source:
    """The characters of `raw`, with the encoding they were read in and the number of bytes that had to be mended.

    Tried in this order: `encoding`, byte order marks, UTF-16 and UTF-32 by their NUL bytes, strict UTF-8, UTF-8 with
    stray bytes, the encoding that the page declares, and what detection finds. Characters pass as they are, except
    that lone surrogates become U+FFFD. Never raises on any input, only `UsageError` if Python knows no such `encoding`.
    """
    codec = None if encoding is None else find_codec(encoding)
    if isinstance(raw, str):
        return _take(raw)
    if codec is None:
        codec = _find_marked(raw) or _find_wide(raw) or _find_jis(raw)
    if codec is not None:
        return _read(raw, codec)
    try:
        return Source(raw.decode(), "utf-8", len(raw))
    except UnicodeDecodeError:
        return _read_broken(raw)


def _take(characters: str) -> Source:
    """Characters as they are, with the size that they have in UTF-8."""
    try:
        return Source(characters, "str", len(characters.encode()))
    except UnicodeEncodeError:
        text, replaced = _SURROGATE.subn("\ufffd", characters)
        return Source(text, "str", len(text.encode()), replaced)


def _find_marked(raw: bytes) -> str | None:
    return next((codec for mark, codec in _MARKS if raw.startswith(mark)), None)


def _find_wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: of those that make sense of bytes with NULs the one that finds most ASCII."""
    head = raw[:_WIDE_HEAD]
    if 0 not in head:
        return None
    # An incremental decoder waits for the rest of a character cut in two.
    texts = {codec: codecs.getincrementaldecoder(codec)("replace").decode(head) for codec in _WIDE}
    found = [codec for codec, text in texts.items() if text and plausibility(text) >= _WIDE_PLAUSIBLE]
    return max(found, key=lambda codec: sum(map(str.isascii, texts[codec])), default=None)


def _find_jis(raw: bytes) -> str | None:
    """ISO-2022-JP, which is ASCII by its bytes, by the escapes that begin two-byte characters."""
    return "iso2022_jp" if any(escape in raw for escape in _JIS_ESCAPES) and raw.isascii() else None


def _read(raw: bytes, codec: str) -> Source:
    """`raw` in `codec`, whatever that takes: what cannot be read becomes U+FFFD, in UTF-8 what `_mend` makes of it."""
    if codec in {"utf-8", "utf-8-sig"}:
        text, repaired = _mend(raw)
    else:
        text = raw.decode(codec, "replace")
        repaired = text.count("\ufffd")
        if codec == "utf-7":  # alone in that it can spell lone surrogates
            text = _SURROGATE.sub("\ufffd", text)
    return Source(text.removeprefix("\ufeff"), known_name(codec), len(raw), repaired)


def _read_broken(raw: bytes) -> Source:
    """Bytes that are no UTF-8: UTF-8 with a few strays, or mixed with another encoding, or another encoding."""
    several, stray = _measure(raw)
    if several and several >= _FEW * stray:
        return _read(raw, "utf-8")
    declared = find_declared(raw)
    if several and several >= _MIXED * stray:
        return _read_mixed(raw, stray, declared)
    return _read(raw, detect_legacy(raw, declared))


def _read_mixed(raw: bytes, stray: int, declared: str | None) -> Source:
    """UTF-8 that lines of another encoding were put into: each line in the one that it reads better in."""
    lines = raw.splitlines(keepends=True)
    texts = [_read_line(line) for line in lines]
    codec = detect_legacy(b"".join(line for line, text in zip(lines, texts, strict=True) if text is None), declared)
    read = [line.decode(codec, "replace") if text is None else text for line, text in zip(lines, texts, strict=True)]
    return Source("".join(read), "utf-8", len(raw), stray)


def _read_line(line: bytes) -> str | None:
    """`line` as UTF-8, a stray byte in it mended, or None if most of it is something else."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        several, stray = _measure(line)
        return _mend(line)[0] if several >= stray else None


def _measure(raw: bytes) -> tuple[int, int]:
    """How many characters of several bytes `raw` has when read as UTF-8, and how many bytes that are none.

    A character cut off at the end (by `head -c`, by a broken download) is neither.
    """
    readable, used = codecs.utf_8_decode(raw, "ignore")
    return len(readable) - len(raw.translate(None, _HIGH_BYTES)), used - len(readable.encode())


def _mend(raw: bytes) -> tuple[str, int]:
    """`raw` as UTF-8 with its stray bytes read as cp1252, and their number; what is cut off at the end is U+FFFD."""
    escaped, used = codecs.utf_8_decode(raw, "surrogateescape")
    cut = len(raw) - used
    return escaped.translate(_STRAY) + "\ufffd" * bool(cut), _measure(raw)[1] + cut
