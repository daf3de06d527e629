"""Two passes fitted and judged by site: no page is scored by trees that saw its host."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import lightgbm
import numpy as np
from numpy.typing import NDArray

from groats.training.boost import fit
from groats.training.corpus import FOLDS, Sample
from groats.training.extract import Extract, extract_first, extract_second

Floats = NDArray[np.float32]
TREES = (60, 80)  # first and second pass
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


def second_rows(corpus: Corpus, scores: Floats, jobs: int) -> Floats:
    """The first pass's rows with those that its scores add."""
    pages = [scores[start:end].tolist() for start, end in zip(corpus.starts, corpus.starts[1:], strict=False)]
    with ProcessPoolExecutor(jobs) as pool:
        added = list(pool.map(extract_second, corpus.samples, pages, chunksize=_CHUNK))
    return np.concatenate([corpus.rows, np.concatenate(added)], axis=1)


def out_of_fold(corpus: Corpus, rows: Floats, trees: int) -> Floats:
    """The score of every block by trees that were fitted on the other folds."""
    scores = np.zeros(len(rows), np.float32)
    for fold in range(FOLDS):
        seen = corpus.folds != fold
        if seen.all():
            continue
        booster = fit(rows[seen], corpus.shares[seen], corpus.weights[seen] * _scale(corpus), trees)
        scores[~seen] = booster.predict(rows[~seen])
    return scores


def fit_all(corpus: Corpus, rows: Floats, trees: int) -> lightgbm.Booster:
    """The booster of all pages."""
    return fit(rows, corpus.shares, corpus.weights * _scale(corpus), trees)


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


def best_threshold(corpus: Corpus, scores: Floats, candidates: Sequence[float]) -> float:
    """The threshold with the highest mean word F1 over all pages."""
    return max(candidates, key=lambda threshold: float(page_f1(corpus, scores, threshold).mean()))


def _scale(corpus: Corpus) -> float:
    """Page weights grown so that a block weighs 1 on average, which the booster's own bounds suppose."""
    return len(corpus.weights) / float(corpus.weights.sum())
