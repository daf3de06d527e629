"""How good the cleaned page is likely to be, and what its reader should be warned of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from math import log1p
from operator import mul

from groats.document import Block, Decision, Evidence, Label, Page, Shape, Verdict, is_gate
from groats.odds import likelihood, log_odds

_WALL_SHARE = 0.3  # of a page's words; a banner beside an article has fewer
_STUB_WORDS = 250  # an article above a paywall line that has more was free after all
_GATE = 6  # blocks below the last kept one in which a paywall stands; elsewhere it is an offer in a menu or a footer
# One line of text with so many words, and so much of what is kept, is a page whose lines were joined: of 250 real pages
# as `get_text(" ")` gives them 8 of 10 have one; as Chrome's text, 1 of 871.
_JOINED_WORDS, _JOINED_SHARE = 300, 0.5
_SURE, _LIKELY, _UNLIKELY = 0.9, 0.7, 0.2  # scores
_NEARLY = 0.005  # how near to 0 and 1 an expectation may come


def find_confidence(measures: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The likelihood (0 to 1) that the cleaned page has a word F1 of .9 or more, 0 where nothing was kept.

    `measures` are those of `measure_page`; `weights` are log-odds, fitted by logistic regression on pages of sites
    that the scores' models did not see, so that of the pages given .9 nine in ten are that good.
    """
    return likelihood(sum(weights.get(name, 0.0) * value for name, value in measures.items())) if measures else 0.0


def measure_page(evidence: Evidence, decisions: Sequence[Decision]) -> dict[str, float]:
    """What tells how well a page was judged, by name; {} where nothing was kept.

    `expected` is the log-odds of the word F1 that the kept blocks would have if every score were a true likelihood.
    """
    blocks = evidence.page.blocks
    sizes = evidence.sizes
    scores = evidence.scores
    keeps = [decision.keep for decision in decisions]
    kept = sum(compress(sizes, keeps))
    if not kept:
        return {}
    likely = list(map(mul, sizes, scores))
    doubtful = [size for size, score in zip(sizes, scores, strict=True) if _UNLIKELY <= score < _LIKELY]
    start, end = evidence.main_run
    judged = list(compress(zip(sizes, scores, decisions, strict=True), keeps))
    return {
        "always": 1.0,
        "expected": log_odds(2 * sum(compress(likely, keeps)) / (kept + sum(likely)), _NEARLY),
        "kept": log1p(kept),
        "kept_share": kept / sum(sizes),
        "sure": sum([size for size, score, _ in judged if score >= _SURE]) / kept,
        "doubtful": min(2.0, sum(doubtful) / kept),
        "together": sum(compress(sizes[start:end], keeps[start:end])) / kept,
        "settled_by_rule": sum([size for size, _, decision in judged if decision.rule]) / kept,
        "blocks": log1p(len(sizes)),
        "title": float(evidence.title is not None),
        "lines_lost": float(_is_joined(evidence.page, kept, compress(zip(blocks, sizes, strict=True), keeps))),
    }


def find_warnings(
    evidence: Evidence, verdicts: Sequence[Verdict], *, is_blank: bool = False, is_records: bool = False
) -> tuple[str, ...]:
    """What is wrong with the page, as short names: what had to be cut, and why it is empty or ends early.

    `empty_input` nothing was given (`is_blank`); `consent_wall`, `notice` (an error, a refusal, a check for robots),
    `navigation_only`, `no_article` nothing was left; `paywall` the article ends at one; `lines_lost` most of the text
    was one line, so that where its parts begin is a guess; `records` it is no page but JSON Lines, which may hold pages
    (`is_records`). Of what is no text (`binary`) no more is said.
    """
    found = list(evidence.page.warnings)
    if evidence.page.is_binary:
        return tuple(found)
    if is_records:
        found.append("records")
    if not verdicts:
        return (*found, "empty_input" if is_blank else "no_article")
    judged = list(zip(verdicts, evidence.shapes, strict=False))
    kept = sum([shape.size for verdict, shape in judged if verdict.keep and verdict.label is not Label.TITLE])
    kept += sum([verdict.keep for verdict in verdicts[len(judged) :]])  # of those beyond the evidence
    if 0 < kept < _STUB_WORDS and _ends_at_paywall(evidence, verdicts):
        found.append("paywall")
    if _is_joined(evidence.page, kept, ((verdict.block, shape.size) for verdict, shape in judged if verdict.keep)):
        found.append("lines_lost")
    if not kept:
        found.append("notice" if evidence.is_notice else _name_rest(judged))
    return tuple(found)


def _ends_at_paywall(evidence: Evidence, verdicts: Sequence[Verdict]) -> bool:
    """Whether one of the blocks directly below the last kept one says that only who pays may read on."""
    below = max(n for n, verdict in enumerate(verdicts) if verdict.keep) + 1
    pairs = zip(verdicts[below : below + _GATE], evidence.cues[below : below + _GATE], strict=False)
    return any(is_gate(verdict, hits) for verdict, hits in pairs)


def _is_joined(page: Page, size_kept: float, kept: Iterable[tuple[Block, float]]) -> bool:
    """Whether most of the kept blocks, given with their sizes, are one line of the input, as where breaks were lost."""
    if page.kind == "html" or size_kept < _JOINED_WORDS:
        return False
    longest = run = whole = 0.0
    end = -1  # of a line in which the next sentence may follow
    for block, size in kept:
        first, last = block.lines[0], block.lines[-1]
        run = run if first.start == end else 0.0
        if len(block.lines) == 1:
            run += size
        longest = max(longest, run)
        whole += size
        end = last.end if last.end - last.start == len(last.text) and last.joint is not None else -1
    return longest >= max(_JOINED_WORDS, _JOINED_SHARE * whole)


def _name_rest(judged: Sequence[tuple[Verdict, Shape]]) -> str:
    """What a page is of which nothing was kept, by most of its words."""
    words: Counter[Label] = Counter()
    for verdict, shape in judged:
        words[verdict.label] += int(shape.size) + 1
    whole = sum(words.values())
    if words[Label.CONSENT] > _WALL_SHARE * whole:
        return "consent_wall"
    return "navigation_only" if words[Label.NAVIGATION] + words[Label.RELATED] > 0.5 * whole else "no_article"
