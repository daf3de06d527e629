"""A verdict's reasons in words, the strongest first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from groats.document import Block, CueHit, Decision
from groats.tables import load_table

_MOST = 3
_LONGEST = 60  # characters of a line that is cited
_FIRST_LOOK = "score"  # the second pass's name for what the first one said
_HALF = 0.5  # the score of a block that is as likely content as not
# How much is asked of a block hangs on its page, see `groats.stages.decide`: what a reader would not expect is said.
_LOW_ENOUGH = "the page is hard to judge, so that a low score is enough"
_TOO_LOW = "the rest of the page is so clear that its score is not enough"


def explain(
    decision: Decision, score: float, hits: Sequence[CueHit], opener: str, parts: Mapping[str, float]
) -> tuple[str, ...]:
    """A few sentences: what settled it if not its score alone, its cues, what announced it, what moved its score most.

    `opener` is the text of the line above that announced the block's label, "" where none did. `parts` are those of
    `join_passes`.
    """
    reasons = [decision.rule] if decision.rule else []
    if not decision.rule and decision.keep != (score >= _HALF):
        reasons = [_LOW_ENOUGH if decision.keep else _TOO_LOW]
    if not decision.keep:
        reasons += [f"cue {hit.name} ({hit.label})" for hit in hits if not hit.label.is_kept][:2]
        reasons += [f"it stands below {opener[:_LONGEST]!r}"] if opener else []
    sentences: defaultdict[str, float] = defaultdict(float)
    for name, part in parts.items():
        if part and (part > 0) == decision.keep:
            sentences[_sentences()[name][decision.keep]] += abs(part)
    return (*reasons, *(sentence for sentence in sorted(sentences, key=lambda sentence: -sentences[sentence])[:_MOST]))


def explain_origin(block: Block) -> tuple[str, ...]:
    """A sentence on where a block stands that the page does not show at once; () for one that it does."""
    return (_origins()[block.hints.origin],) if block.hints and block.hints.origin else ()


def join_passes(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    """The part that each column had in the second pass's log-odds, by itself and through the first pass's score.

    `first` and `second` are the parts that each column had in a pass; what the first pass's score did in the second
    belongs to the columns that made it.
    """
    parts = defaultdict(float, {name: part for name, part in second.items() if name != _FIRST_LOOK})
    whole = sum(abs(part) for part in first.values()) or 1.0
    for name, part in first.items():
        parts[name] += part * abs(second.get(_FIRST_LOOK, 0.0)) / whole
    return parts


@cache
def _origins() -> dict[str, str]:
    """For each place that a browser does not show at once what is said of it."""
    return dict(load_table("reasons")["origin"])


@cache
def _sentences() -> dict[str, tuple[str, str]]:
    """For each column what it says against and for a block."""
    rows = load_table("reasons")["reason"]
    return {name: (row["furniture"], row["content"]) for row in rows for name in row["features"]}
