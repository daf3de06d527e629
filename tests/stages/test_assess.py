"""Confidence, and the warnings of pages that have no article or only the head of one."""

from dataclasses import replace
from math import log, log1p

import pytest
from builders import evidence
from hypothesis import given
from hypothesis import strategies as st

from groats.document import CueHit, Decision, Evidence, Hints, Label, Line, Verdict
from groats.stages.assess import find_confidence, find_warnings, measure_page

Rows = list[tuple[str, float, bool, Label]]
KEPT, DROPPED, SETTLED = Decision(keep=True), Decision(keep=False), Decision(keep=True, rule="it is the headline")
FOUR = "one two three four"


def judged(rows: Rows) -> tuple[Evidence, list[Verdict]]:
    cues = {n: CueHit("one", label) for n, (_, _, _, label) in enumerate(rows) if label is Label.PAYWALL}
    found = evidence([(text, score) for text, score, _, _ in rows], cues)
    return found, [
        Verdict(block, keep, label, score)
        for block, (_, score, keep, label) in zip(found.page.blocks, rows, strict=True)
    ]


def measured(rows: list[tuple[str, float, Decision]], title: int | None = None) -> dict[str, float]:
    found = evidence([(text, score) for text, score, _ in rows], title=title)
    return measure_page(found, [decision for _, _, decision in rows])


def test_what_tells_how_well_a_page_was_judged_is_counted_in_words() -> None:
    rows = [(FOUR, 0.95, KEPT), (FOUR, 0.6, SETTLED), ("five", 0.2, DROPPED), ("six", 0.1, DROPPED), ("***", 0.9, KEPT)]
    expected = 2 * (3.8 + 2.4) / (8 + 3.8 + 2.4 + 0.2 + 0.1)
    assert measured(rows, title=0) == {
        "always": 1.0,
        "expected": pytest.approx(log(expected / (1 - expected))),
        "kept": pytest.approx(log1p(8)),
        "kept_share": pytest.approx(8 / 10),
        "sure": pytest.approx(4 / 8),
        "doubtful": pytest.approx((4 + 1) / 8),
        "together": pytest.approx(1.0),
        "settled_by_rule": pytest.approx(4 / 8),
        "blocks": pytest.approx(log1p(5)),
        "title": 1.0,
        "lines_lost": 0.0,
    }
    assert measured(rows)["title"] == 0.0


def test_what_is_kept_outside_the_main_run_is_not_together() -> None:
    rows = [(FOUR, 0.9, KEPT), *[(FOUR, 0.1, DROPPED)] * 3, (FOUR * 3, 0.9, KEPT)]
    assert measured(rows)["together"] == pytest.approx(10 / 14)


def test_a_page_of_which_nothing_was_kept_has_no_measures() -> None:
    assert measured([]) == measured([(FOUR, 0.9, DROPPED)]) == measured([("***", 0.9, KEPT)]) == {}


def test_certain_scores_promise_much_but_not_everything() -> None:
    assert measured([(FOUR, 1.0, KEPT)])["expected"] == pytest.approx(log(0.995 / 0.005))
    assert measured([(FOUR, 0.0, KEPT)])["expected"] == pytest.approx(log(0.005 / 0.995))
    assert measured([(FOUR, 1.0, KEPT), (FOUR * 9, 0.3, DROPPED)])["doubtful"] == 2.0  # and no more


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1), st.booleans()), max_size=9))
def test_shares_are_shares_on_any_page(rows: list[tuple[int, float, bool]]) -> None:
    found = measured([("oat " * size, score, Decision(keep)) for size, score, keep in rows])
    for name in ("kept_share", "sure", "together", "settled_by_rule"):
        assert 0.0 <= found.get(name, 0.0) <= 1.0 + 1e-9


@pytest.mark.parametrize(
    ("measures", "confidence"),
    [
        ({}, 0.0),
        ({"always": 1.0, "sure": 0.0}, 0.25),
        ({"always": 1.0, "sure": 1.0}, 0.5),
        ({"always": 1.0, "sure": 2.0}, 0.75),
    ],
)
def test_confidence_is_the_likelihood_that_the_measures_give(measures: dict[str, float], confidence: float) -> None:
    assert find_confidence(measures, {"always": -log(3), "sure": log(3)}) == pytest.approx(confidence)


def test_what_had_to_be_cut_is_told_beside_what_is_wrong() -> None:
    found, verdicts = judged([("Hm.", 0.1, False, Label.OTHER)])
    cut = replace(found, page=replace(found.page, warnings=("too_long",)))
    assert find_warnings(cut, verdicts) == ("too_long", "no_article")
    assert find_warnings(cut, []) == ("too_long", "no_article")  # what the lines hold was set aside


def test_a_page_without_any_text_is_empty() -> None:
    found, _ = judged([])
    assert find_warnings(found, [], is_blank=True) == ("empty_input",)
    assert find_warnings(found, []) == ("no_article",)  # a script would have written it


def test_a_notice_is_called_one() -> None:
    found, verdicts = judged([("Access denied", 0.9, False, Label.OTHER)])
    assert find_warnings(replace(found, is_notice=True), verdicts) == ("notice",)


def test_what_was_too_long_to_judge_was_kept() -> None:
    found, verdicts = judged([("Home", 0.1, False, Label.NAVIGATION)])
    assert find_warnings(found, verdicts) == ("navigation_only",)
    assert find_warnings(found, [*verdicts, *judged([(FOUR, 0.5, True, Label.PARAGRAPH)])[1]]) == ()


@pytest.mark.parametrize(("below", "warnings"), [(5, ("paywall",)), (6, ())])
def test_only_a_paywall_directly_below_the_text_is_where_it_ends(below: int, warnings: tuple[str, ...]) -> None:
    offer, menu = ("Subscribe.", 0.1, False, Label.PAYWALL), ("Home", 0.1, False, Label.NAVIGATION)
    story = ("The keeper left.", 0.9, True, Label.PARAGRAPH)
    assert find_warnings(*judged([story, *[menu] * below, offer])) == warnings
    assert find_warnings(*judged([offer, story])) == find_warnings(*judged([story, offer, story])) == ()


@pytest.mark.parametrize("text", ["40 kr", "$ 14,299.00", "KR237"])
def test_a_price_is_no_paywall(text: str) -> None:
    found, verdicts = judged([("The keeper left.", 0.9, True, Label.PARAGRAPH), (text, 0.1, False, Label.PAYWALL)])
    assert find_warnings(found, verdicts) == ()


def test_neither_a_button_nor_what_stands_beside_an_offer_is_a_paywall() -> None:
    found, (story, offer) = judged(
        [("The keeper left.", 0.9, True, Label.PARAGRAPH), ("Start free trial", 0.1, False, Label.PAYWALL)]
    )
    button = offer.block._replace(hints=Hints(link_share=1.0, tag="a"))
    assert find_warnings(found, [story, offer]) == ("paywall",)
    assert find_warnings(found, [story, offer._replace(block=button)]) == ()
    assert find_warnings(replace(found, cues=[(), ()]), [story, offer]) == ()


@pytest.mark.parametrize(
    ("rows", "warnings"),
    [
        ([], ("no_article",)),
        ([("We use cookies.", 0.1, False, Label.CONSENT)], ("consent_wall",)),
        ([("Home", 0.1, False, Label.NAVIGATION), ("More", 0.1, False, Label.RELATED)], ("navigation_only",)),
        ([("Hm.", 0.1, False, Label.OTHER)], ("no_article",)),
        (
            [("The keeper left.", 0.9, True, Label.PARAGRAPH), ("Subscribe to read on.", 0.1, False, Label.PAYWALL)],
            ("paywall",),
        ),
        ([("The keeper left.", 0.9, True, Label.PARAGRAPH)], ()),
        ([("word " * 290, 0.9, True, Label.PARAGRAPH), ("Subscribe.", 0.1, False, Label.PAYWALL)], ()),
        ([("word " * 300, 0.9, True, Label.PARAGRAPH), ("Subscribe.", 0.1, False, Label.PAYWALL)], ("lines_lost",)),
        ([("word " * 300, 0.9, True, Label.PARAGRAPH), ("more " * 290, 0.9, True, Label.PARAGRAPH)], ("lines_lost",)),
        ([("word " * 300, 0.9, True, Label.PARAGRAPH), *[("more " * 99, 0.9, True, Label.PARAGRAPH)] * 4], ()),
    ],
)
def test_warnings_say_why_a_page_is_empty_or_ends_early(rows: Rows, warnings: tuple[str, ...]) -> None:
    found, verdicts = judged(rows)
    assert find_warnings(found, verdicts) == warnings


def test_a_paragraph_of_many_lines_lost_none_and_neither_did_html() -> None:
    found, verdicts = judged([("word " * 300, 0.9, True, Label.PARAGRAPH)])
    (verdict,) = verdicts
    wrapped = verdict._replace(block=verdict.block._replace(lines=verdict.block.lines * 2))
    assert find_warnings(found, [wrapped]) == ()
    assert find_warnings(replace(found, page=replace(found.page, kind="html")), verdicts) == ()


@pytest.mark.parametrize(("ending", "warnings"), [(" ", ("lines_lost",)), ("  ", ()), ("\n", ())])
def test_sentences_of_one_line_are_one_line(ending: str, warnings: tuple[str, ...]) -> None:
    sentence = f"{'word ' * 29}word.{ending}"
    found, verdicts = judged([(sentence.strip(), 0.9, True, Label.PARAGRAPH)] * 12)
    size = len(sentence)
    lines = [Line(n, n * size, (n + 1) * size, sentence.rstrip("\n")) for n in range(len(verdicts))]
    parted = [v._replace(block=v.block._replace(lines=(line,))) for v, line in zip(verdicts, lines, strict=True)]
    assert find_warnings(found, parted) == warnings
    blocks = tuple(verdict.block for verdict in parted)
    measures = measure_page(replace(found, page=replace(found.page, blocks=blocks)), [KEPT] * len(blocks))
    assert measures["lines_lost"] == bool(warnings)
