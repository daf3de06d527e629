"""Reasons are sentences, the strongest first."""

import pytest
from builders import block

from groats.document import CueHit, Decision, Hints, Label
from groats.stages.explain import explain, explain_origin, join_passes
from groats.stages.features import (
    BOX_FEATURES,
    COHESION_FEATURES,
    CONTEXT_FEATURES,
    FIRST_FEATURES,
    KIND_FEATURES,
    NAME_FEATURES,
    NEIGHBOURED,
    TITLE_FEATURES,
    WORD_FEATURES,
)
from groats.tables import load_table

AD = CueHit("sponsored", Label.ADVERTISEMENT, whole=True)
KEPT, DROPPED = Decision(keep=True), Decision(keep=False)
ROWS = load_table("reasons")["reason"]


def test_the_rule_comes_first_then_the_cues_then_what_moved_the_score_most() -> None:
    reasons = explain(Decision(keep=False, rule="you drop it"), 0.1, [AD], "", {"size": -2.0, "place": -0.5})
    assert reasons == (
        "you drop it",
        "cue sponsored (advertisement)",
        "it does not read like a sentence",
        "it stands where furniture stands on a page",
    )


def test_only_what_speaks_for_the_verdict_is_a_reason() -> None:
    assert explain(KEPT, 0.9, [AD], "", {"size": 1.0, "place": -4.0}) == ("it reads like prose",)
    assert explain(DROPPED, 0.1, [], "", {"size": 1.0, "place": 0.0}) == ()


def test_features_that_say_the_same_share_a_sentence() -> None:
    reasons = explain(KEPT, 0.9, [], "", {"place": 1.2, "size": 1.0, "sentences": 0.9})
    assert reasons == ("it reads like prose", "it stands where articles stand on a page")


@pytest.mark.parametrize(
    ("name", "content", "furniture"),
    [
        ("pair_mean", "its words are those of articles", "its words are those that furniture is made of"),
        (
            "shared_near",
            "it speaks of what the lines near it speak of",
            "it speaks of other things than the lines near it",
        ),
        ("size@", "the lines around it read like an article", "the lines around it read like furniture"),
        ("score@", "its neighbours are likely content", "its neighbours are likely furniture"),
        (
            "run_size",
            "it lies in a run of text that reads like an article",
            "it lies in a run of lines that do not read like an article",
        ),
    ],
)
def test_the_evidence_is_named_in_words(name: str, content: str, furniture: str) -> None:
    assert explain(KEPT, 0.9, [], "", {name: 1.0}) == (content,)
    assert explain(DROPPED, 0.1, [], "", {name: -1.0}) == (furniture,)


def test_no_more_than_three_pieces_of_evidence_are_named() -> None:
    parts = {"size": 1.0, "place": 0.9, "short_run": 0.8, "link_share": 0.7}
    assert len(explain(KEPT, 0.9, [], "", parts)) == 3


def test_what_the_first_score_did_belongs_to_the_columns_that_made_it() -> None:
    joined = join_passes({"size": -3.0, "place": 1.0}, {"score": -2.0, "size": -0.5, "run_share": 0.25})
    assert joined == {"size": -0.5 - 1.5, "place": 0.5, "run_share": 0.25}
    assert join_passes({}, {"score": 1.0, "size": 0.5}) == {"size": 0.5}
    assert join_passes({"size": 1.0}, {}) == {"size": 0.0}


def test_every_column_has_its_sentences_and_no_sentence_lacks_its_column() -> None:
    before = [*FIRST_FEATURES, *COHESION_FEATURES, *WORD_FEATURES, *KIND_FEATURES, *NAME_FEATURES]
    columns = [*before, *CONTEXT_FEATURES, *BOX_FEATURES, *TITLE_FEATURES]
    around = [f"{name}@" for name in (*NEIGHBOURED, "score")]
    named = [name for row in ROWS for name in row["features"]]
    assert sorted([*named, "score"]) == sorted([*columns, *around])  # the first score's part is that of what made it


def test_no_two_rows_say_the_same() -> None:
    said = [row[side] for row in ROWS for side in ("content", "furniture")]
    assert len(said) == len(set(said))


def test_what_announced_the_line_is_cited_and_cut() -> None:
    reasons = explain(DROPPED, 0.1, [], "Download the app", {})
    assert reasons == ("it stands below 'Download the app'",)
    assert len(explain(DROPPED, 0.1, [], "app " * 99, {})[0]) < 100
    assert explain(KEPT, 0.9, [], "Download the app", {}) == ()


@pytest.mark.parametrize(
    ("decision", "score", "reasons"),
    [
        (KEPT, 0.35, ("the page is hard to judge, so that a low score is enough",)),
        (DROPPED, 0.52, ("the rest of the page is so clear that its score is not enough",)),
        (KEPT, 0.5, ()),
        (DROPPED, 0.49, ()),
        (Decision(keep=True, rule="you keep it"), 0.1, ("you keep it",)),
        (Decision(keep=False, rule="you drop it"), 0.9, ("you drop it",)),
    ],
)
def test_a_score_that_seems_to_say_otherwise_is_accounted_for(
    decision: Decision, score: float, reasons: tuple[str, ...]
) -> None:
    assert explain(decision, score, [], "", {}) == reasons


@pytest.mark.parametrize("origin", ["folded", "hidden", "noscript", "template", "json-ld", "data"])
def test_where_a_page_hides_a_block_is_said(origin: str) -> None:
    assert len(explain_origin(block("Tides", hints=Hints(origin=origin)))) == 1


@pytest.mark.parametrize("hints", [None, Hints()])
def test_nothing_is_said_of_where_a_page_shows_a_block(hints: Hints | None) -> None:
    assert explain_origin(block("Tides", hints=hints)) == ()
