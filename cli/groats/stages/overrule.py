"""What the user said about lines and labels: it wins over the decision."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from groats.document import Decision, Label, Ruling


def overrule(
    decisions: Sequence[Decision],
    labels: Sequence[Label],
    rulings: Sequence[Ruling | None],
    keep: AbstractSet[Label],
    drop: AbstractSet[Label],
) -> tuple[list[Decision], list[Label]]:
    """The decisions and labels as the user wants them: first the labels in `keep` and `drop`, then the rulings.

    A rule speaks of fewer lines than a label does, so it is the rule that wins.
    """
    settled, named = list(decisions), list(labels)
    for n, (label, ruling) in enumerate(zip(labels, rulings, strict=True)):
        if ruling:
            settled[n], named[n] = Decision(ruling.keep, ruling.reason), ruling.label or label
        elif label in keep and not settled[n].keep:
            settled[n] = Decision(keep=True, rule=f"you keep {label}")
        elif label in drop and settled[n].keep:
            settled[n] = Decision(keep=False, rule=f"you drop {label}")
    return settled, named
