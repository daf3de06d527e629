"""How likely each block is content: two small sets of boosted trees, in plain Python, and what moved them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

_EXTREME = 30.0  # log-odds: beyond it nothing changes but the danger of an overflow
_WEIGHTS = Path(__file__).parent.parent / "data" / "weights.json"

# A tree is a leaf's value (log-odds), or [feature, threshold, tree where value <= threshold, other tree, mean value]:
# lists as JSON has them, because walking them is the hottest loop of all.
Tree = float | list[Any]


@dataclass(frozen=True, slots=True)
class Model:
    """One pass: boosted trees, and the features that they name by position."""

    features: tuple[str, ...]
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The two passes and the score from which a block is kept; the title's model and that from which one is taken.

    `labels` says of each hint how far it speaks for each label, see `groats.stages.label`.
    """

    first: Model
    title: Model
    second: Model
    threshold: float
    title_threshold: float
    labels: dict[str, int]


@cache
def load_weights(path: Path = _WEIGHTS) -> Weights:
    """The weights that `python -m groats.training` wrote; read once."""
    raw = json.loads(path.read_bytes())
    first, title, second = (
        Model(tuple(raw[name]["features"]), tuple(raw[name]["trees"])) for name in ("first", "title", "second")
    )
    return Weights(first, title, second, raw["threshold"], raw["title_threshold"], raw["labels"])


def score_rows(model: Model, rows: Sequence[Sequence[float]]) -> list[float]:
    """For each row the likelihood, 0 to 1, that its block is content."""
    scores = []
    for row in rows:
        total = 0.0
        for tree in model.trees:
            node: Any = tree
            while node.__class__ is list:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        scores.append(1.0 / (1.0 + exp(-max(-_EXTREME, min(_EXTREME, total)))))
    return scores


def explain_row(model: Model, row: Sequence[float]) -> dict[str, float]:
    """For each feature how far it moved the row's log-odds, up or down.

    A tree's part is divided along the path that the row takes: each step's change of the mean value belongs to the
    feature that the step asked for (A. Saabas, "Interpreting random forests", 2014).
    """
    parts: defaultdict[str, float] = defaultdict(float)
    for tree in model.trees:
        node: Any = tree
        while node.__class__ is list:
            below = node[2] if row[node[0]] <= node[1] else node[3]
            parts[model.features[node[0]]] += (below[4] if below.__class__ is list else below) - node[4]
            node = below
    return parts
