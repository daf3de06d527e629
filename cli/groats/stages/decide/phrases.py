"""What goes for the phrases in it."""

from itertools import compress, count

from groats.document import Decision, Evidence
from groats.stages.decide.settle import drop, stays
from groats.stages.decide.signs import furniture, is_cue_alone, is_date_alone, is_price_alone, is_wordless

_SPOKEN = 0.8  # a score from which a cue in the line does not count
_CUED_WORDS = 30


def drop_cues_alone(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line that is nothing but a cue goes, wherever it stands; so the text that is left holds none but prices."""
    kept = [n for n in compress(count(), evidence.cues) if decisions[n].keep and n != evidence.title]
    alone = [n for n in kept if is_cue_alone(evidence, n) and not is_price_alone(evidence, n)]
    return drop(decisions, alone, "it is a stock phrase of page furniture")


def drop_cued_lines(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line with a cue in it, or a date alone, goes unless its score is beyond doubt: "Tags: mills", "16 April".

    A price is told by its score: out of fold, lists of goods gain .0075 by that from HTML and .0056 from text, single
    products lose .0004.
    """
    cued = [
        n
        for n in compress(count(), stays(decisions))
        if evidence.scores[n] < _SPOKEN
        and n != evidence.title
        and evidence.shapes[n].size <= _CUED_WORDS
        and (furniture(evidence, n) or is_date_alone(evidence, n))
        and not is_price_alone(evidence, n)
    ]
    return drop(decisions, cued, "a phrase of page furniture or a date is in it")


def drop_wordless(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """An image or a link of Markdown that has no words goes: its address is no text."""
    wordless = [n for n in compress(count(), stays(decisions)) if is_wordless(evidence.page.blocks[n])]
    return drop(decisions, wordless, "it is an image or a link without words")
