"""Boxes of the markup that are called an author's: "author-name", "byline__author", "PostAuthor"."""

import re
from functools import cache

from groats.stages.metadata.names import folded

_WORD = re.compile("[A-Z]?[a-z]+")


def is_author_box(names: str) -> bool:
    """Whether the id, classes and roles of a box say that it holds the author, and not what he is, or a comment's."""
    small = names.lower()
    if not any(stem in small for stem in _stems()):
        return False  # most boxes
    words = {word.lower() for word in _WORD.findall(names)}
    return not words.isdisjoint(folded("boxes", "words")) and words.isdisjoint(folded("boxes", "others"))


@cache
def _stems() -> tuple[str, ...]:
    """The words of such boxes without those that hold another one."""
    words = folded("boxes", "words")
    return tuple(word for word in words if not any(other != word and other in word for other in words))
