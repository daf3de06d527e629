"""How counts become columns of small numbers, and that every column of any page holds such."""

from collections.abc import Sequence
from itertools import groupby
from math import log1p

import pytest
from builders import weights
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Kind
from groats.pipeline import gather_evidence, read_page
from groats.stages.features import (
    BOX_FEATURES,
    COHESION_FEATURES,
    CONTEXT_FEATURES,
    FIRST_FEATURES,
    KIND_FEATURES,
    LIKENESS,
    NAME_FEATURES,
    NEIGHBOURED,
    TITLE_FEATURES,
    WORD_FEATURES,
    Columns,
)
from groats.stages.features.columns import percent, run_lengths, scale, window_sums

ALL = (
    *FIRST_FEATURES,
    *COHESION_FEATURES,
    *NAME_FEATURES,
    *WORD_FEATURES,
    *KIND_FEATURES,
    *CONTEXT_FEATURES,
    *BOX_FEATURES,
    *TITLE_FEATURES,
)
WEIGHTS = weights()
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "",
                "Home",
                "* oil",
                "    # The tower",
                "| a | b |",
                "Share this",
                "The harbour board met on Tuesday to settle the future of the old lighthouse by the sea.",
                "港口委员会开会讨论灯塔的未来。",
                "***",
            ]
        ),
    ),
    max_size=40,
)


def columns_of(text: str, kind: Kind = "text") -> Columns:
    return gather_evidence(read_page(text, kind), WEIGHTS)[1]


@pytest.mark.parametrize(
    ("count", "value"), [(0, 0), (0.9, 0), (1, 11), (20, 49), (19_999, 158), (20_000, 158), (1e300, 158)]
)
def test_counts_are_scaled_by_their_logarithm(count: float, value: int) -> None:
    assert scale(count) == value == round(16 * log1p(int(min(count, 20_000))))


@pytest.mark.parametrize(("share", "value"), [(0.0, 0), (0.999, 99), (1.0, 100), (1.5, 100), (-0.5, 0)])
def test_shares_are_in_hundredths(share: float, value: int) -> None:
    assert percent(share) == value


@given(st.lists(st.integers(0, 9), max_size=20), st.integers(0, 30))
def test_a_window_holds_what_is_near_on_both_sides(values: list[int], reach: int) -> None:
    near = [sum(values[max(0, n - reach) : n + reach + 1]) for n in range(len(values))]
    assert window_sums(values, reach) == near


@given(st.lists(st.booleans(), max_size=20))
def test_a_run_is_as_long_for_each_of_its_members(kinds: list[bool]) -> None:
    runs = [list(run) for _, run in groupby(kinds)]
    assert run_lengths(kinds) == [scale(len(run)) for run in runs for _ in run]


def assert_small_numbers(columns: Columns, count: int) -> None:
    wrong = {
        name: values
        for name, values in columns.items()
        if len(values) != count or not all(isinstance(value, int) and 0 <= value <= 254 for value in values)
    }
    assert not wrong
    assert sorted(columns) == sorted(ALL)


@given(LINES)
def test_every_column_of_any_text_holds_whole_numbers_from_0_to_254(lines: list[str]) -> None:
    page = read_page("\n".join(lines), "text")
    if page.blocks:
        assert_small_numbers(columns_of("\n".join(lines)), len(page.blocks))
    else:
        assert gather_evidence(page, WEIGHTS)[1] == {}


@given(LINES, st.sampled_from(["p", "li", "h3", "a", "td", "pre", "footer", "div id=related"]))
def test_every_column_of_any_markup_holds_whole_numbers_from_0_to_254(lines: list[str], tag: str) -> None:
    text = "<title>Home</title>" + "".join(f"<{tag}>{line}</{tag.split(maxsplit=1)[0]}>" for line in lines)
    if page := read_page(text, "html").blocks:
        assert_small_numbers(columns_of(text, "html"), len(page))


@pytest.mark.parametrize(
    "text", ["x" * 50_000, "a. " * 30_000, "\n".join(["Home"] * 3000), "\n\n".join(["1. " * 200] * 60), " " * 900 + "x"]
)
def test_no_page_is_too_large_for_a_column(text: str) -> None:
    columns = columns_of(text)
    assert_small_numbers(columns, len(next(iter(columns.values()))))


@given(LINES, LINES)
def test_the_evidence_on_a_page_does_not_hang_on_the_page_before_it(one: list[str], other: list[str]) -> None:
    def seen(lines: Sequence[str]) -> tuple[Columns, Sequence[float], int | None]:
        evidence, columns = gather_evidence(read_page("\n".join(lines), "text"), WEIGHTS)
        return columns, evidence.scores, evidence.title

    before = seen(one)
    seen(other)
    assert seen(one) == before


def test_names_are_unique_and_those_that_others_build_on_exist() -> None:
    assert len(set(ALL)) == len(ALL)
    assert {*NEIGHBOURED, *LIKENESS} <= {*FIRST_FEATURES, *COHESION_FEATURES, *WORD_FEATURES}
