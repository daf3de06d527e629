"""Articles that a page holds in the data of its scripts alone: in JSON-LD, or in the state that a script starts from.

They are asked only where the page does not show the same words, or no more than the first of them: a paywalled or
folded article, a description that a script writes, a page that is nothing without its script.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from groats.stages.markup.rich_text import read_blocks
from groats.stages.markup.script_data import WRAPPING, find_objects
from groats.stages.markup.truncated import Shown, fold_words
from groats.stages.markup.xhtml import CDATA
from groats.unicode_ranges import STOPS, STOPS_ALONE

_LONGEST = 1_000_000  # characters of a script: more is a catalogue
_MOST_THINGS = 20_000  # objects and lists that are looked into
_SHORTEST = 200  # characters of a text in JSON-LD, and of one in other data
_LITTLE = 3_000  # characters: a page that shows more is not asked for the data of its scripts
_PROBES, _PROBE = 16, 6  # runs of words that are looked for on the page, and how many words each has
_FEW_FOUND = 0.1  # share of the probes from which the page shows the text
_SENTENCES, _SENTENCES_OF_BLOCKS = 3, 2  # of a string, and of rich text
_SMALL = 0.05  # of what the page shows: a lesser text is no part of the article, if it is not there
_WORD_LENGTH = 12  # characters to a space at most: more is encoded, or a script without spaces
_STOP = re.compile(f"[{STOPS}{STOPS_ALONE}]")
_TAG = re.compile(r"<(?:br|p|div|h[1-6]|ul|ol|li|b|i|em|strong|a|span)(?=[\s/>])", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:br|p|div|h[1-6]|ul|ol|li|b|i|em|strong|a|span)\b", re.IGNORECASE)
_SCRIPT, _SCRIPT_END = re.compile("<(?i:script)"), re.compile("<(?i:/script)")
_STATE = re.compile(r"=\s*+(?=[{\[])")

# Where schema.org has a text, and of what: "" is any type.
_BODIES = {
    "articleBody": frozenset({""}),
    "description": frozenset({"Product", "ProductGroup", "JobPosting", "Recipe"}),
    "text": frozenset({"DiscussionForumPosting", "SocialMediaPosting"}),
}
# What scripts call the text of an article, in lower case and without underscores.
_KEYS = frozenset(
    {"articlebody", "body", "bodyhtml", "content", "contenthtml", "description", "descriptionhtml", "html", "markdown",
     "plaintext", "rendered", "richtext", "text"}
)  # fmt: skip


class Embedded(NamedTuple):
    """A text of a page's data, as text or HTML, and its `origin`, see `groats.document.Hints`.

    `is_begun` says that the page seems to show its beginning.
    """

    text: str
    origin: str
    is_begun: bool = False


def find_embedded(markup: str, shown: Shown) -> list[Embedded]:
    """The texts that the scripts of `markup` hold and that the page lacks, or lacks the better part of, in order."""
    page = _Page(shown)
    found: dict[str, Embedded] = {}
    state: defaultdict[str, list[str]] = defaultdict(list)
    for attributes, source in _scripts(markup):
        if "ld+json" in attributes:
            for text in _described(source):
                if len(text) >= _SHORTEST and (shows := page.compare(text)) is not _Shows.MORE:
                    found.setdefault(text, Embedded(text, "json-ld", is_begun=shows is _Shows.BEGINNING))
        elif page.shows_little and len(source) > _SHORTEST:
            for key, text in _strings(source, attributes):
                state[key].append(text)
    if not found and state:
        texts = max(state.values(), key=lambda texts: sum(map(len, texts)))
        if sum(map(len, texts)) > page.length:
            found = {text: Embedded(text, "data") for text in texts if page.compare(text) is _Shows.NOTHING}
    return list(found.values())


def to_markup(text: str) -> str:
    """The text as HTML: itself if it has tags, escaped or not, else a paragraph a line."""
    if _ESCAPED_TAG.search(text):
        text = html.unescape(text)
    if _TAG.search(text):
        return text
    return "".join(f"<p>{html.escape(html.unescape(line), quote=False)}</p>" for line in text.splitlines())


class _Shows(Enum):
    """What a page shows of a text, as a look at some of its words tells."""

    NOTHING = 1
    BEGINNING = 2
    MORE = 3


class _Page:
    """What a page shows, to be asked whether it has a text too."""

    __slots__ = ("_shown", "length", "shows_little")

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self.length = sum(map(len, shown.blocks))
        self.shows_little = self.length < _LITTLE

    def compare(self, text: str) -> _Shows:
        """What the page shows of a text: nothing or its beginning only if that is long enough beside the page."""
        if len(text) < _SMALL * self.length or (text.isascii() and text.count(" ") * _WORD_LENGTH < len(text)):
            return _Shows.MORE
        words = fold_words(re.sub(r"<[^<>]*>", " ", text)).split()
        step = max(1, (len(words) - _PROBE) // _PROBES)
        probes = [" ".join(words[n : n + _PROBE]) for n in range(0, len(words) - _PROBE + 1, step)][: _PROBES + 1]
        found = list(map(self._shown.has, probes))
        if probes and sum(found) < _FEW_FOUND * len(probes):
            return _Shows.NOTHING
        end = len(found) * 3 // 4
        return _Shows.BEGINNING if len(found) > _PROBE and found[0] and not any(found[end:]) else _Shows.MORE


def _scripts(markup: str) -> Iterator[tuple[str, str]]:
    """The attributes, in lower case, and the content of each <script>."""
    position = 0
    while opening := _SCRIPT.search(markup, position):
        inside = markup.find(">", opening.end()) + 1
        closing = _SCRIPT_END.search(markup, inside) if inside else None
        if closing is None:
            return
        if closing.start() - inside <= _LONGEST:
            yield markup[opening.start() : inside].lower(), markup[inside : closing.start()]
        position = closing.end()


def _described(source: str) -> Iterator[str]:
    """The texts of the things that a script of JSON-LD describes."""
    if not any(f'"{field}"' in source and any(name in source for name in wanted) for field, wanted in _BODIES.items()):
        return
    for thing in find_objects(_load(source), _MOST_THINGS):
        types = thing.get("@type")
        named = {"", *(each for each in (types if isinstance(types, list) else [types]) if isinstance(each, str))}
        for field, wanted in _BODIES.items():
            text = thing.get(field)
            if isinstance(text, str) and not wanted.isdisjoint(named):
                yield text


def _strings(source: str, attributes: str) -> Iterator[tuple[str, str]]:
    """The prose in the data of a script, with the key that each stands under."""
    if "application/json" not in attributes:
        state = _STATE.search(source, 0, _SHORTEST)
        if state is None:
            return
        source = source[state.end() :]
    inside: set[int] = set()  # the objects in rich text that was read, which come after it
    for thing in find_objects(_load(source), _MOST_THINGS):
        is_inside = id(thing) in inside
        for key, value in thing.items():
            text = "" if is_inside else _read_prose(key, value)
            if text:
                yield key, text
            if (text or is_inside) and isinstance(value, dict | list):
                inside.update(map(id, value if isinstance(value, list) else [value]))


def _read_prose(key: str, value: object) -> str:
    """The prose under a key of data, "" if it is none; rich text says by its types what it is, whatever the key."""
    if isinstance(value, list):
        text, fewest = read_blocks(value), _SENTENCES_OF_BLOCKS
    else:
        is_named = isinstance(value, str) and key.lower().replace("_", "") in _KEYS
        text, fewest = str(value) if is_named else "", _SENTENCES
    return text if len(text) >= _SHORTEST and len(_STOP.findall(text)) >= fewest else ""


def _load(source: str) -> object:
    """The value that JSON begins with, None if it is broken."""
    plain = source.replace(CDATA, "").lstrip(WRAPPING)
    try:
        return json.JSONDecoder(strict=False).raw_decode(plain)[0]
    except (ValueError, RecursionError):
        return None
