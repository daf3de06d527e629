"""Boosted trees fitted by LightGBM, and the same trees as the running tool reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

import lightgbm
import numpy as np

from groats.training.extract import Bytes, Floats

PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy",  # takes shares, not only classes
    "min_data_in_leaf": 40,
    "min_sum_hessian_in_leaf": 1e-3,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "max_bin": 8,
    "seed": 20250315,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
_LARGEST_SUM = 65_000  # a lane of the running tool holds 65,535
_FINEST = 1000.0  # steps to a unit of log-odds


@dataclass(frozen=True, slots=True)
class Size:
    """How large a model is: small enough for plain Python, and as good as larger ones on sites left out."""

    trees: int
    leaves: int
    rate: float


# What a model may ask for: a column, and of which block: 0 its own, -1 the one above, 1 the one below.
Asked = tuple[str, int]


def fit(rows: Bytes, shares: Floats, weights: Floats, size: Size) -> lightgbm.Booster:
    """A booster that tells the share of a block that is content from its row of features.

    The weights are grown to 1 on average, which the bounds on a leaf suppose.
    """
    data = lightgbm.Dataset(rows.astype(np.float32), shares, weight=weights * (len(weights) / weights.sum()))
    parameters = PARAMETERS | {"num_leaves": size.leaves, "learning_rate": size.rate}
    return lightgbm.train(parameters, data, num_boost_round=size.trees)


def to_questions(booster: lightgbm.Booster, asked: Sequence[Asked]) -> dict[str, Any]:
    """The booster as the running tool reads it, see `groats.stages.score.read_model`."""
    roots = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    spans = [(min(values), max(values)) for values in (list(_leaves(root)) for root in roots)]
    steps = min(_FINEST, floor(_LARGEST_SUM / (sum(most - least for least, most in spans) or 1.0)))
    questions: dict[tuple[str, int, int], int] = {}

    def simplify(node: dict[str, Any], least: float) -> Any:  # noqa: ANN401 - a tree of numbers, as deep as it comes
        if "leaf_value" in node:
            return round((node["leaf_value"] - least) * steps)
        question = (*asked[node["split_feature"]], floor(node["threshold"]))
        return [
            questions.setdefault(question, len(questions)),
            simplify(node["left_child"], least),
            simplify(node["right_child"], least),
            round((node["internal_value"] - least) * steps),
        ]

    trees = [simplify(root, least) for root, (least, _) in zip(roots, spans, strict=True)]
    return {
        "questions": list(questions),
        "base": round(sum(least for least, _ in spans), 6),
        "steps": steps,
        "trees": trees,
    }


def _leaves(node: dict[str, Any]) -> Iterator[float]:
    if "leaf_value" in node:
        yield node["leaf_value"]
    else:
        yield from _leaves(node["left_child"])
        yield from _leaves(node["right_child"])
