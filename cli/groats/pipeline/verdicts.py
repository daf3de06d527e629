"""From evidence to a verdict on every block, its reasons found when they are asked for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import repeat

from groats.document import Decision, Evidence, Explain, Label, Options, Page, Verdict, make_all
from groats.rules import find_rulings
from groats.stages.cues import find_all_cues
from groats.stages.decide import decide, level_scores
from groats.stages.explain import explain, explain_origin, join_passes
from groats.stages.familiar import name_familiar
from groats.stages.features import Columns, find_openers, find_situations, read_shapes
from groats.stages.label import label_blocks
from groats.stages.overrule import overrule
from groats.stages.score import Weights, explain_blocks
from groats.stages.threshold import find_threshold

_PART = 1_000  # blocks that are explained at once: a screen needs no more


def choose(evidence: Evidence, weights: Weights) -> list[Decision]:
    """For each block whether it stays: by the page's own threshold, then by the rules of the whole page.

    What its site shares counts against single blocks and not against the page, which is as clear without them.
    """
    doubt = weights.models[evidence.page.kind].doubt
    scores = level_scores(evidence, evidence.own_scores)
    return decide(evidence, find_threshold(scores, evidence.sizes, evidence.lead, doubt))


def judge(
    evidence: Evidence, decisions: list[Decision], columns: Columns, weights: Weights, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """A verdict on every block, labelled, and overruled where the user wants; and what finds the reasons of each."""
    blocks = evidence.page.blocks
    if evidence.title is not None and any(decision.keep for decision in decisions[: evidence.title]):
        evidence = replace(evidence, title=None)  # what stands below a part of the article is a heading of it
    labels = label_blocks(evidence, decisions, find_situations(evidence, decisions), weights.labels)
    decisions, labels = _overrule_decisions(evidence, decisions, labels, options)
    explain_verdict = _explain_from(evidence, decisions, labels, columns, weights)
    return _to_verdicts(evidence, decisions, labels), lambda n: name_familiar(
        blocks[n], decisions[n], explain_verdict(n), options.profile
    )


def judge_unread(
    page: Page, rows: Sequence[tuple[Label, Decision]], score: float, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on blocks that no model reads, as the `rows` have them unless the user wants something else."""
    blocks = page.blocks
    shapes = read_shapes(blocks)[0] if options.rules else []
    cues = find_all_cues([block.text for block in blocks]) if options.rules else []
    scores = [score] * len(blocks)
    evidence = Evidence(page, shapes, cues, [False] * len(blocks), scores, scores, (0, 0), None)
    labels, settled = [label for label, _ in rows], [decision for _, decision in rows]
    decisions, labels = _overrule_decisions(evidence, settled, labels, options)
    return _to_verdicts(evidence, decisions, labels), lambda n: (decisions[n].rule,)


def _overrule_decisions(
    evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label], options: Options
) -> tuple[list[Decision], list[Label]]:
    """The decisions and labels as the user wants them."""
    rules, source = options.rules, options.source
    rulings = find_rulings(evidence, labels, rules, source) if rules else [None] * len(labels)
    return overrule(decisions, labels, rulings, options.keep, options.drop)


def _to_verdicts(evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label]) -> tuple[Verdict, ...]:
    """The decisions and labels as verdicts, without reasons."""
    keeps = [decision.keep for decision in decisions]
    rows = zip(evidence.page.blocks, keeps, labels, evidence.scores, repeat(()), strict=False)
    return tuple(make_all(Verdict, rows))


def _explain_from(
    evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label], columns: Columns, weights: Weights
) -> Explain:
    """What finds the reasons of a verdict, for a part of the page at once."""
    models = weights.models[evidence.page.kind]
    looks = models.first, models.second

    @cache
    def find_all_openers() -> Sequence[str]:
        return find_openers(evidence, labels)

    @cache
    def explain_part(part: int) -> list[tuple[str, ...]]:
        start, end = part * _PART, min(len(decisions), (part + 1) * _PART)
        reach = max((abs(offset) for model in looks for _, _, offset in model.asked), default=0)
        first, last = max(0, start - reach), end + reach  # as far as a question looks
        near = {name: values[first:last] for name, values in columns.items()}
        passes = [*map(join_passes, *(explain_blocks(model, near) for model in looks))][start - first :]
        openers = find_all_openers()
        return [
            explain_origin(evidence.page.blocks[n])
            + explain(decisions[n], evidence.scores[n], evidence.cues[n], openers[n], parts)
            for n, parts in zip(range(start, end), passes, strict=False)
        ]

    return lambda n: explain_part(n // _PART)[n % _PART]
