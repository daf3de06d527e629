"""What each block is, from the closed vocabulary: its form if it stays, what its situation says if it goes."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, repeat
from struct import Struct

from groats.document import Decision, Evidence, Form, Label

_BY_FORM = {form: Label(form.value) for form in Form}  # a form that stays is a label of its name

# What a hint says of all labels is one integer with a lane for each label, in hundredths of the log-odds of a softmax:
# one addition a hint adds it up for all labels, which takes a tenth of the time that it takes label by label. The first
# label is what nothing speaks for or against.
Packed = int
_LANES = (Label.OTHER, *(label for label in Label if not label.is_kept and label is not Label.OTHER))
_BITS = 32
_MIDDLE = sum(1 << (_BITS * n + _BITS - 1) for n in range(len(_LANES)))  # lifts every lane above nothing
_UNPACK = Struct(f"<{len(_LANES)}I")
_MOST_SEEN = 10_000  # sums that are remembered: the lines of a menu, and of all menus, have much the same


def label_blocks(
    evidence: Evidence,
    decisions: Sequence[Decision],
    situations: Sequence[Sequence[tuple[str, ...]]],
    weights: Mapping[str, Packed],
) -> list[Label]:
    """The label of each block, on the side that its decision names; a situation is groups of hints.

    Dropped blocks are labelled twice: first each by its own situation, then again with the labels of both neighbours
    known, since furniture comes in groups.
    """

    @cache
    def total_of(group: tuple[str, ...]) -> Packed:
        return add_up(group, weights)

    @cache
    def total_beside(above: Label | None, below: Label | None) -> Packed:
        return add_up(beside(above, below), weights)

    dropped = [n for n, decision in enumerate(decisions) if not decision.keep]
    totals = [sum(map(total_of, situations[n])) for n in dropped]
    labels = _label_as_kept(evidence)
    for n, total in zip(dropped, totals, strict=True):
        labels[n] = likeliest(total)
    around = [None, *labels, None]
    for n, total in zip(dropped, totals, strict=True):
        labels[n] = likeliest(total + total_beside(around[n], around[n + 2]))
    return labels


def pack(weights: Mapping[Label, float]) -> Packed:
    """The weights (log-odds) of one hint for the labels, as one integer; exact to a hundredth."""
    return sum(round(100 * weights.get(label, 0.0)) << (_BITS * n) for n, label in enumerate(_LANES))


def add_up(hints: Iterable[str], weights: Mapping[str, Packed]) -> Packed:
    """How far the hints together speak for each label; those that are not known say nothing."""
    return sum(map(weights.get, hints, repeat(0)))


@lru_cache(_MOST_SEEN)
def likeliest(total: Packed) -> Label:
    """The label that most speaks for; `other` where nothing does."""
    lanes = _UNPACK.unpack((total + _MIDDLE).to_bytes(_UNPACK.size, "little"))
    return _LANES[lanes.index(max(lanes))]


@cache
def beside(above: Label | None, below: Label | None) -> tuple[str, str]:
    """The hints that the labels of both neighbours give; None stands for the page's edge."""
    before, after = ("edge" if label is None else "kept" if label.is_kept else str(label) for label in (above, below))
    return f"previous is {before}", f"next is {after}"


def _label_as_kept(evidence: Evidence) -> list[Label]:
    """The label of each block if it stays."""
    labels = [_BY_FORM[block.form] for block in evidence.page.blocks]
    for n in compress(range(len(labels)), evidence.headings):
        if labels[n] is Label.PARAGRAPH:
            labels[n] = Label.HEADING
    if evidence.title is not None:
        labels[evidence.title] = Label.TITLE
    return labels
