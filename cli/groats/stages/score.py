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
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from groats.document import Doubt, Kind, Vocabulary

_EXTREME = 30.0  # log-odds: beyond it nothing changes but the danger of an overflow
_WEIGHTS = Path(__file__).parent.parent / "data" / "weights.json"
_LANE, _WIDE_LANE = 16, 32  # bits: the sum of a score, and the parts of one, which may be below nothing
_NUMBERS = {2: "H", 4: "I"}  # as `struct` names them, by their bytes
_BYTE, _FULL = 8, 255  # what a number of a column takes in bits, and its highest value

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

    `asked` are the places and thresholds of the questions of each column and offset, lowest threshold first.
    The leaves' values add up to log-odds: `base` + sum / `steps`.
    """

    questions: tuple[Question, ...]
    asked: dict[tuple[str, int], list[tuple[int, int]]]
    trees: tuple[Tree, ...]
    base: float
    steps: float


@dataclass(frozen=True, slots=True)
class Models:
    """What judges the pages of a kind.

    Two passes, and the doubt with which blocks are chosen, see `groats.stages.threshold`; the title's model, and the
    score from which one is taken.
    """

    first: Model
    title: Model
    second: Model
    title_threshold: float
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is learnt: see `groats.training` for how.

    `models` are those of each kind of page; `vocabulary` says what words and names speak for; `confidence` what tells
    how good a page came out, see `groats.stages.assess`; `labels` of each hint how far it speaks for each label, see
    `groats.stages.label`.
    """

    models: Mapping[Kind, Models]
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
        models={
            kind: Models(
                first=read_model(own["first"]),
                title=read_model(own["title"]),
                second=read_model(own["second"]),
                title_threshold=own["title_threshold"],
                doubt=Doubt(*own["doubt"]),
            )
            for kind, own in raw["models"].items()
        },
        vocabulary=Vocabulary(
            words=b64decode(raw["words"]),
            pairs=b64decode(raw["pairs"]),
            names=b64decode(raw["names"]),
            kinds={kind: b64decode(table) for kind, table in raw["kinds"].items()},
        ),
        confidence=raw["confidence"],
        labels=raw["labels"],
    )


def read_model(raw: Mapping[str, Any]) -> Model:
    """A model as JSON has it: {"questions": [[column, offset, threshold], ...], "trees", "base", "steps"}."""
    questions = tuple(Question(*question) for question in raw["questions"])
    asked: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for place, (column, offset, threshold) in sorted(enumerate(questions), key=lambda asked: asked[1].threshold):
        asked[column, offset].append((place, threshold))
    return Model(questions, dict(asked), tuple(raw["trees"]), raw["base"], raw["steps"])


def score_columns(
    model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int] | None = None
) -> list[float]:
    """For each block the likelihood, 0 to 1, that it is content; `columns` hold numbers from 0 to 255, one a block.

    `packed` keeps the lanes of the columns of one page from one model to the next.
    """
    lanes = _lanes_of(_LANE, len(next(iter(columns.values()))))
    answers = _answer_all(model, columns, {} if packed is None else packed, lanes)
    sums = lanes.unpack(sum([_add_up(tree, lanes.ones, answers) for tree in model.trees]))
    return _likelihoods([model.base + value / model.steps for value in sums])


def explain_blocks(model: Model, columns: Mapping[str, Sequence[int]]) -> list[dict[str, float]]:
    """For each block and column how far it moved the log-odds, up or down; "NAME@" is that of its neighbours.

    A tree's part is divided along the path that the block takes: each step's change of the mean value belongs to the
    column that the step asked for (A. Saabas, "Interpreting random forests", 2014).
    """
    lanes = _lanes_of(_WIDE_LANE, len(next(iter(columns.values()))))
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


class _Lanes(NamedTuple):
    """The blocks of a page side by side in one integer, a lane each; the lowest lane is no block's.

    `ones` has a 1 in every lane, `gaps` for each threshold what fills the bytes below the lanes up to it.
    """

    width: int
    blocks: int
    ones: int
    gaps: Sequence[int]

    def pack(self, values: bytes) -> int:
        """The values in the uppermost bytes of lanes, right below the lane of their block."""
        size = self.width // _BYTE
        padded = bytearray(size * self.blocks)
        padded[size - 1 :: size] = values
        return int.from_bytes(padded, "little")

    def unpack(self, lanes: int) -> tuple[int, ...]:
        """What each block's lane holds."""
        size = self.width // _BYTE
        written = lanes.to_bytes(size * (self.blocks + 1), "little")
        return struct.unpack_from(f"<{self.blocks}{_NUMBERS[size]}", written, size)


@lru_cache(maxsize=1)  # the models judge one page after the other
def _lanes_of(width: int, blocks: int) -> _Lanes:
    size = width // _BYTE
    ones = int.from_bytes((b"\x01" + bytes(size - 1)) * (blocks + 1), "little") - 1
    below = ones >> _BYTE
    return _Lanes(width, blocks, ones, [below * (_FULL - threshold) for threshold in range(_FULL + 1)])


def _answer_all(model: Model, columns: Mapping[str, Sequence[int]], packed: dict[str, int], lanes: _Lanes) -> list[int]:
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
