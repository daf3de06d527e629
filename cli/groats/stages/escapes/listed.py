"""A page that was written as a list of strings, one a node of its text: as JSON, or as Python shows a list.

So come pages out of Scrapy's `getall()` and Beautiful Soup's `stripped_strings`.
"""

import re
from collections.abc import Iterator

from groats.stages.escapes.strings import unescape
from groats.stages.escapes.written import Written, write

_BEGIN, _END = re.compile(r"\s*+\[\s*+"), re.compile(r"\]\s*+")
_ITEM = re.compile(r"""(?:u?("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')|null|None)\s*+(?:(,)\s*+|(?=[\]"']))""", re.DOTALL)
_FEWEST = 5  # strings


def read_list(text: str) -> Written | None:
    """The page with each string as a line; None where it is no list of strings and nothing else."""
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    items: list[re.Match[str]] = []
    place = begin.end()
    while item := _ITEM.match(text, place):
        items.append(item)
        place = item.end()
    is_list = len(items) >= _FEWEST and _END.fullmatch(text, place)
    return write(text, _find_meant(text, items)) if is_list else None


def _find_meant(text: str, items: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """What is meant by all that is no words of a string: the ends of lines, and what is escaped."""
    done, is_first = 0, True
    for item in items:
        if item[1]:
            yield done, item.start(1) + 1, "\n" if done and is_first else ""
            yield from unescape(text, item.start(1) + 1, item.end(1) - 1)
            done = item.end(1) - 1
        is_first = bool(item[2])  # pprint writes a long string as several beside each other
    yield done, len(text), "\n"
