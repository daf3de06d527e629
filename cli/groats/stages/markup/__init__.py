"""HTML to the same lines and blocks that plain text gives, with the evidence that the markup adds."""

from groats.stages.markup.parse import parse_html
from groats.stages.markup.sniff import is_html

__all__ = ["is_html", "parse_html"]
