"""All that is learnt, read from data/weights.json: trees, what words say, how sure of a page, how to label."""

import json
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from groats.document import Doubt, Kind, Vocabulary
from groats.stages.score.lanes import level_of
from groats.tables import DATA

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

    `asked` are the places and thresholds of the questions of each column, level and offset, lowest threshold first, in
    steps of the level: see `groats.stages.score.lanes`.
    The leaves' values add up to log-odds: `base` + sum / `steps`.
    """

    questions: tuple[Question, ...]
    asked: dict[tuple[str, int, int], list[tuple[int, int]]]
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


class _LateModels(Mapping[Kind, Models]):
    """The models of each kind, read when the first page of the kind comes: most runs see pages of one kind."""

    def __init__(self, raw: Mapping[Kind, Mapping[str, Any]]) -> None:
        self._raw = raw
        self._read: dict[Kind, Models] = {}

    def __getitem__(self, kind: Kind) -> Models:
        if kind not in self._read:
            self._read[kind] = _read_models(self._raw[kind])
        return self._read[kind]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


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
    return read_weights((DATA / "weights.json").read_bytes())


def read_weights(written: bytes) -> Weights:
    """The weights that a file of that content holds."""
    raw = json.loads(written)
    return Weights(
        models=_LateModels(raw["models"]),
        vocabulary=Vocabulary(
            words=b64decode(raw["words"]),
            pairs=b64decode(raw["pairs"]),
            names=b64decode(raw["names"]),
            kinds={kind: b64decode(table) for kind, table in raw["kinds"].items()},
        ),
        confidence=raw["confidence"],
        labels=raw["labels"],
    )


def _read_models(raw: Mapping[str, Any]) -> Models:
    return Models(
        first=read_model(raw["first"]),
        title=read_model(raw["title"]),
        second=read_model(raw["second"]),
        title_threshold=raw["title_threshold"],
        doubt=Doubt(*raw["doubt"]),
    )


def read_model(raw: Mapping[str, Any]) -> Model:
    """A model as JSON has it: {"questions": [[column, offset, threshold], ...], "trees", "base", "steps"}."""
    questions = tuple(map(Question._make, raw["questions"]))
    asked: defaultdict[tuple[str, int, int], list[tuple[int, int]]] = defaultdict(list)
    for place, (column, offset, threshold) in sorted(enumerate(questions), key=lambda asked: asked[1].threshold):
        level, steps = level_of(threshold)
        asked[column, level, offset].append((place, steps))
    return Model(questions, dict(asked), tuple(raw["trees"]), raw["base"], raw["steps"])
