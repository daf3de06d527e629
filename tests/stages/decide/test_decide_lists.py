"""An item of a list or table that stays is not lost for a phrase in it; links and strangers are."""

from dataclasses import replace

import pytest
from builders import evidence

from groats.document import Decision
from groats.stages.decide.lists import keep_whole_lists
from groats.stages.markup import parse_html

KEPT, DROPPED = Decision(keep=True), Decision(keep=False, rule="a phrase of page furniture or a date is in it")
ITEMS = ["Oats by the sack", "Rye by the sack", "Phone: 01234 567890", "Wheat by the sack"]


def settle(html: str, keeps: list[bool], scores: list[float]) -> list[Decision]:
    page = parse_html(html)
    found = replace(evidence(list(zip([block.text for block in page.blocks], scores, strict=True))), page=page)
    return keep_whole_lists(found, [KEPT if keep else DROPPED for keep in keeps])


def decide(html: str, keeps: list[bool], scores: list[float]) -> list[bool]:
    return [decision.keep for decision in settle(html, keeps, scores)]


@pytest.mark.parametrize(
    ("items", "score", "stays"),
    [
        (ITEMS, 0.3, True),
        (ITEMS, 0.1, False),
        ([ITEMS[0], f"<a href=/x>{ITEMS[1]}</a>", f"<a href=/phone>{ITEMS[2]}</a>", ITEMS[3]], 0.3, False),
        ([f"<div><p>{item}</p></div>" for item in ITEMS], 0.3, True),
    ],
)
def test_an_item_stays_where_most_of_its_list_do(items: list[str], score: float, stays: bool) -> None:  # noqa: FBT001 - a column of the table
    html = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    assert decide(html, [True, True, False, True], [0.9, 0.9, score, 0.9]) == [True, True, stays, True]


def test_lists_of_which_less_stays_and_other_lists_are_left_as_they_are() -> None:
    html = f"<ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul><p>The mill</p><ol><li>Menu<li>Weir</ol>"
    keeps = [True, False, False, True, True, False, True]
    assert decide(html, keeps, [0.5] * 7) == keeps


def test_a_row_stays_where_most_of_its_table_do() -> None:
    html = f"<table>{''.join(f'<tr><td>{item}<td>2 crowns' for item in ITEMS)}</table>"
    assert decide(html, [True, True, False, True], [0.9, 0.9, 0.3, 0.9]) == [True] * 4


@pytest.mark.parametrize(
    ("box", "score", "stays"),
    [("div class=row", 0.5, True), ("div class=row", 0.4, False), ("div", 0.5, False), ("p class=row", 0.5, False)],
)
def test_a_box_that_went_for_a_phrase_stays_with_those_that_look_alike(box: str, score: float, stays: bool) -> None:  # noqa: FBT001 - a column of the table
    html = f"<section>{''.join(f'<{box}>{item}</{box.split(maxsplit=1)[0]}>' for item in ITEMS)}</section>"
    assert decide(html, [True, True, False, True], [0.9, 0.9, score, 0.9]) == [True, True, stays, True]


@pytest.mark.parametrize(
    ("around", "item", "reason"),
    [
        ("ul", "<li>{}", "it is an item of a list that stays"),
        ("table", "<tr><td>{}<td>2 crowns", "it is a row of a table that stays"),
        ("section", "<div class=row>{}</div>", "it is one of several boxes that look alike and stay"),
    ],
)
def test_the_reason_says_what_it_is_that_stays(around: str, item: str, reason: str) -> None:
    html = f"<{around}>{''.join(map(item.format, ITEMS))}</{around}>"
    assert [d.rule for d in settle(html, [True, True, False, True], [0.9] * 4)] == ["", "", reason, ""]
