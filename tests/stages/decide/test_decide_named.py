"""What is in a box goes by what its class calls it, unless that is most of the page."""

from dataclasses import replace

import pytest
from builders import evidence

from groats.document import Decision
from groats.stages.decide.named import drop_named, find_word
from groats.stages.markup import parse_html
from groats.tables import load_table

ROWS = load_table("named")["box"]
ABOUT = "Oats from the upper mill are rolled twice, and sold by the sack."
OTHER = "Rye from the lower mill"


def stays(html: str, title: int | None = None) -> list[bool]:
    page = parse_html(html)
    found = replace(evidence([(block.text, 0.95) for block in page.blocks], title=title), page=page)
    return [decision.keep for decision in drop_named(found, [Decision(keep=True)] * len(page.blocks))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["words"][0])
def test_the_classes_of_each_row_are_known(row: dict[str, list[str]]) -> None:
    assert all(find_word(name) in row["words"] for name in row["hits"])
    assert not any(map(find_word, row["misses"]))


def test_a_word_has_one_reason() -> None:
    words = [word for row in ROWS for word in row["words"]]
    assert len(words) == len(set(words))


def test_all_in_a_named_box_goes_whatever_its_score() -> None:
    html = f"<p>{ABOUT}</p><div class='row related-goods'><h2>Rye</h2><div><p>{OTHER}</p></div></div><p>{OTHER}</p>"
    assert stays(html) == [True, False, False, True]
    assert stays(html, title=1) == [True, True, False, True]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{OTHER}</p><div class=related><p>{ABOUT}</p></div>",
        f"<p>{ABOUT}</p><div id=related><p>{OTHER}</p></div>",
        f"<body class=related><p>{ABOUT}</p><div><p>{OTHER}</p></div>",
        f"<p>{ABOUT}</p><div class='post tag-related'><p>{OTHER}</p></div>",
    ],
)
def test_most_of_a_page_and_what_is_named_after_its_subject_stay(html: str) -> None:
    assert stays(html) == [True, True]


@pytest.mark.parametrize("headline", ["Related mills", "How they are related"])
def test_what_the_headline_speaks_of_stays(headline: str) -> None:
    html = f"<h1>{headline}</h1><p>{ABOUT}</p><div class=related-mills><p>{OTHER}</p></div>"
    assert stays(html, title=0) == stays(html) == [True, True, True]
    assert stays(html, title=1) == [True, True, False]


def test_what_the_title_of_the_window_speaks_of_stays() -> None:
    html = f"<title>Cookies of oats</title><h1>Oats</h1><p>{ABOUT}</p><div class=cookies-how><p>{OTHER}</p></div>"
    assert stays(html, title=0) == [True, True, True]


def test_the_headline_may_speak_of_one_where_the_class_speaks_of_several() -> None:
    html = f"<h1>How we use a cookie</h1><p>{ABOUT}</p><div class=cookies><p>{OTHER}</p></div>"
    assert stays(html, title=0) == [True, True, True]


def test_each_word_is_weighed_by_itself_and_text_has_no_classes() -> None:
    html = f"<p>{OTHER}</p><div class=signature><p>{OTHER}</p></div><div class=filters><p>{ABOUT}</p></div>"
    assert stays(html) == [True, False, True]
    text = evidence([("related", 0.6)])
    assert drop_named(text, [Decision(keep=True)]) == [Decision(keep=True)]
