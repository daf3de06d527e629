"""Boxes of the markup that are called an author's: "author-name", "byline__author", "PostAuthor"."""

import re
from functools import lru_cache

from groats.stages.metadata.names import folded

_WORD = re.compile("[A-Z]?[a-z]+")
_MOST_MET = 10_000  # answers that are remembered: the boxes of a list are all called alike


@lru_cache(_MOST_MET)
def is_author_box(names: str) -> bool:
    """Whether the id, classes and roles of a box say that it holds the author, and not what he is, or a comment's."""
    words = {word.lower() for word in _WORD.findall(names)}
    return not words.isdisjoint(folded("boxes", "words")) and words.isdisjoint(folded("boxes", "others"))
