"""What kept and dropped lines are called, from a table of neighbourhoods."""

from collections.abc import Mapping

import pytest
from builders import block, evidence

from groats.document import CueHit, Decision, Form, Label
from groats.stages.label import label_blocks

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."
TEASER = "Why the ferry to Marlow will not sail again before the spring, and what the islanders make of it"


def opener(label: Label) -> CueHit:
    return CueHit("opener", label, whole=True, opens=True)


def labels(rows: list[tuple[str, bool]], cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None) -> list[str]:
    weighed = [(text, 0.9 if keep else 0.1) for text, keep in rows]
    found = evidence([*weighed], cues)
    return [str(label) for label in label_blocks(found, [Decision(keep) for _, keep in rows])]


def test_kept_blocks_are_called_by_their_form() -> None:
    rows = [(block("some words here", form=form), 0.9) for form in Form if form is not Form.PARAGRAPH]
    found = label_blocks(evidence([("A lighthouse", 0.9), *rows, (PROSE, 0.9)], title=0), [Decision(keep=True)] * 8)
    assert found == ["title", "heading", "list", "quote", "code", "table", "caption", "paragraph"]


def test_a_short_line_above_a_paragraph_is_a_heading() -> None:
    assert labels([(PROSE, True), ("The tower", True), (PROSE, True), ("It fell.", True)]) == [
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_an_app_list_reaches_as_far_as_its_lines_are_short() -> None:
    rows = [(PROSE, True), ("Get our app", False), ("Pear", False), ("Robot", False), ("Menu", False), (TEASER, False)]
    cues = {1: opener(Label.APP_STORE), 4: CueHit("menu", Label.NAVIGATION, whole=True)}
    assert labels(rows, cues)[1:] == ["app_store"] * 4 + ["related"]


def test_everything_below_the_comments_belongs_to_them_until_something_else_is_announced() -> None:
    rows = [
        (PROSE, True),
        ("3 comments", False),
        ("Ada Marlow", False),
        ("12 May 2024", False),
        (TEASER, False),
        ("Sign up for our letter", False),
    ]
    cues = {1: opener(Label.COMMENTS), 5: opener(Label.NEWSLETTER)}
    assert labels(rows, cues)[1:] == ["comments"] * 4 + ["newsletter"]


def test_a_kept_block_ends_a_zone() -> None:
    rows = [("More stories", False), (TEASER, False), (PROSE, True), ("Sandport", False)]
    assert labels(rows, {0: opener(Label.RELATED)}) == ["related", "related", "paragraph", "navigation"]


def test_of_several_cues_the_one_that_fills_the_line_wins_then_the_one_that_says_most() -> None:
    part = CueHit("privacy", Label.LEGAL)
    whole = CueHit("menu", Label.NAVIGATION, whole=True)
    rows = [("Privacy policy", False), ("Cookies and privacy", False)]
    assert labels(rows, {0: (part, whole), 1: (part, CueHit("cookies", Label.CONSENT))}) == ["navigation", "consent"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Saturday, 15 March 2025 01:58 PM", "date"),
        ("2025-58-15", "date"),
        ("© 2025 Sandport Courier", "legal"),
        ("255", "metadata"),
        ("4.5 (12)", "metadata"),
        ("Sandport", "navigation"),
        (PROSE, "duplicate"),
        (TEASER, "related"),
    ],
)
def test_a_line_without_a_cue_is_called_by_its_look_and_place(text: str, label: str) -> None:
    assert labels([(PROSE, True), (text, False)])[1] == label


def test_a_name_above_a_biography_that_begins_with_it_is_a_byline() -> None:
    biography = "Ada Marlow has written on the coast for the paper since she left the harbour school."
    assert labels([(PROSE, True), ("Ada Marlow", False), (biography, False)])[1:] == ["byline", "bio"]


def test_prose_dropped_above_the_article_is_called_other() -> None:
    assert labels([(TEASER, False), (PROSE, True)])[0] == "other"
