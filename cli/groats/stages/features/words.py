"""What the words of a page speak for: content or furniture, and a kind of page."""

from collections.abc import Sequence
from itertools import chain
from math import sqrt
from operator import itemgetter
from zlib import crc32

from groats.document import Shape, Vocabulary
from groats.stages.features.columns import Columns, window_sums

_MOST_WORDS = 24  # of a block: a long paragraph shows what it is by its length
BUCKETS = 1 << 15
_PAIR = 31  # any odd number: the two words of a pair are not the same as the two in the other order
_EDGE = 1  # the word that stands before the first word of a block and behind its last
_HALF = 127  # the middle of the scale: a word that says nothing
_LEAD = 100  # of the scale: an article beyond doubt, as most news in the training data is
_FULL = 200  # words: what a block has beyond does not count
_WINDOWS = (3, 10, 30)  # blocks to each side

_OWN = ("word_mean", "word_least", "word_most", "pair_mean", "pair_most")
KINDS = ("article", "collection", "documentation", "forum", "listing", "product", "service")
KIND_FEATURES = tuple(f"kind_{kind}" for kind in KINDS)
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
    joined: list[int] = []
    spans = []
    for places in hashed:
        start = len(joined)
        joined += places
        spans.append((start, len(joined)))
        joined.append(_EDGE)
    said = [vocabulary.words[place] for place in joined]
    both = [vocabulary.pairs[place] for place in hash_pairs(joined)]
    rows = [_sum_up(said[start:end], both[start : end + 1]) for start, end in spans]
    columns: Columns = dict(zip(_OWN, zip(*rows, strict=True), strict=True))
    full = [int(size) if size < _FULL else _FULL for size in sizes]
    values = [size * word for size, word in zip(full, columns["pair_mean"], strict=True)]
    for window in _WINDOWS:
        around = zip(window_sums(values, window), window_sums(full, window), strict=True)
        columns[f"words_near_{window}"] = [value // weight if weight else _HALF for value, weight in around]
    columns["page_words"] = [sum(values) // sum(full) if any(full) else _HALF] * len(rows)
    return columns


def _sum_up(said: Sequence[int], both: Sequence[int]) -> tuple[int, ...]:
    """The numbers of `_OWN` from what each word and each pair of a block says."""
    if not said:
        return (_HALF,) * len(_OWN)
    return sum(said) // len(said), min(said), max(said), sum(both) // len(both), max(both)


def kind_columns(hashed: Sequence[Sequence[int]], vocabulary: Vocabulary) -> Columns:
    """The columns of `KIND_FEATURES`: how far the words of the page speak for each kind, beside the other kinds.

    What is content differs: the answers of a forum are, those below a news article are not.
    """
    places = set(chain.from_iterable(hashed))
    spread = 2 * sqrt(len(places) or 1)
    take = itemgetter(*places, 0, 0)  # of one place alone it would make no tuple
    totals = [sum(take(vocabulary.kinds[kind])) - 2 * vocabulary.kinds[kind][0] for kind in KINDS]
    mean = sum(totals) / len(totals)
    return {
        name: [max(0, min(2 * _HALF, _HALF + round((total - mean) / spread)))] * len(hashed)
        for name, total in zip(KIND_FEATURES, totals, strict=True)
    }


def article_lead(columns: Columns) -> float:
    """How far the words of the page speak for an article beyond every other kind, -1 to 1; 0 where there are none."""
    if not columns:
        return 0.0
    article, *others = (columns[name][0] for name in KIND_FEATURES)
    return max(-1.0, min(1.0, (article - max(others)) / _LEAD))
