"""What the words of a page speak for: content or furniture, and a kind of page."""

import struct
from collections.abc import Sequence
from io import BytesIO
from math import sqrt
from operator import floordiv, itemgetter, mul
from zlib import crc32

from groats.document import Shape, Vocabulary
from groats.stages.features.columns import FULL, UNTOLD, WINDOWS, Columns, at_most, window_sums

_MOST_WORDS = 24  # of a block: a long paragraph shows what it is by its length
BUCKETS = 1 << 15
_PAIR = 31  # any odd number: the two words of a pair are not the same as the two in the other order
EDGE = BUCKETS + 1  # before, between and behind the blocks: no word's place, but it pairs as the word of place 1
_EDGE_SAYS = b"\xff"  # more than any word
_LANE = 4  # bytes: room for a pair before it is hashed
_NOTHING = bytes([UNTOLD])
_LEAD = 100  # of the scale: an article beyond doubt, as most news in the training data is

_OWN = ("word_mean", "word_least", "word_most", "pair_mean", "pair_most")
KINDS = ("article", "collection", "documentation", "forum", "listing", "product", "service")
KIND_FEATURES = tuple(f"kind_{kind}" for kind in KINDS)
WORD_FEATURES = (*_OWN, *(f"words_near_{window}" for window in WINDOWS), "page_words")


def hash_words(shapes: Sequence[Shape]) -> list[int]:
    """The places of the first 24 words of each block in a vocabulary (feature hashing, Weinberger and others 2009).

    Those of all blocks stand in one row, with an `EDGE` before the first block and behind each.
    """
    words = [""]
    for shape in shapes:
        words += shape.words[:_MOST_WORDS]
        words.append("")
    distinct = list(set(words))
    encoded = "\n".join(distinct).encode("utf-8", "surrogatepass").split(b"\n")  # no word has a line feed
    places = {word: code % BUCKETS for word, code in zip(distinct, map(crc32, encoded), strict=True)}
    places[""] = EDGE
    return list(map(places.__getitem__, words))


def hash_pairs(places: Sequence[int]) -> tuple[int, ...]:
    """The places of the pairs of neighbours in a row of places.

    They are computed side by side, in lanes of one large integer.
    """
    count = len(places)
    firsts = int.from_bytes(struct.pack(f"<{count}I", *places), "little")
    seconds = firsts >> 8 * _LANE
    within = int.from_bytes((BUCKETS - 1).to_bytes(_LANE, "little") * (count - 1), "little")
    pairs = firsts * _PAIR + seconds & within
    return struct.unpack(f"<{count - 1}I", pairs.to_bytes(_LANE * (count - 1), "little"))


def word_columns(hashed: Sequence[int], sizes: Sequence[float], vocabulary: Vocabulary) -> Columns:
    """The columns of `WORD_FEATURES`: what the words of each block speak for, of those around it, and of the page.

    `hashed` is what `hash_words` finds, `sizes` are the lengths of the blocks in words.
    """
    words, pairs = _cut(hashed, vocabulary)
    columns: Columns = {
        "word_mean": bytes(map(floordiv, map(sum, words), map(len, words))),
        "word_least": bytes(map(min, words)),
        "word_most": bytes(map(max, words)),
        "pair_mean": bytes(map(floordiv, map(sum, pairs), map(len, pairs))),
        "pair_most": bytes(map(max, pairs)),
    }
    full = at_most(list(map(int, sizes)), FULL)
    values = list(map(mul, full, columns["pair_mean"]))
    for window in WINDOWS:
        around = zip(window_sums(values, window), window_sums(full, window), strict=True)
        columns[f"words_near_{window}"] = [value // weight if weight else UNTOLD for value, weight in around]
    columns["page_words"] = bytes([sum(values) // sum(full) if any(full) else UNTOLD]) * len(words)
    return columns


def _cut(hashed: Sequence[int], vocabulary: Vocabulary) -> tuple[list[bytes], list[bytes]]:
    """For each block what its words say, a byte each, and what its pairs do; of one without words, nothing."""
    table = vocabulary.words.ljust(EDGE + 1, _EDGE_SAYS)
    words = bytes(itemgetter(*hashed)(table)).split(_EDGE_SAYS)[1:-1]
    take = itemgetter(*hash_pairs(hashed), 0)  # of one pair alone it would make no tuple
    both = BytesIO(bytes(take(vocabulary.pairs)))
    pairs = list(map(both.read, [len(own) + 1 for own in words]))
    for n in [n for n, own in enumerate(words) if not own]:
        words[n] = pairs[n] = _NOTHING
    return words, pairs


def kind_columns(hashed: Sequence[int], vocabulary: Vocabulary) -> Columns:
    """The columns of `KIND_FEATURES`: how far the words of the page speak for each kind, beside the other kinds.

    What is content differs: the answers of a forum are, those below a news article are not.
    """
    places = set(hashed)
    places.discard(EDGE)
    spread = 2 * sqrt(len(places) or 1)
    take = itemgetter(*places, 0, 0)  # of one place alone it would make no tuple
    totals = [sum(take(vocabulary.kinds[kind])) - 2 * vocabulary.kinds[kind][0] for kind in KINDS]
    mean = sum(totals) / len(totals)
    blocks = hashed.count(EDGE) - 1
    return {
        name: bytes([max(0, min(2 * UNTOLD, UNTOLD + round((total - mean) / spread)))]) * blocks
        for name, total in zip(KIND_FEATURES, totals, strict=True)
    }


def article_lead(columns: Columns) -> float:
    """How far the words of the page speak for an article beyond every other kind, -1 to 1; 0 where there are none."""
    if not columns:
        return 0.0
    article, *others = (columns[name][0] for name in KIND_FEATURES)
    return max(-1.0, min(1.0, (article - max(others)) / _LEAD))
