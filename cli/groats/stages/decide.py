"""Which blocks stay: the scores first, then the rules that only the whole page can tell."""

from collections.abc import Callable, Sequence

from groats.document import CueHit, Decision, Evidence, Form, Label

# The scores, distances and lengths that rules compare with. Those of the cues, boxes, gaps, neighbours, islands and
# repetitions were chosen on pages of sites left out of the training, by mean word F1 with and without the rule; the
# others on the seeds alone.
_CERTAIN = 0.7  # a score from which a few words may stand far from the article
_SPOKEN = 0.8  # a score from which a cue in the line does not count
_DOUBTED = 0.5  # a score below which a line beside an offer is part of it
_CUED_WORDS, _BOX_WORDS = 30, 20
_BOXES = frozenset({Label.NEWSLETTER, Label.PAYWALL, Label.ADVERTISEMENT, Label.RELATED, Label.COMMENTS})
_POSSIBLE = 0.2  # a sentence with that score stays beside one that stays
_BETWEEN = 0.2  # so does any line between two that stay
_GAP = 3  # blocks: more that are dropped between two kept ones are a box, not an oversight
_SENTENCE_WORDS = 5
_DATE_WORDS = 9.0  # a line with a date in it and no more says when, not what
_LINK_SHARE = 0.8
_ISLAND_WORDS, _ISLAND_SHARE = 25.0, 0.05  # fewer words than both, far from the main run, are a footer's sentence
_ISLAND_DISTANCE = 6  # blocks
_REPEATED_WORDS = 6  # a shorter line may honestly stand twice
_HEADLINE_WORDS = 2
_FURNITURE_SHARE = 0.35  # of the words: a page that would lose more has furniture, whether a cue says so or not
_ABOVE_SHARE = 0.1  # of the words kept below a headline: so few above it are a kicker, a summary, a scrap
_NOTHING_WORDS = 12  # a page that keeps fewer of many more has no article
_MANY_TIMES = 6
_WALL_SHARE, _FEWEST_LINES = 0.12, 20  # of a page's lines with a cue of consent: a banner has fewer beside an article
_WALL_WORDS = 80
_KEPT, _DROPPED = Decision(keep=True), Decision(keep=False)


def decide(evidence: Evidence, threshold: float) -> list[Decision]:
    """For each block of the page whether it stays.

    A block with a score of `threshold` or more does; then the rules speak in the order of `_RULES`, each on what the
    one before left.
    """
    decisions = [_KEPT if score >= threshold else _DROPPED for score in evidence.scores]
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


def _drop_cued_lines(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line with a cue in it, or a date alone, goes unless its score is beyond doubt: "Tags: mills", "16 April"."""
    return [
        Decision(keep=False, rule="a phrase of page furniture or a date is in it")
        if decision.keep
        and n != evidence.title
        and evidence.scores[n] < _SPOKEN
        and evidence.shapes[n].size <= _CUED_WORDS
        and (_furniture(evidence, n) or _is_date_alone(evidence, n))
        else decision
        for n, decision in enumerate(decisions)
    ]


def _drop_boxes(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A doubtful line beside one that offers or advertises something is part of the same box."""
    offers = [bool(hits) and any(hit.label in _BOXES for hit in hits) for hits in evidence.cues]
    if not any(offers):
        return decisions
    settled = list(decisions)
    for n, (decision, score, shape) in enumerate(zip(decisions, evidence.scores, evidence.shapes, strict=True)):
        if decision.keep and score < _DOUBTED and shape.size <= _BOX_WORDS and n != evidence.title:
            beside = [m for m in (n - 1, n + 1) if 0 <= m < len(decisions)]
            if any(offers[m] and not decisions[m].keep for m in beside):
                settled[n] = Decision(keep=False, rule="it stands in a box that offers something")
    return settled


def _keep_beside(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A sentence right below or above what stays, with nothing against it, stays too: short last paragraphs, ledes."""
    settled = list(decisions)
    for order, step in ((range(1, len(settled)), -1), (range(len(settled) - 2, -1, -1), 1)):
        for n in order:
            shape = evidence.shapes[n]
            if (
                settled[n + step].keep
                and _may_return(settled[n])
                and evidence.scores[n] >= _POSSIBLE
                and shape.ends_sentence
                and shape.size >= _SENTENCE_WORDS
                and not _furniture(evidence, n)
            ):
                settled[n] = Decision(keep=True, rule="it goes on with the article beside it")
    return settled


def _drop_islands(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A few words kept far from the main run go: a footer's sentence, a teaser."""
    sizes = [shape.size for shape in evidence.shapes]
    start, end = evidence.main_run
    settled = list(decisions)
    for low, high in _runs(decisions, keep=True):
        gap = max(low - end, start - high)
        if max(evidence.scores[low:high]) >= _CERTAIN:
            continue
        if gap >= _ISLAND_DISTANCE and sum(sizes[low:high]) < min(_ISLAND_WORDS, _ISLAND_SHARE * sum(sizes[start:end])):
            settled[low:high] = [Decision(keep=False, rule="it stands alone, far from the article")] * (high - low)
    return settled


def _fill_gaps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A few lines between two kept blocks stay if nothing speaks against them, an item within a kept list anyway."""
    settled = list(decisions)
    for low, high in _runs(decisions, keep=False):
        if not low or high == len(decisions) or high - low > _GAP:
            continue
        if any(_furniture(evidence, n) or not _may_return(settled[n]) for n in range(low, high)):
            continue
        if any(_is_date_alone(evidence, n) or _is_link(evidence, n) for n in range(low, high)):
            continue
        forms = {evidence.page.blocks[n].form for n in range(low - 1, high + 1)}
        if min(evidence.scores[low:high]) >= _BETWEEN or forms in ({Form.LIST}, {Form.TABLE}, {Form.CODE}):
            settled[low:high] = [Decision(keep=True, rule="it stands between two parts of the article")] * (high - low)
    return settled


def _drop_repetitions(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What the main run says goes where it stands again outside, as a lede does in a footer; so do headline copies."""
    run = range(*evidence.main_run)
    title = evidence.page.blocks[evidence.title].text if evidence.title is not None else None
    if all(
        block.text == title for block, decision in zip(evidence.page.blocks, decisions, strict=True) if decision.keep
    ):
        return decisions
    said = {evidence.page.blocks[n].text for n in run if decisions[n].keep}
    return [
        Decision(keep=False, rule="the same text stands in the article")
        if decision.keep
        and n != evidence.title
        and (
            evidence.page.blocks[n].text == title
            or (n not in run and evidence.shapes[n].size >= _REPEATED_WORDS and evidence.page.blocks[n].text in said)
        )
        else decision
        for n, decision in enumerate(decisions)
    ]


def _settle_title(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headline stays, and little that is above it is part of the article; if much is, it was no headline."""
    title = evidence.title
    if title is None:
        return decisions
    kept = [shape.size * decision.keep for shape, decision in zip(evidence.shapes, decisions, strict=True)]
    below = sum(kept[title + 1 :])
    if not below or sum(kept[:title]) > _ABOVE_SHARE * below:
        return decisions
    above = [
        Decision(keep=False, rule="it stands above the headline") if decision.keep else decision
        for decision in decisions[:title]
    ]
    return [*above, Decision(keep=True, rule="it is the headline"), *decisions[title + 1 :]]


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


def _drop_walls(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where a page speaks of consent all over, and little else or little certain is left, that is a wall before it."""
    spoken = sum(any(hit.label is Label.CONSENT for hit in hits) for hits in evidence.cues)
    if spoken < _WALL_SHARE * max(len(decisions), _FEWEST_LINES):
        return decisions
    left = [n for n, decision in enumerate(decisions) if decision.keep]
    certain = sum(evidence.shapes[n].size for n in left if evidence.scores[n] >= _CERTAIN)
    if sum(evidence.shapes[n].size for n in left) > _WALL_WORDS and certain > _NOTHING_WORDS:
        return decisions
    return [
        Decision(keep=False, rule="the page is a request for consent") if decision.keep else decision
        for decision in decisions
    ]


def _drop_notices(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A notice in the place of a page is no article, however much it reads like one."""
    if not evidence.is_notice:
        return decisions
    return [Decision(keep=False, rule="the page is an error, a refusal or a check for robots") for _ in decisions]


def _keep_clean_pages(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A page without a sign of furniture is left as it is: cleaned text comes out unchanged.

    A heading of some words that stands alone at its top is the page's headline, whatever it says: "Terms of Service".
    """
    sizes = [shape.size for shape in evidence.shapes]
    dropped = sum(size for size, decision in zip(sizes, decisions, strict=True) if not decision.keep)
    stands_apart = len(sizes) > 1 and evidence.page.blocks[1].blank_before > 0
    is_headed = stands_apart and evidence.headings[0] and sizes[0] >= _HEADLINE_WORDS
    inside = [n for n in range(int(is_headed), len(sizes)) if n != evidence.title]
    if any(_is_cue_alone(evidence, n) for n in inside) or dropped > _FURNITURE_SHARE * sum(sizes):
        return decisions
    return [
        decision if decision.keep else Decision(keep=True, rule="nothing on this page looks like furniture")
        for decision in decisions
    ]


def _is_cue_alone(evidence: Evidence, n: int) -> bool:
    """Whether a cue of furniture is all that the block says; "7. Contact" is a numbered section, not a menu's item."""
    if not evidence.cues[n] or evidence.page.blocks[n].marker[:1].isdigit():
        return False
    return any(hit.whole for hit in _furniture(evidence, n))


def _furniture(evidence: Evidence, n: int) -> list[CueHit]:
    """The cues of furniture in the block; a single word that ends a sentence is an answer ("No.") and has none."""
    if not evidence.cues[n] or (evidence.shapes[n].ends_sentence and len(evidence.shapes[n].words) == 1):
        return []
    return [hit for hit in evidence.cues[n] if not hit.label.is_kept]


def _may_return(decision: Decision) -> bool:
    """Whether a block was dropped by its score alone, so that what stands beside it may speak for it."""
    return not decision.keep and not decision.rule


def _is_date_alone(evidence: Evidence, n: int) -> bool:
    return evidence.shapes[n].has_date and evidence.shapes[n].size <= _DATE_WORDS


def _is_link(evidence: Evidence, n: int) -> bool:
    """Whether the block is a link or an image and nothing else."""
    hints = evidence.page.blocks[n].hints
    return hints is not None and hints.link_share > _LINK_SHARE


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
    _drop_cued_lines,
    _drop_boxes,
    _keep_beside,
    _drop_islands,
    _fill_gaps,
    _drop_repetitions,
    _settle_title,
    _drop_hanging_headings,
    _drop_scraps,
    _drop_walls,
    _keep_clean_pages,
    _drop_notices,
)
