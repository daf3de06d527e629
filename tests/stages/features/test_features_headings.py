"""Which blocks read like headings."""

import pytest
from builders import block, page

from groats.document import CueHit, Form, Label
from groats.stages.features import find_headings, read_shapes
from groats.stages.markup import parse_html

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."


def test_headings_are_short_and_head_something_longer_or_a_list() -> None:
    item = block("oil", 9, Form.LIST)
    row = [block(text, n, blank_before=0) for n, text in enumerate(["Share", "Tweet"], start=6)]
    made = page(PROSE, "The tower", PROSE, "It fell.", PROSE, *row, "What now?", PROSE, "You need", item)
    found = find_headings(made, read_shapes(made.blocks)[0], [()] * 11)
    assert [n for n, is_heading in enumerate(found) if is_heading] == [1, 7, 9]


def test_marks_and_cues_make_headings_and_a_row_of_short_lines_makes_none() -> None:
    rows = ["oil", "wick", "glass", PROSE, "Notes", "Tide table"]
    blocks = [block(text, n, blank_before=int(n in {1, 4, 5})) for n, text in enumerate(rows, start=1)]
    made = page(*blocks, block("End", 7, Form.HEADING))
    cues: list[list[CueHit]] = [[] for _ in range(7)]
    cues[4] = [CueHit("notes", Label.HEADING, whole=True)]
    shapes = read_shapes(made.blocks)[0]
    assert find_headings(made, shapes, cues) == [False, False, False, False, True, False, True]


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("The tower", True),
        ("What now?", True),
        ("Tom: what now?", False),
        ("“The tower", False),
        ("(the tower", False),
        ("The tower,", False),
        ("It fell.", False),
        ("***", False),
    ],
)
def test_a_heading_is_neither_spoken_nor_unfinished(text: str, is_heading: bool) -> None:  # noqa: FBT001 - a table's column
    made = page(text, PROSE)
    assert find_headings(made, read_shapes(made.blocks)[0], [(), ()])[0] == is_heading


@pytest.mark.parametrize(
    ("element", "is_heading"),
    [
        ("<p><b>The tower</b></p>", True),
        ("<p><strong>The</strong> <b>tower</b></p>", True),
        ("<p><b>The</b> tower</p>", False),
        ("<p>The tower</p>", False),
        ("<div class='card__title'>The tower</div>", True),
        ("<div class='h3'>The tower</div>", True),
        ("<div class='hall3'>The tower</div>", False),
        ("<details open><summary>The tower</summary>", True),
        ("<p><b>1</b></p>", False),
    ],
)
def test_a_heading_of_html_looks_like_one_or_is_called_so(element: str, is_heading: bool) -> None:  # noqa: FBT001 - the same
    made = parse_html(f"<p>{PROSE}</p>{element}<p>{PROSE}</p>")
    assert find_headings(made, read_shapes(made.blocks)[0], [()] * 3)[1] == is_heading
