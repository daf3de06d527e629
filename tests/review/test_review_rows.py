"""What is shown of a page, and what is folded."""

import pytest
from reviewed import Lines, reviewed

from groats.document import Label
from groats.review.rows import Row, Stretch, View, build_rows, find_doubtful, find_row

NAV, PAR = Label.NAVIGATION, Label.PARAGRAPH
PAGE: Lines = [*[("Menu", False, NAV)] * 4, *[("Oats.", True, PAR)] * 3, ("Share", False, Label.SHARE)]


@pytest.mark.parametrize(
    ("view", "marks", "rows"),
    [
        (View(), {}, [0, 1, 2, 3, 4, 5, 6, 7]),
        (View("dropped"), {}, [Stretch(0, 4), 4, 5, 6, 7]),
        (View("kept"), {}, [0, 1, 2, 3, Stretch(4, 7), 7]),
        (View("dropped"), {3: False}, [Stretch(0, 3), 3, 4, 5, 6, 7]),
        (View("dropped"), {2: True}, [0, 1, 2, 3, 4, 5, 6, 7]),
        (View("dropped", opened={0}), {}, [0, 1, 2, 3, 4, 5, 6, 7]),
        (View(label=Label.SHARE), {}, [Stretch(0, 7), 7]),
        (View("kept", label=PAR), {}, [Stretch(0, 4), 4, 5, 6, Stretch(7, 8)]),
    ],
)
def test_stretches_are_folded_but_not_what_is_marked(view: View, marks: dict[int, bool], rows: list[Row]) -> None:
    assert build_rows(reviewed(PAGE, marks), view) == rows


def test_a_line_is_found_in_its_row_or_its_fold() -> None:
    rows: list[Row] = [Stretch(0, 4), 4, 5]
    assert [find_row(rows, n) for n in (0, 3, 4, 5, 9)] == [0, 0, 1, 2, 0]


def test_doubtful_lines_are_found_in_both_directions_but_for_marked_ones() -> None:
    page = reviewed(PAGE, {5: True})
    doubtful = {0: 0.21, 5: 0.6, 6: 0.1}  # the last stays against its score
    verdicts = tuple(v._replace(score=doubtful.get(n, v.score)) for n, v in enumerate(page.verdicts))
    object.__setattr__(page.inspection.article, "verdicts", verdicts)
    assert [find_doubtful(page, n, 1) for n in (0, 5, 6)] == [6, 6, None]
    assert [find_doubtful(page, n, -1) for n in (7, 6, 0)] == [6, 0, None]
