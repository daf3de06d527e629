"""The trees as they run, and their account of themselves."""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Kind
from groats.stages.features import (
    BOX_FEATURES,
    COHESION_FEATURES,
    CONTEXT_FEATURES,
    FIRST_FEATURES,
    KIND_FEATURES,
    NAME_FEATURES,
    NEIGHBOURED,
    TITLE_FEATURES,
    WORD_FEATURES,
)
from groats.stages.score import Model, Packed, explain_blocks, load_weights, read_model, score_columns

# size > 3 ? (links > 10 ? 1 : 4) : 0, where the links are those of the block below; and a second tree, a bare leaf.
RAW: dict[str, Any] = {
    "questions": [["size", 0, 3], ["links", 1, 10]],
    "trees": [[0, 0, [1, 4, 1, 3], 2], 1],
    "base": -1.0,
    "steps": 2.0,
}
MODEL = read_model(RAW)
NAMES = ("size", "links")


def likelihood(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def walk(raw: Mapping[str, Any], columns: Mapping[str, Sequence[int]], n: int) -> float:
    """The log-odds of one block, each tree walked with it; what is beyond the page counts as 0."""
    total = 0
    for tree in raw["trees"]:
        node = tree
        while isinstance(node, list):
            name, offset, threshold = raw["questions"][node[0]]
            value = columns[name][n + offset] if 0 <= n + offset < len(columns[name]) else 0
            node = node[2] if value > threshold else node[1]
        total += node
    return float(raw["base"] + total / raw["steps"])


@st.composite
def models(draw: st.DrawFn) -> dict[str, Any]:
    question = st.tuples(st.sampled_from(NAMES), st.integers(-4, 4), st.integers(0, 255))
    questions = draw(st.lists(question, min_size=1, max_size=8))
    value = st.integers(0, 5000)
    place = st.integers(0, len(questions) - 1)
    trees = st.recursive(value, lambda tree: st.tuples(place, tree, tree, value).map(list), max_leaves=8)
    return {
        "questions": questions,
        "trees": draw(st.lists(trees, min_size=1, max_size=10)),
        "base": draw(st.floats(-9, 9)),
        "steps": draw(st.floats(100, 1000)),
    }


@st.composite
def pages(draw: st.DrawFn) -> dict[str, list[int]]:
    count = draw(st.integers(1, 12))
    return {name: draw(st.lists(st.integers(0, 255), min_size=count, max_size=count)) for name in NAMES}


@pytest.mark.parametrize(
    ("size", "links", "log_odds"),
    [
        pytest.param(3, 0, -0.5, id="at the border the answer is no"),
        pytest.param(4, 10, 1.5, id="above it, yes"),
        pytest.param(4, 11, 0.0, id="and so for the block below"),
        pytest.param(0, 255, -0.5, id="least and most"),
        pytest.param(255, 0, 1.5, id="most and least"),
    ],
)
def test_a_block_falls_to_the_leaf_that_its_numbers_name(size: int, links: int, log_odds: float) -> None:
    scores = score_columns(MODEL, {"size": [size, 0], "links": [255, links]})
    assert scores == [pytest.approx(likelihood(log_odds)), pytest.approx(likelihood(-0.5))]


def test_beyond_the_page_every_number_is_0() -> None:
    raw = RAW | {"questions": [["size", -2, 0], ["size", 2, 0]], "trees": [[0, 0, 1, 0], [1, 0, 2, 0]], "base": 0.0}
    scores = score_columns(read_model(raw), {"size": [9, 9, 9]})
    assert scores == [pytest.approx(likelihood(value / 2)) for value in (2, 0, 1)]
    assert score_columns(read_model(raw), {"size": [9]}) == [0.5]


@given(models(), pages())
def test_all_blocks_at_once_are_judged_as_each_by_itself(raw: dict[str, Any], columns: dict[str, list[int]]) -> None:
    scores = score_columns(read_model(raw), columns)
    slow = [likelihood(max(-30.0, min(30.0, walk(raw, columns, n)))) for n in range(len(columns["size"]))]
    assert scores == pytest.approx(slow)


@given(models(), pages(), pages())
def test_a_page_is_judged_the_same_whatever_was_judged_before(
    raw: dict[str, Any], columns: dict[str, list[int]], others: dict[str, list[int]]
) -> None:
    model = read_model(raw)
    before = score_columns(model, columns)
    score_columns(model, others)
    assert score_columns(model, columns) == before == score_columns(read_model(raw), columns)


@given(models(), pages(), st.data())
def test_a_part_of_a_page_is_judged_as_in_the_whole_page(
    raw: dict[str, Any], columns: dict[str, list[int]], data: st.DataObject
) -> None:
    model = read_model(raw)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(columns["size"]))] * 2)))
    packed: Packed = {}
    part = score_columns(model, columns, packed, range(start, end))
    assert part == score_columns(model, columns)[start:end]
    assert score_columns(model, columns, packed) == score_columns(model, columns)


@pytest.mark.parametrize("offset", [-1, 0, 1])
@pytest.mark.parametrize("number", [0, 1, 126, 127, 128, 253, 254, 255])
def test_a_number_that_all_blocks_share_is_compared_like_any_other(number: int, offset: int) -> None:
    thresholds = (0, 1, 125, 126, 127, 128, 252, 253, 254, 255)
    raw = {
        "questions": [["size", offset, threshold] for threshold in thresholds],
        "trees": [[place, 0, 1 << place, 0] for place in range(len(thresholds))],
        "base": 0.0,
        "steps": 100.0,
    }
    for page in ([number] * 3, [number] * 3 + [0], [9, number, number]):
        scores = score_columns(read_model(raw), {"size": page})
        assert scores == pytest.approx([likelihood(walk(raw, {"size": page}, n)) for n in range(len(page))])


@given(models(), pages())
def test_the_parts_add_up_to_what_the_block_gained_over_the_mean(
    raw: dict[str, Any], columns: dict[str, list[int]]
) -> None:
    model = read_model(raw)
    mean = raw["base"] + sum(tree[3] if isinstance(tree, list) else tree for tree in raw["trees"]) / raw["steps"]
    for n in range(len(columns["size"])):
        parts = explain_blocks(model, columns)[n]
        assert mean + sum(parts.values()) == pytest.approx(walk(raw, columns, n))
        assert set(parts) <= {"size", "links", "size@", "links@"}


def test_each_part_belongs_to_the_column_that_was_asked() -> None:
    columns = {"size": [9, 1], "links": [0, 20]}
    assert explain_blocks(MODEL, columns)[0] == {"size": pytest.approx(0.5), "links@": pytest.approx(-1.0)}
    assert explain_blocks(MODEL, columns)[1] == {"size": pytest.approx(-1.0)}
    (score, _) = score_columns(MODEL, columns)
    assert log(score / (1 - score)) == pytest.approx(-1.0 + (2 + 1) / 2 + 0.5 - 1.0)


def test_extreme_leaves_do_not_overflow() -> None:
    for base, score in ((-1000.0, 0.0), (1000.0, 1.0)):
        assert score_columns(Model((), {}, (0,), base, 1.0), {"size": [7]}) == [pytest.approx(score)]


def test_a_lane_holds_the_largest_sum_beside_the_smallest() -> None:
    raw = {"questions": [["size", 0, 0]], "trees": [[0, 0, 65_000, 0], [0, 500, 535, 0]], "base": 0.0, "steps": 65_535}
    scores = score_columns(read_model(raw), {"size": [1, 0, 1, 0]})
    assert scores == [pytest.approx(likelihood(value / 65_535)) for value in (65_535, 500, 65_535, 500)]


def test_ten_thousand_blocks_are_judged_as_each_by_itself() -> None:
    count = 10_000
    columns = {"size": [n * 7 % 256 for n in range(count)], "links": [n * n % 251 for n in range(count)]}
    scores = score_columns(MODEL, columns)
    assert scores == pytest.approx([likelihood(walk(RAW, columns, n)) for n in range(count)])


def test_the_models_of_a_kind_are_read_once() -> None:
    models = load_weights().models
    assert len(models) == len(get_args(Kind))
    assert all(models[kind] is models[kind] for kind in models)


def test_the_weights_ask_for_columns_that_the_stages_count() -> None:
    weights = load_weights()
    alone = {*FIRST_FEATURES, *COHESION_FEATURES, *WORD_FEATURES, *KIND_FEATURES, *NAME_FEATURES}
    assert weights.models.keys() == {*get_args(Kind)}
    for models in weights.models.values():
        for model, known in (
            (models.first, alone),
            (models.title, alone | {*CONTEXT_FEATURES, *BOX_FEATURES}),
            (models.second, alone | {*CONTEXT_FEATURES, *BOX_FEATURES, *TITLE_FEATURES}),
        ):
            assert {question.column for question in model.questions} <= known
            assert {question.column for question in model.questions if question.offset} <= {*NEIGHBOURED, "score"}
