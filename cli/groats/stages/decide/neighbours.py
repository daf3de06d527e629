"""What stays or goes with what stands beside it."""

from collections.abc import Sequence
from itertools import compress
from operator import mul

from groats.document import Block, Decision, Evidence, Form, Page
from groats.stages.decide.settle import drop, keep, may_return, runs, stays
from groats.stages.decide.signs import furniture, is_date_alone, is_link

_CERTAIN = 0.7  # a score from which a few words may stand far from the article
_POSSIBLE = 0.2  # a sentence with that score stays beside one that stays
_BETWEEN = 0.2  # so does any line between two that stay
_COLONS = (":", "：")
_ITEMS_SHARE = 0.25  # of the words that stay: so much in headings without a text is the items of a list
_HEAD = 0.1  # so does what heads one: a heading, or who is quoted
_GAP = 3  # blocks: more that are dropped between two kept ones are a box, not an oversight
_SENTENCE_WORDS = 5
_ISLAND_WORDS, _ISLAND_SHARE = 25.0, 0.05  # fewer words than both, far from the main run, are a footer's sentence
_ISLAND_DISTANCE = 6  # blocks
_LIST_LEAD = -0.2  # a page whose words speak so much against an article has no run that others are far from
# Far from a run that the page's words call an article and its scores are sure of, what they are against goes; below
# one that they are surer of, what is smaller and less sure.
_ARTICLE_LEAD, _CLEAR, _CLEARER = 0.2, 0.85, 0.9
_FURNITURE, _BELOW_SCORE, _BELOW_SHARE = 0.45, 0.8, 0.5
_FAR = 9  # blocks: nearer, it may be the last paragraph, below a box of related articles
_ALIKE = ({Form.LIST}, {Form.TABLE}, {Form.CODE})  # what is not parted by an item without a sentence


def keep_beside(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A sentence right below or above what stays, with nothing against it, stays too: short last paragraphs, ledes."""
    settled = list(decisions)
    possible = [n for n, score in enumerate(evidence.scores) if score >= _POSSIBLE and may_return(decisions[n])]
    sentences = [n for n in possible if _is_sentence(evidence, n)]
    for order, step in ((sentences, -1), (sentences[::-1], 1)):
        for n in order:
            if 0 <= n + step < len(settled) and settled[n + step].keep:
                settled[n] = Decision(keep=True, rule="it goes on with the article beside it")
    return settled


def _is_sentence(evidence: Evidence, n: int) -> bool:
    """Whether a block is a sentence with nothing against it."""
    shape = evidence.shapes[n]
    return shape.ends_sentence and shape.size >= _SENTENCE_WORDS and not furniture(evidence, n)


def drop_islands(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A few words kept far from the main run go: a footer's sentence, a teaser.

    In HTML that reads least like an article (lists, shops) nothing is far from anything: out of fold collections gain
    .0066 by that, services .0012.
    """
    if evidence.page.kind == "html" and evidence.lead <= _LIST_LEAD:
        return decisions
    sizes = evidence.sizes
    start, end = evidence.main_run
    most = min(_ISLAND_WORDS, _ISLAND_SHARE * sum(sizes[start:end]))
    islands = [
        n
        for low, high in runs(decisions, keep=True)
        if max(low - end, start - high) >= _ISLAND_DISTANCE
        and sum(sizes[low:high]) < most
        and max(evidence.scores[low:high]) < _CERTAIN
        for n in range(low, high)
    ]
    return drop(decisions, islands, "it stands alone, far from the article")


def drop_far(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What is kept far from a clear article goes: where it is rather furniture, and below it where it is less certain.

    Where much of a page is in doubt a low score is enough; beside an article that is in none, it is not: out of fold
    28 of some 2,560 pages of text are better without what is rather furniture, 11 are worse, and the set of news in
    five languages gains .0057. Below the article the scores promise too much: 47 pages are better, 10 worse.
    """
    if evidence.lead <= _ARTICLE_LEAD:
        return decisions
    start, end = evidence.main_run
    sizes = [size + 1.0 for size in evidence.sizes]
    certainty = _mean_score(evidence, sizes, start, end)
    if certainty < _CLEAR:
        return decisions
    most = _BELOW_SHARE * sum(sizes[start:end]) if certainty >= _CLEARER else 0.0
    far = [
        n
        for low, high in runs(decisions, keep=True)
        if max(low - end, start - high) >= _FAR
        for score in (_mean_score(evidence, sizes, low, high),)
        if score < _FURNITURE or (low > end and score < _BELOW_SCORE and sum(sizes[low:high]) < most)
        for n in range(low, high)
    ]
    return drop(decisions, far, "it stands far from the article, which is far more certain")


def _mean_score(evidence: Evidence, sizes: Sequence[float], low: int, high: int) -> float:
    """The mean score of a span of blocks, weighed by their words; 0 of none."""
    scored: float = sum(map(mul, evidence.scores[low:high], sizes[low:high]))
    return scored / (sum(sizes[low:high]) or 1.0)


def fill_gaps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A few lines between two kept blocks stay if nothing speaks against them, an item within a kept list anyway."""
    gaps = [
        n
        for low, high in runs(decisions, keep=False)
        if low and high < len(decisions) and high - low <= _GAP
        if not any(_is_against(evidence, decisions, n) for n in range(low, high))
        if min(evidence.scores[low:high]) >= _BETWEEN
        or {block.form for block in evidence.page.blocks[low - 1 : high + 1]} in _ALIKE
        for n in range(low, high)
    ]
    return keep(decisions, gaps, "it stands between two parts of the article")


def _is_against(evidence: Evidence, decisions: list[Decision], n: int) -> bool:
    """Whether a block in a gap says that the gap is meant."""
    return (
        not may_return(decisions[n])
        or bool(furniture(evidence, n))
        or is_date_alone(evidence, n)
        or is_link(evidence, n)
    )


def keep_headings(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A heading of the markup stays with what stands directly below it, unless it is a phrase of furniture."""
    settled = list(decisions)
    blocks = evidence.page.blocks
    above = range(len(blocks) - 2, evidence.title if evidence.title is not None else -1, -1)
    for n in above if evidence.page.kind == "html" else ():
        if blocks[n].form is Form.HEADING and settled[n + 1].keep and _is_likely_heading(evidence, settled[n], n):
            settled[n] = Decision(keep=True, rule="it heads a part of the article")
    return settled


def _is_likely_heading(evidence: Evidence, decision: Decision, n: int) -> bool:
    likely = may_return(decision) and evidence.scores[n] >= _HEAD
    return likely and not furniture(evidence, n) and not is_link(evidence, n)


def keep_quoted(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The line at the head of a quote that says whom it is of ("Ada said:") stays with it, whatever phrase is in it.

    For HTML only, where a quote is a box.
    """
    if not evidence.page.boxes:
        return decisions
    blocks, quotes = evidence.page.blocks, [_find_quote(evidence.page, block) for block in evidence.page.blocks]
    said = [
        n
        for n in range(len(blocks) - 1)
        if 0 <= quotes[n] == quotes[n + 1] and (n == 0 or quotes[n - 1] != quotes[n])
        if blocks[n].text.endswith(_COLONS) and decisions[n + 1].keep and evidence.scores[n] >= _HEAD
    ]
    return keep(decisions, said, "it says who is quoted below it")


def _find_quote(page: Page, block: Block) -> int:
    """The place of the quote that a block stands in, -1 for none."""
    box = block.hints.box if block.form is Form.QUOTE and block.hints is not None else -1
    while box >= 0 and not page.boxes[box].look.startswith("blockquote"):
        box = page.boxes[box].outer
    return box


def drop_hanging_headings(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A heading with nothing kept under it goes: it headed what was dropped. The headline's own run has a subtitle.

    Where such headings are a good part of what stays, they head nothing, but are what the page has to say: the items of
    a list. Out of fold that makes eight pages better, by .03 to 1, and one worse by .03.
    """
    hanging: list[int] = []
    for low, high in runs(decisions, keep=True):
        if low == evidence.title or any(decision.keep for decision in decisions[high : high + _ISLAND_DISTANCE]):
            continue
        end = high
        while end > low and end - 1 != evidence.title and evidence.page.blocks[end - 1].form is Form.HEADING:
            end -= 1
        hanging += range(end, high)
    sizes = evidence.sizes
    if sum([sizes[n] for n in hanging]) > _ITEMS_SHARE * sum(compress(sizes, stays(decisions))):
        return decisions
    return drop(decisions, hanging, "it heads nothing that was kept")
