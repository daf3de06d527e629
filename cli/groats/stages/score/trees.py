"""How likely each block is content: boosted trees that judge all blocks of a page at once, and what moved them.

A tree asks its questions of whole columns. The answers for all blocks of a page are one large integer with a lane of
8 bits a block, so that a branch costs one `&` and a leaf one `*` for the page, and not a walk down each tree for each
block (the idea of QuickScorer, Lucchese and others, SIGIR 2015). A branch that no block takes costs nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from groats.odds import likelihoods
from groats.stages.score.lanes import Lanes, Packed, lanes_of
from groats.stages.score.weights import Model, Tree

_LANE, _WIDE_LANE = 8, 32  # bits: for answers, and for the parts of a score, which may be below nothing
_LOWER = (1 << _LANE) - 1  # of a leaf's value, what a lane holds


def score_columns(
    model: Model,
    columns: Mapping[str, Sequence[int]],
    packed: Packed | None = None,
    span: range | None = None,
) -> list[float]:
    """For each block the likelihood, 0 to 1, that it is content; `columns` hold numbers from 0 to 255, one a block.

    `packed` keeps the lanes of the columns of one page from one model to the next. With a `span` only its blocks are
    judged.
    """
    if span is None:
        span = range(_count(columns))
    if not span:
        return []
    lanes = lanes_of(_LANE, len(span))
    answers = _answer_all(model, columns, {} if packed is None else packed, _LANE, span)
    base, steps = model.base, model.steps
    return likelihoods([base + value / steps for value in _add_up(model.trees, lanes, answers)])


def explain_blocks(model: Model, columns: Mapping[str, Sequence[int]]) -> list[dict[str, float]]:
    """For each block and column how far it moved the log-odds, up or down; "NAME@" is that of its neighbours.

    A tree's part is divided along the path that the block takes: each step's change of the mean value belongs to the
    column that the step asked for (A. Saabas, "Interpreting random forests", 2014).
    """
    lanes = lanes_of(_WIDE_LANE, _count(columns))
    answers = _answer_all(model, columns, {}, _WIDE_LANE, range(lanes.blocks))
    names = [f"{column}@" if offset else column for column, offset, _ in model.questions]
    parts: defaultdict[str, int] = defaultdict(int)
    paths = [(tree, lanes.ones) for tree in model.trees]
    while paths:
        tree, met = paths.pop()
        if isinstance(tree, int) or not met:
            continue
        number, no, yes, mean = tree
        taken = met & answers[number]
        for below, ones in ((yes, taken), (no, met ^ taken)):
            parts[names[number]] += ones * ((below if isinstance(below, int) else below[3]) - mean)
            paths.append((below, ones))
    middle = 1 << _WIDE_LANE - 1  # lifts every lane above nothing
    moved = {name: lanes.unpack(part + middle * lanes.ones) for name, part in parts.items()}
    return [
        {name: (values[n] - middle) / model.steps for name, values in moved.items() if values[n] != middle}
        for n in range(lanes.blocks)
    ]


def _count(columns: Mapping[str, Sequence[int]]) -> int:
    return len(next(iter(columns.values())))


def _answer_all(
    model: Model, columns: Mapping[str, Sequence[int]], packed: Packed, width: int, span: range
) -> list[int]:
    """For each question a 1 in the lanes of the blocks of which the answer is yes; beyond the page every number is 0.

    A block's number stands right below its lane: where it is above a threshold, the sum of both overflows into it. What
    the sum leaves in other bits than the lowest of a block's lane says nothing. Where a column has the same number for
    all blocks, as have those that count the page, all get the same answer.
    """
    page, lanes = lanes_of(width, _count(columns)), lanes_of(width, len(span))
    ones, gaps = lanes.ones, lanes.gaps
    answers = [0] * len(model.questions)
    for (column, level, offset), asked in model.asked.items():
        values = packed.get((column, level))
        if values is None:
            values = page.pack(bytearray(columns[column]), level)  # from a list in a third of the time of bytes
            packed[column, level] = values
        if values < 0:
            values = ~values
            if not offset or not values:
                for place, steps in asked:
                    if values <= steps:
                        break
                    answers[place] = ones
                continue
            values = page.fill(values)
        if offset or lanes is not page:
            values = lanes.cut(values, span.start + offset)
        for place, steps in asked:
            answers[place] = values + gaps[steps]
    return answers


def _add_up(trees: Iterable[Tree], lanes: Lanes, answers: Sequence[int]) -> list[int]:
    """For each block the sum of the values of the leaves that it comes to, one a tree.

    A sum takes two bytes, and a lane has one: so the lower and the upper bytes of values are added up apart, and the
    lower ones twice, see `Lanes.unpack_sums`.
    """
    second = int.from_bytes(b"\xff\0" * (lanes.blocks // 2 + 1), "little")
    low = low_second = high = 0
    for tree in trees:
        reached = 0
        waiting: list[tuple[Any, int]] = [(tree, lanes.ones)]
        while waiting:
            node, met = waiting.pop()
            while type(node) is list:
                taken = met & answers[node[0]]
                if taken == met:
                    node = node[2]
                    continue
                if taken:
                    waiting.append((node[2], taken))
                    met ^= taken
                node = node[1]
            if node > _LOWER:
                high += met * (node >> _LANE)
                node &= _LOWER
            reached |= met * node
        low += reached
        low_second += reached & second
    return lanes.unpack_sums(low, low_second, high)
