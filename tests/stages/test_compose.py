from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, Form, Label, Line, Verdict
from groats.stages.compose import DEEPEST, body, list_depths, split_cells
from groats.stages.lines import parse_text
from groats.stages.markup import parse_html

LONG = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years."
DROPPED = "x "  # how a line to drop begins in these tests


def judge(source: str, breaks: frozenset[int] = frozenset()) -> list[Verdict]:
    """A verdict on each block of a text: titles begin with "T ", headings with "H ", dropped lines with "x "."""
    labels = {"T": Label.TITLE, "H": Label.HEADING}
    return [
        Verdict(block, not block.text.startswith(DROPPED), labels.get(block.text[:2].strip(), Label.PARAGRAPH), 0.9)
        for block in parse_text(source, breaks).blocks
    ]


def judge_markup(html: str) -> list[Verdict]:
    """A verdict to keep each block of HTML."""
    return [Verdict(block, keep=True, label=Label.PARAGRAPH, score=1) for block in parse_html(html).blocks]


def block(text: str, form: Form = Form.PARAGRAPH, *, level: int = 0, marker: str = "", blank: int = 0) -> Verdict:
    line = Line(1, 0, len(text), text)
    return Verdict(Block(text, (line,), form, level, marker, 0, blank), keep=True, label=Label.PARAGRAPH, score=0.9)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("x Menu\n\nx Share", "", id="nothing kept"),
        pytest.param(f"T Title\n\n{LONG}\n", LONG, id="the title is no part"),
        pytest.param(f"{LONG}\n{LONG}", f"{LONG}\n\n{LONG}", id="paragraphs without blank lines"),
        pytest.param(f"{LONG}\n\n\n\n{LONG}", f"{LONG}\n\n{LONG}", id="paragraphs far apart"),
        pytest.param(
            f"Mill\nWheel\n{LONG}", f"Mill\n\nWheel\n\n{LONG}", id="short lines in a source without blank lines"
        ),
        pytest.param(
            f"{LONG}\n\nGrind, grind, the oats\nthe river floats\n\nand turns the stone\nalone, alone\n\n{LONG}",
            f"{LONG}\n\nGrind, grind, the oats\nthe river floats\n\nand turns the stone\nalone, alone\n\n{LONG}",
            id="verse keeps its lines and its stanzas",
        ),
        pytest.param(
            f"{LONG}\n\nx Share\nGrind, grind\nx Print\nthe oats\n\n{LONG}",
            f"{LONG}\n\nGrind, grind\nthe oats\n\n{LONG}",
            id="verse among short dropped lines",
        ),
        pytest.param("Mill\n.wheel", "Mill\n\n.wheel", id="a line that would be read as the end of the one above"),
        pytest.param(
            "水车\n转\n\n" + "水" * 30 + "\n" + "车" * 30, "水车\n转\n\n" + "水" * 30 + "\n\n" + "车" * 30, id="wide"
        ),
        pytest.param(
            "H Mill\nIt turns.\n\nH Weir\nIt holds.", "H Mill\n\nIt turns.\n\nH Weir\n\nIt holds.", id="headings"
        ),
        pytest.param("One:\n* oats\n* rye\nTwo", "One:\n\n* oats\n* rye\n\nTwo", id="a list keeps its marks"),
        pytest.param("1. oats\n2) rye\n• corn", "1. oats\n2) rye\n• corn", id="numbers and other bullets"),
        pytest.param("- oats\n\n- rye", "- oats\n\n- rye", id="items set apart stay apart"),
        pytest.param("- oats\nx Ad\n- rye", "- oats\n- rye", id="items around a dropped line"),
        pytest.param("- oats\n\nx Ad\n- rye", "- oats\n\n- rye", id="items with a gap before a dropped line"),
        pytest.param(
            "  - oats\n     - white\n     - black\n  - rye", "- oats\n  - white\n  - black\n- rye", id="nested"
        ),
        pytest.param("- oats\n\n  - white\n\n- rye", "- oats\n\n  - white\n\n- rye", id="nested and set apart"),
        pytest.param(f"- oats\n\n{LONG}\n\n  - rye", f"- oats\n\n{LONG}\n\n- rye", id="a list of its own, set in"),
        pytest.param(
            "## Mill\n\n* oats\n\nIt [turns](/a), [grinds](/b) and [**stands**](/c).\n\n  * rye",
            "Mill\n\n* oats\n\nIt turns, grinds and stands.\n\n* rye",
            id="a list set in below a paragraph with a link",
        ),
        pytest.param(" 9. oats\n10. rye", "9. oats\n10. rye", id="numbers set to the right are not nested"),
        pytest.param("a\tb\nc\td\n\ne\tf", "a\tb\nc\td\ne\tf", id="the rows of a table"),
        pytest.param("a     b\nc   d  e", "a\tb\nc\td e", id="columns of spaces"),
        pytest.param("a\tb\nx c\td\n\n\ntext", "a b\n\ntext", id="a row alone is words"),
        pytest.param("a\tb\nc\td\n" + LONG, f"a\tb\nc\td\n\n{LONG}", id="a paragraph under a table"),
        pytest.param("x = 1;\ny = 2;\n\nText", "y = 2;\n\nText", id="code and a dropped line"),
        pytest.param("int a;\nint b;\n\nText", "int a;\nint b;\n\nText", id="code keeps its lines"),
    ],
)
def test_the_body_is_what_is_expected_and_is_read_back_as_the_same(source: str, expected: str) -> None:
    composed = body(judge(source))
    assert composed == expected
    assert body(judge(composed)) == composed


def test_markup_without_marks_gets_a_hyphen_and_its_levels() -> None:
    levels = [1, 2, 4, 2, 1, 3]
    items = [block(f"item {n}", Form.LIST, level=level) for n, level in enumerate(levels)]
    assert list_depths(items, []) == [0, 1, 2, 1, 0, 1]
    assert body(items).splitlines()[:3] == ["- item 0", "  - item 1", "    - item 2"]


def test_paragraphs_in_an_item_end_no_list_of_markup() -> None:
    html = "<ul><li><p>a<p>b<ul><li><p>c<li><p>d<pre>e</pre></ul><li><p>f</ul><h2>g</h2><ul><li><h3>h</h3><ul><li>i"
    assert body(judge_markup(html)) == "- a\n\nb\n\n  - c\n\n  - d\n\ne\n\n- f\n\ng\n\nh\n\n- i"


def test_a_list_that_begins_inside_another_begins_at_the_margin() -> None:
    assert list_depths([block("a", Form.LIST, level=3), block("b", Form.LIST, level=1)], []) == [0, 0]
    deep = [block("a", Form.LIST, level=level) for level in range(300)]
    assert max(list_depths(deep, [])) == DEEPEST


@pytest.mark.parametrize(
    ("text", "form", "cells"),
    [
        ("a | b |  | c", Form.TABLE, ["a", "b", "", "c"]),
        ("a | | c", Form.TABLE, ["a", "", "c"]),
        ("| a | b |", Form.TABLE, ["a", "b"]),
        (" | a", Form.TABLE, []),
        ("a", Form.TABLE, []),
        ("a|b", Form.TABLE, []),
        ("a | b", Form.PARAGRAPH, []),
        (" | ".join(["a"] * 500), Form.TABLE, []),
    ],
)
def test_cells_are_those_that_a_reader_sees_side_by_side(text: str, form: Form, cells: list[str]) -> None:
    assert split_cells(block(text, form)) == cells


def test_an_empty_cell_keeps_its_place() -> None:
    rows = [block("a |  | c", Form.TABLE), block("d | e | f", Form.TABLE)]
    assert body(rows) == "a\t \tc\nd\te\tf"
    assert body(judge(body(rows))) == body(rows)


def test_an_empty_first_cell_is_read_again() -> None:
    rows = [block("|  | c", Form.TABLE), block("| b | c", Form.TABLE), block("d | e | f", Form.TABLE)]
    assert body(rows[1:]) == " \tb\tc\nd\te\tf"
    assert body(judge(body(rows[1:]))) == body(rows[1:])


def test_a_row_of_one_cell_stands_between_two_tables() -> None:
    html = "<p>The mills</p><table><tr><td>a<td>b<tr><td>c<td>d<tr><td colspan=2>e<tr><td>f<td>g<tr><td>h<td>i"
    assert body(judge_markup(html)) == "The mills\n\na\tb\nc\td\n\ne\n\nf\tg\nh\ti"


PIECES = ["oats", "rye and barley", LONG, "- oats", "* rye", "1. corn", "  - nested", "    * deeper", "a\tb", "c\td\te"]
sources = st.lists(
    st.tuples(st.sampled_from([*PIECES, "x Ad", "H Mill"]), st.sampled_from(["\n", "\n\n"])), max_size=12
)


@given(sources)
def test_composing_what_was_composed_changes_nothing(pieces: list[tuple[str, str]]) -> None:
    once = body(judge("".join(piece + end for piece, end in pieces) + "\n\nend"))
    assert body(judge(once)) == once


@given(sources)
def test_kept_words_stay_in_order_and_no_word_is_invented(pieces: list[tuple[str, str]]) -> None:
    verdicts = judge("".join(piece + end for piece, end in pieces))
    kept = " ".join(f"{v.block.marker} {v.block.text}" for v in verdicts if v.keep).replace(" | ", " ")
    assert body(verdicts).split() == kept.split()


def test_what_is_marked_as_a_row_and_cannot_be_one_stands_by_itself() -> None:
    no_row, row = block("one cell", Form.TABLE), block("a | b", Form.TABLE)
    assert body([no_row]) == "one cell"
    assert body([row, row, no_row, row]) == "a\tb\na\tb\n\none cell\n\na b"
    assert body([no_row, no_row]) == "one cell\none cell"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["One. ", "Two. ", "Three."], "One. Two. Three."),
        (["一。", "二！”", "三。"], "一。二！”三。"),
        (["One.  ", "Two.", "Three."], "One.\n\nTwo.\n\nThree."),
        (["One. ", "H Two ", "Three. ", "Four."], "One.\n\nH Two\n\nThree. Four."),
        (["One. ", "x Two ", "Three. ", "Four."], "One.\n\nThree. Four."),
        (["One.\n", "Two. ", "Three.\n", "Four."], "One.\n\nTwo. Three.\n\nFour."),
    ],
)
def test_sentences_of_one_line_stay_in_one_and_blocks_do_not(parts: list[str], expected: str) -> None:
    breaks = frozenset(accumulate(map(len, parts[:-1])))
    assert body(judge(f"{''.join(parts)}\n{LONG}", breaks)) == f"{expected}\n\n{LONG}"
