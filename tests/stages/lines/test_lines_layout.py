"""Rows of Markdown that lay out a page are taken apart into its paragraphs; rows of data stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.stages.lines import parse_text

STORY = (
    "After eleven silent years, the water mill at Ebbing has ground its first sack of oats, and half the village "
    "stood on the bridge to watch the wheel turn on Sunday morning."
)
STONES = (
    'The wheel is new, but the stones are those of 1811. "They only needed a good dressing," said the miller, Ada '
    "Thorne, who learned the trade from her grandmother before the war and has not forgotten any of it since."
)
SUNDAYS = (
    "From April, the mill will open on the first Sunday of each month, and visitors may bring their own grain and "
    "take it home as flour or groats, as their great-grandparents did when the road to the town was still a track."
)
CELL = f"{STORY}   {STONES}  {SUNDAYS}"
LONG = f"{CELL} {STORY} {STONES} {SUNDAYS}"  # no row of data has so much in a cell
ROW = (
    f"| | [Home](/) |  | | --- | --- | --- | | [News](/news) | [a|b](/c|d) | | {CELL} |  |  || 3 \\| 4 | "
    f"{'We mill on Sundays. ' * 30}| | :---: | | [Contact](/contact) | |"
)
MENU = (
    "| " + " | ".join(f"[Page {n}](https://mill.example/a/rather/long/address/of/page/{n})" for n in range(40)) + " |"
)


def texts(raw: str) -> list[str]:
    return [block.text for block in parse_text(raw).blocks]


def test_a_row_that_lays_out_a_page_becomes_its_paragraphs() -> None:
    raw = f"# The mill\n\n{ROW}\r\n| --- | --- |\n\n[Imprint](/imprint)"
    page = parse_text(raw)
    sundays = ("We mill on Sundays. " * 30).strip()
    assert [block.text for block in page.blocks] == [
        *("The mill", "Home", "News", "a|b", STORY, STONES, SUNDAYS, "3 | 4", sundays, "Contact", "Imprint"),
    ]
    assert "".join([raw[line.start : line.end] for line in page.lines]) == raw
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))
    assert raw[page.lines[3].start : page.lines[3].end] == "[News](/news) | "


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(MENU, id="many short cells"),
        pytest.param(f"| {CELL} |", id="no longer than a row of data"),
        pytest.param("| " + " | ".join([STORY] * 10) + " |", id="sentences, but no column of the page"),
        pytest.param(f"| Mill | [its story](/{'x' * 2000}) |", id="an address"),
        pytest.param(f"| Mill | {LONG}", id="no bar at its end"),
        pytest.param(f"Mill | {LONG} |", id="no bar at its beginning"),
        pytest.param(LONG, id="no row"),
    ],
)
def test_other_rows_stay_whole(row: str) -> None:
    assert len(parse_text(row).blocks) == 1


@pytest.mark.parametrize("inside", ["| ", "-" * 2_000, "| --- " * 300, f"![]({'x' * 2_000})", "\u200b" * 2_000])
def test_a_row_without_words_is_no_row_of_paragraphs(inside: str) -> None:
    assert len(parse_text(f"| {inside} |").lines) == 1


@given(st.lists(st.sampled_from([CELL, LONG, "---", "|", "||", " ", "  ", "\r", "\n| ", " |\n", "\\|", "\u200b", "x"])))
def test_the_spans_of_the_paragraphs_give_the_row_back(pieces: list[str]) -> None:
    raw = "| " + " ".join(pieces) + " |"
    page = parse_text(raw)
    assert "".join([raw[line.start : line.end] for line in page.lines]) == raw
    shown = [line.number for line in page.lines if line.text.strip("| \u200b")]
    assert set(shown) <= {line.number for block in page.blocks for line in block.lines}


def test_the_lines_of_a_row_are_counted_from_the_header_above_it() -> None:
    page = parse_text(f"---\ntitle: The mill\n---\n| {CELL}  {LONG} |\n")
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))


def test_a_flood_of_cells_is_read_in_linear_time() -> None:
    # Quadratic, it would run into the time limit of the suite.
    assert len(parse_text(f"| {'a | ' * 100_000}{LONG} |").lines) == 100_003


def test_each_paragraph_of_a_row_has_a_verdict_of_its_own() -> None:
    menu = " | ".join(f"[{name}](/{name})" for name in ("Home", "News", "Weather", "Jobs", "Sport", "Log in"))
    foot = "© 2025 The Ebbing Post. All rights reserved. | [Privacy Policy](/privacy) | [Contact](/contact)"
    article = clean(f"# The mill at Ebbing grinds again\n\n| {menu} | | --- | | {CELL}  {LONG} | {foot} |\n")
    kept = {judged.line.text for judged in article.lines if judged.keep}
    assert {STORY, STONES, SUNDAYS} < kept
    assert kept.isdisjoint({"[Home](/Home)", "[Weather](/Weather)", "[Contact](/contact)"})
    assert clean(article.text).text == article.text
