"""The stages by name, in order: bytes or characters in, an article out."""

from dataclasses import replace

from groats.document import Article, Evidence, Kind, Label, Options, Page, Verdict
from groats.stages.assess import find_confidence, find_warnings
from groats.stages.compose import body
from groats.stages.cues import find_all_cues, find_cues
from groats.stages.decide import decide
from groats.stages.decode import decode
from groats.stages.explain import explain
from groats.stages.features import (
    context_features,
    find_headings,
    find_main_run,
    find_openers,
    find_rarity,
    find_situations,
    first_features,
    pick_title,
    read_shape,
    title_candidates,
    title_features,
)
from groats.stages.label import label_blocks
from groats.stages.lines import parse_text
from groats.stages.markup import is_html, parse_html
from groats.stages.metadata import find_metadata
from groats.stages.overrule import overrule
from groats.stages.repair import repair_page
from groats.stages.score import Weights, explain_row, load_weights, score_rows

Rows = list[list[float]]

# The longest page of the training data has 2,641 as Chrome's text; so many short lines take some two seconds.
_MOST_BLOCKS = 10_000
_UNREAD = "the page is too long to judge all of it"


def clean(raw: bytes | str, options: Options | None = None) -> Article:
    """An `Article` with a verdict on every block of the page.

    Takes bytes of any encoding or characters, text or HTML; never raises on any page, only on options that cannot
    be used (`UsageError`: an unknown encoding).
    """
    options = options or Options()
    weights = load_weights()
    source = decode(raw, options.encoding)
    page = read_page(source.text, options.kind)
    evidence, first, second = gather_evidence(_cut(page), weights)
    unread = tuple(
        Verdict(block, keep=True, label=Label.PARAGRAPH, score=0.5, reasons=(_UNREAD,))
        for block in page.blocks[_MOST_BLOCKS:]
    )
    verdicts = judge(evidence, first, second, weights, options) + unread
    return Article(
        text=body(verdicts),
        metadata=find_metadata(page, verdicts, options.url),
        verdicts=verdicts,
        confidence=find_confidence(evidence, verdicts),
        warnings=find_warnings(evidence, verdicts),
        source=source,
        page=page,
        url=options.url,
    )


def read_page(text: str, kind: Kind | None = None) -> Page:
    """The page with its lines and blocks, repaired; text or HTML as `kind` says, or as it looks."""
    if kind is None:
        kind = "html" if is_html(text) else "text"
    return repair_page(parse_html(text) if kind == "html" else parse_text(text))


def _cut(page: Page) -> Page:
    """The page with no more blocks than can be judged in seconds; what is beyond them stays, with a warning."""
    if len(page.blocks) <= _MOST_BLOCKS:
        return page
    return replace(page, blocks=page.blocks[:_MOST_BLOCKS], warnings=(*page.warnings, "too_long"))


def gather_evidence(page: Page, weights: Weights) -> tuple[Evidence, Rows, Rows]:
    """The evidence on every block, and the rows of features that each of the two passes saw."""
    shapes = [read_shape(block) for block in page.blocks]
    cues = find_all_cues([block.text for block in page.blocks])
    rarity = find_rarity(shapes)
    first = first_features(page, shapes, cues)
    alone = score_rows(weights.first, first)
    rows = [row + more for row, more in zip(first, context_features(shapes, alone, rarity), strict=True)]
    candidates = title_candidates(find_main_run([shape.size for shape in shapes], alone))
    title = pick_title(candidates, score_rows(weights.title, [rows[n] for n in candidates]), weights.title_threshold)
    rows = [row + more for row, more in zip(rows, title_features(shapes, title, rarity), strict=True)]
    scores = score_rows(weights.second, rows)
    evidence = Evidence(
        page=page,
        shapes=shapes,
        cues=cues,
        headings=find_headings(page, shapes, cues),
        scores=scores,
        main_run=find_main_run([shape.size for shape in shapes], scores),
        title=title,
    )
    return evidence, first, rows


def judge(evidence: Evidence, first: Rows, second: Rows, weights: Weights, options: Options) -> tuple[Verdict, ...]:
    """A verdict on every block: decided, labelled, overruled where the user wants, and explained."""
    blocks = evidence.page.blocks
    decisions = decide(evidence, weights.threshold)
    if evidence.title is not None and any(decision.keep for decision in decisions[: evidence.title]):
        evidence = replace(evidence, title=None)  # what stands below a part of the article is a heading of it
    labels = label_blocks(evidence, decisions, find_situations(evidence, decisions), weights.labels)
    openers = find_openers(evidence, labels)
    rule_hits = [find_cues(block.text, options.rules) if options.rules else () for block in blocks]
    decisions, labels = overrule(decisions, labels, rule_hits, options.keep, options.drop)
    reasons = [
        explain(decision, hits, opener, explain_row(weights.first, row), explain_row(weights.second, longer))
        if options.explain
        else ()
        for decision, hits, opener, row, longer in zip(decisions, evidence.cues, openers, first, second, strict=True)
    ]
    return tuple(
        Verdict(block, decision.keep, label, score, why)
        for block, decision, label, score, why in zip(blocks, decisions, labels, evidence.scores, reasons, strict=True)
    )
