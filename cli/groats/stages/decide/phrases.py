"""What goes for the phrases in it."""

from itertools import compress, count

from groats.document import Decision, Evidence
from groats.stages.decide.settle import drop, stays
from groats.stages.decide.signs import furniture, is_cue_alone, is_date_alone, is_of_item, is_price_alone, is_wordless

_SPOKEN = 0.8  # a score from which a cue in the line does not count
_CUED_WORDS = 30


def drop_cues_alone(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line that is nothing but a cue goes, wherever it stands, unless it may be an item's price, date or number."""
    kept = [n for n in compress(count(), evidence.cues) if decisions[n].keep and n != evidence.title]
    alone = [n for n in kept if is_cue_alone(evidence, n) and not _is_told_by_score(evidence, n)]
    return drop(decisions, alone, "it is a stock phrase of page furniture")


def drop_cued_lines(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line with a cue in it, or a date alone, goes unless its score is beyond doubt: "Tags: mills", "16 April".

    A price is told by its score: out of fold, lists of goods gain .0075 by that from HTML and .0056 from text, single
    products lose .0004. So is what is said of an item: by that listings gain .0055 from HTML, lists of goods .004,
    forums .001, articles .0004.
    """
    cued = [
        n
        for n in compress(count(), stays(decisions))
        if evidence.scores[n] < _SPOKEN
        and n != evidence.title
        and evidence.shapes[n].size <= _CUED_WORDS
        and (furniture(evidence, n) or is_date_alone(evidence, n))
        and not _is_told_by_score(evidence, n)
    ]
    return drop(decisions, cued, "a phrase of page furniture or a date is in it")


def _is_told_by_score(evidence: Evidence, n: int) -> bool:
    """Whether a phrase or a date says less of the block than its score does."""
    return is_price_alone(evidence, n) or is_of_item(evidence, n)


def drop_wordless(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """An image or a link of Markdown that has no words goes: its address is no text."""
    wordless = [n for n in compress(count(), stays(decisions)) if is_wordless(evidence.page.blocks[n])]
    return drop(decisions, wordless, "it is an image or a link without words")
