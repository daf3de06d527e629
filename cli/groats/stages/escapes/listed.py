"""A page that was written as a list of strings, one a node of its text: as JSON, or as Python shows a list or a tuple.

So come pages out of Scrapy's `getall()` and Beautiful Soup's `stripped_strings`, without brackets out of `jq '.[]'`.
"""

import re
from collections.abc import Iterator

from groats.stages.escapes.strings import unescape
from groats.stages.escapes.written import Written, write

_BEGIN, _END = re.compile(r"\s*+[\[(]\s*+"), re.compile(r"[\])]\s*+")
_STRING = r""" u?("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+') """.strip()
_ITEM = re.compile(rf"""(?:{_STRING}|null|None)\s*+(?:(,)\s*+|(?=[\])"']))""", re.DOTALL)
_ROW = re.compile(rf"""\s*+{_STRING}[^\S\n]*+((?=\n)|\Z)""")
# Between two elements of a list: within a paragraph, links may have a comma between them.
_COMMA = re.compile(
    r"</(?:p|h[1-6]|li|div|section|article|main|blockquote|pre|figure|t[dhr]|table|[uod]l|d[dt])>(, )(?=<)"
)
_FEWEST, _FEWEST_ROWS = 5, 20  # strings; so many lines of quotations have a word about who speaks between them


def read_list(text: str) -> Written | None:
    """The page with each string as a line; None where it is no list of strings and nothing else."""
    if begin := _BEGIN.match(text):
        items, place = _match_all(_ITEM, text, begin.end())
        is_list = len(items) >= _FEWEST and _END.fullmatch(text, place) is not None
    elif text[:1] == '"':
        items, place = _match_all(_ROW, text, 0)
        is_list = len(items) >= _FEWEST_ROWS and not text[place:].strip()
    else:
        return None
    return write(text, _find_meant(text, items)) if is_list else None


def read_elements(text: str) -> Written | None:
    """The HTML of a list of elements, as Python shows what `find_all` finds; None where there is no such list."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if not (text.startswith("[<", start) and text.endswith(">]", 0, end)):
        return None
    commas = [(*comma.span(1), "\n") for comma in _COMMA.finditer(text)]
    return write(text, [(start, start + 1, ""), *commas, (end - 1, end, "")])


def _match_all(pattern: re.Pattern[str], text: str, place: int) -> tuple[list[re.Match[str]], int]:
    """What matches one after another from a place on, and where that ends."""
    found: list[re.Match[str]] = []
    while match := pattern.match(text, place):
        found.append(match)
        place = match.end()
    return found, place


def _find_meant(text: str, items: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """What is meant by all that is no words of a string: the ends of lines, and what is escaped."""
    done, is_first = 0, True
    for item in items:
        if item[1]:
            yield done, item.start(1) + 1, "\n" if done and is_first else ""
            yield from unescape(text, item.start(1) + 1, item.end(1) - 1)
            done = item.end(1) - 1
        is_first = item[2] is not None  # pprint writes a long string as several beside each other
    yield done, len(text), "\n"
