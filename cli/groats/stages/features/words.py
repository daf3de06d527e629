"""The words of a page: what each speaks for, how rare it is here, and how much of a block's are shared with others."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from zlib import crc32

from groats.document import Shape, Vocabulary
from groats.stages.features.columns import Columns, window_sums

_RARE = 3  # characters: shorter words are mostly function words
_MOST_WORDS = 24  # of a block: a long paragraph shows what it is by its length
BUCKETS = 1 << 15
_PAIR = 31  # any odd number: the two words of a pair are not the same as the two in the other order
_EDGE = 1  # the word that stands before the first word of a block and behind its last
_HALF = 127  # the middle of the scale: a word that says nothing
_FULL = 200  # words: what a block has beyond does not count
_WINDOWS = (3, 10, 30)  # blocks to each side
_NEAR, _WIDE = 3, 15  # blocks
_FINE = 64  # steps of what a word says to a unit of log-odds

_OWN = ("word_mean", "word_least", "word_most", "pair_mean", "pair_most")
KINDS = ("article", "collection", "documentation", "forum", "listing", "product", "service")
KIND_FEATURES = tuple(f"kind_{kind}" for kind in KINDS)
COHESION_FEATURES = ("shared_above", "shared_below", "shared_near", "said_before")
WORD_FEATURES = (*_OWN, *(f"words_near_{window}" for window in _WINDOWS), "page_words")


def hash_words(shapes: Sequence[Shape]) -> list[list[int]]:
    """For each block the places of its first 24 words in a vocabulary (feature hashing, Weinberger and others 2009)."""
    words = [shape.words[:_MOST_WORDS] for shape in shapes]
    place = {word: crc32(word.encode("utf-8", "surrogatepass")) % BUCKETS for word in set(chain.from_iterable(words))}
    return [[place[word] for word in block] for block in words]


def hash_pairs(places: Sequence[int]) -> list[int]:
    """The places of the pairs of neighbouring words of one block, whose ends count as words, too."""
    return [
        (first * _PAIR + second) % BUCKETS for first, second in zip([_EDGE, *places], [*places, _EDGE], strict=True)
    ]


def word_columns(hashed: Sequence[Sequence[int]], sizes: Sequence[float], vocabulary: Vocabulary) -> Columns:
    """The columns of `WORD_FEATURES`: what the words of each block speak for, of those around it, and of the page.

    `hashed` is what `hash_words` finds, `sizes` are the lengths of the blocks in words.
    """
    words, pairs = vocabulary.words, vocabulary.pairs
    nothing = (_HALF,) * len(_OWN)
    rows: list[Sequence[int]] = []
    for places in hashed:
        if places:
            said = [words[place] for place in places]
            both = [pairs[place] for place in hash_pairs(places)]
            rows.append((sum(said) // len(said), min(said), max(said), sum(both) // len(both), max(both)))
        else:
            rows.append(nothing)
    columns: Columns = dict(zip(_OWN, zip(*rows, strict=True), strict=True))
    full = [int(size) if size < _FULL else _FULL for size in sizes]
    values = [size * word for size, word in zip(full, columns["pair_mean"], strict=True)]
    for window in _WINDOWS:
        around = zip(window_sums(values, window), window_sums(full, window), strict=True)
        columns[f"words_near_{window}"] = [value // weight if weight else _HALF for value, weight in around]
    columns["page_words"] = [sum(values) // sum(full) if any(full) else _HALF] * len(rows)
    return columns


def kind_columns(hashed: Sequence[Sequence[int]], vocabulary: Vocabulary) -> Columns:
    """The columns of `KIND_FEATURES`: how far the words of the page speak for each kind, beside the other kinds.

    What is content differs: the answers of a forum are, those below a news article are not.
    """
    places = set(chain.from_iterable(hashed))
    spread = 2 * sqrt(len(places) or 1)
    totals = [sum([vocabulary.kinds[kind][place] for place in places]) for kind in KINDS]
    mean = sum(totals) / len(totals)
    return {
        name: [max(0, min(2 * _HALF, _HALF + round((total - mean) / spread)))] * len(hashed)
        for name, total in zip(KIND_FEATURES, totals, strict=True)
    }


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
