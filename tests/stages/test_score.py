"""The trees as they run, and their account of themselves."""

from math import exp, log

import pytest

from groats.stages.features import CONTEXT_FEATURES, FIRST_FEATURES, TITLE_FEATURES
from groats.stages.score import Model, explain_row, load_weights, score_rows

# size <= 3 ? -1 : (links <= 0.5 ? 2 : 0.5), and a second tree that is a bare leaf
MODEL = Model(("size", "links"), ([0, 3.0, -1.0, [1, 0.5, 2.0, 0.5, 1.5], 0.5], 0.25))


@pytest.mark.parametrize(
    ("row", "log_odds"), [([3.0, 0.0], -0.75), ([3.1, 0.5], 2.25), ([3.1, 0.51], 0.75), ([9.0, 1.0], 0.75)]
)
def test_a_row_falls_to_the_leaf_that_its_numbers_name(row: list[float], log_odds: float) -> None:
    assert score_rows(MODEL, [row]) == [pytest.approx(1 / (1 + exp(-log_odds)))]


def test_the_parts_of_the_features_add_up_to_what_the_row_gained_over_the_mean() -> None:
    row = [9.0, 1.0]
    (score,) = score_rows(MODEL, [row])
    parts = explain_row(MODEL, row)
    assert parts == {"size": pytest.approx(1.0), "links": pytest.approx(-1.0)}
    assert log(score / (1 - score)) == pytest.approx(0.5 + 0.25 + sum(parts.values()))


def test_extreme_leaves_do_not_overflow() -> None:
    assert score_rows(Model((), (-1000.0,)), [[]]) == [pytest.approx(0.0)]
    assert score_rows(Model((), (1000.0,)), [[]]) == [pytest.approx(1.0)]


def test_the_weights_are_of_the_features_that_the_stages_count() -> None:
    weights = load_weights()
    assert weights.first.features == FIRST_FEATURES
    assert weights.title.features == FIRST_FEATURES + CONTEXT_FEATURES
    assert weights.second.features == FIRST_FEATURES + CONTEXT_FEATURES + TITLE_FEATURES
    assert 0 < weights.threshold < 1
    assert 0 < weights.title_threshold < 1
