"""Of an article that a page shows the beginning of, its data give the rest; of any other they give nothing."""

import json

import pytest

from groats.document import Block
from groats.stages.markup import parse_html

PARAGRAPHS = [
    "The lighthouse at Skarholm is lit again. Its lamp had been dark since the storm of last November.",
    "Two fishermen repaired it on their own, with parts that they found in the attic of the harbour. Nobody knew.",
    "The council has thanked them with some herring. A new lamp would have cost forty thousand crowns, it is said.",
    "The keeper of the museum wants to show the old lamp to the children of the school. It is as tall as a man.",
    "Ships from the north had sailed around the skerries by compass alone for eight months. Two of them ran aground.",
]
OTHER = [
    "Ships had to do without a light for most of the year, and two of them paid for that with a hole in their sides.",
    "What the repair has saved the town is known to its treasurer: forty thousand crowns, which he does not have.",
    "At the museum the lamp is to be shown to all who wish to see it, as soon as there is a room that is high enough.",
    "The two men who climbed up there say that they were tired of the dark, and that the attic was full of lamps.",
]


def blocks(shown: str, body: str) -> tuple[Block, ...]:
    script = json.dumps({"@type": "NewsArticle", "articleBody": body})
    html = f"<script type='application/ld+json'>{script}</script><h1>Light again</h1>{shown}<p>Subscribe.</p>"
    return parse_html(html).blocks


def page(shown: str, body: str) -> list[tuple[str, str]]:
    return [(block.text, block.hints.origin) for block in blocks(shown, body)[1:-1] if block.hints]


def tags(paragraphs: list[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("body", ["\n".join(PARAGRAPHS), tags(PARAGRAPHS)], ids=["text", "HTML"])
def test_the_rest_of_an_article_stands_below_what_is_shown_of_it(count: int, body: str) -> None:
    shown = [(text, "") for text in PARAGRAPHS[:count]]
    rest = [(text, "json-ld") for text in PARAGRAPHS[count:]]
    assert page(tags(PARAGRAPHS[:count]), body) == shown + rest


def test_a_sentence_that_breaks_off_goes_on_where_it_does() -> None:
    shown, rest = PARAGRAPHS[1].split(" found ")
    found = page(tags([PARAGRAPHS[0], f"{shown} fou…"]), "\n".join(PARAGRAPHS))
    assert found[1:3] == [(f"{shown} fou…", ""), (f"found {rest}", "json-ld")]
    assert len(found) == len(PARAGRAPHS) + 1


def test_a_paragraph_that_is_not_shown_keeps_its_links_and_the_rest_of_a_row_has_no_cells() -> None:
    row = "The trawlers of the west had steered around it by compass alone.", "One of them was lost."
    body = f"{tags(PARAGRAPHS[:1])}<p><a href=/lamp>{PARAGRAPHS[1]}</a></p>{tags(PARAGRAPHS[2:])}"
    linked = blocks(tags(PARAGRAPHS[:1]), body)[2]
    assert linked.hints
    assert [link.address for link in linked.hints.links] == ["/lamp"]
    body = f"{tags(PARAGRAPHS[:1])}<table><tr><td>{row[0]}<td>{row[1]}</table>{tags(PARAGRAPHS[1:])}"
    rest = blocks(f"{tags(PARAGRAPHS[:1])}<p>{row[0][:36]}</p>", body)[3]
    assert rest.text == f"{row[0][36:].strip()} | {row[1]}"
    assert rest.hints
    assert rest.hints.cells == ()


def test_a_body_of_one_line_is_cut_where_the_page_ends() -> None:
    found = page(tags(PARAGRAPHS[:1]) + "<p>Advertisement</p>" + tags(PARAGRAPHS[1:2]), " ".join(PARAGRAPHS))
    assert [text for text, origin in found if origin] == [" ".join(PARAGRAPHS[2:])]
    assert found[-1][1] == "json-ld"


def test_a_beginning_that_is_next_to_nothing_is_not_read_twice() -> None:
    log = [f"On day {n} of the dark the log has {n % 7} ships that came and {n % 5} that turned." for n in range(40)]
    found = page(tags(PARAGRAPHS[:1]), "\n".join([PARAGRAPHS[0], *log]))
    assert found == [(PARAGRAPHS[0], ""), *((text, "json-ld") for text in log)]


PASSED_OVER = {
    "all of it": (tags(PARAGRAPHS), PARAGRAPHS),
    "all in another order": (tags(PARAGRAPHS[::-1]), PARAGRAPHS),
    "the beginning, then other words": (tags([*PARAGRAPHS[:2], *OTHER]), PARAGRAPHS),
    "all but a line": (tags(PARAGRAPHS[:-1]), PARAGRAPHS),
    "the end": (tags(PARAGRAPHS[2:]), PARAGRAPHS),
    "the middle": (tags(PARAGRAPHS[1:3]), PARAGRAPHS),
    "an abstract of other words": (tags(OTHER), [PARAGRAPHS[0][:60], *OTHER[:1], *OTHER]),
}


@pytest.mark.parametrize(("shown", "body"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_shown_in_any_other_way_is_not_completed(shown: str, body: list[str]) -> None:
    assert {origin for _, origin in page(shown, "\n".join(body))} == {""}


def test_a_body_of_very_many_sentences_is_no_endless_work() -> None:
    body = "\n".join(f"Ship {n} came on day {7 * n}, ship {n + 1} on day {7 * n + 3}." for n in range(15_000))
    read = page(f"<p>{body[:20_000]}</p>", body)
    assert sum(origin == "json-ld" for _, origin in read) == 15_000  # what of it is shown was not looked for
