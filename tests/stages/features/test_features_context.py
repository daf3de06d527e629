"""What the first scores show around a block: the main run, the other runs, and the headline."""

from collections.abc import Sequence

import pytest
from builders import numbers, shapes_of
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.features import (
    CONTEXT_FEATURES,
    LIKENESS,
    TITLE_FEATURES,
    context_columns,
    find_main_run,
    find_wordings,
    pick_title,
    title_candidates,
    title_columns,
)
from groats.stages.features.columns import LOGARITHMS, scale
from groats.stages.features.context import Run, find_runs
from groats.stages.features.wordings import Wordings

STORY = (
    "Lighthouse board meets",
    "The harbour board met on Tuesday to settle the lighthouse.",
    "The lighthouse stood.",
)
LIGHTHOUSE = (*STORY, "Cheap flights")


def context(
    texts: Sequence[str], scores: Sequence[float], likeness: Sequence[int] | None = None
) -> dict[str, list[int]]:
    """The columns of a page on which each column of `LIKENESS` holds the same numbers."""
    shapes = shapes_of(*texts)
    first = dict.fromkeys(LIKENESS, likeness or [1] * len(texts))
    columns = context_columns(first, [shape.size for shape in shapes], scores, find_wordings(shapes))
    assert sorted(columns) == sorted(CONTEXT_FEATURES)
    return numbers(columns)


@pytest.mark.parametrize(
    ("sizes", "scores", "run"),
    [
        ([], [], (0, 0)),
        ([5.0], [0.4], (0, 0)),
        ([2.0, 30.0, 2.0, 30.0, 2.0], [0.1, 0.9, 0.4, 0.9, 0.1], (1, 4)),
        ([30.0, 200.0, 40.0], [0.9, 0.1, 0.9], (2, 3)),
    ],
)
def test_the_main_run_holds_most_of_the_content(sizes: list[float], scores: list[float], run: tuple[int, int]) -> None:
    assert find_main_run(sizes, scores) == run


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10)), max_size=12))
def test_no_other_span_holds_more_than_the_main_run(rows: list[tuple[int, int]]) -> None:
    gains = [(score / 10 - 0.5) * (size + 1.0) for size, score in rows]
    start, end = find_main_run([float(size) for size, _ in rows], [score / 10 for _, score in rows])
    spans = [sum(gains[low:high]) for low in range(len(rows)) for high in range(low + 1, len(rows) + 1)]
    assert sum(gains[start:end]) == pytest.approx(max([0.0, *spans]))


def test_scores_are_told_in_hundredths_with_their_means_around() -> None:
    columns = context(["one"] * 4, [0.5, 1.0, 0.75, 0.25])
    assert columns["score"] == [50, 100, 75, 25]
    assert columns["score_above"] == [0, 50, 75, 75]
    assert columns["score_below"] == [66, 50, 25, 0]
    assert columns["score_mean_2"] == [75, 62, 62, 66]
    assert columns["score_mean_15"] == [62] * 4


def test_means_are_weighed_by_words() -> None:
    assert context(["one two three", "one", "one"], [1.0, 0.0, 0.0])["score_above"] == [0, 100, 66]


@given(st.lists(st.integers(0, 8), min_size=1, max_size=40))
def test_means_end_at_the_ends_of_the_page(eighths: list[int]) -> None:
    scores = [score / 8 for score in eighths]
    columns = context(["one"] * len(scores), scores)
    for name, low, high in (("score_mean_6", -6, 7), ("score_above", -4, 0), ("score_below", 1, 5)):
        around = [scores[max(0, n + low) : max(0, n + high)] for n in range(len(scores))]
        assert columns[name] == [int(100 * sum(near) / len(near)) if near else 0 for near in around]


def test_a_block_may_be_far_from_the_main_run() -> None:
    columns = context_columns(
        dict.fromkeys(LIKENESS, [1] * 30_001),
        [1.0] * 30_001,
        [0.9, *[0.0] * 30_000],
        Wordings([frozenset()] * 30_001, [0] * 30_001, {}),
    )
    assert list(columns["after_main_run"]) == [scale(n) for n in range(30_001)]


def test_each_block_is_placed_beside_the_main_run() -> None:
    columns = context(["Home", *STORY, "Cheap flights", "Imprint"], [0.1, 0.6, 0.9, 0.8, 0.2, 0.1])
    assert columns["in_main_run"] == [0, 1, 1, 1, 0, 0]
    assert columns["before_main_run"] == [scale(1), 0, 0, 0, 0, 0]
    assert columns["after_main_run"] == [0, 0, 0, 0, scale(1), scale(2)]
    assert columns["main_run_size"] == [scale(3 + 10 + 3)] * 6
    assert columns["since_content"] == [LOGARITHMS[n] for n in (100, 100, 0, 0, 0, 1)]
    assert columns["until_content"] == [LOGARITHMS[n] for n in (0, 0, 0, 100, 100, 100)]


def test_the_share_of_the_content_above_and_below_is_told() -> None:
    columns = context(["one two", "one two", "***"], [0.5, 0.5, 0.9])
    assert columns["content_before"] == [0, 50, 100]
    assert columns["content_after"] == [50, 0, 0]
    assert columns["page_content"] == [scale(2)] * 3
    assert columns["page_content_share"] == [50] * 3


def test_the_words_of_the_main_run_are_those_of_the_article() -> None:
    shared = context([*LIGHTHOUSE, "The lighthouse"], [0.6, 0.9, 0.8, 0.2, 0.2])["shared_with_main_run"]
    assert shared[4] == 100
    assert shared[3] == 0
    assert 0 < shared[2] < 100  # of a block of the run only what another one says, too


def test_runs_of_likely_content_may_pause() -> None:
    scores = [0.9, 0.1, 0.1, 0.4, *[0.1] * 5, 0.5]
    assert find_runs(scores, [1.0] * 10) == [Run(0, 4, 4.0), Run(9, 10, 1.0)]
    assert find_runs([0.3], [1.0]) == []


def test_a_second_run_is_told_beside_the_main_one() -> None:
    texts = [*STORY, *["***"] * 5, "The lighthouse board", "Lamp", *["***"] * 5, "Oil"]
    columns = context(texts, [0.9] * 3 + [0.0] * 5 + [0.9, 0.3] + [0.0] * 5 + [0.9])
    assert columns["run_place"] == [1, 1, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2]
    assert columns["run_share"][0] == 100 > columns["run_share"][8] > columns["run_share"][15] > columns["run_share"][4]
    assert columns["run_weight"][0] == scale(0.9 * 16)
    assert columns["run_shared"][0] == 100 == columns["run_shared"][8]
    assert columns["run_shared"][15] == 0
    assert columns["runs_before"] == [1, 1, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2]
    assert columns["runs_after"][0] == 1
    assert columns["run_density"] == [100] * 3 + [0] * 5 + [100] + [0] * 6 + [100]


def test_a_run_above_the_main_one_is_told_from_one_below() -> None:
    columns = context(["Oil", *["***"] * 5, *STORY], [0.9, *[0.0] * 5, *[0.9] * 3])
    assert columns["run_place"][0] == 3
    assert columns["run_place"][6] == 1


def test_what_the_blocks_of_a_run_are_like_is_told_to_each_of_them_and_that_of_the_main_run_to_all() -> None:
    likeness = [100, 50, 30, *[0] * 5, 1, 0, 1]
    columns = context([*STORY, *["***"] * 5, "a", "b", "c"], [0.9] * 3 + [0.0] * 5 + [0.9] * 3, likeness)
    assert columns["run_size"] == [60] * 3 + [0] * 5 + [33] * 3  # small numbers as fifty times their mean
    assert columns["main_size"] == [60] * 11


def test_a_page_without_likely_content_has_no_run() -> None:
    columns = context(["Home", "Imprint"], [0.1, 0.2])
    for name in ("in_main_run", "run_weight", "run_place", "runs_before", "run_size", "main_size"):
        assert columns[name] == [0, 0]


def test_a_run_without_words_weighs_nothing() -> None:
    columns = context(["***", "***"], [0.9, 0.9])
    assert columns["run_weight"] == columns["run_share"] == [0, 0]
    assert columns["run_place"] == [1, 1]


def title(texts: Sequence[str], found: int | None) -> dict[str, list[int]]:
    columns = title_columns(find_wordings(shapes_of(*texts)), found)
    assert sorted(columns) == sorted(TITLE_FEATURES)
    return numbers(columns)


def test_the_title_lends_its_words_and_its_place() -> None:
    columns = title(LIGHTHOUSE, 0)
    assert columns["title_distance"] == [30, 31, 32, 33]
    shared = columns["shared_with_title"]
    assert shared[0] == 100 > shared[2] > 0 == shared[3]
    assert title(["***", "Oil"], 0)["shared_with_title"] == [100, 0]


def test_far_from_the_title_is_far_whichever_way_and_without_one_unknown() -> None:
    distances = title(["line"] * 100, 50)["title_distance"]
    assert (distances[0], distances[20], distances[49], distances[80], distances[99]) == (0, 0, 29, 60, 60)
    for found in (0, 7, 99):
        placed = [30 + max(-30, min(30, n - found)) for n in range(100)]
        assert title(["line"] * 100, found)["title_distance"] == placed
    unknown = title(LIGHTHOUSE, None)
    assert unknown == {"shared_with_title": [0] * 4, "title_distance": [90] * 4}


@pytest.mark.parametrize(
    ("main_run", "candidates"),
    [((0, 0), range(0)), ((0, 9), range(3)), ((0, 2), range(2)), ((5, 9), range(8)), ((90, 91), range(30, 91))],
)
def test_a_title_stands_above_the_main_run_or_at_its_head(main_run: tuple[int, int], candidates: range) -> None:
    assert title_candidates(main_run) == candidates


@pytest.mark.parametrize(
    ("scores", "picked"), [([0.1, 0.9, 0.2], 4), ([0.9, 0.9, 0.2], 4), ([0.1, 0.2, 0.1], None), ([0.5, 0.1, 0.1], 3)]
)
def test_the_likeliest_candidate_is_the_title_if_it_is_likely_enough(scores: list[float], picked: int | None) -> None:
    assert pick_title(range(3, 6), scores, 0.5) == picked


def test_where_no_title_may_stand_none_is_picked() -> None:
    assert pick_title(range(0), [], 0.0) is None
