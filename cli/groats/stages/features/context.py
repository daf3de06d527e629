"""What the first pass's scores show around a block: likely content near it, the runs of it, the main run's words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, chain, compress
from operator import mul

from groats.stages.features.columns import FULL, LOGARITHMS, Columns, percent, scale, scale_distances
from groats.stages.features.wordings import Wordings, share_words

_WINDOWS = (2, 6, 15)  # blocks to each side
_REACH = 16  # blocks: no window ends further away
_SIDE = 4  # blocks above, or below
_FAR = 100  # blocks
_CONTENT = 0.5  # the score from which a block's words count as the page's content
_POSSIBLE = 0.35  # the score from which a block belongs to a run
_PAUSE = 5  # blocks: what is further away from a run is not part of it
_SMALL = 5  # no flag or short count is larger
_FINER = 50  # times
_LARGE = 0.3  # of the main run's weight: a run that may be an article too

# Of these the means over a run are compared with those over the main run: another list of teasers, another thread.
LIKENESS = (
    "size",
    "ends_sentence",
    "blank_before",
    "word_mean",
    "pair_mean",
    "shared_near",
    "date",
    "same_shape_run",
    "rhythm_2",
    "capitals",
    "link_share",
)

CONTEXT_FEATURES = (
    "score",
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
    "run_weight",
    "run_share",
    "run_place",
    "run_density",
    "run_shared",
    "runs_before",
    "runs_after",
    *(f"run_{name}" for name in LIKENESS),
    *(f"main_{name}" for name in LIKENESS),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of blocks, `start` to `end`, that holds likely content; `weight` is how many words of it."""

    start: int
    end: int
    weight: float


def context_columns(first: Columns, sizes: Sequence[float], scores: Sequence[float], wordings: Wordings) -> Columns:
    """The columns of `CONTEXT_FEATURES`; `scores` are the first pass's, 0 to 1, `sizes` the blocks' words.

    Of the `first` columns those of `LIKENESS` are asked for.
    """
    count = len(sizes)
    sizes = [min(size, FULL) for size in sizes]
    expected = list(map(mul, scores, sizes))
    weights = [size + 1.0 for size in sizes]
    running = _sum_up(map(mul, scores, weights)), _sum_up(weights)
    content = sum(expected)
    before = [int(100 * value / (content or 1.0)) for value in accumulate(expected, initial=0.0)]
    start, end = find_main_run(sizes, scores)
    columns: Columns = {
        "score": [int(100 * score) for score in scores],
        "score_above": _means(*running, -_SIDE, 0),
        "score_below": _means(*running, 1, 1 + _SIDE),
        "since_content": _since_content(scores),
        "until_content": _since_content(scores[::-1])[::-1],
        "in_main_run": bytes(start) + b"\1" * (end - start) + bytes(count - end),
        "after_main_run": bytes(end) + scale_distances(1, count - end),
        "before_main_run": scale_distances(1, start)[::-1] + bytes(count - start),
        "main_run_size": bytes([scale(sum(sizes[start:end]))]) * count,
        "content_before": before[:-1],
        "content_after": [100 - value for value in before[1:]],
        "page_content": bytes([scale(content)]) * count,
        "page_content_share": bytes([percent(content / (sum(sizes) or 1.0))]) * count,
        "shared_with_main_run": _shared(wordings, scores, start, end),
    }
    for window in _WINDOWS:
        columns[f"score_mean_{window}"] = _means(*running, -window, window + 1)
    return columns | _run_columns(find_runs(scores, expected), first, scores, wordings)


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


def find_runs(scores: Sequence[float], expected: Sequence[float]) -> list[Run]:
    """The runs of blocks whose scores say that they may be content, with short pauses between them."""
    spans: list[tuple[int, int]] = []
    for n, score in enumerate(scores):
        if score >= _POSSIBLE:
            if spans and n - spans[-1][1] < _PAUSE:
                spans[-1] = (spans[-1][0], n + 1)
            else:
                spans.append((n, n + 1))
    return [Run(start, end, sum(expected[start:end])) for start, end in spans]


def _run_columns(runs: Sequence[Run], first: Columns, scores: Sequence[float], wordings: Wordings) -> Columns:
    """Of the run that each block lies in: its weight, how many others lie above and below, what its blocks are like."""
    count = len(scores)
    means = [f"run_{name}" for name in LIKENESS]
    names = ("run_weight", "run_share", "run_place", "run_density", "run_shared", "runs_before", "runs_after", *means)
    columns = {name: bytearray(count) for name in names}
    main = max(runs, key=lambda run: run.weight, default=Run(0, 0, 1.0))
    above = list(accumulate([run.weight >= _LARGE * main.weight for run in runs], initial=0))  # large runs
    possible = [score >= _POSSIBLE for score in scores]
    article = slice(main.start, main.end)
    words = frozenset(chain.from_iterable(compress(wordings.words[article], possible[article])))
    usual = [0] * len(LIKENESS)
    for number, run in enumerate(runs):
        blocks = slice(run.start, run.end)
        likely = possible[blocks]
        likeness = [_mean_of(list(compress(first[name][blocks], likely))) for name in LIKENESS]
        if run is main:
            usual = likeness
        values = (
            scale(run.weight),
            percent(run.weight / (main.weight or 1.0)),
            1 if run is main else 2 if run.start > main.start else 3,
            percent(sum(likely) / len(likely)),
            100 if run is main else _share_run(wordings, words, blocks, likely),
            min(9, 1 + above[number]),
            min(9, 1 + above[-1] - above[number + 1]),
            *likeness,
        )
        for name, value in zip(names, values, strict=True):
            columns[name][blocks] = bytes([value]) * len(likely)
    return {**columns, **{f"main_{name}": bytes([value]) * count for name, value in zip(LIKENESS, usual, strict=True)}}


def _share_run(wordings: Wordings, words: AbstractSet[str], blocks: slice, likely: Sequence[bool]) -> int:
    """How much of what the likely blocks of a run say `words` say, in hundredths."""
    said = wordings.said[blocks]
    shared: Iterable[int] = map(mul, share_words(wordings, words, blocks), said)
    return sum(compress(shared, likely)) // (sum(compress(said, likely)) or 1)


def _mean_of(values: Sequence[int]) -> int:
    """The mean; of flags and small counts fifty times it, so that shares of a run can be told apart."""
    mean = sum(values) / len(values)
    return min(254, int(mean if max(values) > _SMALL else _FINER * mean))


def _shared(wordings: Wordings, scores: Sequence[float], start: int, end: int) -> list[int]:
    """How much of each block's words the main run says; of a block in it, only what another one says counts."""
    content = [score >= _CONTENT for score in scores[start:end]]
    met = Counter(chain.from_iterable(compress(wordings.words[start:end], content)))
    said, twice = set(met), {word for word, blocks in met.items() if blocks > 1}
    return [
        *share_words(wordings, said, slice(start)),
        *share_words(wordings, twice, slice(start, end)),
        *share_words(wordings, said, slice(end, None)),
    ]


def _since_content(scores: Sequence[float]) -> list[int]:
    """For each block how many blocks above the nearest likely content stands, on a logarithmic scale; at most 100."""
    found = []
    distance = _FAR
    for score in scores:
        found.append(LOGARITHMS[distance])
        distance = 0 if score >= _CONTENT else distance + (distance < _FAR)
    return found


def _sum_up(values: Iterable[float]) -> list[float]:
    """The running sum of `values`, lengthened at both ends by as many blocks as `_means` looks away."""
    running = [0.0] * _REACH
    running += accumulate(values, initial=0.0)
    running += running[-1:] * _REACH
    return running


def _means(scored: Sequence[float], weights: Sequence[float], low: int, high: int) -> list[int]:
    """For each block the mean score, in hundredths, of the words from `low` blocks below it to before `high`."""
    count = len(scored) - 2 * _REACH - 1
    low, high = low + _REACH, high + _REACH
    return [
        int(100 * (last - first) / (heavy - light)) if heavy != light else 0
        for first, last, light, heavy in zip(
            scored[low : low + count],
            scored[high : high + count],
            weights[low : low + count],
            weights[high : high + count],
            strict=True,
        )
    ]
