"""The fitted trees say the same as LightGBM says, once they are questions."""

import json
from math import floor

import numpy as np
import pytest

from groats.stages.score import explain_blocks, read_model, score_columns
from groats.training import boost
from groats.training.boost import Size, fit, to_questions
from groats.training.extract import Bytes

COUNT = 400
ASKED = (("size", 0), ("links", 0), ("size", -1), ("size", 2))


@pytest.fixture(autouse=True)
def small_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(boost.PARAMETERS, "min_data_in_leaf", 5)
    monkeypatch.setitem(boost.PARAMETERS, "num_threads", 1)


def table(seed: int) -> tuple[dict[str, list[int]], Bytes]:
    """Two columns of any bytes, and the rows that a fit sees of them: a page's ends have zeros beyond them."""
    size, links = np.random.default_rng(seed).integers(0, 255, (2, COUNT), np.uint8)
    above, below = np.append([0], size[:-1]), np.append(size[2:], [0, 0])
    return {"size": size.tolist(), "links": links.tolist()}, np.stack([size, links, above, below], 1).astype(np.uint8)


@pytest.mark.parametrize("seed", range(4))
def test_questions_score_as_the_booster_predicts(seed: int) -> None:
    columns, rows = table(seed)
    shares = ((rows[:, 0] > 90) * 0.5 + (rows[:, 2] > rows[:, 3]) * 0.5).astype(np.float32)
    booster = fit(rows, shares, np.ones(COUNT, np.float32), Size(20, 12, 0.2))
    written = json.loads(json.dumps(to_questions(booster, ASKED)))
    assert {(column, bool(offset)) for column, offset, _ in written["questions"]} >= {("size", False), ("size", True)}
    predicted = np.asarray(booster.predict(rows.astype(np.float32)))
    model = read_model(written)
    assert score_columns(model, columns) == pytest.approx(predicted.tolist(), abs=1e-2)
    for other in range(10, 13):
        fresh, unseen = table(other)
        expected = np.asarray(booster.predict(unseen.astype(np.float32))).tolist()
        assert score_columns(model, fresh) == pytest.approx(expected, abs=1e-2)
    assert set(explain_blocks(model, columns)[7]) <= {"size", "links", "size@"}


def test_a_question_stands_once_however_many_trees_ask_it() -> None:
    _, rows = table(0)
    shares = (rows[:, 0] > 90).astype(np.float32)
    written = to_questions(fit(rows, shares, np.ones(COUNT, np.float32), Size(20, 4, 0.2)), ASKED)
    assert len(written["questions"]) == len(set(written["questions"]))


def test_no_sum_of_leaves_is_too_large_for_its_lane() -> None:
    def largest(tree: int | list) -> int:  # type: ignore[type-arg]  # a tree of numbers, as deep as it comes
        return tree if isinstance(tree, int) else max(largest(tree[1]), largest(tree[2]))

    _, rows = table(1)
    shares = (rows[:, 0] > 90).astype(np.float32)
    written = to_questions(fit(rows, shares, np.ones(COUNT, np.float32), Size(300, 16, 0.5)), ASKED)
    assert sum(largest(tree) for tree in written["trees"]) <= 65_535
    assert written["steps"] == floor(written["steps"])


def test_a_booster_that_found_nothing_to_ask_is_a_mean() -> None:
    rows = np.zeros((COUNT, 4), np.uint8)
    shares = np.full(COUNT, 0.25, np.float32)
    written = to_questions(fit(rows, shares, np.ones(COUNT, np.float32), Size(3, 4, 0.2)), ASKED)
    assert written["questions"] == []
    assert score_columns(read_model(written), {"size": [0, 9]}) == pytest.approx([0.25, 0.25], abs=1e-2)


def test_weights_count_by_their_proportions_alone() -> None:
    columns, rows = table(2)
    shares = (rows[:, 0] > 90).astype(np.float32)
    light, heavy = (
        to_questions(fit(rows, shares, np.full(COUNT, weight, np.float32), Size(5, 4, 0.2)), ASKED)
        for weight in (0.25, 16.0)
    )
    assert score_columns(read_model(light), columns) == pytest.approx(score_columns(read_model(heavy), columns))
