"""Which blocks stay: the scores first, then the rules that only the whole page can tell."""

from collections.abc import Callable, Sequence

from groats.document import Decision, Evidence, Form

_DOUBTFUL = 0.25  # a score below it says that a heading is none, whatever stands around it
_GAP = 2  # blocks: more that are dropped between two kept ones are a box, not an oversight
_ISLAND_WORDS = 40  # fewer, far from the main run, are a teaser or a footer's sentence
_ISLAND_DISTANCE = 6  # blocks
_REPEATED_WORDS = 6  # a shorter line may honestly stand twice
_FURNITURE_SHARE = 0.3  # of the words: a page that would lose more has furniture, whether a cue says so or not
_NOTHING_WORDS = 12  # a page that keeps fewer of many more has no article
_MANY_TIMES = 6


def decide(evidence: Evidence, threshold: float) -> list[Decision]:
    """For each block of the page whether it stays.

    A block with a score of `threshold` or more does; then the rules speak in the order of `_RULES`, each on what the
    one before left.
    """
    decisions = [Decision(score >= threshold) for score in evidence.scores]
    for rule in _RULES:
        decisions = rule(evidence, decisions)
    return decisions


def _drop_cues_alone(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line that is nothing but a cue goes, wherever it stands; so the text that is left holds none."""
    return [
        Decision(keep=False, rule="it is a stock phrase of page furniture")
        if decision.keep and n != evidence.title and _is_cue_alone(evidence, n)
        else decision
        for n, decision in enumerate(decisions)
    ]


def _drop_islands(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A few words kept far from the main run go: a footer's sentence, a teaser."""
    sizes = [shape.size for shape in evidence.shapes]
    start, end = evidence.main_run
    settled = list(decisions)
    for low, high in _runs(decisions, keep=True):
        gap = max(low - end, start - high)
        if gap >= _ISLAND_DISTANCE and sum(sizes[low:high]) < min(_ISLAND_WORDS, 0.2 * sum(sizes[start:end])):
            settled[low:high] = [Decision(keep=False, rule="it stands alone, far from the article")] * (high - low)
    return settled


def _fill_gaps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Between two kept blocks a heading or list item stays that nothing speaks against."""
    settled = list(decisions)
    for low, high in _runs(decisions, keep=False):
        if not low or high == len(decisions) or high - low > _GAP:
            continue
        for n in range(low, high):
            furniture = any(not hit.label.is_kept for hit in evidence.cues[n])
            form = evidence.page.blocks[n].form
            listed = form in {Form.LIST, Form.TABLE, Form.CODE} and form is evidence.page.blocks[low - 1].form
            if not furniture and (listed or (evidence.headings[n] and evidence.scores[n] >= _DOUBTFUL)):
                settled[n] = Decision(keep=True, rule="it stands between two parts of the article")
    return settled


def _drop_repetitions(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Of a sentence that stands twice the copy with the higher score stays: a lede is printed again in a footer."""
    best: dict[str, int] = {}
    for n, decision in enumerate(decisions):
        text = evidence.page.blocks[n].text
        if decision.keep and evidence.shapes[n].size >= _REPEATED_WORDS:
            first = best.setdefault(text, n)
            if _standing(evidence, n) > _standing(evidence, first):
                best[text] = n
    return [
        Decision(keep=False, rule="the same text stands elsewhere on the page")
        if decision.keep and best.get(evidence.page.blocks[n].text, n) != n and n != evidence.title
        else decision
        for n, decision in enumerate(decisions)
    ]


def _standing(evidence: Evidence, n: int) -> float:
    """How well a block stands among its neighbours: its score and theirs."""
    return sum(evidence.scores[max(0, n - 2) : n + 3])


def _settle_title(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headline stays, and nothing above it is part of the article."""
    if evidence.title is None or not any(decision.keep for decision in decisions[evidence.title + 1 :]):
        return decisions
    above = [
        Decision(keep=False, rule="it stands above the headline") if decision.keep else decision
        for decision in decisions[: evidence.title]
    ]
    return [*above, Decision(keep=True, rule="it is the headline"), *decisions[evidence.title + 1 :]]


def _drop_hanging_headings(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A heading with nothing kept under it goes: it headed what was dropped."""
    settled = list(decisions)
    for low, high in _runs(decisions, keep=True):
        end = high
        while end > low and end - 1 != evidence.title and evidence.page.blocks[end - 1].form is Form.HEADING:
            end -= 1
        if high == len(decisions) or all(not decision.keep for decision in decisions[high : high + _ISLAND_DISTANCE]):
            settled[end:high] = [Decision(keep=False, rule="it heads nothing that was kept")] * (high - end)
    return settled


def _drop_scraps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where next to nothing of a page is left, it had no article."""
    kept = sum(shape.size for shape, decision in zip(evidence.shapes, decisions, strict=True) if decision.keep)
    total = sum(shape.size for shape in evidence.shapes)
    if kept >= _NOTHING_WORDS or total < _MANY_TIMES * max(kept, 1.0):
        return decisions
    return [
        Decision(keep=False, rule="the page has no article that it could be part of") if decision.keep else decision
        for decision in decisions
    ]


def _keep_clean_pages(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A page without a sign of furniture is left as it is: cleaned text comes out unchanged."""
    sizes = [shape.size for shape in evidence.shapes]
    dropped = sum(size for size, decision in zip(sizes, decisions, strict=True) if not decision.keep)
    if any(_is_cue_alone(evidence, n) for n in range(len(sizes))) or dropped > _FURNITURE_SHARE * sum(sizes):
        return decisions
    return [
        decision if decision.keep else Decision(keep=True, rule="nothing on this page looks like furniture")
        for decision in decisions
    ]


def _is_cue_alone(evidence: Evidence, n: int) -> bool:
    """Whether a cue of furniture is all that the block says; one word that ends a sentence is an answer ("No.")."""
    shape = evidence.shapes[n]
    is_answer = shape.ends_sentence and len(shape.words) == 1
    return not is_answer and any(hit.whole and not hit.label.is_kept for hit in evidence.cues[n])


def _runs(decisions: Sequence[Decision], *, keep: bool) -> list[tuple[int, int]]:
    """The spans (start, end) of neighbouring blocks that all stay, or all go."""
    spans = []
    start = 0
    for n in range(1, len(decisions) + 1):
        if n == len(decisions) or decisions[n].keep != decisions[start].keep:
            if decisions[start].keep == keep:
                spans.append((start, n))
            start = n
    return spans


_RULES: tuple[Callable[[Evidence, list[Decision]], list[Decision]], ...] = (
    _drop_cues_alone,
    _drop_islands,
    _fill_gaps,
    _drop_repetitions,
    _settle_title,
    _drop_hanging_headings,
    _drop_scraps,
    _keep_clean_pages,
)
