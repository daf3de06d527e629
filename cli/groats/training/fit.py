"""Three models fitted and judged by site: no page is scored by trees that saw its host."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import lightgbm
import numpy as np
from numpy.typing import NDArray

from groats.stages.features import pick_title
from groats.training.boost import fit
from groats.training.corpus import FOLDS, Sample
from groats.training.extract import Extract, Floats, extract_context, extract_first, extract_title

_CHUNK = 16  # samples handed to a worker at once


@dataclass(frozen=True, slots=True)
class Corpus:
    """The usable samples with their extracts, and all their blocks in one table; `starts` cuts it into pages again."""

    samples: list[Sample]
    extracts: list[Extract]
    rows: Floats
    shares: Floats
    weights: Floats
    folds: NDArray[np.int8]
    starts: NDArray[np.int64]

    def cut(self, column: Floats) -> list[list[float]]:
        """A column of the table page by page."""
        return [column[start:end].tolist() for start, end in zip(self.starts, self.starts[1:], strict=False)]


@dataclass(frozen=True, slots=True)
class Headlines:
    """Where the title may stand on each page, with the row, the fold and the truth of each such block in one table."""

    candidates: list[range]
    rows: Floats
    is_title: Floats
    weights: Floats
    folds: NDArray[np.int8]

    def pick(self, scores: Floats, threshold: float) -> list[int | None]:
        """The title of each page by the scores of the table's blocks."""
        ends = np.cumsum([len(candidates) for candidates in self.candidates])
        pages = np.split(scores, ends[:-1])
        return [
            pick_title(candidates, page.tolist(), threshold)
            for candidates, page in zip(self.candidates, pages, strict=True)
        ]


def gather(samples: Iterable[Sample], jobs: int) -> Corpus:
    """Every sample that can be aligned, as one table."""
    wanted = list(samples)
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(extract_first, wanted, chunksize=_CHUNK))
    pairs = [(sample, extract) for sample, extract in zip(wanted, found, strict=True) if extract is not None]
    counts = [len(extract.shares) for _, extract in pairs]
    return Corpus(
        samples=[sample for sample, _ in pairs],
        extracts=[extract for _, extract in pairs],
        rows=np.concatenate([extract.rows for _, extract in pairs]),
        shares=np.concatenate([extract.shares for _, extract in pairs]),
        weights=np.concatenate([extract.weights for _, extract in pairs]),
        folds=np.repeat(np.array([sample.fold for sample, _ in pairs], np.int8), counts),
        starts=np.concatenate([[0], np.cumsum(counts)]),
    )


def add_context(corpus: Corpus, scores: Floats, jobs: int) -> tuple[Floats, Headlines]:
    """The first pass's rows with those that its scores add, and the places of the titles."""
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(extract_context, corpus.samples, corpus.cut(scores), chunksize=_CHUNK))
    rows = np.concatenate([corpus.rows, np.concatenate([added for added, _ in found])], axis=1)
    candidates = [places for _, places in found]
    chosen = [start + n for start, places in zip(corpus.starts, candidates, strict=False) for n in places]
    truth = [
        float(n == extract.title) for extract, places in zip(corpus.extracts, candidates, strict=True) for n in places
    ]
    weights = [sample.weight for sample, places in zip(corpus.samples, candidates, strict=True) for _ in places]
    return rows, Headlines(
        candidates=candidates,
        rows=rows[chosen],
        is_title=np.array(truth, np.float32),
        weights=np.array(weights, np.float32),
        folds=corpus.folds[chosen],
    )


def add_titles(corpus: Corpus, rows: Floats, titles: Sequence[int | None], jobs: int) -> Floats:
    """The rows with those that the titles add."""
    with ProcessPoolExecutor(jobs) as pool:
        added = list(pool.map(extract_title, corpus.samples, titles, chunksize=_CHUNK))
    return np.concatenate([rows, np.concatenate(added)], axis=1)


def out_of_fold(rows: Floats, truth: Floats, weights: Floats, folds: NDArray[np.int8], trees: int) -> Floats:
    """The score of every row by trees that were fitted on the other folds."""
    scores = np.zeros(len(rows), np.float32)
    for fold in range(FOLDS):
        seen = folds != fold
        if not seen.all():
            booster = fit_scaled(rows[seen], truth[seen], weights[seen], trees)
            scores[~seen] = booster.predict(rows[~seen])
    return scores


def fit_scaled(rows: Floats, truth: Floats, weights: Floats, trees: int) -> lightgbm.Booster:
    """A booster of rows whose weights are grown to 1 on average, which its own bounds suppose."""
    return fit(rows, truth, weights * (len(weights) / weights.sum()), trees)


def page_f1(corpus: Corpus, scores: Floats, threshold: float) -> Floats:
    """The word F1 of each page if the blocks with at least that score were kept."""
    results = np.zeros(len(corpus.samples), np.float32)
    for n, extract in enumerate(corpus.extracts):
        keep = scores[corpus.starts[n] : corpus.starts[n + 1]] >= threshold
        kept = float(extract.sizes[keep].sum())
        right = float((extract.shares * extract.sizes)[keep].sum())
        total = kept + extract.gold_tokens
        results[n] = 2 * right / total if total else 1.0
    return results


def title_accuracy(corpus: Corpus, titles: Sequence[int | None]) -> float:
    """The share of the pages with a noted title on which it was found."""
    noted = [
        (extract.title, title)
        for extract, title in zip(corpus.extracts, titles, strict=True)
        if extract.title is not None
    ]
    return sum(wanted == title for wanted, title in noted) / max(1, len(noted))


def best_threshold(worth: Callable[[float], float]) -> float:
    """The threshold, of steps of .05 from .1 to .6, at which a figure is highest."""
    return max((n / 20 for n in range(2, 13)), key=worth)
