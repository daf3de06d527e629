"""Boxes that look alike lend each other likelihood, on pages that are no article."""

from dataclasses import replace

import pytest
from builders import evidence

from groats.document import Evidence
from groats.stages.decide.alike import decide_alike, level_scores
from groats.stages.markup import parse_html

NAMES = ["Cauldron of the Weir", "Sieve", "Millstone, dressed"]


def page(html: str, scores: list[float], lead: float = 0.0) -> Evidence:
    parsed = parse_html(html)
    found = evidence(list(zip([block.text for block in parsed.blocks], scores, strict=True)))
    return replace(found, page=parsed, lead=lead)


def levelled(html: str, scores: list[float], lead: float = 0.0) -> list[float]:
    found = page(html, scores, lead)
    return [round(score, 2) for score in level_scores(found, found.scores)]


def items(box: str) -> str:
    return "".join(f"<div class=item><{box}>{name}</{box.partition(' ')[0]}></div>" for name in NAMES)


@pytest.mark.parametrize("box", ["div class=name", "p", "h3"])
def test_a_score_goes_halfway_to_the_mean_of_its_like(box: str) -> None:
    assert levelled(items(box), [0.8, 0.5, 0.8]) == [0.76, 0.61, 0.76]


@pytest.mark.parametrize(
    "html",
    [
        items("div class=name").replace("name>Sieve", "price>Sieve"),
        items("p").replace("item><p>Sieve", "offer><p>Sieve"),
        items("p").replace("<p>Sieve</p>", "<h3>Sieve</h3>"),
        items("p").replace("item><p>Sieve", "item role=navigation><p>Sieve"),
    ],
)
def test_two_are_too_few_and_another_class_heading_or_landmark_is_another_look(html: str) -> None:
    assert levelled(html, [0.8, 0.5, 0.8]) == [0.8, 0.5, 0.8]


def test_boxes_of_an_article_the_headline_and_lines_of_text_keep_their_own_scores() -> None:
    assert levelled(items("p"), [0.8, 0.5, 0.8], lead=0.5) == [0.8, 0.5, 0.8]
    headed = replace(page(items("p"), [0.8, 0.5, 0.8]), title=1)
    assert level_scores(headed, headed.scores) == [0.8, 0.5, 0.8]
    text = evidence([(name, score) for name, score in zip(NAMES, [0.8, 0.5, 0.8], strict=True)])
    assert level_scores(text, text.scores) == [0.8, 0.5, 0.8]


def test_who_stays_or_goes_with_its_like_says_so() -> None:
    found = page(items("p"), [0.8, 0.45, 0.8])
    assert [(decision.keep, bool(decision.rule)) for decision in decide_alike(found, 0.5)] == [
        (True, False), (True, True), (True, False),
    ]  # fmt: skip
    found = page(items("p"), [0.2, 0.55, 0.2])
    assert [(decision.keep, bool(decision.rule)) for decision in decide_alike(found, 0.5)] == [
        (False, False), (False, True), (False, False),
    ]  # fmt: skip
