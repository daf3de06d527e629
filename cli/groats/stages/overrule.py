"""What the user said about lines and labels: it wins over the decision."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from groats.document import CueHit, Decision, Label


def overrule(
    decisions: Sequence[Decision],
    labels: Sequence[Label],
    rule_hits: Sequence[Sequence[CueHit]],
    keep: AbstractSet[Label],
    drop: AbstractSet[Label],
) -> tuple[list[Decision], list[Label]]:
    """The decisions and labels as the user wants them.

    A block that one of the user's rules hits takes the rule's label and goes to that label's side; then the labels
    in `keep` and `drop` go to theirs.
    """
    settled, named = list(decisions), list(labels)
    for n, hits in enumerate(rule_hits):
        if hits:
            named[n] = hits[0].label
            settled[n] = Decision(hits[0].label.is_kept, f"your rule {hits[0].name}")
    for n, label in enumerate(named):
        if label in keep and not settled[n].keep:
            settled[n] = Decision(keep=True, rule=f"you keep {label}")
        elif label in drop and settled[n].keep:
            settled[n] = Decision(keep=False, rule=f"you drop {label}")
    return settled, named
