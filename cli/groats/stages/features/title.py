"""Which block is the headline, and how near each block is to it in place and in words."""

from collections.abc import Mapping, Sequence

from groats.document import Shape
from groats.stages.features.words import share_of_words

_REACH = 60  # blocks above the main run
_INTO = 3  # blocks into the main run: a headline that reads like the article is part of it
_FAR = 30  # blocks

TITLE_FEATURES = ("shared_with_title", "title_distance")


def title_candidates(main_run: tuple[int, int]) -> range:
    """The positions where the headline may stand: above the main run or at its head; none where there is no run."""
    start, end = main_run
    return range(max(0, start - _REACH), min(start + _INTO, end))


def pick_title(candidates: range, scores: Sequence[float], threshold: float) -> int | None:
    """The position of the candidate with the highest score, None where none reaches the threshold.

    Of copies with the same score the last one, which stands next to the article.
    """
    if not candidates:
        return None
    best = max(range(len(candidates)), key=lambda n: (scores[n], n))
    return candidates[best] if scores[best] >= threshold else None


def title_features(shapes: Sequence[Shape], title: int | None, rarity: Mapping[str, float]) -> list[list[float]]:
    """A row of numbers a block, in the order of `TITLE_FEATURES`."""
    if title is None:
        return [[0.0, -2.0 * _FAR]] * len(shapes)
    words = set(shapes[title].words)
    return [
        [1.0 if n == title else share_of_words(shape, words, rarity), max(-_FAR, min(_FAR, float(n - title)))]
        for n, shape in enumerate(shapes)
    ]
