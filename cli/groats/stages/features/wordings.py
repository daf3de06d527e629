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
    worth = {count: round(_FINE * log(1.0 + len(words) / count)) for count in set(met.values())}
    rarity = {word: worth[count] for word, count in met.items()}
    said = rarity.__getitem__
    return Wordings(words, [sum(map(said, block)) for block in words], rarity)


def share_words(wordings: Wordings, others: AbstractSet[str], blocks: slice = slice(None)) -> list[int]:
    """For each of the blocks the share, in hundredths, of what its words say that `others` say too."""
    rarity = wordings.rarity.__getitem__
    return [
        0 if words.isdisjoint(others) else 100 * sum(map(rarity, words & others)) // said
        for words, said in zip(wordings.words[blocks], wordings.said[blocks], strict=True)
    ]


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
        near = around = before = 0
        for word in words:
            other = last.get(word)
            last[word] = n
            if other is None:
                continue
            worth = rarity[word]
            before += worth
            if n - other <= _WIDE:
                around += worth
                wide[other] += worth
                if n - other <= _NEAR:
                    near += worth
                    below[other] += worth
        above[n], elsewhere[n] = near, before
        wide[n] += around
    said = [words or 1 for words in wordings.said]
    return {
        "shared_above": [100 * value // whole for value, whole in zip(above, said, strict=True)],
        "shared_below": [100 * value // whole for value, whole in zip(below, said, strict=True)],
        "shared_near": [50 * value // whole for value, whole in zip(wide, said, strict=True)],
        "said_before": [100 * value // whole for value, whole in zip(elsewhere, said, strict=True)],
    }
