"""How much is asked of a block: no more than promises the best page, less where the page is in doubt."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Doubt
from groats.stages.threshold import find_threshold

PLAIN = Doubt(0.0, 0.0)
ROWS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 60)), max_size=12)
CLEAR = [(90, 30), (80, 30), (10, 30)]
DOUBTFUL = [(45, 30), (25, 30), (12, 30), (5, 60)]


def expected_f1(rows: Sequence[tuple[int, int]], threshold: float) -> float:
    """The word F1 to be expected, but for a factor, where each score is the share of a block that is content."""
    kept = [(score / 100, size) for score, size in rows if score / 100 >= threshold]
    content = sum(score / 100 * size for score, size in rows)
    words = sum(size for _, size in kept)
    return sum(score * size for score, size in kept) / (words + content) if words + content else 0.0


def threshold_of(rows: Sequence[tuple[int, int]], doubt: Doubt = PLAIN, lead: float = 0.0) -> float:
    return find_threshold([score / 100 for score, _ in rows], [float(size) for _, size in rows], lead, doubt)


@given(ROWS)
def test_no_other_threshold_promises_a_higher_f1(rows: list[tuple[int, int]]) -> None:
    likely = [(score, size) for score, size in rows if score >= 10]
    hopeless = [(score, size) for score, size in rows if score < 10]
    best = max([expected_f1(rows, score / 100) for score, _ in likely], default=0.0)
    found = threshold_of(rows)
    assert expected_f1(rows, found) == pytest.approx(best) or (found == 0.1 and hopeless) or 2 * best < 0.3


@given(ROWS, st.floats(-1.0, 1.0))
def test_the_more_doubt_the_more_of_a_page_stays(rows: list[tuple[int, int]], lead: float) -> None:
    assert (
        threshold_of(rows, Doubt(6.0, 3.0), lead)
        <= threshold_of(rows, Doubt(4.0, 3.0), lead)
        <= threshold_of(rows, PLAIN, lead)
    )


@given(ROWS)
def test_the_more_a_page_reads_like_an_article_the_less_of_its_doubtful_blocks_stay(
    rows: list[tuple[int, int]],
) -> None:
    doubt = Doubt(5.0, 4.0)
    assert threshold_of(rows, doubt, -1.0) <= threshold_of(rows, doubt, 0.0) <= threshold_of(rows, doubt, 1.0)


@pytest.mark.parametrize(
    ("rows", "threshold"),
    [
        pytest.param([], 1.0, id="an empty page"),
        pytest.param([(0, 30), (0, 9)], 1.0, id="nothing speaks for a block"),
        pytest.param([(90, 0), (50, 0)], 1.0, id="no words"),
        pytest.param(CLEAR, 0.8, id="a clear page"),
        pytest.param([(90, 60), (45, 5), (40, 5)], 0.9, id="where most is clear, doubt goes"),
        pytest.param([(40, 30), (35, 30), (30, 30), (5, 60)], 0.3, id="where all is in doubt, doubt stays"),
        pytest.param([(40, 10), (40, 20), (40, 30)], 0.4, id="blocks with the same score stay together"),
        pytest.param([(12, 30)], 0.12, id="one block"),
        pytest.param([(5, 30)], 0.1, id="one block that is hardly content"),
        pytest.param([(12, 60)], 1.0, id="a page that promises nothing"),
    ],
)
def test_how_much_is_asked_of_a_block_hangs_on_its_page(rows: list[tuple[int, int]], threshold: float) -> None:
    assert threshold_of(rows, lead=0.1) == threshold


@pytest.mark.parametrize(
    ("rows", "lead", "threshold"),
    [
        pytest.param(CLEAR, 0.0, 0.8, id="a clear page stays as it is"),
        pytest.param(DOUBTFUL, 0.0, 0.12, id="of a page in doubt more stays"),
        pytest.param(DOUBTFUL, 1.0, 0.25, id="unless it reads like an article"),
    ],
)
def test_doubt_lowers_the_threshold_of_pages_in_doubt(
    rows: list[tuple[int, int]], lead: float, threshold: float
) -> None:
    assert threshold_of(rows, Doubt(4.0, 4.0), lead) == threshold
