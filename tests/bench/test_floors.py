"""What is measured is compared with what was pinned, and no wrong comparison goes unseen."""

import math
from dataclasses import replace
from typing import Any

import pytest
from data import pick_samples
from floors import Floors, find_better_rules, find_figures, find_shortfalls, find_strangers, pin

from groats.training.corpus import Sample, fingerprint
from groats.training.evaluate import Outcome
from groats.training.provenance import name_run
from groats.training.report import tabulate_five

PINNED = Floors({"chrome": {"wcxb-dev": 0.8, "mozilla": 0.9}}, {"corpus": "c1", "sample": "s1"})


def make_sample(page: str, renderer: str = "chrome", name: str = "mozilla") -> Sample:
    return Sample(page, name, "article", None, "lamp.example", renderer, "raw", "gold", "")


def make_outcome(page: str, renderer: str, f1: float) -> Outcome:
    return Outcome(make_sample(page, renderer), f1, f1, f1, f1, None, None, {})


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({"chrome": {"wcxb-dev": 0.8, "mozilla": 0.9}}, id="at the floor"),
        pytest.param({"chrome": {"wcxb-dev": 0.85, "mozilla": 1.0}}, id="above"),
        pytest.param({}, id="a part that was not measured"),
    ],
)
def test_nothing_is_said_where_all_is_well(figures: dict[str, dict[str, float]]) -> None:
    assert find_shortfalls(Floors(figures, PINNED.measured_with), PINNED) == []


@pytest.mark.parametrize(
    ("figures", "measured_with", "sentence"),
    [
        pytest.param(
            {"chrome": {"wcxb-dev": 0.7999, "mozilla": 0.9}},
            {},
            "wcxb-dev is 0.7999, under its floor of 0.8",
            id="under",
        ),
        pytest.param({"chrome": {"wcxb-dev": math.nan, "mozilla": 0.9}}, {}, "wcxb-dev is nan", id="no number"),
        pytest.param({"chrome": {"wcxb-dev": 0.8}}, {}, "mozilla has a floor and was not measured", id="a set lacks"),
        pytest.param({"html": {"mozilla": 0.9}}, {}, "html: mozilla has no floor", id="a part without floors"),
        pytest.param({}, {"corpus": "c2"}, "The corpus is c2; the floors were pinned on c1", id="another corpus"),
        pytest.param({}, {"run": "r1"}, "The run is r1; the floors were pinned on None", id="a run never pinned"),
    ],
)
def test_each_shortfall_gets_a_sentence(
    figures: dict[str, dict[str, float]], measured_with: dict[str, str], sentence: str
) -> None:
    (found,) = find_shortfalls(Floors(figures, measured_with), PINNED)
    assert sentence in found


def test_floors_rise_to_better_figures_and_fall_only_when_asked() -> None:
    measured = Floors({"chrome": {"wcxb-dev": 0.8239, "mozilla": 0.7}}, {"corpus": "c2"})
    assert pin(measured, PINNED, lower=False).floors == {"chrome": {"wcxb-dev": 0.823, "mozilla": 0.9}}
    lowered = pin(measured, PINNED, lower=True)
    assert lowered.floors == {"chrome": {"wcxb-dev": 0.823, "mozilla": 0.7}}
    assert lowered.measured_with == {"corpus": "c2", "sample": "s1"}
    assert PINNED.floors["chrome"]["mozilla"] == 0.9


def test_what_was_pinned_stands_the_check_of_the_same_figures() -> None:
    measured = Floors({"chrome": {"wcxb-dev": 0.12345}, "seeds": {"side": 1.0}}, {"corpus": "c2"})
    assert find_shortfalls(measured, pin(measured, Floors({}, {}), lower=False)) == []


def test_a_part_that_was_not_measured_keeps_its_floors() -> None:
    assert pin(Floors({"seeds": {"side": 0.99}}, {}), PINNED, lower=True).floors["chrome"] == PINNED.floors["chrome"]


@pytest.mark.parametrize(("ours", "beaten"), [(0.81, False), (0.8, True), (0.5, True), (math.nan, True)])
def test_a_simple_rule_that_is_as_good_is_told(ours: float, beaten: bool) -> None:  # noqa: FBT001 - a table
    assert bool(find_better_rules({"mozilla": ours}, {"densest run": {"mozilla": 0.8}})) == beaten


def test_a_renderer_counts_as_much_as_any_other_however_many_pages_it_has() -> None:
    outcomes = [make_outcome("a", "chrome", 1.0), make_outcome("b", "chrome", 1.0), make_outcome("a", "lynx", 0.5)]
    outcomes.append(make_outcome("a", "html", 0.1))
    assert tabulate_five(outcomes) == {"mozilla": (0.75, 3)}
    assert find_figures(outcomes) == {
        "chrome": {"mozilla": 1.0},
        "html": {"mozilla": 0.1},
        "five": {"mozilla": 0.75},
    }


def test_the_same_pages_are_picked_in_any_order_and_fewer_are_some_of_the_more() -> None:
    samples = [make_sample(f"page-{n}", renderer) for n in range(20) for renderer in ("chrome", "lynx", "html")]
    picked = pick_samples(samples, {"chrome": 8, "lynx": 3})
    ids = {renderer: [own.id for own in picked if own.renderer == renderer] for renderer in ("chrome", "lynx", "html")}
    assert [len(own) for own in ids.values()] == [8, 3, 0]
    assert ids["chrome"][:3] == ids["lynx"]
    assert pick_samples(samples[::-1], {"chrome": 8}) == [own for own in picked if own.renderer == "chrome"]


@pytest.mark.parametrize("part", ["id", "set", "renderer", "raw", "gold"])
def test_a_fingerprint_changes_with_what_is_measured(part: str) -> None:
    sample = make_sample("a")
    change: dict[str, Any] = {part: "other"}
    assert fingerprint([sample]) == fingerprint([make_sample("a")])
    assert fingerprint([replace(sample, **change)]) != fingerprint([sample])


def make_weights() -> tuple[dict[str, object], list[dict[str, object]]]:
    """Weights of all and of two folds that were fitted together."""
    folds: list[dict[str, object]] = [{"first": [n], "corpus": "c1", "made_on": "2026-01-01"} for n in range(2)]
    packaged: dict[str, object] = {"first": [9], "corpus": "c1", "made_on": "2026-01-01"}
    run = name_run([*folds, packaged])
    for own in (*folds, packaged):
        own["run"] = run
    return packaged, folds


def test_weights_that_were_fitted_together_are_no_strangers_whatever_is_noted_later() -> None:
    packaged, folds = make_weights()
    packaged |= {"confidence": {"always": 1.0}, "out_of_fold_word_f1": {"mozilla chrome": 0.9}, "made_on": "2026-02-02"}
    assert find_strangers(packaged, folds) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param({"run": "another"}, "The weights of fold 0 are of run", id="of another run"),
        pytest.param({"first": [8]}, "some were changed", id="changed by hand"),
    ],
)
def test_weights_that_do_not_belong_to_the_folds_are_found(change: dict[str, object], sentence: str) -> None:
    packaged, folds = make_weights()
    assert sentence in find_strangers(packaged | change, folds)[0]


def test_weights_without_a_run_are_strangers() -> None:
    assert find_strangers({"first": [9]}, [{"first": [0]}])
