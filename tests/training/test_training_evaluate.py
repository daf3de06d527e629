"""How good pages came out by weights that did not see their sites, and how sure that makes of others."""

import lzma
from pathlib import Path

import pytest
from builders import weights
from training_pages import outcome, sample

from groats.stages.assess import find_confidence
from groats.training import evaluate
from groats.training.evaluate import (
    fit_confidence,
    fold_path,
    held_out_confidence,
    judge_all,
    judge_sample,
    load_fold,
    share_found_by_words,
    tabulate_reliability,
)

PARAGRAPH = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."
PAGE = sample(raw=f"Home\n\n{PARAGRAPH}\n", gold=PARAGRAPH)


@pytest.mark.parametrize(
    ("snippets", "text", "share"),
    [
        ((), "anything", None),
        (("the  Lamp",), "It was\nthe lamp.", 1.0),
        (("the lamp", "the wick"), "THE\tLAMP", 0.5),
        (("lamp oil",), "lamp", 0.0),
        (("the lamp w",), "The lamp was lit.", 1.0),  # cut in the middle of a word
        (("amp was",), "The lamp was lit.", 0.0),
    ],
)
def test_snippets_are_found_white_space_and_case_aside(
    snippets: tuple[str, ...], text: str, share: float | None
) -> None:
    assert share_found_by_words(snippets, text) == share


def test_a_page_is_judged_by_the_weights_of_its_fold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []

    def load(folder: Path, fold: int) -> object:
        asked.append((folder, fold))
        return weights()

    monkeypatch.setattr(evaluate, "load_fold", load)
    found = judge_sample(PAGE, tmp_path)
    assert asked == [(tmp_path, PAGE.fold)]
    assert (found.f1, found.precision, found.recall) == (1.0, 1.0, 1.0)
    assert found.with_share is found.without_share is None
    assert found.measures["always"] == 1.0
    assert found.sample.raw == found.sample.gold == ""
    (same,) = judge_all([PAGE], tmp_path, 1)
    assert same == found


def test_weights_of_a_fold_are_read_from_its_file(tmp_path: Path) -> None:
    fold_path(tmp_path, 3).write_bytes(lzma.compress(b"{}"))
    with pytest.raises(KeyError):
        load_fold(tmp_path, 3)
    with pytest.raises(FileNotFoundError):
        load_fold(tmp_path, 2)


def test_confidence_tells_good_pages_from_bad_ones() -> None:
    pages = [outcome(0.95 if sure else 0.5, measures={"always": 1.0, "sure": sure}) for sure in (0.0, 1.0)] * 500
    fitted = fit_confidence([*pages, outcome(0.0, measures={})])
    assert find_confidence({"always": 1.0, "sure": 1.0}, fitted) > 0.9
    assert find_confidence({"always": 1.0, "sure": 0.0}, fitted) < 0.1


def test_confidence_is_as_high_as_pages_are_good() -> None:
    pages = [outcome(0.95 if n % 4 else 0.5) for n in range(400)]
    assert find_confidence({"always": 1.0}, fit_confidence(pages)) == pytest.approx(0.75, abs=0.01)


def test_a_pages_confidence_is_fitted_on_other_sites() -> None:
    hosts = [f"{n}.example" for n in range(40)]
    held = sample(hosts[0]).fold
    pages = [outcome(0.95 if sample(host).fold == held else 0.5, sample(host)) for host in hosts]
    given = held_out_confidence(pages)
    own = [value for value, page in zip(given, pages, strict=True) if page.sample.fold == held]
    others = [value for value, page in zip(given, pages, strict=True) if page.sample.fold != held]
    assert max(own) < 0.2 < min(others)  # all that it learnt from were bad


def test_the_reliability_of_each_tenth_is_told() -> None:
    pages = [outcome(0.95), outcome(0.5), outcome(0.9), outcome(0.2)]
    table = tabulate_reliability([1.0, 0.92, 0.96, 0.05], pages)
    assert table == [(0, 1, 0.05, 0.0), (9, 3, pytest.approx(0.96), pytest.approx(2 / 3))]
