"""Markup cut back to what a parser can read in linear time, the text kept.

What takes a parser time that grows with the square of the page, measured with selectolax 1.0: elements nested in each
other (80,000 <div>: 10 s), attributes of one tag (8,000: 0.1 s), and formatting that is never closed, which is opened
anew in each block that follows (8,000 <font> in 8,000 <div>: 14 GB). And every element takes 180 bytes of memory. No
page that is meant to be read comes near.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from groats.stages.markup.tags import load_tags

_DEEPEST = 400  # elements in each other
_MOST_OPEN = 8  # formatting elements that are open at once
_MOST_TAGS = 500_000  # start and end tags: some 500 MB
_MOST_ATTRIBUTES = 500  # of one tag
_MOST_ROOTS = 20  # <html> and <body> tags: all their attributes go to one element
_MOST_SCRIPTS = 20  # that are ended where they seem to hold an overlong tag: each takes a look at all that follows
_LONGEST_TAG = 4_096  # characters: the attributes of a longer one are counted
_FEW_TAGS = 4_000  # a page with fewer "<" cannot do much harm, however they nest
_MANY_TAGS = 8_000  # nor one with fewer than these, if it has little formatting
_MUCH_FORMATTING = 200
_FEW_HIDDEN_ENDS = 50

# A tag as the parser reads it (HTML standard, 13.2.5.6 to 13.2.5.40): a ">" in a quoted value does not end it.
_SPACE = r"[ \t\n\f\r]"
_NAME = r"[a-zA-Z][^ \t\n\f\r/>]*+"
_VALUE = rf"""{_SPACE}*+={_SPACE}*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^ \t\n\f\r>]*+)"""
_USUAL = r' [a-z-]++="[^"]*+"'  # what the others of `_ATTRIBUTES` match too, in more steps
_ATTRIBUTES = rf"(?:{_USUAL}|[ \t\n\f\r/]++|(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)(?:{_VALUE})?+)*+"
_TAG = re.compile(rf"<(/?)({_NAME})({_ATTRIBUTES})(?:>|\Z)")
_QUOTED = re.compile(rf"""={_SPACE}*+(?:"[^"]*+"|'[^']*+')""")
_HIDDEN_END = re.compile(rf"""={_SPACE}*+(?:"[^">]*+>|'[^'>]*+>)""")  # a ">" in a quoted value
_SCRIPT_END = re.compile("</script", re.IGNORECASE)
_OPENING = re.compile("<[a-zA-Z]")
_ANY_TAGS = re.compile(r"(?:<[a-zA-Z/!?][^<>]*+>?+\s*+)++")  # comments too

_LINE_BREAK = "<br>"
_ROOTS = frozenset({"html", "body"})


class _Cuts(NamedTuple):
    """What to cut, by the numbers of the tags in the markup: those nested too deep, and those with too much in them.

    `leaves_open` says that so much formatting is left open that all of it should go.
    """

    nested: set[int]
    overlong: set[int]
    leaves_open: bool


def bound_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """The markup without what would take a parser too long, mostly `text` itself, and warnings of what was cut.

    "tags_cut" says that tags beyond the first half a million are gone, "nesting_cut" that those nested deepest are.
    """
    if not _is_suspicious(text):
        return text, ()
    bounded = _bound_tags(text)
    warnings = ("tags_cut",) * (bounded is not text)
    cuts = _find_cuts(bounded)
    if cuts.leaves_open:
        bounded = _compile_formatting().sub("", bounded)
        cuts = _find_cuts(bounded)
    if cuts.overlong:
        bounded = _end_scripts(bounded)
        cuts = _find_cuts(bounded)
    if cuts.nested or cuts.overlong:
        bounded = _cut(bounded, cuts)
    return bounded, warnings + ("nesting_cut",) * bool(cuts.nested)


def find_long_pieces(text: str, longest: int) -> Iterator[str]:
    """The pieces between one ">" and the next that are longer than `longest` characters.

    Such a piece covers one of the spans of half that length which the text is cut into, and few of these have no ">".
    """
    span = longest // 2
    start = 0
    while start + span <= len(text):
        if text.find(">", start, start + span) >= 0:
            start += span
            continue
        begin, end = text.rfind(">", 0, start) + 1, text.find(">", start)
        end = end if end >= 0 else len(text)
        if end - begin > longest:
            yield text[begin:end]
        start = end


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
        or any(map(_has_many_attributes, find_long_pieces(text, _LONGEST_TAG)))
    )


def _has_many_attributes(text: str) -> bool:
    """Whether a long piece of markup is a tag with too many attributes."""
    opening = _OPENING.search(text)
    return opening is not None and len(text) - opening.start() > _LONGEST_TAG and _are_many(text[opening.start() :])


def _are_many(attributes: str) -> bool:
    return len(_QUOTED.sub(" ", attributes).split()) > _MOST_ATTRIBUTES


@functools.cache
def _compile_seen_tags() -> re.Pattern[str]:
    names = "|".join(sorted(load_tags().swallowing))
    return re.compile(rf"(?:</?(?!(?:{names})(?![^ \t\n\f\r/>]))[a-zA-Z][^<>]*+>?+\s*+)++", re.IGNORECASE)


@functools.cache
def _compile_formatting() -> re.Pattern[str]:
    names = "|".join(sorted(load_tags().formatting))
    return re.compile(rf"</?(?:{names})(?=[ \t\n\f\r/>]){_ATTRIBUTES}>", re.IGNORECASE)


def _find_cuts(text: str) -> _Cuts:
    """What to cut, as far as tags tell."""
    tags = load_tags()
    uncounted, formatting = tags.childless | tags.end_optional, tags.formatting
    nested: set[int] = set()
    overlong: set[int] = set()
    leaves_open = False
    elements = _OpenElements()
    open_formatting: Counter[str] = Counter()
    roots = 0
    for number, (closes, tag, attributes) in enumerate(_TAG.findall(text)):
        name = tag.lower()
        if name in uncounted:
            roots += name in _ROOTS
            if roots > _MOST_ROOTS and name in _ROOTS:
                overlong.add(number)
        elif name in formatting:
            open_formatting[name] += -1 if closes and open_formatting[name] else not closes
            leaves_open = leaves_open or open_formatting.total() > _MOST_OPEN
        elif (elements.close(name) if closes else elements.open(name)) > _DEEPEST:
            nested.add(number)
            continue
        if len(attributes) > _LONGEST_TAG and _are_many(attributes):
            overlong.add(number)
    return _Cuts(nested, overlong, leaves_open)


def _end_scripts(text: str) -> str:
    """The markup without what a script has behind a "<" that begins an overlong tag, were it one: 0<a.length</script>.

    So the cut of that tag does not take the script's end, and what follows, with it. What is a tag and merely holds the
    end of a script is closed before that.
    """
    parts: list[str] = []
    end = 0
    for _ in range(_MOST_SCRIPTS):
        for tag in _TAG.finditer(text, end):
            script_end = _SCRIPT_END.search(tag[3]) if len(tag[3]) > _LONGEST_TAG else None
            if script_end is not None and _are_many(tag[3]):
                parts += (text[end : tag.start(3)], ">")
                end = tag.start(3) + script_end.start()
                break
        else:
            break
    return "".join((*parts, text[end:]))


def _cut(text: str, cuts: _Cuts) -> str:
    """The markup with line breaks for the tags that are nested too deep, and without overlong attributes."""
    parts: list[str] = []
    end = 0
    for number, tag in enumerate(_TAG.finditer(text)):
        if number in cuts.nested:
            parts += (text[end : tag.start()], _LINE_BREAK)
            end = tag.end()
        elif number in cuts.overlong:
            parts.append(text[end : tag.start(3)])
            end = tag.end(3)
    return "".join((*parts, text[end:]))


class _OpenElements:
    """The elements that the parser has open, as far as tags tell: never fewer than it has."""

    __slots__ = ("_blocks", "_depths", "_fences", "_names", "_of_blocks", "_of_fences")

    def __init__(self) -> None:
        tags = load_tags()
        self._fences = tags.fences
        self._blocks = tags.fences | tags.block
        self._names: list[str] = []
        self._depths: defaultdict[str, list[int]] = defaultdict(list)  # of the elements of each name
        self._of_fences: list[int] = []
        self._of_blocks: list[int] = []

    def open(self, name: str) -> int:
        """Open an element; how deep it is, from 1."""
        self._names.append(name)
        depth = len(self._names)
        self._depths[name].append(depth)
        if name in self._blocks:
            self._of_blocks.append(depth)
        if name in self._fences:
            self._of_fences.append(depth)
        return depth

    def close(self, name: str) -> int:
        """Close the element that an end tag is for, and those in it; how deep it was, 0 if there is none.

        An end tag reaches past other elements, but not out of a table and the like; that of an inline element not
        out of any block either.
        """
        own = self._depths.get(name)
        walls = self._of_fences if name in self._blocks else self._of_blocks
        if not own or (walls and walls[-1] > own[-1]):
            return 0
        depth = own[-1]
        for inner in self._names[depth - 1 :]:
            self._depths[inner].pop()
        del self._names[depth - 1 :]
        for walls in (self._of_fences, self._of_blocks):
            while walls and walls[-1] >= depth:
                walls.pop()
        return depth
