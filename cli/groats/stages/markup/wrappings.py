"""What HTML comes wrapped in: messages, feeds, XML, and entities; the rest of a page is in other files."""

import html
import re

from groats.stages.markup.feeds import is_feed, read_feed
from groats.stages.markup.messages import is_message, read_message
from groats.stages.markup.xhtml import is_xhtml, read_xhtml

_FRAMES = re.compile(r"<(?i:frameset)(?=[\s>])")
_ESCAPED = re.compile(
    r"\s*+&lt;(?:!doctype|html|body|p|div|h[1-6]|ul|ol|table|blockquote|article|section)(?:&gt;|\s)", re.IGNORECASE
)


def is_wrapped(text: str, sample: str) -> bool:
    """Whether there is HTML in `text`, which does not look like it; the `sample` is its beginning."""
    return is_message(text) or is_feed(sample) or _is_escaped(sample)


def unwrap(text: str) -> tuple[str, tuple[str, ...]]:
    """The HTML in `text`, mostly itself, and warnings of what is not there: "parts_left_out", "frames_left_out"."""
    warnings: tuple[str, ...] = ()
    markup = text
    if is_message(text):
        markup, warnings = read_message(text)
    elif is_feed(text):
        return read_feed(text), ()
    elif _is_escaped(text):
        markup = html.unescape(text)
    if is_xhtml(markup):
        markup = read_xhtml(markup)
    if markup is text and _FRAMES.search(text):
        warnings = ("frames_left_out",)
    return markup, warnings


def _is_escaped(text: str) -> bool:
    """Whether `text` is HTML of which all tags are escaped, as in the items of feeds."""
    return "<" not in text and _ESCAPED.match(text) is not None
