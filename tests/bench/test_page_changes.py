"""What changed between two decisions on the same page."""

import pytest
from page_changes import Change, Line, PageVerdicts, compare_pages, list_lines

from groats import Options, clean
from groats.document import Label

MENU: Line = (1, False, "navigation", "Home")
TITLE: Line = (2, True, "title", "The lamp")
PROSE: Line = (4, True, "paragraph", "the keeper lit the lamp")


def make_page(*lines: Line) -> PageVerdicts:
    return PageVerdicts("page", "seeds", "chrome", lines)


def make_change(label: str, *, keeps: bool) -> Change:
    return Change(MENU[0], kept_before=False, kept_after=keeps, label_before=MENU[2], label_after=label, text=MENU[3])


@pytest.mark.parametrize(
    ("after", "change"),
    [
        pytest.param((1, True, "heading", "Home"), make_change("heading", keeps=True), id="in"),
        pytest.param((1, False, "related", "Home"), make_change("related", keeps=False), id="label"),
    ],
)
def test_a_line_that_was_decided_otherwise_is_a_change(after: Line, change: Change) -> None:
    found = compare_pages(make_page(MENU, TITLE, PROSE), make_page(after, TITLE, PROSE), PROSE[3])
    assert found is not None
    assert found.changes == (change,)


def test_the_same_decisions_are_no_change() -> None:
    found = compare_pages(make_page(MENU, PROSE), make_page(MENU, PROSE), PROSE[3])
    assert found is not None
    assert found.changes == ()


def test_the_word_f1_before_and_after_leaves_the_title_out() -> None:
    dropped: Line = (4, False, "other", PROSE[3])
    found = compare_pages(make_page(MENU, TITLE, PROSE), make_page(MENU, TITLE, dropped), PROSE[3])
    assert found is not None
    assert (found.f1_before, found.f1_after) == (1.0, 0.0)


@pytest.mark.parametrize("other", [make_page(MENU), make_page(MENU, (4, True, "paragraph", "another text"))])
def test_a_page_with_other_lines_is_not_compared(other: PageVerdicts) -> None:
    assert compare_pages(make_page(MENU, PROSE), other, "") is None


def test_every_line_with_text_is_listed_with_its_verdict() -> None:
    lines = list_lines(clean("Home\n\nThe keeper lit the lamp.\n", Options(kind="text")))
    assert [(number, text) for number, _, _, text in lines] == [(1, "Home"), (3, "The keeper lit the lamp.")]
    assert {label for _, _, label, _ in lines} <= {label.value for label in Label}
