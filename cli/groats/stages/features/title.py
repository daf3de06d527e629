"""Which block is the headline, and how near each block is to it in place and in words."""

from collections.abc import Sequence

from groats.stages.features.columns import Columns
from groats.stages.features.wordings import Wordings, share_words

_REACH = 60  # blocks above the main run
_INTO = 3  # blocks into the main run: a headline that reads like the article is part of it
_FAR = 30  # blocks
_UNKNOWN = 3 * _FAR

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


def title_columns(wordings: Wordings, title: int | None) -> Columns:
    """The columns of `TITLE_FEATURES`."""
    count = len(wordings.words)
    if title is None:
        return {
            "shared_with_title": bytes(count),
            "title_distance": bytes([_UNKNOWN]) * count,
        }
    shared = share_words(wordings, wordings.words[title])
    shared[title] = 100
    return {
        "shared_with_title": shared,
        "title_distance": _distances(title, count),
    }


def _distances(title: int, count: int) -> bytes:
    """For each of `count` blocks how far below the title it stands: 30 at the title, 60 far below it, 0 far above."""
    first = title - _FAR
    distances = bytes(max(0, first)) + bytes(range(max(0, -first), 2 * _FAR))
    return distances.ljust(count, bytes([2 * _FAR]))[:count]
