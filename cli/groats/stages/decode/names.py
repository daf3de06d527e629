"""The names of encodings: as users write them, as pages declare them, and as groats reports them."""

import codecs
import re

from groats.errors import UsageError

# What pages call by the name of a standard is its extended form: https://encoding.spec.whatwg.org/#names-and-labels
_EXTENDED = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

# Python calls these text encodings, but they are ways to escape a name or a literal.
_ESCAPES = frozenset({"punycode", "unicode-escape", "raw-unicode-escape"})

_HEAD = 4096  # browsers look into the first 1,024 bytes; pages with long comments on top declare later
_DECLARATION = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{2,40})""",
    re.IGNORECASE,
)


def find_codec(name: str) -> str:
    """The canonical name of the codec that the user calls `name`.

    Raises `UsageError` if Python has no such codec, or if it does not turn every bytes into text.
    """
    try:
        found = codecs.lookup(name).name
        b" ".decode(found, "replace")
    except (LookupError, ValueError):
        found = ""
    if not found or found.replace("_", "-") in _ESCAPES:
        raise UsageError(f"The encoding {name!r} is unknown: use a name such as utf-8, windows-1252 or gb18030.")
    return found


def find_declared(raw: bytes) -> str | None:
    """The codec that the page itself declares in a meta element or an XML declaration, extended as browsers do."""
    declaration = _DECLARATION.search(raw, 0, _HEAD)
    if declaration is None:
        return None
    try:
        return extend(find_codec(declaration[1].decode("ascii", "replace").lower().removeprefix("x-")))
    except UsageError:
        return None


def extend(codec: str) -> str:
    """The superset of `codec` that pages mean by its name, or `codec` itself."""
    return _EXTENDED.get(codec, codec)


def known_name(codec: str) -> str:
    """The name that people write for the canonical name `codec`; Python knows it, too.

    >>> known_name("cp1252"), known_name("iso8859-2"), known_name("euc_jp")
    ('windows-1252', 'iso-8859-2', 'euc-jp')
    """
    name = codec.replace("_", "-")
    if name.startswith("cp125"):
        return name.replace("cp", "windows-")
    return name.replace("iso8859", "iso-8859")
