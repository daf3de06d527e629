"""Markdown as writers wrap it, with what they leave of images, links and tables."""

import textwrap

import pytest

from groats.document import Form, Label, Options, Verdict
from groats.pipeline import clean
from groats.stages.compose import split_cells
from groats.stages.lines import is_definition, parse_text

SIGNS = "\n\n[The lamp](/lamp), [the keeper](/keeper), [the quay](/quay).\n"
STORY = (
    "After eleven silent years, the water mill at Ebbing has ground its first sack of oats, and half the village stood "
    "on the bridge to watch the wheel turn on Sunday morning, as their grandparents had done on the day it was built. "
    "They only needed a good dressing, said the miller, who learned the trade from her grandmother and her aunts."
)
LONG_ITEM = f"  * {STORY[:140]}"


def texts(raw: str) -> list[str]:
    return [block.text for block in parse_text(raw + SIGNS).blocks[:-1]]


def wrap(text: str, width: int = 78, lead: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=lead, subsequent_indent=lead)


@pytest.mark.parametrize("width", [78, 72])
def test_what_a_writer_of_markdown_wrapped_is_one_beside_items_that_it_does_not_wrap(width: int) -> None:
    raw = "\n\n".join([LONG_ITEM, wrap(STORY, width), LONG_ITEM, wrap(STORY, width)])
    assert texts(raw) == [STORY[:140], STORY, STORY[:140], STORY]


def test_lines_of_markdown_that_could_have_taken_a_word_more_stay_apart() -> None:
    lines = ["The wheel is new, and the stones are those of 1811.", "Half the village saw it turn.", "It is the last."]
    assert texts("\n".join(lines * 4)) == lines * 4


def test_a_line_of_markdown_that_ends_in_two_spaces_ends_there() -> None:
    first, *rest = wrap(STORY).split("\n")
    raw = "\n".join([f"{first}  ", *rest, "", wrap(STORY)])
    assert texts(raw) == [first, " ".join(rest), STORY]


def test_a_wrapped_quote_has_its_mark_once() -> None:
    raw = f"{wrap(STORY, lead='> ')}\n\n{wrap(STORY)}"
    assert texts(raw) == [STORY, STORY]
    assert parse_text(raw + SIGNS).blocks[0].form is Form.QUOTE


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("years and twenty-", "three days", "twenty-three days"),
        ("for the front-", "and the back wheel", "front- and the back"),
        ("the Vorder-", "und das Hinterrad", "Vorder- und"),
        ("it cost 20 -", "they say", "20 - they"),
    ],
)
def test_a_word_that_was_parted_at_its_hyphen_is_one(above: str, below: str, joined: str) -> None:
    story = wrap(STORY, 72).split("\n")
    rows = [*story[:3], f"{STORY[: 72 - len(above) - 1]} {above}", f"{below} {STORY[:60]}", *story]
    assert joined in " ".join(block.text for block in parse_text("\n".join(rows)).blocks)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[![The wheel](/wheel.png)](/wheel)", "The wheel"),
        ("[![](/a.png)![Ebbing](/b.png)](/wheel)", "Ebbing"),
        ("[](/wheel)", "[](/wheel)"),
        ("  * # The mill grinds", "The mill grinds"),
        ("> ## The mill grinds", "The mill grinds"),
        ("M\\&A paid \\$5, 1 \\< 2, to ada\\@mill.example.", "M&A paid $5, 1 < 2, to ada@mill.example."),
        ("Weir Lane 12,\\", "Weir Lane 12,"),
    ],
)
def test_a_line_is_read_as_its_reader_sees_it(raw: str, text: str) -> None:
    assert texts(f"{raw}\n\n{STORY}")[0] == text


def test_links_by_reference_are_links_and_their_addresses_are_mere_links() -> None:
    defined = "[1]: https://a.example/wheel\n[mill]: mill.html"
    raw = f"The [wheel][1] of the [mill][] and ![a stone][2] turn.\n\n{STORY}\n\n{defined}"
    blocks = parse_text(raw + SIGNS).blocks
    assert blocks[0].text == "The wheel of the mill and turn."
    assert [is_definition(block) for block in blocks[:4]] == [False, False, True, True]
    verdicts = clean(raw + SIGNS, Options(explain=True)).verdicts
    why = [verdict.reasons for verdict in verdicts if verdict.block.text.startswith("[")]
    assert why == [("it says where a link leads",)] * 2
    assert texts(f"The [wheel][1] turns.\n\n{STORY}")[0] == "The [wheel][1] turns."


def test_code_between_fences_keeps_its_blank_lines() -> None:
    assert texts("```\nimport mill\n\n\ndef turn():\n    pass\n\n```\n")[0] == "import mill\n\n\ndef turn():\n    pass"


@pytest.mark.parametrize("opening", ["The mill\n========\n\n", "# The mill\n\n"])
def test_a_text_that_begins_with_an_underlined_title_is_markdown(opening: str) -> None:
    blocks = parse_text(f"{opening}{STORY}\n").blocks
    assert (blocks[0].text, blocks[0].form) == ("The mill", Form.HEADING)


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("| Grain  | Price |\n|--------|------:|\n| Oats   |    12 |", [["Grain", "Price"], ["Oats", "12"]]),
        ("|Grain|Price|\n|---|---|\n|Oats|12|", [["Grain", "Price"], ["Oats", "12"]]),
        ("Grain| Price\n---|---\n**Rye** \\| wheat| [12](/p)", [["Grain", "Price"], ["Rye | wheat", "12"]]),
        ("| a | b |\n|---|---|\n| c |  |\n|  | d |", [["a", "b"], ["c", ""], ["", "d"]]),
        ("| a | b |\n|---|---|\n| c |", [["a", "b"], ["c", ""]]),
    ],
)
def test_a_row_of_markdown_has_a_cell_for_each_column_of_its_table(table: str, cells: list[list[str]]) -> None:
    rows = [block for block in parse_text(f"{STORY}\n\n{table}{SIGNS}").blocks if block.form is Form.TABLE]
    assert [split_cells(Verdict(row, keep=True, label=Label.TABLE, score=1)) for row in rows] == cells


def test_a_row_that_lays_out_the_page_is_the_one_cell_that_it_has() -> None:
    assert texts(f"|  |  {STORY} |  |\n---|---|---")[0] == STORY


# --- other texts


def test_paragraphs_that_happen_to_be_as_long_are_not_wrapped() -> None:
    lines = [f"{STORY[n : n + 70].strip()}." for n in range(0, 210, 30)]
    assert [block.text for block in parse_text("\n".join(lines)).blocks] == lines


def test_records_that_are_as_long_as_each_other_are_not_wrapped() -> None:
    log = [
        f"2025-03-01 10:{n % 60:02} INFO [worker-{n % 4}] mill.grind: sack {n:04} of oats was ground" for n in range(60)
    ]
    assert [block.text for block in parse_text("\n".join(log)).blocks] == log


def test_a_row_that_goes_a_little_past_the_margin_goes_on_too() -> None:
    rows = [*wrap(STORY, 72).split("\n")] * 6
    rows[1] += " so"
    assert len(parse_text("\n".join(rows)).blocks) < len(rows) / 2


def test_the_places_of_images_are_no_text() -> None:
    blocks = parse_text("   [spacer.gif]\n\n   The mill [wheel.JPG] at Ebbing\n\n   [sic] he said.\n").blocks
    assert [block.text for block in blocks] == ["[spacer.gif]", "The mill at Ebbing", "[sic] he said."]
    assert [block.hints and block.hints.link_share for block in blocks] == [1.0, None, None]


@pytest.mark.parametrize(
    "listed", ["References:\n\n[1] https://a.example/", "   1. https://a.example/\n   2. https://b.example/"]
)
def test_link_numbers_go_where_the_links_are_listed_whatever_the_list_is_called(listed: str) -> None:
    assert parse_text(f"The [1]mill at [2]Ebbing\n\n{listed}\n").blocks[0].text == "The mill at Ebbing"


def test_links_around_blocks_are_links_of_each_and_their_addresses_no_text() -> None:
    card = '[\n\n![The wheel](/wheel.png)\n\n### The wheel turns\n\nIt was dressed\n\n](/wheel "The wheel (1811)")'
    raw = f"{STORY}\n\n{card}\n\n*   [The weir\n    \n    ](/weir)\n\nThe [old\nmill](/mill) is [mended.\n\nIt stands."
    blocks = parse_text(raw + SIGNS).blocks[1:-1]
    assert [(block.text, block.form) for block in blocks[:4]] == [
        ("The wheel", Form.PARAGRAPH),
        ("The wheel turns", Form.HEADING),
        ("It was dressed", Form.PARAGRAPH),
        ("The weir", Form.LIST),
    ]
    assert [block.hints.link_share for block in blocks[:4] if block.hints] == [1.0] * 4
    assert [block.text for block in blocks[4:]] == ["The [old", "mill](/mill) is [mended.", "It stands."]


def test_far_brackets_are_no_link() -> None:
    raw = "It is [mended.\n\n" + "The wheel turns.\n\n" * 40 + "It stands](/mill)\n"
    assert texts(raw)[0] == "It is [mended."


def test_an_address_may_have_several_pairs_of_brackets() -> None:
    assert texts('The [tar](/wiki/tar_(computing) "tar (computing)") is old.')[0] == "The tar is old."


def test_links_between_columns_are_read() -> None:
    raw = "[Sandport](/sandport)   9   2\n**Marlow FC**   7   4\n"
    assert texts(raw) == ["Sandport | 9 | 2", "Marlow FC | 7 | 4"]


def test_headings_that_a_writer_wrapped_are_one() -> None:
    wrapped = "### The mill at Ebbing grinds again after eleven silent years, says its old\nmiller"
    rows = "\n\n".join([textwrap.fill(STORY, 79)] * 2)
    found = parse_text(f"{wrapped}\n\n{rows}{SIGNS}").blocks
    assert (found[0].form, found[0].level, len(found[0].lines)) == (Form.HEADING, 3, 2)
    assert found[0].text.endswith("says its old miller")
    assert texts(f"### The mill\nIt grinds.\n\n{rows}")[:2] == ["The mill", "It grinds."]


@pytest.mark.parametrize("image", ["![](/wheel-of-the-mill.png)", "[ ![](/wheel.png) ](/wheel)", "[](/wheel)"])
def test_images_and_links_without_words_go(image: str) -> None:
    article = clean(f"# The mill\n\n{STORY}\n\n{image}\n\nThe mill stands.\n", Options(explain=True))
    assert [verdict.reasons[0] for verdict in article.verdicts if "](" in verdict.block.text] == [
        "it is an image or a link without words"
    ]


def test_a_link_around_blocks_may_have_backslashes_between_them() -> None:
    card = "[![A wheel](w.jpg)\\\n\\\n**The wheel turns**\\\n\\\nAt last it does.\\\n\\\n3 March](https://mill.example/w)\n"
    page = parse_text(f"# The mill\n\nIt grinds\\\nagain. **Oats** are [dear](x).\n\n{card}\n{card}")
    blocks = [(block.text, block.hints.link_share) for block in page.blocks if block.hints][3:7]
    assert blocks == [("A wheel", 1.0), ("The wheel turns", 1.0), ("At last it does.", 1.0), ("3 March", 1.0)]
