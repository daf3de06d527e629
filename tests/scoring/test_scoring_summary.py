from dataclasses import astuple
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scored_pages import scored

from groats.scoring.measures import PageScore, score_page
from groats.scoring.summary import MEASURES, Estimate, estimate, group

LINE = "one two three four five six seven eight"
PAGES = st.lists(st.integers(0, 8).map(lambda words: " ".join(LINE.split()[:words])), min_size=1, max_size=12)


def scores(outputs: list[str], reference: str = LINE) -> list[PageScore]:
    return [score_page(reference, output, ["one"]) for output in outputs]


@pytest.mark.parametrize("output", [LINE, "", "one two three four x"])
def test_one_page_gives_its_own_values(output: str) -> None:
    (page,) = scores([output])
    for name, score in estimate([page]).items():
        value = getattr(page, name) or 0
        assert astuple(score) == pytest.approx((value, value, value)), name


def test_pages_that_are_all_alike_have_an_interval_without_width() -> None:
    assert astuple(estimate(scores(["one two"] * 20))["word_f1"]) == pytest.approx((0.4, 0.4, 0.4))


@settings(max_examples=20, deadline=None)
@given(PAGES)
def test_the_interval_holds_the_mean_and_is_the_same_each_time(outputs: list[str]) -> None:
    pages = scores(outputs)
    found = estimate(pages)
    assert found == estimate(pages)
    assert found["word_f1"].mean == pytest.approx(fmean(page.word_f1 for page in pages))
    for score in found.values():
        assert -1e-9 <= score.low <= score.mean + 1e-9
        assert score.mean - 1e-9 <= score.high <= 1 + 1e-9


def test_the_interval_is_that_of_the_binomial_for_pages_that_are_right_or_wrong() -> None:
    exact = estimate(scores([LINE] * 50 + [""] * 50))["exact"]
    assert astuple(exact) == pytest.approx((0.5, 0.402, 0.598), abs=0.02)  # 1.96 times .05 to each side


def test_more_pages_narrow_the_interval() -> None:
    few, many = (estimate(scores([LINE, "one"] * number))["word_f1"] for number in (5, 80))
    assert many.high - many.low < (few.high - few.low) / 2


def test_the_f1_of_shingles_is_that_of_mean_precision_and_mean_recall() -> None:
    pages = [score_page("a b c d", "a b c d"), score_page("a b c d e", "a b c d x"), score_page("a b c d", "")]
    found = estimate(pages)
    assert found["shingle_precision"].mean == pytest.approx(0.75)  # of two pages: the empty output has none
    assert found["shingle_recall"].mean == pytest.approx(0.5)
    assert found["shingle_f1"].mean == pytest.approx(0.6)  # and not .5, the mean of 1, .5 and 0
    assert estimate([score_page("a", "")] * 2)["shingle_f1"].mean == 0
    assert estimate([score_page("", "")] * 2)["shingle_f1"].mean == 1


def test_a_measure_counts_the_pages_that_it_says_something_of() -> None:
    known = score_page(LINE, "one", ["one", "two"])
    found = estimate([known, score_page(LINE, "one"), score_page(LINE, "one")])
    assert found["with_found"] == Estimate(0.5, 0.5, 0.5)
    assert list(found) == [name for name in MEASURES if name != "without_found"]


def test_groups_are_those_that_the_references_name_the_largest_first() -> None:
    pages = [
        scored("1", LINE, LINE, set="s", type="listing", language="el"),
        scored("2", LINE, "", set="s", type="article"),
        scored("3", LINE, LINE, set="s", type="article"),
        scored("4", LINE, LINE, set="s", type="a"),
    ]
    found = group(pages)
    assert [(one.by, one.name, one.count) for one in found] == [
        ("type", "article", 2),
        ("type", "a", 1),
        ("type", "listing", 1),
        ("language", "el", 1),
    ]
    assert found[0].scores == estimate(page.score for page in pages[1:3])
    assert group([]) == []
