"""How good the whole pipeline is on pages whose sites its weights did not see, and how sure it may be of itself."""

import lzma
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from groats.document import Options, Profile
from groats.pipeline import inspect
from groats.scoring.words import score_words, tokens
from groats.stages.assess import find_confidence
from groats.stages.score import Weights, read_weights
from groats.training.corpus import FOLDS, Sample

_GOOD = 0.9  # the word F1 whose likelihood the confidence is
_CHUNK = 16
_STRENGTH = 1.0  # of the penalty on large weights
_DIGITS = 4
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a page, by the text without its title: word F1, precision, recall, and how sure that may be.

    `f1_with_title` is the word F1 of the title and the text. `with_share` and `without_share` are the shares of the
    noted snippets that are in the text, None where none were noted. `measures` are those of `measure_page`.
    """

    sample: Sample
    f1: float
    f1_with_title: float
    precision: float
    recall: float
    with_share: float | None
    without_share: float | None
    measures: dict[str, float]


def fold_path(folder: Path, fold: int) -> Path:
    """The file that holds the weights which saw no site of a fold."""
    return folder / f"fold-{fold}.json.xz"


@cache
def load_fold(folder: Path, fold: int) -> Weights:
    """The weights which saw no site of a fold."""
    return read_weights(lzma.decompress(fold_path(folder, fold).read_bytes()))


def judge_sample(sample: Sample, folder: Path, profile: Profile | None = None) -> Outcome:
    """The outcome of a page by weights that did not see its site, and by the profile of its site if one is given."""
    options = Options(kind=sample.kind, profile=profile)
    inspection = inspect(sample.raw, options, load_fold(folder, sample.fold))
    text = inspection.article.text
    titled = "\n".join(filter(None, (inspection.article.metadata.title, text)))
    score = score_words(sample.gold, text)
    return Outcome(
        sample=replace(sample, raw="", gold=""),
        f1=score.f1,
        f1_with_title=score_words(sample.gold, titled).f1,
        precision=score.precision,
        recall=score.recall,
        with_share=share_found_by_words(sample.present, text),
        without_share=share_found_by_words(sample.absent, text),
        measures=dict(inspection.measures),
    )


def judge_all(samples: Iterable[Sample], folder: Path, jobs: int) -> list[Outcome]:
    """The outcome of every page by the weights in a folder."""
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(partial(judge_sample, folder=folder), samples, chunksize=_CHUNK))


def share_found_by_words(snippets: Sequence[str], text: str) -> float | None:
    """The share of the snippets whose words stand in the text in their order; None if there are none.

    By words, because renderers differ in quotation marks and white space, and the last word may be the beginning of
    one, because many references cut their snippets at 80 characters. Of the references' own snippets, 87 of 100 are in
    Chrome's text to the letter, 89 by whole words, and 95 in this way.
    """
    if not snippets:
        return None
    words = f" {' '.join(tokens(text))}"
    return sum(f" {' '.join(tokens(snippet))}" in words for snippet in snippets) / len(snippets)


def fit_confidence(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The weights of `find_confidence` (logistic regression with a penalty on the squares, L-BFGS)."""
    used = [outcome for outcome in outcomes if outcome.measures]
    names = list(used[0].measures)
    rows = np.array([[outcome.measures[name] for name in names] for outcome in used])
    good = np.array([outcome.f1 >= _GOOD for outcome in used], float)

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = rows @ values
        likely = 1.0 / (1.0 + np.exp(-odds))
        value = float((np.logaddexp(0.0, odds) - good * odds).sum()) + _STRENGTH * float(values @ values)
        return value, rows.T @ (likely - good) + 2.0 * _STRENGTH * values

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(value), _DIGITS) for name, value in zip(names, found.x, strict=True)}


def held_out_confidence(outcomes: Sequence[Outcome]) -> list[float]:
    """The confidence of each page by weights that did not see its site."""
    fitted = [fit_confidence([own for own in outcomes if own.sample.fold != fold]) for fold in range(FOLDS)]
    return [find_confidence(outcome.measures, fitted[outcome.sample.fold]) for outcome in outcomes]


def tabulate_reliability(
    confidences: Sequence[float], outcomes: Sequence[Outcome]
) -> list[tuple[int, int, float, float]]:
    """For each tenth of confidence (0 to 9) how many pages got it, the mean that was given, and the share of good."""
    rows = []
    for tenth in range(_TENTHS):
        inside = [
            (given, outcome.f1 >= _GOOD)
            for given, outcome in zip(confidences, outcomes, strict=True)
            if min(_TENTHS - 1, int(given * _TENTHS)) == tenth
        ]
        if inside:
            given, good = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append((tenth, len(inside), given, good))
    return rows
