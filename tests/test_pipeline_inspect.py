"""The reasons are found when they are asked for, and a page need not be read whole: the verdicts are the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from builders import weights
from seed_pages import SEEDS

import groats
from groats import Options, clean
from groats.document import Kind, Label
from groats.errors import UsageError
from groats.pipeline import inspect
from groats.rules import load_rules
from groats.stages.score import read_model


def test_an_empty_address_is_an_unknown_one() -> None:
    assert clean("The mill at Ebbing grinds again.", Options(url="")).url is None


@pytest.mark.parametrize("page", [None, 7, Path("page.txt"), ["The mill."], memoryview(b"The mill.")])
def test_what_is_no_page_is_refused_with_a_sentence(page: object) -> None:
    with pytest.raises(TypeError, match=rf"^A page is bytes or str, not {type(page).__name__}: .*\.$"):
        clean(cast("str", page))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"kind": "pdf"}, "There is no kind 'pdf': a page is read as text or html."),
        ({"keep": {"menus"}}, "There is no label 'menus'; the labels are title, heading,"),
        ({"drop": ["menus"]}, "There is no label 'menus'; the labels are title, heading,"),
        ({"encoding": "no-such"}, "The encoding 'no-such' is unknown"),
    ],
)
def test_options_that_cannot_be_used_are_refused_with_a_sentence(options: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=rf"^{words}"):
        clean("The mill.", Options(**options))


def test_labels_may_be_named() -> None:
    page = "The mill at Ebbing grinds again.\n\nShare this article\n"
    named: Any = ["share"]
    assert clean(page, Options(keep=named)).text == clean(page, Options(keep=frozenset({Label.SHARE}))).text


def test_the_public_names_are_listed() -> None:
    assert {*groats.__all__, "__version__"} <= {*dir(groats)}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_the_reasons_that_are_asked_for_are_those_that_travel_with_the_verdicts(seed: Path) -> None:
    raw = seed.read_bytes()
    article, inspection = clean(raw, Options(explain=True)), inspect(raw, Options())
    found = [verdict._replace(reasons=inspection.explain(n)) for n, verdict in enumerate(inspection.article.verdicts)]
    assert tuple(found) == article.verdicts


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("A line.\n" * 20_001, "A line.\n" * 20_000),
        ("A line.\r" * 20_001, "A line.\r" * 20_000),
        ("a" * 4_000_001, "a" * 4_000_000),
        ("\U0001f33e" * 4_000_001, "\U0001f33e" * 4_000_000),
        ("A line.\n" * 20_000, None),
    ],
    ids=["lines", "old-mac-lines", "characters", "bytes", "short-enough"],
)
def test_of_a_page_that_need_not_be_read_whole_the_beginning_is_read(page: str, kept: str | None) -> None:
    article = inspect(page.encode(), Options(whole=False)).article
    assert article.source.text == (kept or page)
    assert ("cut_short" in article.warnings) is (kept is not None)
    assert page[: article.page.lines[-1].end] == article.source.text


def test_no_character_of_many_bytes_is_cut_in_two() -> None:
    for lead in range(4):
        page = "a" * lead + "\U0001f33e" * 4_000_001
        source = inspect(page.encode(), Options(whole=False)).article.source
        assert (source.encoding, source.repaired, source.text) == ("utf-8", 0, page[: len(source.text)])


def test_the_verdicts_on_the_beginning_are_those_of_the_whole_page() -> None:
    page = "\n".join(
        f"{n} The miller of Ebbing opened the sluice.\n\nShare\n" if n % 3 else "Related stories" for n in range(15_000)
    )
    whole, begin = inspect(page, Options()).article, inspect(page, Options(whole=False)).article
    assert "cut_short" in begin.warnings
    assert begin.verdicts == whole.verdicts[: len(begin.verdicts)]


def test_what_was_not_judged_says_so() -> None:
    inspection = inspect("A line.\n\n" * 10_001, Options())
    assert inspection.explain(10_000) == ("the page is too long to judge all of it",)


def test_what_was_not_judged_is_as_the_user_wants_it(tmp_path: Path) -> None:
    page = "A line.\n\n" * 10_000 + "Share this oat.\n\nA line.\n"
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nname = "r"\naction = "drop"\nphrases = ["share this oat"]\n', encoding="utf-8")
    inspection = inspect(page, Options(rules=load_rules([rules])))
    assert [verdict.keep for verdict in inspection.article.verdicts[10_000:]] == [False, True]
    assert inspection.explain(10_000) == ('your rule "r" in ' + str(rules),)
    dropped = inspect(page, Options(drop=frozenset({Label.PARAGRAPH})))
    assert not any(verdict.keep for verdict in dropped.article.verdicts[10_000:])
    assert "no_article" in dropped.article.warnings or "navigation_only" in dropped.article.warnings


@pytest.mark.parametrize("name", ["en-news.txt", "en-product-html.html"])
def test_the_reasons_hang_on_no_part_that_is_explained_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw,) = (seed.read_bytes() for seed in SEEDS if seed.name == name)
    at_once = clean(raw, Options(explain=True)).verdicts
    monkeypatch.setattr("groats.pipeline.verdicts._PART", 7)
    assert clean(raw, Options(explain=True)).verdicts == at_once


def test_text_and_html_are_judged_by_models_of_their_own() -> None:
    always, never = (
        replace(weights().models["text"], second=read_model({"questions": [], "trees": [], "base": base, "steps": 1.0}))
        for base in (9.0, -9.0)
    )
    own = replace(weights(), models={"text": always, "html": never})
    wanted: dict[Kind, float] = {"text": 1.0, "html": 0.0}
    for kind, score in wanted.items():
        (verdict,) = inspect("The miller of Ebbing opened the sluice.", Options(kind=kind), own).article.verdicts
        assert verdict.score == pytest.approx(score, abs=0.001)
