"""Text told from HTML."""

import re

_START = re.compile(r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether `text` is HTML, a page or a piece of one, and not text that merely has a "<" in it."""
    return _START.match(text) is not None
