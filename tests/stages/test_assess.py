"""Confidence, and the warnings of pages that have no article or only the head of one."""

import pytest
from builders import evidence

from groats.document import Label, Verdict
from groats.stages.assess import find_confidence, find_warnings

Rows = list[tuple[str, float, bool, Label]]


def judged(rows: Rows) -> tuple[float, tuple[str, ...]]:
    found = evidence([(text, score) for text, score, _, _ in rows])
    verdicts = [
        Verdict(block, keep, label, score)
        for block, (_, score, keep, label) in zip(found.page.blocks, rows, strict=True)
    ]
    return find_confidence(found, verdicts), find_warnings(found, verdicts)


def test_confidence_is_the_f1_that_the_scores_promise() -> None:
    paragraph = Label.PARAGRAPH
    assert judged([("one two", 1.0, True, paragraph), ("three", 0.0, False, Label.OTHER)])[0] == pytest.approx(1.0)
    assert judged([("one two", 1.0, True, paragraph), ("three four", 1.0, False, paragraph)])[0] == pytest.approx(2 / 3)
    assert judged([("one two", 0.5, True, paragraph)])[0] == pytest.approx(2 / 3)
    assert judged([("one two", 0.5, False, paragraph)])[0] == 0.0


@pytest.mark.parametrize(
    ("rows", "warnings"),
    [
        ([], ("empty_input",)),
        ([("We use cookies.", 0.1, False, Label.CONSENT)], ("consent_wall",)),
        ([("Home", 0.1, False, Label.NAVIGATION), ("More", 0.1, False, Label.RELATED)], ("navigation_only",)),
        ([("Hm.", 0.1, False, Label.OTHER)], ("no_article",)),
        (
            [("The keeper left.", 0.9, True, Label.PARAGRAPH), ("Subscribe to read on.", 0.1, False, Label.PAYWALL)],
            ("paywall",),
        ),
        ([("The keeper left.", 0.9, True, Label.PARAGRAPH)], ()),
        ([("word " * 300, 0.9, True, Label.PARAGRAPH), ("Subscribe.", 0.1, False, Label.PAYWALL)], ()),
    ],
)
def test_warnings_say_why_a_page_is_empty_or_ends_early(rows: Rows, warnings: tuple[str, ...]) -> None:
    assert judged(rows)[1] == warnings
