"""The stages by name, in order: bytes or characters in, an article out."""

from groats.document import Article, Options
from groats.stages.cues import find_cues
from groats.stages.decode import decode
from groats.stages.lines import parse_text
from groats.stages.markup import is_html, parse_html
from groats.stages.metadata import find_metadata
from groats.stages.repair import repair_page


def clean(raw: bytes | str, options: Options | None = None) -> Article:
    """An `Article` with a verdict on every block of the page.

    Takes bytes of any encoding or characters, text or HTML; never raises on any input, only on options that cannot
    be used (`UsageError`: an unknown encoding).
    """
    raise NotImplementedError  # being written
