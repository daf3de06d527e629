"""A verdict's reasons in words, the strongest first."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from groats.document import CueHit, Decision

_REASONS = Path(__file__).parent.parent / "data" / "reasons.toml"
_MOST = 3
_LONGEST = 60  # characters of a line that is cited
_FIRST_LOOK = "score"  # the second pass's name for what the first one said


def explain(
    decision: Decision,
    hits: Sequence[CueHit],
    opener: str,
    first: Mapping[str, float],
    second: Mapping[str, float],
) -> tuple[str, ...]:
    """A few sentences: the rule that settled it, the cues in the line, what announced it, what moved its score most.

    `opener` is the text of the line above that announced the block's label, "" where none did. `first` and `second`
    are the parts that each feature had in a pass's log-odds; what the first pass's score did in the second belongs to
    the features that made it.
    """
    reasons = [decision.rule] if decision.rule else []
    if not decision.keep:
        reasons += [f"cue {hit.name} ({hit.label})" for hit in hits if not hit.label.is_kept][:2]
        reasons += [f"it stands below {opener[:_LONGEST]!r}"] if opener else []
    parts: defaultdict[str, float] = defaultdict(float)
    parts.update((name, part) for name, part in second.items() if name != _FIRST_LOOK)
    whole = sum(abs(part) for part in first.values()) or 1.0
    for name, part in first.items():
        parts[name] += part * abs(second.get(_FIRST_LOOK, 0.0)) / whole
    sentences: defaultdict[str, float] = defaultdict(float)
    for name, part in parts.items():
        if (part > 0) == decision.keep:
            sentences[_sentences()[name][decision.keep]] += abs(part)
    return (*reasons, *(sentence for sentence in sorted(sentences, key=lambda sentence: -sentences[sentence])[:_MOST]))


@cache
def _sentences() -> dict[str, tuple[str, str]]:
    """For each feature what it says against and for a block."""
    rows = tomllib.loads(_REASONS.read_text(encoding="utf-8"))["reason"]
    return {name: (row["furniture"], row["content"]) for row in rows for name in row["features"]}
