"""What goes for the phrases in it, or for those in the line beside it."""

from groats.document import Decision, Evidence, Label
from groats.stages.decide.settle import drop
from groats.stages.decide.signs import furniture, is_cue_alone, is_date_alone

_SPOKEN = 0.8  # a score from which a cue in the line does not count
_DOUBTED = 0.5  # a score below which a line beside an offer is part of it
_CUED_WORDS, _BOX_WORDS = 30, 20
_BOXES = frozenset({Label.NEWSLETTER, Label.PAYWALL, Label.ADVERTISEMENT, Label.RELATED, Label.COMMENTS})


def drop_cues_alone(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line that is nothing but a cue goes, wherever it stands; so the text that is left holds none."""
    alone = [n for n in _standing(evidence, decisions) if is_cue_alone(evidence, n)]
    return drop(decisions, alone, "it is a stock phrase of page furniture")


def drop_cued_lines(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line with a cue in it, or a date alone, goes unless its score is beyond doubt: "Tags: mills", "16 April"."""
    cued = [
        n
        for n in _standing(evidence, decisions)
        if evidence.scores[n] < _SPOKEN
        and evidence.shapes[n].size <= _CUED_WORDS
        and (furniture(evidence, n) or is_date_alone(evidence, n))
    ]
    return drop(decisions, cued, "a phrase of page furniture or a date is in it")


def drop_boxes(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A doubtful line beside one that offers or advertises something is part of the same box."""
    offers = {
        n
        for n, hits in enumerate(evidence.cues)
        if hits and not decisions[n].keep and any(hit.label in _BOXES for hit in hits)
    }
    boxed = [
        n
        for n in (_standing(evidence, decisions) if offers else ())
        if evidence.scores[n] < _DOUBTED
        and evidence.shapes[n].size <= _BOX_WORDS
        and (n - 1 in offers or n + 1 in offers)
    ]
    return drop(decisions, boxed, "it stands in a box that offers something")


def _standing(evidence: Evidence, decisions: list[Decision]) -> list[int]:
    """The blocks that stay, but for the headline."""
    return [n for n, decision in enumerate(decisions) if decision.keep and n != evidence.title]
