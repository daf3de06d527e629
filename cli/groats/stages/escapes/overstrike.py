"""Text for a printer, which sets a letter twice for bold, or with a line below: "N", back, "N", as `man` wrote it."""

import re

from groats.stages.escapes.written import Written, write

_STRUCK = re.compile("(?:[^\b\n]\b)++")
_FEWEST = 3


def read_overstruck(text: str) -> Written | None:
    """The text with each letter once; None where nothing is struck over."""
    if text.count("\b") < _FEWEST:
        return None
    struck = [(*letters.span(), "") for letters in _STRUCK.finditer(text)]
    return write(text, struck) if len(struck) >= _FEWEST else None
