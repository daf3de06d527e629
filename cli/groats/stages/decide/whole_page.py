"""Pages without an article, and pages without anything else."""

from itertools import compress, count
from operator import not_

from groats.document import WALL_SHARE, Decision, Evidence, Label
from groats.stages.decide.settle import drop, keep, stays
from groats.stages.decide.signs import is_cue_alone

_CERTAIN = 0.7  # a score with which a block is more than what stands around a request for consent
_HEADLINE_WORDS = 2
_FURNITURE_SHARE = 0.35  # of the words: a page that would lose more has furniture, whether a cue says so or not
_LIKELY = 0.1  # a score from which a block of HTML is no furniture where no phrase says so
_NOTHING_WORDS = 12  # a page that keeps fewer of many more has no article
_MANY_TIMES = 6
_FEWEST_LINES, _WALL_WORDS = 20, 80  # of a wall


def drop_scraps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where next to nothing of a page is left, it had no article."""
    sizes = evidence.sizes
    kept = sum(compress(sizes, stays(decisions)))
    if kept >= _NOTHING_WORDS or sum(sizes) < _MANY_TIMES * max(kept, 1.0):
        return decisions
    return drop(decisions, range(len(sizes)), "the page has no article that it could be part of")


def drop_walls(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where a page speaks of consent all over, and little else or little certain is left, that is a wall before it."""
    spoken = sum([any(hit.label is Label.CONSENT for hit in hits) for hits in filter(None, evidence.cues)])
    if spoken < WALL_SHARE * max(len(decisions), _FEWEST_LINES):
        return decisions
    left = list(compress(count(), stays(decisions)))
    certain = sum(evidence.shapes[n].size for n in left if evidence.scores[n] >= _CERTAIN)
    if sum(evidence.shapes[n].size for n in left) > _WALL_WORDS and certain > _NOTHING_WORDS:
        return decisions
    return drop(decisions, left, "the page is a request for consent")


def keep_clean_pages(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A page without a sign of furniture is left as it is: cleaned text comes out unchanged.

    A heading of some words that stands alone at its top is the page's headline, whatever it says: "Terms of Service".
    Of HTML, which nobody has cleaned, what is likely furniture goes all the same.
    """
    sizes = evidence.sizes
    dropped = sum(compress(sizes, map(not_, stays(decisions))))
    stands_apart = len(sizes) > 1 and evidence.page.blocks[1].blank_before > 0
    is_headed = stands_apart and evidence.headings[0] and sizes[0] >= _HEADLINE_WORDS
    inside = [n for n in compress(count(), evidence.cues) if n >= is_headed and n != evidence.title]
    if any(is_cue_alone(evidence, n) for n in inside) or dropped > _FURNITURE_SHARE * sum(sizes):
        return decisions
    least = _LIKELY if evidence.page.kind == "html" else 0.0
    likely = [n for n, score in enumerate(evidence.scores) if score >= least]
    return keep(decisions, likely, "nothing on this page looks like furniture")


def drop_binary(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What is no text has none: the letters in a picture or in an archive are by chance."""
    if "binary" not in evidence.page.warnings:
        return decisions
    return [Decision(keep=False, rule="the input is no text") for _ in decisions]


def drop_notices(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A notice in the place of a page is no article, however much it reads like one."""
    if not evidence.is_notice:
        return decisions
    return [Decision(keep=False, rule="the page is an error, a refusal or a check for robots") for _ in decisions]
