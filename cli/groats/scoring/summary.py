"""The means over pages, each with a bootstrap interval, of all pages and of those of each set, type and language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from random import Random
from statistics import quantiles

from groats.scoring.compare import ScoredPage
from groats.scoring.measures import PageScore
from groats.scoring.record import GROUPINGS
from groats.scoring.words import WordScore

RESAMPLES = 1000  # as the article-extraction-benchmark draws
MEASURES = (
    "word_f1",
    "word_precision",
    "word_recall",
    "exact",
    "shingle_f1",
    "shingle_precision",
    "shingle_recall",
    "with_found",
    "without_found",
)

_Pick = Callable[[Sequence[float]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over pages, and the interval that holds 95 % of the means of resampled pages."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """The pages that a set, a type or a language (`by`) names."""

    by: str
    name: str
    count: int
    scores: dict[str, Estimate]


@dataclass(frozen=True, slots=True)
class _Column:
    """A measure of each page, 0 where it says nothing, and 1 where it says something, or None if it always does."""

    values: Sequence[float]
    known: Sequence[int] | None

    def mean(self, pick: _Pick) -> float | None:
        known = sum(pick(self.known)) if self.known else len(pick(self.values))
        return sum(pick(self.values)) / known if known else None


def estimate(scores: Iterable[PageScore]) -> dict[str, Estimate]:
    """The estimates by the names of `MEASURES`, of those that say something of any page; the same for the same scores.

    The interval is the percentile bootstrap's (Efron 1979): the pages are drawn anew with replacement `RESAMPLES`
    times, all measures from the same draws. One page gives its own value three times.
    """
    columns = _columns(list(scores))
    means = _means(columns, lambda values: values)
    drawn: dict[str, list[float]] = {name: [] for name in means}
    for pick in _draws(len(columns["word_f1"].values)):
        for name, mean in _means(columns, pick).items():
            drawn[name].append(mean)
    return {name: _bracket(means[name], drawn[name]) for name in MEASURES if name in means}


def group(pages: Sequence[ScoredPage]) -> list[Group]:
    """The groups that the references name, by set, type and language, the largest first.

    What all pages have in common makes no group: it would say again what is said of all.
    """
    groups: list[Group] = []
    for by in GROUPINGS:
        scores: dict[str | None, list[PageScore]] = {}
        for page in pages:
            scores.setdefault(page.groups.get(by), []).append(page.score)
        if len(scores) > 1:
            found = [(name, own) for name, own in scores.items() if name is not None]
            found.sort(key=lambda item: (-len(item[1]), item[0]))
            groups.extend(Group(by, name, len(own), estimate(own)) for name, own in found)
    return groups


def _columns(scores: Sequence[PageScore]) -> dict[str, _Column]:
    columns = {}
    for name in MEASURES:
        values: list[float | None] = [getattr(score, name) for score in scores]
        known = [int(value is not None) for value in values]
        if any(known):
            columns[name] = _Column([value or 0.0 for value in values], None if all(known) else known)
    return columns


def _means(columns: dict[str, _Column], pick: _Pick) -> dict[str, float]:
    """The mean of each column over the pages that `pick` takes.

    The F1 of shingles is that of the mean precision and the mean recall, each over the pages that have one, as
    evaluate.py of the article-extraction-benchmark computes it; it is not the mean of the pages' F1.
    """
    means = {name: mean for name, column in columns.items() if (mean := column.mean(pick)) is not None}
    if {"shingle_precision", "shingle_recall"} & means.keys():
        means["shingle_f1"] = WordScore(means.get("shingle_precision", 0.0), means.get("shingle_recall", 0.0)).f1
    return means


def _draws(pages: int) -> Iterable[_Pick]:
    """What takes the values of resampled pages, as many as there are pages; nothing for one page."""
    random = Random(0)  # noqa: S311 - the same interval each time
    for _ in range(RESAMPLES if pages > 1 else 0):
        yield itemgetter(*random.choices(range(pages), k=pages))


def _bracket(mean: float, drawn: Sequence[float]) -> Estimate:
    if len(drawn) < 2:  # noqa: PLR2004 - one value has no quantiles
        return Estimate(mean, mean, mean)
    cuts = quantiles(drawn, n=40, method="inclusive")  # the first and the last leave 2.5 % outside each
    return Estimate(mean, cuts[0], cuts[-1])
