"""The headline, and what stands again elsewhere."""

from groats.document import Decision, Evidence
from groats.stages.decide.settle import drop

_REPEATED_WORDS = 6  # a shorter line may honestly stand twice
_ABOVE_SHARE = 0.1  # of the words kept below a headline: so few above it are a kicker, a summary, a scrap


def drop_repetitions(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What the main run says goes where it stands again outside, as a lede does in a footer; so do headline copies."""
    texts = [block.text for block in evidence.page.blocks]
    run = range(*evidence.main_run)
    title = texts[evidence.title] if evidence.title is not None else None
    kept = [n for n, decision in enumerate(decisions) if decision.keep]
    if all(texts[n] == title for n in kept):
        return decisions
    said = {texts[n] for n in kept if n in run and evidence.shapes[n].size >= _REPEATED_WORDS}
    again = [n for n in kept if n != evidence.title and (texts[n] == title or (n not in run and texts[n] in said))]
    return drop(decisions, again, "the same text stands in the article")


def settle_title(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headline stays, and little that is above it is part of the article; if much is, it was no headline."""
    title = evidence.title
    if title is None:
        return decisions
    kept = [shape.size * decision.keep for shape, decision in zip(evidence.shapes, decisions, strict=True)]
    below = sum(kept[title + 1 :])
    if not below or sum(kept[:title]) > _ABOVE_SHARE * below:
        return decisions
    settled = drop(decisions, range(title), "it stands above the headline")
    settled[title] = Decision(keep=True, rule="it is the headline")
    return settled
