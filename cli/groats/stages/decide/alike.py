"""Boxes that look alike, as the names of all items do, and their prices: each is likelier what the others are."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean
from typing import TypeAlias

from groats.document import Decision, Evidence, Form, Page
from groats.odds import likelihoods, log_odds
from groats.stages.decide.signs import reads_like_article

_SHARE = 0.5  # of a block's log-odds that are those of its like
_FEWEST = 3  # alike
_KEPT, _DROPPED = Decision(keep=True), Decision(keep=False)
_KEPT_ALIKE = Decision(keep=True, rule="boxes that look like it are content, taken together")
_DROPPED_ALIKE = Decision(keep=False, rule="boxes that look like it are no content, taken together")

_Kind: TypeAlias = tuple[int, Form, str]  # the look of a box, by number, the form of its text, its landmark


def decide_alike(evidence: Evidence, threshold: float) -> list[Decision]:
    """For each block whether it stays by its score once that is levelled, and why if it would not by its own."""
    levelled = level_scores(evidence, evidence.scores)
    return [_choose(own, score, threshold) for own, score in zip(evidence.scores, levelled, strict=True)]


def _choose(own: float, score: float, threshold: float) -> Decision:
    if (own >= threshold) is (score >= threshold):
        return _KEPT if score >= threshold else _DROPPED
    return _KEPT_ALIKE if score >= threshold else _DROPPED_ALIKE


def level_scores(evidence: Evidence, scores: Sequence[float]) -> Sequence[float]:
    """The scores, each halfway to the mean of those of the boxes that look alike, in log-odds; but the headline's.

    For HTML unlike an article only. Out of fold forums gain .006 by that, collections .004, listings .0015, products
    and manuals .001.
    """
    if reads_like_article(evidence) or not evidence.page.boxes:
        return scores
    odds = list(map(log_odds, scores))
    alike: defaultdict[_Kind, list[int]] = defaultdict(list)
    for n, kind in enumerate(_find_kinds(evidence.page)):
        if n != evidence.title:
            alike[kind].append(n)
    levelled = list(odds)
    for places in alike.values():
        if len(places) >= _FEWEST:
            mean = fmean([odds[n] for n in places])
            for n in places:
                levelled[n] += _SHARE * (mean - odds[n])
    return likelihoods(levelled)


def _find_kinds(page: Page) -> list[_Kind]:
    """What each block looks like: the looks of the boxes around it up to the first that has a class."""
    numbers: dict[tuple[int, str], int] = {}
    looks: list[int] = []
    for box in page.boxes:
        around = looks[box.outer] if box.outer >= 0 and box.look == box.tag else -1
        looks.append(numbers.setdefault((around, box.look), len(numbers)))
    return [
        (looks[block.hints.box] if block.hints else -1, block.form, block.hints.landmark if block.hints else "")
        for block in page.blocks
    ]
