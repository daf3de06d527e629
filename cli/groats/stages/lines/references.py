"""What browsers of the terminal, and scrapers, write below a page: where its links lead, by their numbers."""

import re
from collections.abc import Sequence

from groats.document import Line
from groats.unicode_ranges import STOPS

_ADDRESS = r"(?:https?|ftp|file|mailto|javascript|tel|news|about|data):\S"
_ITEM = re.compile(r"\s*(?:(\d{1,4})\.|[\[⟨](\d{1,5})[\]⟩]) \s*(\S.*)")
_BARE = re.compile(rf"\s*{_ADDRESS}")  # below the title of a link: elinks names those that have one
_AN_ADDRESS = re.compile(_ADDRESS)
# That of a link stands before its words, that of a note behind some.
_NUMBERED = re.compile(r"\[\d{1,4}\](?:\w|\[\D)")
# crawl4ai has it behind the words of a link, and within those of an image.
_CITED, _CITATION = re.compile(r"!\[[^\[\]]*⟨\d{1,5}⟩\]| ?⟨\d{1,5}⟩"), "⟩"
_LONGEST_HEADING = 40  # characters: "References", "Visible links:", in the language of its reader


def find_references(text: str, lines: Sequence[Line]) -> int:
    """How many lines at the end of a text say where its links lead, the headings above them too; 0 if none do.

    All that stands below the first has to be of that list: so no references of an article with a footer below are.
    """
    if not (_CITATION in text or _NUMBERED.search(text)):
        return 0
    texts = [line.text.rstrip() for line in lines]
    start, addresses, items = len(texts), 0, 0
    first = start
    while start and _is_of_list(texts, start - 1):
        start -= 1
        if item := _ITEM.match(texts[start]):
            items += 1
            addresses += _AN_ADDRESS.match(item[3]) is not None
            first = start if int(item[1] or item[2]) == 1 else first
        else:
            addresses += _BARE.match(texts[start]) is not None
    if first == len(texts) or addresses < items:
        return 0
    return len(texts) - _find_headings(texts, first)


def without_citations(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without the numbers of their links where these stand behind them, and without images with one."""
    if _CITATION not in text:
        return lines
    return tuple([line._replace(text=_CITED.sub("", line.text)) for line in lines])


def _is_of_list(texts: Sequence[str], n: int) -> bool:
    """Whether a line may be of the list: blank, an item, an address, or what names the links below."""
    text = texts[n]
    if not text or _ITEM.match(text) or _BARE.match(text):
        return True
    is_heading = text.endswith(":") and len(text) <= _LONGEST_HEADING
    return is_heading and _ITEM.match("".join(texts[n + 1 : n + 2])) is not None


def _find_headings(texts: Sequence[str], first: int) -> int:
    """The position of the topmost heading above the list: "References", and maybe "Visible links" directly above it."""
    top = first - 1 if _is_heading(texts, first - 1) else first
    above = top - 1
    while above > 0 and not texts[above]:
        above -= 1
    return above if above < top - 1 and _is_heading(texts, above) and not texts[above - 1] else top


def _is_heading(texts: Sequence[str], n: int) -> bool:
    return n > 0 and 0 < len(texts[n]) <= _LONGEST_HEADING and not texts[n].endswith(tuple(STOPS))
