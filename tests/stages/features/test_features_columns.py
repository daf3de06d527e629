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
from groats.stages.features.columns import (
    at_most,
    combine,
    equals_above,
    percent,
    run_lengths,
    runs_where,
    scale,
    scale_all,
    scale_distances,
    window_counts,
    window_sums,
)

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


@given(st.lists(st.integers(0, 300), max_size=9), st.integers(1, 400))
def test_no_value_is_above_the_most(values: list[int], most: int) -> None:
    assert list(at_most(values, most)) == [min(value, most) for value in values]


@given(st.lists(st.floats(0, 30_000), max_size=9))
def test_counts_are_scaled_together_as_each_is_alone(counts: list[float]) -> None:
    assert scale_all(counts) == [scale(count) for count in counts]


@pytest.mark.parametrize("count", [0, 1, 3, 19_999, 20_000, 20_001, 20_003])
@pytest.mark.parametrize("first", [0, 1])
def test_distances_are_scaled_as_counts(first: int, count: int) -> None:
    assert list(scale_distances(first, count)) == [scale(n) for n in range(first, first + count)]


@given(st.lists(st.booleans(), max_size=80), st.integers(0, 40))
def test_what_holds_is_counted_as_it_is_added_up(holds: list[bool], reach: int) -> None:
    assert list(window_counts(bytes(holds), reach)) == window_sums(holds, reach)


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.booleans()), min_size=1, max_size=20))
def test_columns_combine_into_one_number_a_block(rows: list[tuple[int, bool, bool]]) -> None:
    first, second, third = (bytes(column) for column in zip(*rows, strict=True))
    found = combine((1, first), (10, second), (20, third))
    assert list(found) == [size + 10 * ends + 20 * date for size, ends, date in rows]


@given(st.binary(max_size=20), st.integers(1, 5))
def test_blocks_are_told_alike_at_a_distance(values: bytes, step: int) -> None:
    alike = [n >= step and values[n - step] == values[n] for n in range(len(values))]
    assert list(equals_above(values, step)) == alike


@given(st.lists(st.integers(0, 2), max_size=20).map(bytes))
def test_a_run_is_as_long_for_each_of_its_members(kinds: bytes) -> None:
    runs = [list(run) for _, run in groupby(kinds)]
    assert list(run_lengths(kinds)) == [scale(len(run)) for run in runs for _ in run]


@given(st.lists(st.booleans(), max_size=20))
def test_a_run_of_what_does_not_hold_has_no_length(holds: list[bool]) -> None:
    runs = [list(run) for _, run in groupby(holds)]
    assert list(runs_where(bytes(holds))) == [scale(len(run)) * run[0] for run in runs for _ in run]


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
