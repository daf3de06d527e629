"""Plain text of any renderer, cut into the lines of the input and the blocks that a reader sees."""

from groats.stages.lines.book import is_licence
from groats.stages.lines.marks import is_definition
from groats.stages.lines.parse import parse_text

__all__ = ["is_definition", "is_licence", "parse_text"]
