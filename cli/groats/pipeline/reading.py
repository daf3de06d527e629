"""From bytes or characters to a page."""

from dataclasses import replace
from io import StringIO
from itertools import islice

from groats.document import Kind, Options, Page, Source
from groats.stages.binary import is_binary
from groats.stages.breaks import find_breaks
from groats.stages.decode import decode
from groats.stages.escapes import read_escapes, to_source
from groats.stages.lines import parse_text
from groats.stages.markup import is_html, parse_html
from groats.stages.repair import repair_page
from groats.stages.scripts import part_scripts

# So much is read within a second where a page need not be read whole: it has more blocks than are judged, mostly.
_MOST_LINES, _MOST_CHARACTERS = 20_000, 4_000_000
_MOST_BYTES = 4 * _MOST_CHARACTERS  # a character of UTF-8 or UTF-32 has no more than four


def read(raw: bytes | str, options: Options) -> tuple[Source, Page]:
    """The input as characters, and the page in them; of a page that need not be read whole, its beginning."""
    begin = raw if options.whole or isinstance(raw, str) else _first_bytes(raw)
    source = decode(begin, options.encoding)
    text = source.text if options.whole else _first_lines(source.text)
    page = read_page(text, options.kind)
    if is_binary(text):
        page = replace(page, warnings=(*page.warnings, "binary"))
    if len(begin) < len(raw) or len(text) < len(source.text):
        source = replace(source, text=text)
        page = replace(page, warnings=(*page.warnings, "cut_short"))
    return source, page


def read_page(text: str, kind: Kind | None = None) -> Page:
    """The page with its lines and blocks, repaired; text or HTML as `kind` says, or as it looks."""
    written = read_escapes(text)
    if written is None:
        return _read(text, kind)
    return to_source(_read(written.text, "html" if written.is_markup else kind), written, len(text))


def _read(text: str, kind: Kind | None) -> Page:
    if kind is None:
        kind = "html" if is_html(text) else "text"
    if kind == "html":
        return repair_page(parse_html(text))
    return repair_page(parse_text(text, find_breaks(text, part_scripts(text))))


def _first_bytes(raw: bytes) -> bytes:
    """The bytes that are read of a page that need not be read whole; no character of UTF-8 is cut in two."""
    end = _MOST_BYTES
    while end < len(raw) and end > _MOST_BYTES - 4 and raw[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a later byte
        end -= 1
    return raw[:end]


def _first_lines(text: str) -> str:
    """The lines that are read of a page that need not be read whole."""
    if len(text) <= _MOST_CHARACTERS and text.count("\n") + text.count("\r") < _MOST_LINES:
        return text
    lines = StringIO(text[:_MOST_CHARACTERS], newline="")
    return text[: sum(map(len, islice(lines, _MOST_LINES)))]
