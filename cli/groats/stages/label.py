"""What each block is, from the closed vocabulary: its form if it stays, what its situation says if it goes."""

from collections.abc import Mapping, Sequence

from groats.document import Decision, Evidence, Form, Label

_BY_FORM = {
    Form.PARAGRAPH: Label.PARAGRAPH,
    Form.HEADING: Label.HEADING,
    Form.LIST: Label.LIST,
    Form.QUOTE: Label.QUOTE,
    Form.CODE: Label.CODE,
    Form.TABLE: Label.TABLE,
    Form.CAPTION: Label.CAPTION,
}

# For each hint, how far it speaks for each label (log-odds of a softmax).
LabelWeights = Mapping[str, Mapping[Label, float]]


def label_blocks(
    evidence: Evidence,
    decisions: Sequence[Decision],
    situations: Sequence[Mapping[str, float]],
    weights: LabelWeights,
) -> list[Label]:
    """The label of each block, on the side that its decision names.

    Dropped blocks are labelled twice: first each by its own situation, then again with the labels of both neighbours
    known, since furniture comes in groups.
    """
    kept = [_kept_label(evidence, n) if decision.keep else None for n, decision in enumerate(decisions)]
    totals = [add_up(situation, weights, {}) for situation in situations]
    alone = [label or likeliest(total) for label, total in zip(kept, totals, strict=True)]
    return [
        label or likeliest(add_up(beside(alone, n), weights, total))
        for n, (label, total) in enumerate(zip(kept, totals, strict=True))
    ]


def add_up(situation: Mapping[str, float], weights: LabelWeights, totals: Mapping[Label, float]) -> dict[Label, float]:
    """How far the hints of a situation speak for each label, on top of `totals`."""
    found = dict(totals)
    for hint, value in situation.items():
        for label, weight in weights.get(hint, {}).items():
            found[label] = found.get(label, 0.0) + value * weight
    return found


def likeliest(totals: Mapping[Label, float]) -> Label:
    """The label that most speaks for; `other` where nothing does."""
    return max(totals, key=lambda label: totals[label], default=Label.OTHER)


def beside(labels: Sequence[Label], n: int) -> dict[str, float]:
    """The hints that the labels of the neighbours give."""
    found = {}
    for name, other in (("previous", n - 1), ("next", n + 1)):
        label = labels[other] if 0 <= other < len(labels) else None
        found[f"{name} is {'edge' if label is None else 'kept' if label.is_kept else label}"] = 1.0
    return found


def _kept_label(evidence: Evidence, n: int) -> Label:
    if n == evidence.title:
        return Label.TITLE
    label = _BY_FORM[evidence.page.blocks[n].form]
    return Label.HEADING if label is Label.PARAGRAPH and evidence.headings[n] else label
