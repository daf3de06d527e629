"""XHTML made HTML: what XML reads in another way."""

import html
import re

_XML = re.compile(r"\s*+<\?xml[\s?]")
CDATA, CDATA_END = "<![CDATA[", "]]>"
_RAW = re.compile(r"<(/?)(?:script|style)(?=[\s/>])", re.IGNORECASE)
_EMPTY = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)[\s/])([a-zA-Z][\w:.-]*+)([^<>]*?)/>",
    re.IGNORECASE,
)


def is_xhtml(markup: str) -> bool:
    """Whether the markup says that it is XML."""
    return _XML.match(markup) is not None


def read_xhtml(markup: str) -> str:
    """The markup with empty elements closed by an end tag, and CDATA as text.

    HTML takes `<script/>` for a start tag, and CDATA for a comment.
    """
    first, *rest = _EMPTY.sub(r"<\1\2></\1>", markup).split(CDATA)
    parts = [first]
    in_script = _ends_in_script(first, was=False)
    for piece in rest:
        inside, _, after = piece.partition(CDATA_END)
        parts += [inside if in_script else html.escape(inside, quote=False), after]
        in_script = _ends_in_script(after, was=in_script)
    return "".join(parts)


def _ends_in_script(markup: str, *, was: bool) -> bool:
    """Whether a script or style is open at the end of the markup, if one was at its start or not."""
    for tag in _RAW.finditer(markup):
        was = not tag[1]
    return was
