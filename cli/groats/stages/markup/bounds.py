"""Markup cut back to what a parser can read in linear time, the text kept.

What takes a parser time that grows with the square of the page, measured with selectolax 1.0: elements nested in each
other (80,000 <div>: 10 s), attributes of one tag (8,000: 0.1 s), and formatting that is never closed, which is opened
anew in each block that follows (8,000 <font> in 8,000 <div>: 14 GB). And every element takes 180 bytes of memory. No
page that is meant to be read comes near.
"""

import functools
import re
from collections import Counter
from itertools import islice

from groats.stages.markup.tags import load_tags

_DEEPEST = 400  # elements in each other
_MOST_OPEN = 8  # formatting elements that are open at once
_MOST_TAGS = 500_000  # start and end tags: some 500 MB
_MOST_ATTRIBUTES = 500  # of one tag
_MOST_ROOTS = 20  # <html> and <body> tags: all their attributes go to one element
_LONGEST_TAG = 4_096  # characters: the attributes of a longer one are counted
_FEW_TAGS = 4_000  # a page with fewer "<" cannot do much harm, however they nest
_MANY_TAGS = 8_000  # nor one with fewer than these, if it has little formatting
_MUCH_FORMATTING = 200
_FEW_HIDDEN_ENDS = 50
_FURTHEST = 1_000  # open elements that an end tag is compared with

# A tag as the parser reads it (HTML standard, 13.2.5.6 to 13.2.5.40): a ">" in a quoted value does not end it.
_SPACE = r"[ \t\n\f\r]"
_NAME = r"[a-zA-Z][^ \t\n\f\r/>]*+"
_VALUE = rf"""{_SPACE}*+={_SPACE}*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^ \t\n\f\r>]*+)"""
_ATTRIBUTES = rf"(?:[ \t\n\f\r/]++|(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)(?:{_VALUE})?+)*+"
_TAG = re.compile(rf"<(/?)({_NAME})({_ATTRIBUTES})(?:>|\Z)")
_QUOTED = re.compile(rf"""={_SPACE}*+(?:"[^"]*+"|'[^']*+')""")
_HIDDEN_END = re.compile(rf"""={_SPACE}*+(?:"[^">]*+>|'[^'>]*+>)""")  # a ">" in a quoted value
_OPENING = re.compile("<[a-zA-Z]")
_ANY_TAGS = re.compile(r"(?:<[a-zA-Z/!?][^<>]*+>?+\s*+)++")  # comments too

_LINE_BREAK = "<br>"
_ROOTS = frozenset({"html", "body"})

# What to replace: from where, to where, by what.
Cut = tuple[int, int, str]


def bound_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """The markup without what would take a parser too long, mostly `text` itself, and warnings of what was cut.

    "tags_cut" says that tags beyond the first half a million are gone, "nesting_cut" that those nested deepest are.
    """
    if not _is_suspicious(text):
        return text, ()
    bounded = _bound_tags(text)
    warnings = ("tags_cut",) * (bounded is not text)
    cuts, leaves_open = _find_cuts(bounded)
    if leaves_open:
        bounded = _compile_formatting().sub("", bounded)
        cuts, _ = _find_cuts(bounded)
    parts: list[str] = []
    end = 0
    for start, stop, replacement in cuts:
        parts += (bounded[end:start], replacement)
        end = stop
    parts.append(bounded[end:])
    was_nested = any(replacement for _, _, replacement in cuts)
    return "".join(parts), warnings + ("nesting_cut",) * was_nested


def _bound_tags(text: str) -> str:
    """The markup with no more tags than memory can hold: those beyond go, their text stays.

    Scripts and the like keep theirs, lest their text be seen, unless there are as many of those alone.
    """
    if text.count("<") <= _MOST_TAGS:
        return text
    end = next(islice(re.finditer("<", text), _MOST_TAGS, None)).start()
    beyond = _compile_seen_tags().sub(" ", text[end:])
    if beyond.count("<") > _MOST_TAGS:
        beyond = _ANY_TAGS.sub(" ", beyond)
    return text[:end] + beyond


def _is_suspicious(text: str) -> bool:
    """Whether there are so many tags, or such long ones, that they could do harm."""
    tags = text.count("<")
    return (
        tags > _MANY_TAGS
        or (tags > _FEW_TAGS and len(_compile_formatting().findall(text)) > _MUCH_FORMATTING)
        or len(_HIDDEN_END.findall(text)) > _FEW_HIDDEN_ENDS
        or any(len(piece) > _LONGEST_TAG and _has_many_attributes(piece) for piece in text.split(">"))
    )


def _has_many_attributes(text: str) -> bool:
    opening = _OPENING.search(text)
    if opening is None or len(text) - opening.start() <= _LONGEST_TAG:
        return False
    return len(_QUOTED.sub(" ", text[opening.start() :]).split()) > _MOST_ATTRIBUTES


@functools.cache
def _compile_seen_tags() -> re.Pattern[str]:
    names = "|".join(sorted(load_tags().swallowing))
    return re.compile(rf"(?:</?(?!(?:{names})(?![^ \t\n\f\r/>]))[a-zA-Z][^<>]*+>?+\s*+)++", re.IGNORECASE)


@functools.cache
def _compile_formatting() -> re.Pattern[str]:
    names = "|".join(sorted(load_tags().formatting))
    return re.compile(rf"</?(?:{names})(?=[ \t\n\f\r/>]){_ATTRIBUTES}>", re.IGNORECASE)


def _find_cuts(text: str) -> tuple[list[Cut], bool]:
    """What to cut, and whether so much formatting is left open that all of it should go."""
    tags = load_tags()
    uncounted = tags.childless | tags.end_optional
    cuts: list[Cut] = []
    open_elements = _OpenElements()
    formatting: Counter[str] = Counter()
    leaves_open = False
    roots = 0
    for match in _TAG.finditer(text):
        closes, name, attributes = match.groups()
        name = name.lower()
        if name in tags.formatting:
            formatting[name] += -1 if closes and formatting[name] else not closes
            leaves_open = leaves_open or formatting.total() > _MOST_OPEN
        elif name not in uncounted:
            depth = open_elements.close(name) if closes else open_elements.open(name)
            if depth > _DEEPEST:
                cuts.append((match.start(), match.end(), _LINE_BREAK))
                continue
        roots += name in _ROOTS
        if (name in _ROOTS and roots > _MOST_ROOTS) or (
            len(attributes) > _LONGEST_TAG and len(_QUOTED.sub(" ", attributes).split()) > _MOST_ATTRIBUTES
        ):
            cuts.append((match.start(3), match.end(3), ""))
    return cuts, leaves_open


class _OpenElements:
    """The elements that the parser has open, as far as tags tell: never fewer than it has."""

    __slots__ = ("_blocks", "_count", "_fences", "_names")

    def __init__(self) -> None:
        tags = load_tags()
        self._fences = tags.fences
        self._blocks = tags.fences | tags.block
        self._names: list[str] = []
        self._count: Counter[str] = Counter()

    def open(self, name: str) -> int:
        """Open an element; how deep it is, from 1."""
        self._names.append(name)
        self._count[name] += 1
        return len(self._names)

    def close(self, name: str) -> int:
        """Close the element that an end tag is for, and those in it; how deep it was, 0 if there is none.

        An end tag reaches past other elements, but not out of a table and the like; that of an inline element not
        out of any block either.
        """
        if not self._count[name]:
            return 0
        names = self._names
        walls = self._fences if name in self._blocks else self._blocks
        for depth in range(len(names), max(0, len(names) - _FURTHEST), -1):
            if names[depth - 1] == name:
                self._count.subtract(names[depth - 1 :])
                del names[depth - 1 :]
                return depth
            if names[depth - 1] in walls:
                break
        return 0
