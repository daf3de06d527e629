"""What each block says in words that are rare on its page, and how much of that other blocks say too."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from math import log

from groats.document import Shape
from groats.stages.features.columns import Columns

_RARE = 3  # characters: shorter words are mostly function words
_NEAR, _WIDE = 3, 15  # blocks
_FINE = 64  # steps of what a word says to a unit of log-odds

COHESION_FEATURES = ("shared_above", "shared_below", "shared_near", "said_before")


@dataclass(frozen=True, slots=True)
class Wordings:
    """The telling words of each block without repetition, what they say together, and what each word of the page says.

    Words that say nothing are left out: short ones, which are mostly function words. What is said is counted in whole
    numbers, so that sums do not hang on the order of a set.
    """

    words: Sequence[frozenset[str]]
    said: Sequence[int]
    rarity: dict[str, int]


def find_wordings(shapes: Sequence[Shape]) -> Wordings:
    """The wordings of a page: a word says the more, the fewer blocks have it."""
    words = [frozenset([word for word in shape.words if len(word) > _RARE or not word.isascii()]) for shape in shapes]
    met = Counter(chain.from_iterable(words))
    worth = [0] + [round(_FINE * log(1.0 + len(words) / count)) for count in range(1, len(words) + 1)]
    rarity = {word: worth[count] for word, count in met.items()}
    said = rarity.__getitem__
    return Wordings(words, [sum(map(said, block)) for block in words], rarity)


def share_of_words(wordings: Wordings, n: int, others: AbstractSet[str]) -> int:
    """The share, in hundredths, of what the words of block `n` say that `others` say too."""
    said = wordings.said[n]
    return 100 * sum(map(wordings.rarity.__getitem__, wordings.words[n] & others)) // said if said else 0


def cohesion_columns(wordings: Wordings) -> Columns:
    """The columns of `COHESION_FEATURES`: how much of a block's words are said again near it.

    The paragraphs of an article speak of the same things; the teasers of a list each of another (lexical cohesion,
    M. Hearst, "TextTiling", 1997).
    """
    count = len(wordings.words)
    above, below, wide, elsewhere = ([0] * count for _ in range(4))
    last: dict[str, int] = {}
    rarity = wordings.rarity
    for n, words in enumerate(wordings.words):
        for word in words:
            other = last.get(word)
            last[word] = n
            if other is None:
                continue
            worth = rarity[word]
            elsewhere[n] += worth
            if n - other <= _NEAR:
                above[n] += worth
                below[other] += worth
            if n - other <= _WIDE:
                wide[n] += worth
                wide[other] += worth
    said = [words or 1 for words in wordings.said]
    return {
        "shared_above": [100 * value // whole for value, whole in zip(above, said, strict=True)],
        "shared_below": [100 * value // whole for value, whole in zip(below, said, strict=True)],
        "shared_near": [50 * value // whole for value, whole in zip(wide, said, strict=True)],
        "said_before": [100 * value // whole for value, whole in zip(elsewhere, said, strict=True)],
    }
