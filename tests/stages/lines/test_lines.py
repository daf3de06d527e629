"""Plain text of every renderer becomes the blocks that a reader sees, and no character of it is lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Form, Hints
from groats.stages.lines import parse_text
from groats.stages.lines.marks import Marked, Style, find_marked, read_marks
from groats.stages.lines.split import read_rows, split_lines
from groats.stages.lines.unwrap import find_wrapping


def texts(raw: str) -> list[str]:
    return [block.text for block in parse_text(raw).blocks]


WRAPPED = """\
   The harbour board met on Tuesday to settle the future of the old
   lighthouse, which has stood empty since its last keeper left it for a
   flat in the town. No offer had come in before the end of the month.

     * Restore the lamp room and open it to visitors from the spring
       onwards, for a small fee
     * Sell
     * Pull it down

   "We would rather see it lived in," said the chairwoman, who was born
   within sight of it. The vote was put off until the tenders are in, and
   nobody could say when that would be.
"""


def test_hard_wrapped_paragraphs_and_items_become_one_block_each() -> None:
    blocks = parse_text(WRAPPED).blocks
    assert [(block.form, len(block.lines)) for block in blocks] == [
        (Form.PARAGRAPH, 3),
        (Form.LIST, 2),
        (Form.LIST, 1),
        (Form.LIST, 1),
        (Form.PARAGRAPH, 3),
    ]
    assert blocks[1].text == "Restore the lamp room and open it to visitors from the spring onwards, for a small fee"
    assert blocks[1].marker == "*"
    assert blocks[0].text.startswith(
        "The harbour board met on Tuesday to settle the future of the old lighthouse, which"
    )


def test_chinese_wrapped_at_a_margin_is_joined_without_spaces() -> None:
    line = "港口委员会星期二开会讨论旧灯塔的未来灯塔自从最后一位看守人搬走以后一直空着"
    raw = "\n".join([line] * 5)
    assert texts(raw) == [line * 5]


SENTENCES_CUT_AT_LINKS = [
    "The board of ",
    "Little Sandport",
    ", which met on Tuesday, will vote again in ",
    "the spring",
    ".",
    "Harbour news",
    "Set on the cliffs above ",
    "the old quay",
    ", the lighthouse was built by the ",
    "Marlow brothers",
    " in a single summer.",
]


def test_sentences_cut_at_links_are_mended() -> None:
    assert texts("\n".join(SENTENCES_CUT_AT_LINKS)) == [
        "The board of Little Sandport, which met on Tuesday, will vote again in the spring.",
        "Harbour news",
        "Set on the cliffs above the old quay, the lighthouse was built by the Marlow brothers in a single summer.",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Home\nNews\nSport\nWeather\nTravel\nFood\nMusic\nBooks\n", id="a menu"),
        pytest.param("Roses are red,\nViolets blue,\nSugar is sweet,\nAnd so, my dear,\nAre you.\n", id="verse"),
        pytest.param(
            "First paragraph, quite long.\n\nSecond paragraph.\n\nThird one here.\n", id="blank lines between"
        ),
        pytest.param("- one thing\n- another thing\n- a third thing\n", id="a list"),
    ],
)
def test_lines_that_stand_by_themselves_are_not_joined(raw: str) -> None:
    assert len(texts(raw)) == sum(1 for line in raw.split("\n") if line)


def test_a_browsers_long_paragraphs_are_not_taken_for_a_margin() -> None:
    paragraph = "The harbour board met on Tuesday to settle the future of the lighthouse. " * 6
    menu = "\n".join(f"Section {name} of the harbour paper that comes out on Fridays" for name in "abcdefgh")
    assert len(texts(f"{menu}\n{paragraph}\n{paragraph}\n")) == 10


def test_a_margin_is_found_beside_tables_that_pass_it() -> None:
    paragraph = "\n".join(line.strip() for line in WRAPPED.splitlines()[:3])
    table = "+----------+----------+\n" + f"| {'lamp room':60} | {'stairs':60} | {'harbour wall':60} |\n" * 20
    whole = " ".join(paragraph.split("\n"))
    assert texts(f"{paragraph}\n\n" * 12 + table)[:12] == [whole] * 12
    assert texts(f"{paragraph}\n\n" * 4 + table)[:4] != [whole] * 4


@pytest.mark.parametrize(
    ("line", "form", "marker", "text"),
    [
        ("* Restore the lamp", Form.LIST, "*", "Restore the lamp"),
        ("  • Restore the lamp", Form.LIST, "•", "Restore the lamp"),
        ("12. Restore the lamp", Form.LIST, "12.", "Restore the lamp"),
        ("a) Restore the lamp", Form.PARAGRAPH, "", "a) Restore the lamp"),
        ("(BUTTON) Search", Form.PARAGRAPH, "(BUTTON)", "Search"),
        ("– Yes, said the keeper.", Form.PARAGRAPH, "", "– Yes, said the keeper."),
        ("1.5 metres of water", Form.PARAGRAPH, "", "1.5 metres of water"),
        ("2024. A bad year", Form.PARAGRAPH, "", "2024. A bad year"),
        ("*", Form.PARAGRAPH, "", "*"),
        ("#lighthouse is trending", Form.PARAGRAPH, "", "#lighthouse is trending"),
        ("snake_case and 2*3*4 stay", Form.PARAGRAPH, "", "snake_case and 2*3*4 stay"),
    ],
)
def test_marks_at_the_start_of_a_line(line: str, form: Form, marker: str, text: str) -> None:
    (block,) = parse_text(line).blocks
    assert (block.form, block.marker, block.text) == (form, marker, text)


PLAIN = Style(markdown=False, link_numbers=False)
MARKS_AND_SPACES = st.text(st.sampled_from("ao*•1.)( \t\xa0\u2009\u3000\u200b\x1f\nBUTTON"))


@given(st.text() | MARKS_AND_SPACES)
def test_a_row_that_is_not_read_has_no_marks_and_nothing_to_fold(raw: str) -> None:
    rows = read_rows(raw, split_lines(raw))
    found = find_marked(raw, rows, PLAIN)
    assert all(read_marks(text, PLAIN) == Marked(text) for n, text in enumerate(rows.texts) if n not in found)


MARKDOWN = """\
# The old lighthouse

It was [built](/history "History") in a **single** summer, _they say_, and cost 1\\. 200 crowns.

[Home](/) [Shop](/shop)

![A tower](tower.png)

> No offer had come in.

```
lamp = Lamp(on=True)

  lamp.turn()
```

Year| Keeper
---|---
1901| Ada Marlow
"""


@pytest.mark.parametrize(
    ("raw", "heading"),
    [
        pytest.param("# The lamp\n\nIt went out.", "The lamp", id="a title"),
        pytest.param("\n\n# The lamp\n \nIt went out.", "The lamp", id="below blank lines"),
        pytest.param("# The lamp\nIt went out.", "# The lamp", id="a comment"),
        pytest.param("#1 lamp\n\nIt went out.", "#1 lamp", id="a rank"),
        pytest.param("It went out.\n\n# The lamp\n\n", "It went out.", id="further down"),
    ],
)
def test_a_text_that_begins_with_a_title_is_markdown(raw: str, heading: str) -> None:
    assert parse_text(raw).blocks[0].text == heading


def test_markdown_is_read_as_its_reader_reads_it() -> None:
    blocks = parse_text(MARKDOWN).blocks
    assert [(block.form, block.text) for block in blocks] == [
        (Form.HEADING, "The old lighthouse"),
        (Form.PARAGRAPH, "It was built in a single summer, they say, and cost 1. 200 crowns."),
        (Form.PARAGRAPH, "Home Shop"),
        (Form.PARAGRAPH, "A tower"),
        (Form.QUOTE, "No offer had come in."),
        (Form.CODE, "lamp = Lamp(on=True)\n\n  lamp.turn()"),
        (Form.TABLE, "Year| Keeper"),
        (Form.TABLE, "1901| Ada Marlow"),
    ]
    shares = [block.hints.link_share if block.hints else None for block in blocks]
    assert shares[:4] == [0.0, pytest.approx(5 / 66, abs=0.01), pytest.approx(0.9, abs=0.1), 1.0]


@pytest.mark.parametrize(
    ("line", "text", "share"),
    [
        ("Plain - words, and figures: 1.5", "Plain - words, and figures: 1.5", 0.0),
        ("(BUTTON)", "(BUTTON)", 1.0),
        ("()", "()", 1.0),
        ("One \\- sign", "One - sign", 0.0),
        ("`One` sign", "One sign", 0.0),
        ("snake\\_case, \\_lamp\\_, 2 \\* 3 \\* 4", "snake_case, _lamp_, 2 * 3 * 4", 0.0),
        ("**lamp\\_id** and *2\\*3*", "lamp_id and 2*3", 0.0),
        ("\\*No emphasis\\*, \\`no code\\`", "*No emphasis*, `no code`", 0.0),
        ("C:\\lamps", "C:\\lamps", 0.0),
        ("The lamp[\\[1\\]](#n1)", "The lamp[1]", 5 / 11),
        ("The lamp[[12]](#n12)", "The lamp[12]", 4 / 12),
        ("[[Video] The lamp](/v)", "[Video] The lamp", 1.0),
        ("\\[no link\\](/x)", "[no link](/x)", 0.0),
        ("[[lamp](/l) keeper](/k)", "[lamp keeper](/k)", 4 / 17),
    ],
)
def test_what_stands_inside_a_line_of_markdown(line: str, text: str, share: float) -> None:
    hints = Hints(link_share=share)
    assert read_marks(line, Style(markdown=True, link_numbers=False))[::4] == (text, hints)


def test_link_numbers_of_lynx_are_taken_off_where_it_lists_the_links() -> None:
    raw = "   The [1]harbour board met.\n\nReferences\n\n   1. https://harbour.example/board\n"
    assert texts(raw)[0] == "The harbour board met."
    assert texts("As shown in [1] and [2].\n")[0] == "As shown in [1] and [2]."


def test_columns_become_cells() -> None:
    raw = "Club          Won   Lost\nSandport        9      2\nMarlow FC       7      4\n"
    assert texts(raw) == ["Club | Won | Lost", "Sandport | 9 | 2", "Marlow FC | 7 | 4"]
    assert {block.form for block in parse_text(raw).blocks} == {Form.TABLE}


def test_narrow_gaps_make_cells_beside_wide_ones_and_numbered_rows_are_rows() -> None:
    raw = "Height     19 cm\nMaterials  Ash, steel\n\nText.\n\n1. Sandport    9   2\n2. Marlow FC   7   4\n"
    assert texts(raw) == [
        "Height | 19 cm",
        "Materials | Ash, steel",
        "Text.",
        "1. Sandport | 9 | 2",
        "2. Marlow FC | 7 | 4",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            "It ended.  Nobody cheered.\nThe crew went home.  So did we.\n", id="two spaces after a full stop"
        ),
        pytest.param("1. oil   lamp\n2. wick\n", id="one gap in an item"),
        pytest.param("to the  station\nand to  the quay\n", id="no wide gap"),
    ],
)
def test_gaps_in_prose_and_items_make_no_table(raw: str) -> None:
    assert all(block.form is not Form.TABLE for block in parse_text(raw).blocks)


def test_one_gap_makes_no_table() -> None:
    (block,) = parse_text("By    |   Saturday, 15 March 2025").blocks
    assert (block.form, block.text) == (Form.PARAGRAPH, "By | Saturday, 15 March 2025")


def test_code_keeps_its_indentation() -> None:
    raw = "Turn the lamp:\n\ndef turn(lamp):\n    return lamp.turn();\n\nThat is all.\n"
    blocks = parse_text(raw).blocks
    assert [block.text for block in blocks if block.form is Form.CODE] == ["def turn(lamp):", "    return lamp.turn();"]


@pytest.mark.parametrize(
    "raw", ["oats  barley", "oats \t barley", "oats\tbarley", "oats\xa0 barley", "oats \xa0barley"]
)
def test_white_space_is_folded(raw: str) -> None:
    assert texts(raw) == ["oats barley"]


def test_a_line_with_nothing_to_fold_is_not_copied() -> None:
    (block,) = parse_text("oats and barley and rye").blocks
    assert block.text is block.lines[0].text


def test_lines_of_code_take_the_plain_ones_between_two_blank_lines_with_them() -> None:
    raw = "Light it:\n\nlamp = Lamp(\n    wick\n)\nlamp.light();\n\nThat is all.\n"
    blocks = parse_text(raw).blocks
    assert [block.form for block in blocks] == [Form.PARAGRAPH, *[Form.CODE] * 4, Form.PARAGRAPH]


def test_what_is_indented_directly_under_code_is_code() -> None:
    raw = 'Light it:\n\nlamp = light(\n    "oil",\n    wick,\n)\n\n    An indented paragraph.\n'
    blocks = parse_text(raw).blocks
    assert [block.text for block in blocks if block.form is Form.CODE] == [
        "lamp = light(",
        '    "oil",',
        "    wick,",
        ")",
    ]


def test_verse_is_no_code_though_its_lines_end_with_semicolons_and_are_indented() -> None:
    verse = (
        "They stored the winter in blocks,\n    and sawdust kept its breath;\nthe boats came;\n    the tide was slow;\n"
    )
    assert {block.form for block in parse_text(f"{verse}\n{verse}").blocks} == {Form.PARAGRAPH}


def test_what_is_indented_and_ends_like_code_needs_no_neighbour_to_be_code() -> None:
    page = parse_text("Ask for all oats:\n\n    select * from oats;\n\n    Oats and rye...\n")
    assert [block.form for block in page.blocks] == [Form.PARAGRAPH, Form.CODE, Form.PARAGRAPH]


KEEPER = "The keeper of the lamp writes down each evening when he lit it, and each morning when he put it out again."


def test_the_lines_of_a_comment_are_code_and_no_items() -> None:
    raw = "/**\n * Lights the lamp.\n * Asks nobody.\n */\nlamp.light();\n* The keeper\n* The cat\n"
    forms = [block.form for block in parse_text(raw).blocks]
    assert forms == [*[Form.CODE] * 5, *[Form.LIST] * 2]
    assert [block.form for block in parse_text("The lamp\n* Lights.\n* Asks.\n").blocks[1:]] == [Form.LIST] * 2


def test_what_stands_as_far_in_directly_above_code_is_code() -> None:
    above = [block.form for block in parse_text(f"{KEEPER}\n\n    LIT_BY_DEFAULT\n    int lamps() {{\n").blocks]
    assert above == [Form.PARAGRAPH, Form.CODE, Form.CODE]
    apart = parse_text(f"{KEEPER}\n\n    LIT_BY_DEFAULT\n\n    int lamps() {{\n").blocks
    assert [block.form for block in apart] == [Form.PARAGRAPH, Form.PARAGRAPH, Form.CODE]


def test_a_sentence_that_leads_over_from_a_bracket_is_no_code() -> None:
    page = parse_text("having sum(oats) < 5;\nThe next two are the same (name is the second column):\n")
    assert [block.form for block in page.blocks] == [Form.PARAGRAPH, Form.PARAGRAPH]


def test_an_opening_brace_is_no_sentence_cut_at_a_link() -> None:
    cut = "The lamp of the \nlighthouse\n , lit by its \nkeeper\n , went out.\n" * 3
    assert texts(f"{cut}\nlamp {{\n  colour: white;\n}}\n")[-3:] == ["lamp {", "  colour: white;", "}"]


def test_the_brackets_of_code_are_no_sentence_cut_at_a_link() -> None:
    cut = "The lamp of the \nlighthouse\n , lit by its \nkeeper\n , went out.\n" * 3
    code = ["lamp = light(", "  colour=white,", "  wick=[", "    oil=2])"]
    assert texts(cut + "\n" + "\n".join(code))[-4:] == code


def test_sentences_cut_at_links_are_mended_beside_the_rows_of_a_script() -> None:
    cut = "The lamp of the \nlighthouse\n , lit by its \nkeeper\n , went out.\n" * 3
    script = "".join(f"var lamp{n} = {{lit: {n}}};\n" for n in range(900))
    assert texts(cut + script)[0].startswith("The lamp of the lighthouse, lit")


@pytest.mark.parametrize("quote", ['"{}"', "'{}'", "“{}”", "„{}“", "»{}«", "«{}»", "”{}”", "‚{}‘"])
def test_lines_of_speech_stay_lines_in_any_quotation_marks(quote: str) -> None:
    said = [quote.format(words) for words in ("Who lit the lamp?", "Not I.", "Nor I!", "Then it was the cat.")]
    assert texts(f"{KEEPER}\n\n" + "\n".join(said) + f"\n\n{KEEPER}\n")[1:-1] == said


@pytest.mark.parametrize("pieces", [("Her “", "lamp", "” went out."), ("她说：“", "灯", "”灭了。"), ("A (", "b", ")")])
def test_a_link_in_quotation_marks_is_mended(pieces: tuple[str, ...]) -> None:
    cut = "\n".join(f"{row}\n\n" if row == pieces[-1] else row for row in pieces * 3)
    assert [text.replace(" ", "") for text in texts(cut)] == ["".join(pieces).replace(" ", "")] * 3


def test_items_that_lost_their_bullets_are_no_code() -> None:
    raw = "the lamp, which has to be lit at dusk;\nthe wick, which has to be cut every day;\nthe oil;\n"
    assert all(block.form is Form.PARAGRAPH for block in parse_text(raw).blocks)


def test_code_goes_on_below_a_fence_and_across_what_is_indented() -> None:
    raw = "# Lamps\n\n```\nlamp\n```\n  wick\nlit\n\nlamp.light();\nlamp.out();\n oil\n\n rest\n"
    found = [(block.text, block.form is Form.CODE) for block in parse_text(raw).blocks[1:]]
    assert found == [
        ("lamp", True),
        ("  wick", True),
        ("lit", False),
        ("lamp.light();", True),
        ("lamp.out();", True),
        (" oil", True),
        ("rest", False),
    ]


def test_a_row_far_below_a_table_is_none_of_it_and_begins_none() -> None:
    raw = "Won     9\nLost    2\n\n\nDrawn   1\nTied    0\nVoid    0\n"
    assert [block.form is Form.TABLE for block in parse_text(raw).blocks] == [True, True, False, True, True]


@given(st.lists(st.integers(1, 80), min_size=1), st.integers(1, 40), st.sampled_from("a字"))
def test_columns_need_not_be_counted_to_see_that_long_lines_pass_any_margin(
    sizes: list[int], longest: int, character: str
) -> None:
    lines = [*(character * size for size in sizes), *["a " * 66 + "a"] * longest]
    raw = "\n".join(lines)
    columns = sum(len(line) * (1 + (line[0] == "字")) for line in lines)
    wrapping = find_wrapping(read_rows(raw, split_lines(raw)))
    assert wrapping.margin == 0 or 133 * longest <= 0.05 * columns


def test_blank_lines_are_remembered() -> None:
    page = parse_text("one\n\n\u200b\n \ntwo\n")
    assert [block.blank_before for block in page.blocks] == [0, 3]
    assert len(page.lines) == 5


def test_ends_of_lines_that_were_doubled_count_once() -> None:
    menu = ["Home", "News", "Weather", "Jobs", "Letters", "Births", "Deaths", "Contact"]
    wrapped = textwrap.wrap("The old mill at Ebbing ground its first sack of oats on Sunday. " * 20, 72)
    raw = "\n".join([*menu, "", *wrapped, "", *wrapped])
    read = [(block.text, block.blank_before) for block in parse_text(raw).blocks]
    assert len(read) == len(menu) + 2
    doubled = parse_text(raw.replace("\n", "\n\n"))
    assert [(block.text, block.blank_before) for block in doubled.blocks] == read


def test_an_end_of_a_line_that_was_written_as_text_once_more_is_one() -> None:
    page = parse_text("one\r\r\ntwo\r\r\n\r\r\nthree\r\rfour\r\n\r\nfive")
    assert [line.text for line in page.lines] == ["one", "two", "", "three", "", "four", "", "five"]


def test_paragraphs_of_a_clean_text_keep_their_blank_lines() -> None:
    paragraphs = ["Oats", *["The old mill at Ebbing ground its first sack of oats on Sunday."] * 50]
    assert [block.blank_before for block in parse_text("\n\n".join(paragraphs)).blocks] == [0] + [1] * 50


@pytest.mark.parametrize("raw", ["", "\n", " \r\n\r", "\ufeff", "\x00\n"])
def test_a_page_of_nothing_has_no_block(raw: str) -> None:
    assert parse_text(raw).blocks == ()


SCRAPS = st.sampled_from(
    ["word", " ", "\n", "\r\n", "\r", "* ", "# ", "](", "[", "**", "```\n", "---|---\n", "   ", "。", "字"]
)


@given(st.lists(st.text(st.sampled_from("ab \xa0\u200b\x00\t"))))
def test_rows_are_the_lines_that_show_something_with_what_stands_around_them(texts: list[str]) -> None:
    raw = "\n".join(texts)
    rows = read_rows(raw, split_lines(raw))
    shown = {n: text.strip().strip("\u200b\x00").strip() for n, text in enumerate(texts)}
    places = [n for n, text in shown.items() if text]
    assert [line.number - 1 for line in rows.lines] == places
    assert rows.texts == [shown[n] for n in places]
    assert [sum(rows.blanks[: k + 1]) + k for k in range(len(places))] == places
    leads = [texts[n][: texts[n].index(shown[n])] for n in places]
    assert rows.indents == [len(lead.expandtabs(8)) for lead in leads]
    assert rows.open_starts == {k for k, lead in enumerate(leads) if lead in {" ", "\xa0"}}
    assert rows.open_ends == {k for k, n in enumerate(places) if texts[n][-1] in " \xa0"}
    assert list(rows.gapped) == [k for k, n in enumerate(places) if "  " in texts[n] or "\t" in texts[n]]


@given(st.text() | st.lists(SCRAPS).map("".join))
def test_spans_give_the_input_back_and_every_line_has_its_block(raw: str) -> None:
    page = parse_text(raw)
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))
    in_blocks = [line.number for block in page.blocks for line in block.lines]
    assert in_blocks == sorted(set(in_blocks))
    assert all(block.text for block in page.blocks)


@pytest.mark.parametrize("raw", ["a | b\n|" + "-" * 300_000 + "x", "a | b\n" + "---|---\n" * 100_000])
def test_floods_of_table_rules_are_read_in_linear_time(raw: str) -> None:
    # Quadratic, they would run into the time limit of the suite.
    assert "".join(raw[line.start : line.end] for line in parse_text(raw).lines) == raw


def test_a_tab_behind_the_mark_of_an_item_sets_no_columns() -> None:
    items = "•\tLend what you have read.\n•\tNever ask.\n\t1.\tRead twice.\n\t2.\tGive back.\n"
    assert [(block.form, block.marker, block.text) for block in parse_text(items).blocks] == [
        (Form.LIST, "•", "Lend what you have read."),
        (Form.LIST, "•", "Never ask."),
        (Form.LIST, "1.", "Read twice."),
        (Form.LIST, "2.", "Give back."),
    ]
    assert [block.form for block in parse_text("1.\tEbbing\t12\n2.\tHollin\t9\n").blocks] == [Form.TABLE] * 2


def test_links_to_edit_a_section_are_cut_from_its_heading_if_there_are_several() -> None:
    assert texts("History[edit]\nA weir.[1]\nBuild [ edit | edit source ]\n[edit]\n") == [
        "History",
        "A weir.[1]",
        "Build",
        "[edit]",
    ]
    assert texts("Geschichte [Bearbeiten | Quelltext bearbeiten]\nBau[Bearbeiten]\n") == ["Geschichte", "Bau"]
    assert texts("The button says [edit]\n") == ["The button says [edit]"]
    assert texts("He said [sic]\nand so [sic]\n") == ["He said [sic]", "and so [sic]"]


FRAMED = """\
The readings of last week:
+-------+------+
| weir  | day  |
+-------+------+
| lower |    3 |
| upper |    4 |
+-------+------+
2 rows in set
"""
CROSSED = """\
 weir  |  day
-------+------
 lower |    3
 upper |
(2 rows)
"""
GRID = "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n"


@pytest.mark.parametrize(
    ("raw", "rows", "others"),
    [
        pytest.param(FRAMED, [("weir", "day"), ("lower", "3"), ("upper", "4")], 2, id="MySQL"),
        pytest.param(CROSSED, [("weir", "day"), ("lower", "3"), ("upper", "")], 1, id="psql"),
        pytest.param(GRID, [("a", "b"), ("c", "d")], 0, id="reStructuredText"),
        pytest.param("+-------+\n| weir |\n\nA note.\n", [("weir",)], 1, id="a box"),
        pytest.param("+---+---+\n\nA | B\n", [], 2, id="an edge of nothing"),
    ],
)
def test_rows_within_frames_have_cells_and_their_edges_are_part_of_them(
    raw: str, rows: list[tuple[str, ...]], others: int
) -> None:
    blocks = parse_text(raw).blocks
    cells = [block.hints.cells for block in blocks if block.form is Form.TABLE and block.hints and block.hints.cells]
    assert cells == rows
    assert len(blocks) == len(rows) + others
    lines = [line.number for block in blocks for line in block.lines]
    assert lines == sorted(lines)
    assert len(lines) == sum(1 for row in raw.splitlines() if row)


INDENTED = """\
    OATFIELD, England -- The Oatfield Water Board today opened its archive
of water levels, which goes back to 1891, to anybody who would like to
use it. It holds some forty million readings of eleven weirs, among them
the handwritten ones of six keepers.
    "We have always thought of these numbers as ours," said the keeper of
the lower weir. "But the water was never ours, and neither is what it did
when nobody looked."
Marl, T., 2019. A census of sensors along the rivers of the west and of
    the hills. Annals of Weirs 7, 1-40.
"""


def test_the_first_row_of_a_paragraph_may_be_indented_more_or_less_than_the_others() -> None:
    assert [(text[:8], text[-18:]) for text in texts(INDENTED)] == [
        ("OATFIELD", "es of six keepers."),
        ('"We have', 'en nobody looked."'),
        ("Marl, T.", " of Weirs 7, 1-40."),
    ]
