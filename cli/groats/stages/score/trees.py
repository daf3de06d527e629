"""How likely each block is content: boosted trees that judge all blocks of a page at once, and what moved them.

A tree asks its questions of whole columns. The answers for all blocks of a page are one large integer with a lane of
16 bits a block, so that a branch costs one `&` and a leaf one `*` for the page, and not a walk down each tree for
each block (the idea of QuickScorer, Lucchese and others, SIGIR 2015).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from groats.stages.score.lanes import Lanes, lanes_of
from groats.stages.score.weights import Model, Tree

_EXTREME = 30.0  # log-odds: beyond it nothing changes but the danger of an overflow
_LANE, _WIDE_LANE = 16, 32  # bits: the sum of a score, and the parts of one, which may be below nothing


def score_columns(
    model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int] | None = None
) -> list[float]:
    """For each block the likelihood, 0 to 1, that it is content; `columns` hold numbers from 0 to 255, one a block.

    `packed` keeps the lanes of the columns of one page from one model to the next.
    """
    lanes = lanes_of(_LANE, len(next(iter(columns.values()))))
    answers = _answer_all(model, columns, {} if packed is None else packed, lanes)
    sums = lanes.unpack(sum([_add_up(tree, lanes.ones, answers) for tree in model.trees]))
    return _likelihoods([model.base + value / model.steps for value in sums])


def explain_blocks(model: Model, columns: Mapping[str, Sequence[int]]) -> list[dict[str, float]]:
    """For each block and column how far it moved the log-odds, up or down; "NAME@" is that of its neighbours.

    A tree's part is divided along the path that the block takes: each step's change of the mean value belongs to the
    column that the step asked for (A. Saabas, "Interpreting random forests", 2014).
    """
    lanes = lanes_of(_WIDE_LANE, len(next(iter(columns.values()))))
    answers = _answer_all(model, columns, {}, lanes)
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


def _answer_all(model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int], lanes: Lanes) -> list[int]:
    """For each question the lanes of the blocks for which the answer is yes; beyond the page every number is 0.

    A block's number stands right below its lane: where it is above a threshold, the sum of both overflows into it.
    """
    answers = [0] * len(model.questions)
    width, _, ones, gaps = lanes
    for (column, offset), asked in model.asked.items():
        values = packed.get(column)
        if values is None:
            values = packed[column] = lanes.pack(bytes(columns[column]))
        if offset:
            values = values >> width * offset if offset > 0 else values << -width * offset
        for place, threshold in asked:
            answers[place] = yes = values + gaps[threshold] & ones
            if not yes:
                break  # nor is any number above the thresholds that follow
    return answers


def _add_up(tree: Tree, lanes: int, answers: Sequence[int]) -> int:
    """The value of the leaf that each block of `lanes` comes to, in its lane."""
    total = 0
    while tree.__class__ is list:
        number, no, yes, _ = tree
        taken = lanes & answers[number]
        if taken == lanes:
            tree = yes
            continue
        if taken:
            total += taken * yes if yes.__class__ is int else _add_up(yes, taken, answers)
            lanes ^= taken
        tree = no
    return total + lanes * tree  # type: ignore[operator]  # mypy does not follow __class__


def _likelihoods(log_odds: list[float]) -> list[float]:
    if min(log_odds) < -_EXTREME or max(log_odds) > _EXTREME:
        log_odds = [max(-_EXTREME, min(_EXTREME, value)) for value in log_odds]
    return [1.0 / (1.0 + exp(-value)) for value in log_odds]
