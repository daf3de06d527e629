"""Text that pages brought, made harmless for HTML."""

import html
import re

from groats.render.text import without_surrogates

# Controls and invisible marks that could reorder, hide or break what a person reads. Joiners stay: scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def escape(text: str) -> str:
    """The text with nothing in it that a browser could take for markup, and with its unseen characters named."""
    return html.escape(_UNSEEN.sub(_name, without_surrogates(text)))


def _name(unseen: re.Match[str]) -> str:
    return " " if unseen[0] in "\t\n\r" else f"\\u{ord(unseen[0]):04x}"
