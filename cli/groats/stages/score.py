"""How likely each block is content: boosted trees that judge all blocks of a page at once, and what moved them.

A tree asks its questions of whole columns. The answers for all blocks of a page are one large integer with a lane of
16 bits a block, so that a branch costs one `&` and a leaf one `*` for the page, and not a walk down each tree for
each block (the idea of QuickScorer, Lucchese and others, SIGIR 2015).
"""

import json
import struct
from base64 import b64decode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from groats.document import Doubt, Vocabulary

_EXTREME = 30.0  # log-odds: beyond it nothing changes but the danger of an overflow
_WEIGHTS = Path(__file__).parent.parent / "data" / "weights.json"
_LANE = 16  # bits
_BYTE = 8  # bits: what a number of a column takes
_ONE = b"\x01\x00"  # a lane that holds 1

# A tree is a leaf's value, or [question, tree for no, tree for yes, mean value]: lists as JSON has them.
Tree = int | list[Any]


class Question(NamedTuple):
    """Whether the number of a column is above a threshold: of the block itself, or of the one `offset` below it."""

    column: str
    offset: int
    threshold: int


@dataclass(frozen=True, slots=True)
class Model:
    """Boosted trees and the questions they ask; a tree names a question by its place.

    `asked` are the places of the questions of each column. The leaves' values add up to log-odds:
    `base` + sum / `steps`.
    """

    questions: tuple[Question, ...]
    asked: dict[str, list[int]]
    trees: tuple[Tree, ...]
    base: float
    steps: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is learnt: see `groats.training` for how.

    The two passes and the doubt with which blocks are chosen, see `groats.stages.threshold`; the title's model and the
    score from which one is taken; what words speak for; what tells how good a page came out, see
    `groats.stages.assess`; `labels` says of each hint how far it speaks for each label, see `groats.stages.label`.
    """

    first: Model
    title: Model
    second: Model
    doubt: Doubt
    title_threshold: float
    vocabulary: Vocabulary
    confidence: dict[str, float]
    labels: dict[str, int]


@cache
def load_weights() -> Weights:
    """The weights that `python -m groats.training` wrote; read once."""
    return read_weights(_WEIGHTS.read_bytes())


def read_weights(written: bytes) -> Weights:
    """The weights that a file of that content holds."""
    raw = json.loads(written)
    return Weights(
        first=read_model(raw["first"]),
        title=read_model(raw["title"]),
        second=read_model(raw["second"]),
        doubt=Doubt(*raw["doubt"]),
        title_threshold=raw["title_threshold"],
        vocabulary=Vocabulary(
            words=b64decode(raw["words"]),
            pairs=b64decode(raw["pairs"]),
            kinds={kind: b64decode(table) for kind, table in raw["kinds"].items()},
        ),
        confidence=raw["confidence"],
        labels=raw["labels"],
    )


def read_model(raw: Mapping[str, Any]) -> Model:
    """A model as JSON has it: {"questions": [[column, offset, threshold], ...], "trees", "base", "steps"}."""
    questions = tuple(Question(*question) for question in raw["questions"])
    asked: defaultdict[str, list[int]] = defaultdict(list)
    for place, question in enumerate(questions):
        asked[question.column].append(place)
    return Model(questions, dict(asked), tuple(raw["trees"]), raw["base"], raw["steps"])


def score_columns(
    model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int] | None = None
) -> list[float]:
    """For each block the likelihood, 0 to 1, that it is content; `columns` hold numbers from 0 to 255, one a block.

    `packed` keeps the lanes of the columns of one page from one model to the next.
    """
    count = len(next(iter(columns.values())))
    everywhere = int.from_bytes(_ONE * count, "little")
    answers = _answer_all(model, columns, {} if packed is None else packed, everywhere)
    total = sum([_add_up(tree, everywhere, answers) for tree in model.trees])
    sums = struct.unpack(f"<{count}H", total.to_bytes(count * _LANE // _BYTE, "little"))
    return [_likelihood(model.base + value / model.steps) for value in sums]


def explain_block(model: Model, columns: Mapping[str, Sequence[int]], n: int) -> dict[str, float]:
    """For each column how far it moved the log-odds of block `n`, up or down; "NAME@" is that of its neighbours.

    A tree's part is divided along the path that the block takes: each step's change of the mean value belongs to the
    column that the step asked for (A. Saabas, "Interpreting random forests", 2014).
    """
    parts: defaultdict[str, float] = defaultdict(float)
    for tree in model.trees:
        node: Any = tree
        while node.__class__ is list:
            column, offset, threshold = model.questions[node[0]]
            values = columns[column]
            value = values[n + offset] if 0 <= n + offset < len(values) else 0
            below = node[2] if value > threshold else node[1]
            change = (below[3] if below.__class__ is list else below) - node[3]
            parts[f"{column}@" if offset else column] += change / model.steps
            node = below
    return parts


def _answer_all(
    model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int], everywhere: int
) -> list[int]:
    """For each question the lanes of the blocks for which the answer is yes; beyond the page every number is 0.

    A number is above a threshold if their difference and 256 together fill a ninth bit.
    """
    answers = [0] * len(model.questions)
    gaps = [everywhere * (255 - threshold) for threshold in range(256)]
    for column, places in model.asked.items():
        lanes = packed.get(column)
        if lanes is None:
            lanes = packed[column] = _pack(bytes(columns[column]))
        if not lanes:
            continue  # no 0 is above a threshold
        for place in places:
            _, offset, threshold = model.questions[place]
            above = lanes + gaps[threshold]
            shift = _BYTE + _LANE * offset
            answers[place] = (above >> shift if shift > 0 else above << -shift) & everywhere
    return answers


def _pack(values: bytes) -> int:
    """The values in lanes of 16 bits."""
    if values.count(0) == len(values):
        return 0
    padded = bytearray(2 * len(values))
    padded[::2] = values
    return int.from_bytes(padded, "little")


def _add_up(tree: Tree, lanes: int, answers: Sequence[int]) -> int:
    """The value of the leaf that each block of `lanes` comes to, in its lane."""
    if tree.__class__ is int:
        return lanes * tree
    number, no, yes, _ = tree  # type: ignore[misc]  # mypy does not follow __class__
    taken = lanes & answers[number]
    rest = lanes ^ taken
    total = 0
    if rest:
        total = rest * no if no.__class__ is int else _add_up(no, rest, answers)
    if taken:
        total += taken * yes if yes.__class__ is int else _add_up(yes, taken, answers)
    return total


def _likelihood(log_odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-_EXTREME, min(_EXTREME, log_odds))))
