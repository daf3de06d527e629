"""What the first pass's scores show around a block: likely content near it, the main run, the words of the run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log1p

from groats.document import Shape
from groats.stages.features.words import share_of_words

_WINDOWS = (2, 6, 15)  # blocks to each side
_FAR = 100  # blocks
_CONTENT = 0.5  # the score from which a block's words count as the page's content

CONTEXT_FEATURES = (
    "score",
    "score_previous",
    "score_previous_2",
    "score_previous_3",
    "score_next",
    "score_next_2",
    "score_next_3",
    *(f"score_mean_{window}" for window in _WINDOWS),
    "score_above",
    "score_below",
    "since_content",
    "until_content",
    "in_main_run",
    "after_main_run",
    "before_main_run",
    "main_run_size",
    "content_before",
    "content_after",
    "page_content",
    "page_content_share",
    "shared_with_main_run",
)


def context_features(
    shapes: Sequence[Shape], scores: Sequence[float], rarity: Mapping[str, float]
) -> list[list[float]]:
    """A row of numbers a block, in the order of `CONTEXT_FEATURES`; `scores` are the first pass's, 0 to 1."""
    count = len(shapes)
    sizes = [min(shape.size, 200.0) for shape in shapes]
    expected = [score * size for score, size in zip(scores, sizes, strict=True)]
    weight_running = [0.0, *accumulate(size + 1.0 for size in sizes)]
    score_running = [0.0, *accumulate(score * (size + 1.0) for score, size in zip(scores, sizes, strict=True))]
    content_running = [0.0, *accumulate(expected)]
    content = content_running[-1]
    total = sum(sizes) or 1.0
    start, end = find_main_run([shape.size for shape in shapes], scores)
    run_size = log1p(sum(sizes[start:end]))
    run_words = _words_of_run(shapes, scores, start, end)
    since = _since_content(scores)
    until = _since_content(scores[::-1])[::-1]
    rows = []
    for n, shape in enumerate(shapes):
        inside = start <= n < end
        rows.append(
            [
                scores[n],
                *(_at(scores, n - step) for step in (1, 2, 3)),
                *(_at(scores, n + step) for step in (1, 2, 3)),
                *(_mean(score_running, weight_running, n, window) for window in _WINDOWS),
                _mean_side(score_running, weight_running, max(0, n - 4), n),
                _mean_side(score_running, weight_running, n + 1, min(count, n + 5)),
                log1p(since[n]),
                log1p(until[n]),
                float(inside),
                log1p(n - end + 1) if n >= end else 0.0,
                log1p(start - n) if n < start else 0.0,
                run_size,
                content_running[n] / (content or 1.0),
                1.0 - content_running[n + 1] / (content or 1.0),
                log1p(content),
                content / total,
                share_of_words(shape, run_words.keys(), rarity, own=run_words if inside else None),
            ]
        )
    return rows


def find_main_run(sizes: Sequence[float], scores: Sequence[float]) -> tuple[int, int]:
    """The span (start, end) of blocks that holds most of the content; (0, 0) if no score reaches the half.

    It is the maximum subarray (Kadane's algorithm) of the blocks' words, weighed by how far their scores lie above or
    below the half.
    """
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for n, (size, score) in enumerate(zip(sizes, scores, strict=True)):
        total += (score - _CONTENT) * (size + 1.0)
        if total <= 0.0:
            total, start = 0.0, n + 1
        elif total > best[0]:
            best = (total, start, n + 1)
    return best[1], best[2]


def _since_content(scores: Sequence[float]) -> list[int]:
    """For each block how many blocks above the nearest likely content stands; 100 where none does."""
    found = []
    distance = _FAR
    for score in scores:
        found.append(distance)
        distance = 0 if score >= _CONTENT else min(_FAR, distance + 1)
    return found


def _at(scores: Sequence[float], n: int) -> float:
    """The score at `n`, -0.2 beyond the edge of the page."""
    return scores[n] if 0 <= n < len(scores) else -0.2


def _mean(running: Sequence[float], weights: Sequence[float], n: int, window: int) -> float:
    """The mean score of the words up to `window` blocks away, the block's own left out."""
    low, high = max(0, n - window), min(len(running) - 1, n + window + 1)
    weight = weights[high] - weights[low] - (weights[n + 1] - weights[n])
    return (running[high] - running[low] - (running[n + 1] - running[n])) / weight if weight else 0.0


def _mean_side(running: Sequence[float], weights: Sequence[float], low: int, high: int) -> float:
    weight = weights[high] - weights[low]
    return (running[high] - running[low]) / weight if weight else 0.0


def _words_of_run(shapes: Sequence[Shape], scores: Sequence[float], start: int, end: int) -> Counter[str]:
    """The words of the run's content, each with the number of its blocks that have it."""
    return Counter(word for n in range(start, end) if scores[n] >= _CONTENT for word in set(shapes[n].words))
