"""What stands in a box whose class says that it is no part of what the page is about: related goods, signatures."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress, count

from groats.document import Decision, Element, Evidence, Form
from groats.stages.decide.settle import drop, stays
from groats.tables import load_table

_WORD = re.compile(r"(?<![A-Z])[A-Z]*+[a-z]+")  # capitals are tried once: a long run of them took the square
_MOST = 0.5  # of the words that stay: a class that more are in is the page's own
_WHOLE = frozenset({"html", "body", "main"})  # whose classes say what the page is


@dataclass(frozen=True, slots=True)
class Named:
    """What `data/named.toml` says: the reason for each word, and in which classes it says nothing.

    Those begin as one of `posts`, or have a word of `about` beside it.
    """

    reasons: Mapping[str, str]
    posts: tuple[str, ...]
    about: frozenset[str]


@functools.cache
def load_named() -> Named:
    """The table of words in classes."""
    table = load_table("named")
    reasons = {word: row["reason"] for row in table["box"] for word in row["words"]}
    return Named(reasons, tuple(table["posts"]), frozenset(table["about"]))


def find_word(classes: str) -> str:
    """The word in the classes of a box that speaks against it, "" for none."""
    named = load_named()
    for name in classes.split():
        words: list[str] = [word.lower() for word in _WORD.findall(name)]
        found = [word for word in words if word in named.reasons]
        if found and named.about.isdisjoint(words) and not name.startswith(named.posts):
            return found[0]
    return ""


def drop_named(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What is in boxes of such a class goes, whatever its score, unless it is most of what stays or the subject.

    Out of fold that makes 97 pages of the first set better and 23 worse: products, collections and forums gain .006,
    services .0035, listings .002, articles .001.
    """
    boxes, blocks = evidence.page.boxes, evidence.page.blocks
    words: list[str] = []
    for box in boxes:
        around = words[box.outer] if box.outer >= 0 else ""
        words.append(around or _find_own(box))
    inside: defaultdict[str, list[int]] = defaultdict(list)
    for n in compress(count(), stays(decisions) if any(words) else ()):
        hints = blocks[n].hints
        if n != evidence.title and hints is not None and hints.box >= 0 and words[hints.box]:
            inside[words[hints.box]].append(n)
    most = _MOST * sum(compress(evidence.sizes, stays(decisions)))
    subject = _find_subject(evidence) if inside else frozenset()
    for word, places in inside.items():
        if word.rstrip("s") not in subject and sum([evidence.sizes[n] for n in places]) <= most:
            decisions = drop(decisions, places, load_named().reasons[word])
    return decisions


def _find_own(box: Element) -> str:
    tag, _, classes = box.look.partition(" ")
    return find_word(classes) if classes and tag not in _WHOLE else ""


def _find_subject(evidence: Evidence) -> frozenset[str]:
    """The words of the page's titles without an "s" at the end: of a page about cookies, their class says nothing.

    Where no block is known as the headline, it is the first heading of the first level.
    """
    blocks = evidence.page.blocks
    first = (n for n, block in enumerate(blocks) if block.form is Form.HEADING and block.level == 1)
    title = evidence.title if evidence.title is not None else next(first, None)
    titles = [value for name, value in evidence.page.declared if name == "title"]
    titles += [] if title is None else [blocks[title].text]
    return frozenset([word.rstrip("s") for text in titles for word in _WORD.findall(text.lower())])
