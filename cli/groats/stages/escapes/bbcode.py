"""A page in the markup of forums (BBCode), as their databases, feeds and interfaces for programs give posts."""

import re
from collections.abc import Iterator

from groats.stages.escapes.written import Written, write

_NAMES = (
    "b|i|u|s|h[1-6]|size|color|colour|font|center|left|right|justify|indent|quote|code|url|email|img|list|olist|ul|ol|li"
    "|table|tr|td|th|sub|sup|spoiler|hide|strike|highlight|noparse|icode|user|attach|media|video|youtube|php|html|pre"
)
_TAG = re.compile(rf"\[(?:(\*)|hr|(br)|(/?)({_NAMES})(?:[= ][^\[\]\n]{{0,500}})?)\]", re.IGNORECASE)
_NAME = re.compile("bb[ -]?code", re.IGNORECASE)  # what explains the markup calls it by its name
_FEWEST, _MEAN = 3, 1_000  # elements that are closed, and characters a tag at most: a page may speak of such tags
_ASIDE = frozenset({"img", "attach", "media", "video", "youtube"})  # they hold addresses
_OTHERS = ("{", "<")  # so begin records and HTML
_OPENED = {"li": "* "}
_CLOSED = {"td": "\t", "th": "\t", "tr": "\n", "li": "\n"}


def read_bbcode(text: str) -> Written | None:
    """The text that posts mean, items with a mark; None where they are not in this markup, or explain it."""
    if text.count("[/") < _FEWEST or text.lstrip().startswith(_OTHERS):
        return None
    tags = list(_TAG.finditer(text))
    opened = {tag[4].lower() for tag in tags if tag[4] and not tag[3]}
    closed = [tag for tag in tags if tag[3] and tag[4].lower() in opened]
    is_markup = len(closed) >= _FEWEST and len(tags) * _MEAN >= len(text) and not _NAME.search(text)
    return write(text, _find_meant(tags)) if is_markup else None


def _find_meant(tags: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Where tags begin and end, those of pictures with what they hold, and what is meant by them."""
    aside: re.Match[str] | None = None
    for tag in tags:
        name = (tag[4] or "").lower()
        if aside:
            if tag[3] and name == aside[4].lower():
                yield aside.start(), tag.end(), ""
                aside = None
        elif name in _ASIDE and not tag[3]:
            aside = tag
        else:
            yield *tag.span(), "* " if tag[1] else "\n" if tag[2] else (_CLOSED if tag[3] else _OPENED).get(name, "")
