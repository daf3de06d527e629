"""The models fitted in their order, for each fold without its sites and for all: words, first look, title, second."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import lightgbm
import numpy as np
from numpy.typing import NDArray

from groats.document import Kind, Vocabulary
from groats.stages.features import (
    LIKENESS,
    NEIGHBOURED,
    PLAIN_FEATURES,
    SCORE_OFFSETS,
    SCORED_FEATURES,
    SPOKEN_FEATURES,
    TITLE_FEATURES,
    pick_title,
    spoken_columns,
)
from groats.training.boost import Asked, Size, fit
from groats.training.corpus import FOLDS, Sample
from groats.training.extract import (
    Bytes,
    Extract,
    Floats,
    as_table,
    extract_context,
    extract_first,
    extract_title,
)
from groats.training.vocabulary import fit_vocabulary

ALL = FOLDS  # the number of the models that see every site, behind those of the folds
_CHUNK = 16  # samples handed to a worker at once

_FIRST, _TITLE, _SECOND = Size(60, 28, 0.2), Size(60, 12, 0.12), Size(140, 30, 0.13)

_ALONE = (*PLAIN_FEATURES, *SPOKEN_FEATURES)
FIRST: tuple[Asked, ...] = (
    *((name, 0) for name in _ALONE),
    *((name, offset) for name, offsets in NEIGHBOURED.items() for offset in offsets),
)
TITLE: tuple[Asked, ...] = (
    *FIRST,
    *((name, 0) for name in SCORED_FEATURES),
    *(("score", offset) for offset in SCORE_OFFSETS),
)
SECOND: tuple[Asked, ...] = (*TITLE, *((name, 0) for name in TITLE_FEATURES))


@dataclass(frozen=True, slots=True)
class Corpus:
    """The usable samples with their extracts; `starts` cuts a table of all their blocks into pages again."""

    samples: list[Sample]
    extracts: list[Extract]
    shares: Floats
    weights: Floats
    folds: NDArray[np.int64]
    starts: NDArray[np.int64]

    def cut(self, column: Floats) -> list[list[float]]:
        """A column of a table page by page."""
        return [column[start:end].tolist() for start, end in zip(self.starts, self.starts[1:], strict=False)]

    def neighbours(self, column: Bytes, offset: int) -> Bytes:
        """For each block the number of the one so many below it, 0 beyond the ends of its page."""
        moved = np.zeros_like(column)
        for start, end in zip(self.starts, self.starts[1:], strict=False):
            if offset < 0:
                moved[start - offset : end] = column[start : max(start, end + offset)]
            else:
                moved[start : max(start, end - offset)] = column[start + offset : end]
        return moved


@dataclass(frozen=True, slots=True)
class Boosters:
    """The models of a kind of page, each for every fold, whose sites it did not see, and behind those for `ALL`.

    `titles` are the titles they find on the pages of a corpus, those of `title_threshold` and more: a position a page,
    or None.
    """

    first: list[lightgbm.Booster]
    title: list[lightgbm.Booster]
    second: list[lightgbm.Booster]
    title_threshold: float
    titles: list[int | None]


def gather(samples: Iterable[Sample], jobs: int) -> Corpus:
    """Every sample that can be aligned."""
    wanted = list(samples)
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(extract_first, wanted, chunksize=_CHUNK))
    return join([(sample, extract) for sample, extract in zip(wanted, found, strict=True) if extract is not None])


def pick(corpus: Corpus, is_taken: Callable[[Sample], bool]) -> Corpus:
    """Some of the samples; raises `ValueError` if none is taken."""
    return join([page for page in _pages_of(corpus) if is_taken(page[0])])


def _pages_of(corpus: Corpus) -> Iterator[tuple[Sample, Extract]]:
    """Each sample with what was drawn from it."""
    return zip(corpus.samples, corpus.extracts, strict=True)


def join(pairs: Sequence[tuple[Sample, Extract]]) -> Corpus:
    """The samples of a corpus and what was drawn from each; raises `ValueError` if there are none."""
    counts = [len(extract.shares) for _, extract in pairs]
    return Corpus(
        samples=[sample for sample, _ in pairs],
        extracts=[extract for _, extract in pairs],
        shares=np.concatenate([extract.shares for _, extract in pairs]),
        weights=np.concatenate([extract.weights for _, extract in pairs]),
        folds=np.repeat(np.array([sample.fold for sample, _ in pairs]), counts),
        starts=np.concatenate([[0], np.cumsum(counts)]),
    )


def fit_boosters(corpus: Corpus, vocabularies: Sequence[Vocabulary], jobs: int) -> Boosters:
    """All models, each later one on what the earlier ones say of sites that they did not see (stacking)."""
    rows = _first_rows(corpus, vocabularies)
    first = _fit_folds(rows, corpus.shares, corpus.weights, corpus.folds, _FIRST)
    alone = _out_of_fold(first, rows, corpus.folds)
    context, candidates = _context_rows(corpus, rows, alone, jobs)
    rows = np.concatenate([rows, context], axis=1)
    title, titles, threshold = _fit_titles(corpus, rows, candidates)
    with ProcessPoolExecutor(jobs) as pool:
        added = list(pool.map(extract_title, corpus.samples, titles, chunksize=_CHUNK))
    rows = np.concatenate([rows, np.concatenate(added)], axis=1)
    second = _fit_folds(rows, corpus.shares, corpus.weights, corpus.folds, _SECOND)
    return Boosters(first, title, second, threshold, titles)


def _fit_titles(
    corpus: Corpus, rows: Bytes, candidates: Sequence[range]
) -> tuple[list[lightgbm.Booster], list[int | None], float]:
    """The boosters that find the title, the title of each page by the one that did not see it, and the threshold."""
    places = [start + n for start, page in zip(corpus.starts, candidates, strict=False) for n in page]
    truth = np.array(
        [n == e.title for e, page in zip(corpus.extracts, candidates, strict=True) for n in page], np.float32
    )
    noted = [sample.weight for sample, page in zip(corpus.samples, candidates, strict=True) for _ in page]
    boosters = _fit_folds(rows[places], truth, np.array(noted, np.float32), corpus.folds[places], _TITLE)
    likely = _out_of_fold(boosters, rows[places], corpus.folds[places])
    pages = np.split(likely, np.cumsum([len(page) for page in candidates])[:-1])

    def pick(threshold: float) -> list[int | None]:
        return [pick_title(page, own.tolist(), threshold) for page, own in zip(candidates, pages, strict=True)]

    threshold = max((n / 20 for n in range(2, 13)), key=lambda at: title_accuracy(corpus, pick(at)) + at / 5)
    return boosters, pick(threshold), threshold


def title_accuracy(corpus: Corpus, titles: Sequence[int | None], kind: Kind | None = None) -> float:
    """The share of the pages with a noted title, of a kind or of all, on which it was found."""
    noted = [
        extract.title == title
        for sample, extract, title in zip(corpus.samples, corpus.extracts, titles, strict=True)
        if extract.title is not None and kind in {None, sample.kind}
    ]
    return sum(noted) / max(1, len(noted))


def fit_words(worded: Corpus, named: Corpus, fold: int) -> Vocabulary:
    """What words and names speak for on the pages of all other folds; of all pages for `ALL`."""
    return fit_vocabulary(*([page for page in _pages_of(part) if page[0].fold != fold] for part in (worded, named)))


def _first_rows(corpus: Corpus, vocabularies: Sequence[Vocabulary]) -> Bytes:
    """The rows of `FIRST`; the words and names of a page are judged by a vocabulary that did not see its site."""
    words = [
        as_table(spoken_columns(e.words, e.names, e.sizes, vocabularies[sample.fold]), SPOKEN_FEATURES)
        for sample, e in _pages_of(corpus)
    ]
    rows = np.concatenate([np.concatenate([e.columns for e in corpus.extracts]), np.concatenate(words)], axis=1)
    around = [corpus.neighbours(rows[:, _ALONE.index(name)], offset) for name, offset in FIRST[len(_ALONE) :]]
    return np.concatenate([rows, np.stack(around, axis=1)], axis=1)


def _context_rows(corpus: Corpus, rows: Bytes, scores: Floats, jobs: int) -> tuple[Bytes, list[range]]:
    """What `TITLE` has beyond `FIRST`, and where each page's title may stand."""
    wanted = [_ALONE.index(name) for name in LIKENESS]
    like = [
        {name: rows[start:end, n].tolist() for name, n in zip(LIKENESS, wanted, strict=True)}
        for start, end in zip(corpus.starts, corpus.starts[1:], strict=False)
    ]
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(extract_context, corpus.samples, like, corpus.cut(scores), chunksize=_CHUNK))
    table = np.concatenate([columns for columns, _ in found])
    score = table[:, SCORED_FEATURES.index("score")]
    around = [corpus.neighbours(score, offset) for offset in SCORE_OFFSETS]
    return np.concatenate([table, np.stack(around, axis=1)], axis=1), [places for _, places in found]


def _fit_folds(
    rows: Bytes, truth: Floats, weights: Floats, folds: NDArray[np.int64], size: Size
) -> list[lightgbm.Booster]:
    """A booster for each fold that does not see its rows, and one that sees all."""
    boosters = []
    for fold in range(FOLDS + 1):
        seen = folds != fold
        boosters.append(fit(rows[seen], truth[seen], weights[seen], size))
    return boosters


def _out_of_fold(boosters: Sequence[lightgbm.Booster], rows: Bytes, folds: NDArray[np.int64]) -> Floats:
    """The score of every row by the booster that did not see its fold."""
    scores = np.zeros(len(rows), np.float32)
    for fold in range(FOLDS):
        held_out = folds == fold
        if held_out.any():
            scores[held_out] = boosters[fold].predict(rows[held_out].astype(np.float32))
    return scores
