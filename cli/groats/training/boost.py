"""Boosted trees fitted by LightGBM, and the same trees as plain lists for the running tool."""

from typing import Any

import lightgbm

from groats.training.extract import Floats

PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy",  # takes shares, not only classes
    "num_leaves": 24,
    "learning_rate": 0.2,
    "min_data_in_leaf": 60,
    "min_sum_hessian_in_leaf": 1e-3,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "max_bin": 127,
    "seed": 20250315,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
_DIGITS = 4


def fit(rows: Floats, shares: Floats, weights: Floats, trees: int) -> lightgbm.Booster:
    """A booster of `trees` trees that tells the share of a block that is content from its row of features."""
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, shares, weight=weights), num_boost_round=trees)


def to_lists(booster: lightgbm.Booster, features: tuple[str, ...]) -> dict[str, Any]:
    """The booster as the running tool reads it: {"features", "trees"}, see `groats.stages.score`."""
    trees = [_node(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return {"features": list(features), "trees": trees}


def _node(node: dict[str, Any]) -> Any:  # noqa: ANN401 - a tree of numbers, as deep as it comes
    if "leaf_value" in node:
        return round(node["leaf_value"], _DIGITS)
    return [
        node["split_feature"],
        float(f"{node['threshold']:.6g}"),
        _node(node["left_child"]),
        _node(node["right_child"]),
        round(node["internal_value"], _DIGITS),
    ]
