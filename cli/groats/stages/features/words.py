"""The words of a page, and how much of a block's are shared with others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log

from groats.document import Shape

_RARE = 3  # characters: shorter words are mostly function words


def find_rarity(shapes: Sequence[Shape]) -> dict[str, float]:
    """For each word of the page how much it says, by how few blocks have it; short words say nothing."""
    blocks = Counter(word for shape in shapes for word in set(shape.words))
    count = len(shapes)
    return {
        word: log(1.0 + count / met) if len(word) > _RARE or not word.isascii() else 0.0 for word, met in blocks.items()
    }


def share_of_words(
    shape: Shape, words: AbstractSet[str], rarity: Mapping[str, float], own: Mapping[str, int] | None = None
) -> float:
    """The share (0 to 1) of what the block's words say that `words` say too.

    `own` counts the blocks that a word stands in, for a block that is one of them: then only the others' words count.
    """
    said = shared = 0.0
    for word in set(shape.words):
        value = rarity[word]
        said += value
        if word in words and (own is None or own[word] > 1):
            shared += value
    return shared / said if said else 0.0
