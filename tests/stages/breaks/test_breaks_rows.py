"""Rows of a table that lays out a page, each one item of Markdown in one line, are parted again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.stages.breaks.rows import part_rows

MENU = "[![The Post](/logo.gif)](/) [Home](/) [The whole valley](/valley (old)) ![](/1x1.gif) [Shop](/shop)"
STORY = (
    "The mill at Ebbing [grinds again. Its wheel](/wheel) stood still for eleven years. Half the village stood on the "
    "bridge to watch it turn on Sunday morning, as their grandparents had done. Nobody had thought to see it again in "
    "all these years. The stones were worn, the sluice was rotten, and the last miller had left for the coast long ago."
)
ROW = f"- {MENU} {STORY} {STORY} {STORY} {MENU}\n"


def parts(text: str) -> list[str]:
    edges = [0, *sorted(part_rows(text)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def test_links_that_stand_side_by_side_and_sentences_begin_parts() -> None:
    found = parts(ROW)
    assert "".join(found) == ROW
    assert found[1:4] == [
        "[Home](/) ",
        "[The whole valley](/valley (old)) ![](/1x1.gif) ",
        "[Shop](/shop) The mill at Ebbing [grinds again. Its wheel](/wheel) stood still for eleven years. ",
    ]
    assert found[4].startswith("Half the village")


@pytest.mark.parametrize("row", [ROW.replace("- ", "* ", 1), ROW[: len(ROW) // 3], "- The mill. It grinds. " * 60])
def test_other_lines_stay_whole(row: str) -> None:
    assert parts(row) == [row]


def test_the_story_in_such_a_row_is_told_from_its_menu() -> None:
    text = clean(ROW).text
    assert "Half the village stood on the bridge" in text
    assert "valley" not in text


@given(st.text(st.sampled_from("- [](!)a. A\n"), max_size=60))
def test_any_marks_have_an_answer(marks: str) -> None:
    assert part_rows(f"{ROW}{marks}{ROW}") >= part_rows(ROW)
