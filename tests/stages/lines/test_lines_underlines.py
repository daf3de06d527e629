"""A line of signs makes a heading of the line above it; a rule, a table and a paragraph stay what they are."""

import pytest

from groats.document import Form
from groats.stages.lines import parse_text

SIGNS = "\n\n[The lamp](/lamp), [the keeper](/keeper), [the quay](/quay).\n"


def forms(raw: str) -> list[tuple[str, Form, int]]:
    return [(block.text, block.form, block.level) for block in parse_text(raw + SIGNS).blocks[:-1]]


@pytest.mark.parametrize(
    ("raw", "text", "level"),
    [
        pytest.param("The lamp\n========", "The lamp", 1, id="as wide as the words"),
        pytest.param("The lamp\n===", "The lamp", 1, id="shorter, and no other sign of Markdown"),
        pytest.param("The lamp\n--------", "The lamp", 2, id="the second level"),
        pytest.param("灯塔的灯\n----", "灯塔的灯", 2, id="in Chinese"),
        pytest.param("The [lamp](/lamp)\n-----------------", "The lamp", 2, id="with a link in it"),
    ],
)
def test_an_underlined_line_is_a_heading(raw: str, text: str, level: int) -> None:
    assert forms(f"\n{raw}") == [(text, Form.HEADING, level)]
    assert forms(f"It went out.\n\n{raw}")[1:] == [(text, Form.HEADING, level)]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("It went out.\n\n--------", id="a rule below a blank line"),
        pytest.param("The lamp\n---", id="the rule of a table of one column"),
        pytest.param("It went out, as the keeper\nhad said it would.\n------------------", id="below a paragraph"),
        pytest.param("- lamp\n------", id="below an item"),
        pytest.param("# lamp\n======", id="below a heading"),
        pytest.param("***\n===", id="below no words"),
        pytest.param("The lamp\n==", id="two signs"),
        pytest.param("The lamp\n=-=-=-=-", id="two kinds of signs"),
        pytest.param(f"{'lamp ' * 50}\n{'=' * 50}", id="a paragraph of one line"),
    ],
)
def test_no_other_line_is(raw: str) -> None:
    lines = raw.replace("\n\n", "\n").split("\n")
    assert len(forms(raw)) == len(lines)
    assert all(form is not Form.HEADING or text == "lamp" for text, form, _ in forms(raw))


def test_in_other_texts_signs_stay_signs() -> None:
    assert [block.text for block in parse_text("The lamp\n========\n").blocks] == ["The lamp", "========"]


def test_headings_of_plain_text_are_underlined_as_wide_as_they_are() -> None:
    raw = (
        "========\nThe lamp\n========\n\nIt went out.\n\nThe keeper\n----------\nHe slept.\n\n"
        "灯塔的灯\n~~~~~~~~\n亮了。\n\nIt was a long night,\nand a dark one.\n---------------\n\n"
        "A ship\n--------------------\n"
    )
    blocks = parse_text(raw).blocks
    assert [(block.text, block.level) for block in blocks if block.form is Form.HEADING] == [
        ("The lamp", 1),
        ("The keeper", 2),
        ("灯塔的灯", 3),
    ]
    assert [line.number for block in blocks for line in block.lines] == [
        line.number for line in parse_text(raw).lines if line.text
    ]


def test_one_underlined_line_of_plain_text_may_be_chance() -> None:
    blocks = parse_text("The lamp\n--------\nIt went out.\n").blocks
    assert [block.form for block in blocks] == [Form.PARAGRAPH] * 3


@pytest.mark.parametrize("raw", ["=====\n=====\n=====\n~~~~~\n", "Lamps\n=====\n-----\n=====\n-----\n=====\n"])
def test_rules_below_rules_are_no_headings_and_none_is_lost(raw: str) -> None:
    page = parse_text(f"{raw}\nShips\n-----\n\nKeeps\n-----\n")
    assert [line for block in page.blocks for line in block.lines] == [line for line in page.lines if line.text]
    assert all(block.text.isalpha() for block in page.blocks if block.form is Form.HEADING)
