"""Reasons are sentences, the strongest first."""

import tomllib
from pathlib import Path

import groats
from groats.document import CueHit, Decision, Label
from groats.stages.explain import explain
from groats.stages.features import CONTEXT_FEATURES, FIRST_FEATURES, TITLE_FEATURES

AD = CueHit("sponsored", Label.ADVERTISEMENT, whole=True)


def test_the_rule_comes_first_then_the_cues_then_what_moved_the_score_most() -> None:
    reasons = explain(
        Decision(keep=False, rule="you drop it"), [AD], "", {"size": -2.0, "place": -0.5}, {"score": -3.0}
    )
    assert reasons == (
        "you drop it",
        "cue sponsored (advertisement)",
        "it does not read like a sentence",
        "it stands where furniture stands on a page",
    )


def test_only_what_speaks_for_the_verdict_is_a_reason() -> None:
    assert explain(Decision(keep=True), [AD], "", {}, {"size": 1.0, "place": -4.0}) == ("it reads like prose",)


def test_features_that_say_the_same_share_a_sentence() -> None:
    reasons = explain(Decision(keep=True), [], "", {}, {"place": 1.2, "size": 1.0, "sentences": 0.9})
    assert reasons == ("it reads like prose", "it stands where articles stand on a page")


def test_every_feature_has_its_sentences_and_no_sentence_lacks_its_feature() -> None:
    path = Path(groats.__file__).parent / "data" / "reasons.toml"
    named = [name for row in tomllib.loads(path.read_text("utf-8"))["reason"] for name in row["features"]]
    assert sorted([*named, "score"]) == sorted(FIRST_FEATURES + CONTEXT_FEATURES + TITLE_FEATURES)


def test_what_announced_the_line_is_cited_and_cut() -> None:
    reasons = explain(Decision(keep=False), [], "Download the app", {}, {})
    assert reasons == ("it stands below 'Download the app'",)
    assert len(explain(Decision(keep=False), [], "app " * 99, {}, {})[0]) < 100
