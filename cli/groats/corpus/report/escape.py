"""Text that pages brought, made harmless for HTML."""

import html

from groats.render.text import without_surrogates
from groats.render.visible import make_visible


def escape(text: str) -> str:
    """The text with nothing in it that a browser could take for markup, and with a mark for what is not seen."""
    return html.escape(make_visible(without_surrogates(text)))
