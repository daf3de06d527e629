"""The headline, and what stands again elsewhere."""

from itertools import compress, count

from groats.document import Decision, Evidence
from groats.stages.decide.settle import drop, stays

_REPEATED_WORDS = 6  # a shorter line may honestly stand twice
_ABOVE_SHARE = 0.1  # of the words kept below a headline: so few above it are a kicker, a summary, a scrap


def drop_repetitions(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What the main run says goes where it stands again outside, as a lede does in a footer; so do headline copies."""
    texts = [block.text for block in evidence.page.blocks]
    start, end = evidence.main_run
    title = texts[evidence.title] if evidence.title is not None else None
    kept = list(compress(count(), stays(decisions)))
    if all(texts[n] == title for n in kept):
        return decisions
    said = {texts[n] for n in kept if start <= n < end and evidence.shapes[n].size >= _REPEATED_WORDS}
    again = [n for n in kept if texts[n] == title or (texts[n] in said and not start <= n < end)]
    return drop(decisions, [n for n in again if n != evidence.title], "the same text stands in the article")


def settle_title(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headline stays, and little that is above it is part of the article; if much is, it was no headline."""
    title = evidence.title
    if title is None:
        return decisions
    sizes = evidence.sizes
    flags = stays(decisions)
    below = sum(compress(sizes[title + 1 :], flags[title + 1 :]))
    if not below or sum(compress(sizes[:title], flags)) > _ABOVE_SHARE * below:
        return decisions
    settled = drop(decisions, range(title), "it stands above the headline")
    settled[title] = Decision(keep=True, rule="it is the headline")
    return settled
