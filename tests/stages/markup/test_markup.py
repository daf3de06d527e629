"""HTML becomes the lines and blocks that a browser shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, Form, Hints
from groats.stages.markup import parse_html


def blocks_of(html: str) -> tuple[Block, ...]:
    return parse_html(html).blocks


def texts_of(html: str) -> list[str]:
    return [block.text for block in blocks_of(html)]


def hints_of(html: str) -> list[Hints]:
    return [block.hints for block in blocks_of(html) if block.hints is not None]


WORDS = {
    "inline tags do not split a word": ("<p><b>bo</b>ld <i>wo</i><u>rds</u></p>", ["bold words"]),
    "wbr does not split a word": ("<p>long<wbr>winded", ["longwinded"]),
    "a soft hyphen does not split a word": ("<p>long&shy;winded and\u00adso", ["longwinded andso"]),
    "white space is folded": ("<p>\n  one\n\ttwo&nbsp; three\n</p>", ["one two three"]),
    "cells are not glued": ("<table><tr><td>a</td><td>b</td></tr></table>", ["a | b"]),
    "list items are not glued": ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
    "options are left out and glue nothing": ("<p>a<select><option>x<option>y</select>b", ["a b"]),
    "adjacent links are not glued": ("<div><a href=1>One</a><a href=2>Two</a></div>", ["One Two"]),
    "links with text between are as they stand": ("<p><a href=1>One</a>-<a href=2>Two</a>s", ["One-Twos"]),
    "a button is a word of its own": ("<div>a<button>Buy</button>b</div>", ["a Buy b"]),
    "an image parts words": ("<p>a<img src=x>b", ["a b"]),
    "superscript stays at its word": ("<p>10<sup>2</sup>", ["102"]),
    "unknown tags are inline": ("<p>a<x-y>b</x-y>c", ["abc"]),
    "entities are read": ("<p>caf&eacute; &amp; bar &lt;b&gt;", ["café & bar <b>"]),
    "readings of ruby text are left out": ("<p><ruby>本<rp>(</rp><rt>hon</rt><rp>)</rp></ruby>", ["本"]),
    "a bare < is text": ("<p>1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
    "text without any tag is a block": ("just words", ["just words"]),
    "text on both sides of a block is apart": ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
    "a span shown as a block is one": (
        "<span style='display: block'>a</span><span style='color:red'>b</span>",
        ["a", "b"],
    ),
}


@pytest.mark.parametrize(("html", "texts"), WORDS.values(), ids=WORDS)
def test_words_are_neither_glued_nor_split(html: str, texts: list[str]) -> None:
    assert texts_of(html) == texts


UNSEEN = {
    "script": "<script>var a;</script>",
    "style": "<style>p {}</style>",
    "template": "<template><p>a</p></template>",
    "noscript": "<noscript><p>a</p></noscript>",
    "svg": "<svg><title>a</title><text>b</text></svg>",
    "iframe": "<iframe>a</iframe>",
    "select": "<select><option>a</select>",
    "textarea": "<textarea>a</textarea>",
    "comment": "<!-- a -->",
    "hidden": "<div hidden><p>a</p></div>",
    "display none": "<div style='color:red; DISPLAY : none'>a</div>",
    "visibility hidden": "<span style='visibility:hidden'>a</span>",
    "icon": "<i aria-hidden=true>a</i>",
    "title": "<title>a</title>",
}


@pytest.mark.parametrize("html", UNSEEN.values(), ids=UNSEEN)
def test_what_a_browser_does_not_show_is_left_out(html: str) -> None:
    assert texts_of(f"<p>Some words.</p>{html}<p>More words.</p>") == ["Some words.", "More words."]


SEEN = {
    "hidden until found": "<p hidden=until-found>a b</p>",
    "a body that waits for its script": "<body style='display:none'><p>a b</p>",
    "an article that waits for its script": "<article style='visibility:hidden'><p>a b</p></article>",
    "closed details": "<details><p>a b</p></details>",
    "a class of that name": "<p class=hidden>a b</p>",
    "aria-hidden=false": "<p aria-hidden=false>a b</p>",
}


@pytest.mark.parametrize("html", SEEN.values(), ids=SEEN)
def test_what_a_reader_can_see_stays(html: str) -> None:
    assert texts_of(html) == ["a b"]


@pytest.mark.parametrize("inner", ["<p>" + "word " * 30, "<i></i>" * 50 + "word"])
def test_text_that_is_only_hidden_from_screen_readers_stays(inner: str) -> None:
    assert texts_of(f"<div aria-hidden=true>{inner}</div>") == [
        " ".join(inner.replace("<p>", "").replace("<i></i>", "").split())
    ]


FORMS = {
    "paragraph": ("<p>a", Form.PARAGRAPH, 0, ""),
    "definition": ("<dl><dd>a", Form.PARAGRAPH, 0, ""),
    "heading 1": ("<h1>a", Form.HEADING, 1, ""),
    "heading 6": ("<h6>a", Form.HEADING, 6, ""),
    "heading of a block": ("<h2><div>a", Form.HEADING, 2, ""),
    "quote": ("<blockquote><p>a", Form.QUOTE, 0, ""),
    "caption of a figure": ("<figure><figcaption>a", Form.CAPTION, 0, ""),
    "caption in a list": ("<ul><li><figure><figcaption>a", Form.CAPTION, 0, ""),
    "caption of a table": ("<table><caption>a", Form.CAPTION, 0, ""),
    "code": ("<pre>a", Form.CODE, 0, ""),
    "bullet": ("<ul><li>a", Form.LIST, 1, "-"),
    "bullet in a quote": ("<blockquote><ul><li>a", Form.LIST, 1, "-"),
    "item without a list": ("<li>a", Form.LIST, 1, "-"),
    "number": ("<ol><li>a", Form.LIST, 1, "1."),
    "nested item": ("<ul><li><ol><li>a", Form.LIST, 2, "1."),
    "heading in an item": ("<ul><li><h3>a", Form.HEADING, 3, ""),
    "link around a heading": ("<a href=x><h2>a", Form.HEADING, 2, ""),
}


@pytest.mark.parametrize(("html", "form", "level", "marker"), FORMS.values(), ids=FORMS)
def test_tags_give_form_level_and_marker(html: str, form: Form, level: int, marker: str) -> None:
    (block,) = blocks_of(html)
    assert (block.text, block.form, block.level, block.marker) == ("a", form, level, marker)


NUMBERS = {
    "start": ("<ol start=7><li>a<li>b</ol>", ["7.", "8."]),
    "negative start": ("<ol start=-1><li>a<li>b</ol>", ["-1.", "0."]),
    "value": ("<ol><li>a<li value=5>b<li>c</ol>", ["1.", "5.", "6."]),
    "reversed": ("<ol reversed><li>a<li>b</ol>", ["2.", "1."]),
    "reversed start": ("<ol reversed start=9><li>a<li>b</ol>", ["9.", "8."]),
    "a start that is no number": ("<ol start=x><li>a</ol>", ["1."]),
    "a start that no browser counts to": (f"<ol start={'9' * 5000}><li>a</ol>", ["1."]),
    "value in a list of bullets": ("<ul><li value=4>a</ul>", ["-"]),
    "letters": ("<ol type=a start=26><li>a<li>b</ol>", ["z.", "aa."]),
    "capitals": ("<ol type=A><li>a</ol>", ["A."]),
    "Roman numbers": ("<ol type=i start=4><li>a<li value=1999>b</ol>", ["iv.", "mcmxcix."]),
    "no letter": ("<ol type=a start=0><li>a<li>b</ol>", ["0.", "a."]),
    "letters by style": ("<ol style='list-style-type: UPPER-ROMAN'><li>a<li>b</ol>", ["I.", "II."]),
    "no numbers by style": ("<ol style='margin:0;list-style:none'><li>a</ol>", ["-"]),
    "numbers by style": ("<ul style='list-style: decimal inside'><li>a</ul>", ["1."]),
    "another style": ("<ol style='list-style-type:georgian'><li>a</ol>", ["1."]),
    "two lists": ("<ol><li>a</ol><ol><li>b</ol>", ["1.", "1."]),
}


@pytest.mark.parametrize(("html", "markers"), NUMBERS.values(), ids=NUMBERS)
def test_items_are_numbered_as_a_browser_does(html: str, markers: list[str]) -> None:
    assert [block.marker for block in blocks_of(html)] == markers


def test_only_the_first_text_of_an_item_is_the_item() -> None:
    forms = [block.form for block in blocks_of("<ul><li><p>a<p>b<ul><li>c</ul>d</ul>")]
    assert forms == [Form.LIST, Form.PARAGRAPH, Form.LIST, Form.PARAGRAPH]


BREAKS = {
    "one ends the line": ("<p>a<br>b", [("a", 0), ("b", 0)]),
    "two leave a gap": ("<p>a<br><br>b", [("a", 0), ("b", 1)]),
    "two with a space between leave one": ("<p>a<br> &nbsp; <br>b", [("a", 0), ("b", 1)]),
    "one after a block leaves none": ("<div>a</div><br><div>b</div>", [("a", 0), ("b", 0)]),
    "one alone in a box is an empty line": ("<div>a</div><div><br></div><div>b</div>", [("a", 0), ("b", 1)]),
    "one at the end of a box is none": ("<div>a<br></div><div>b</div>", [("a", 0), ("b", 0)]),
    "one alone in a cell is none": ("<table><tr><td><br><td>a</table>", [("a", 0)]),
    "those at the start leave none": ("<br><br>a", [("a", 0)]),
    "a heading goes on": ("<h1>a<br>b</h1>", [("a b", 0)]),
    "a cell goes on": ("<table><tr><td>a<br>b<td>c</table>", [("a b | c", 0)]),
}


@pytest.mark.parametrize(("html", "expected"), BREAKS.values(), ids=BREAKS)
def test_a_line_break_ends_a_line_and_two_leave_a_gap(html: str, expected: list[tuple[str, int]]) -> None:
    assert [(block.text, block.blank_before) for block in blocks_of(html)] == expected


GAPS = {
    "paragraphs": ("<p>a</p><p>b</p>", [0, 1]),
    "divs": ("<div>a</div><div>b</div>", [0, 0]),
    "heading": ("a<h2>b</h2>c", [0, 1, 1]),
    "list": ("a<ul><li>b<li>c</ul>d", [0, 1, 0, 1]),
    "list in a list": ("<ul><li>a<ul><li>b</ul><li>c</ul>", [0, 0, 0]),
    "rule": ("a<hr>b", [0, 1]),
    "rows": ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [0, 0]),
    "code": ("a<pre>b</pre>c", [0, 1, 1]),
}


@pytest.mark.parametrize(("html", "gaps"), GAPS.values(), ids=GAPS)
def test_gaps_are_where_a_browser_leaves_them(html: str, gaps: list[int]) -> None:
    assert [block.blank_before for block in blocks_of(html)] == gaps


CODE = {
    "spaces and line feeds stay": ("<pre>\nif a:\n    b\n\n\tc  \n</pre>", "if a:\n    b\n\n\tc"),
    "the first line keeps its indentation": ("<pre>  a\n b", "  a\n b"),
    "indentation in an element of its own stays": ("<pre><span>  </span><b>a</b>\n b", "  a\n b"),
    "br is a line feed": ("<pre>a<br>b", "a\nb"),
    "a block is a line": ("<pre><div>a</div><div>b\n</div>c</pre>", "a\nb\nc"),
    "highlighting does not split": ("<pre><code><b>de</b>f x</code></pre>", "def x"),
}


@pytest.mark.parametrize(("html", "text"), CODE.values(), ids=CODE)
def test_code_keeps_its_shape(html: str, text: str) -> None:
    (block,) = blocks_of(html)
    assert block.text == text
    assert [line.text for line in block.lines] == text.split("\n")


TABLES = {
    "rows": ("<table><tr><th>Name<th>Age<tr><td>Ann<td>5</table>", ["Name | Age", "Ann | 5"]),
    "empty cells between": ("<table><tr><td>a<td><td>c</table>", ["a | | c"]),
    "an empty corner": ("<table><tr><td><td>x<td>y<tr><td>a<td>1<td>2</table>", ["| x | y", "a | 1 | 2"]),
    "one filled cell in a row": ("<table><tr><td>a<td>b<tr><td><td>c</table>", ["a | b", "c"]),
    "an empty row": ("<table><tr><td>a<td>b<tr><td> <td></table>", ["a | b"]),
    "blocks in a cell": ("<table><tr><td><p>a</p><p>b</p><td><div>c</div></table>", ["a b | c"]),
    "sections": ("<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</table>", ["a | b", "c | d"]),
    "a list in a cell": ("<table><tr><td>a<td><ul><li>b<li>c</ul></table>", ["a | b c"]),
    "a giant span": ("<table><tr><td colspan=999999999 rowspan=999999999>a<td>b</table>", ["a | b"]),
    "a span that is no number": (
        "<table><tr><td colspan=x rowspan=-1>a<td>b<tr><td>c<td>d</table>",
        ["a | b", "c | d"],
    ),
    "columns under one head": (
        "<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3</table>",
        ["a | b", "| c | d", "1 | 2 | 3"],
    ),
    "code and prose below heads of columns": (
        "<table><tr><th>a<th>b<tr><td><pre>c\n  d</pre><td><h3>e</h3>" + "word " * 80 + "</table>",
        ["a | b", "c d | e" + " word" * 80],
    ),
    "a cell over two columns": ("<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e</table>", ["a | b | c", "d | | e"]),
}


@pytest.mark.parametrize(("html", "texts"), TABLES.values(), ids=TABLES)
def test_a_row_of_data_is_one_block(html: str, texts: list[str]) -> None:
    blocks = blocks_of(html)
    assert [block.text for block in blocks] == texts
    assert {block.form for block in blocks} == {Form.TABLE}


LAID_OUT = {
    "an empty column": ("<table><tr><td><img><td>a<br>b</table>", ["a", "b"]),
    "marks of items": (
        "<table><tr><td>(a)<td><p>A gate.<p>It turns.<tr><td>1.<td>Oats</table>",
        ["(a) A gate.", "It turns.", "1. Oats"],
    ),
    "marks in each other": (
        "<table><tr><td>(a)<td>A gate:<table><tr><td>(i)<td>of oak</table></table>",
        ["(a) A gate:", "(i) of oak"],
    ),
    "a mark of nothing": ("<table><tr><td>(a)<td><tr><td>(b)<td>A gate.</table>", ["(a)", "(b) A gate."]),
}


@pytest.mark.parametrize(("html", "texts"), LAID_OUT.values(), ids=LAID_OUT)
def test_a_table_that_lays_out_text_is_text(html: str, texts: list[str]) -> None:
    blocks = blocks_of(html)
    assert [block.text for block in blocks] == texts
    assert {block.form for block in blocks} == {Form.PARAGRAPH}


def test_a_mark_moves_links_and_what_is_marked() -> None:
    (block,) = blocks_of("<table><tr><td>(a)<td>A <a href=/g>gate</a> of <code>oak</code></table>")
    assert block.hints is not None
    assert block.hints.links == (("gate", "/g", 6),)
    assert block.hints.marks == (("oak", "code", 14),)


def test_a_post_that_is_written_as_a_quote_is_none() -> None:
    blocks = blocks_of(
        "<blockquote class='postcontent restore'>It turns.<blockquote>Does it?</blockquote></blockquote>"
    )
    assert [block.form for block in blocks] == [Form.PARAGRAPH, Form.QUOTE]


def test_who_is_quoted_stays_behind_a_dash() -> None:
    assert texts_of("<blockquote><p>It turns.</p><div>— <cite>Ada</cite></div></blockquote>") == ["It turns.", "— Ada"]


def test_a_row_has_a_cell_for_each_column_of_its_table() -> None:
    html = "<table><tr><th>a<th>b<th>c<tr><td colspan=3>d<tr><td><td>e | f<td></table>"
    assert [hints.cells for hints in hints_of(html)] == [("a", "b", "c"), ("d", "", ""), ("", "e | f", "")]


def test_a_table_wider_than_people_read_has_no_room_for_cells_that_rows_lack() -> None:
    html = f"<table><tr>{'<td>a' * 101}<tr><td>b<td><td>c</table>"
    first, second = parse_html(html).blocks
    assert first.text.split(" | ") == ["a"] * 101
    assert second.text == "b | c"
    assert not any(block.hints and block.hints.cells for block in (first, second))


LAYOUTS = {
    "one column": "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
    "a heading in a cell": "<table><tr><td><h2>a</h2></td><td>b</td></tr></table>",
    "code in a cell": "<table><tr><td><pre>a</pre></td><td>b</td></tr></table>",
    "said so": "<table role=presentation><tr><td>a</td><td>b</td></tr></table>",
    "many paragraphs in a cell": "<table><tr><td>a<td>" + "<p>b</p>" * 5 + "</table>",
    "prose in a cell": "<table><tr><td>a<td>" + "word " * 80 + "</table>",
}


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_that_lays_out_the_page_is_no_data(html: str) -> None:
    blocks = blocks_of(html)
    assert len(blocks) > 1
    assert Form.TABLE not in {block.form for block in blocks}


def test_a_table_of_data_in_a_table_that_lays_out() -> None:
    html = "<table><tr><td>menu<td><table><caption>Ages</caption><tr><td>Ann<td>5</table>end<tr><td>x</table>"
    assert [(block.text, block.form) for block in blocks_of(html)] == [
        ("menu", Form.PARAGRAPH),
        ("Ages", Form.CAPTION),
        ("Ann | 5", Form.TABLE),
        ("end", Form.PARAGRAPH),
        ("x", Form.PARAGRAPH),
    ]


def test_a_row_shares_its_links_by_characters() -> None:
    (hints,) = hints_of("<table><tr><td><a href=x>abc</a><td>d</table>")
    assert hints.link_share == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("html", "share"),
    [
        ("<p>abcd", 0),
        ("<p><a href=x>abcd</a>", 1),
        ("<p>ab<a href=x>cd</a>", 0.5),
        ("<p><a name=x>abcd</a>", 0),
        ("<a href=x><p>abcd</p></a>", 1),
        ("<p>\n <a href=x>\n ab\n cd </a> \n", 1),
        ("<p><a href=x>ab</a><a href=y>cd</a>", 1),
    ],
)
def test_link_share_is_the_share_of_characters_in_links(html: str, share: float) -> None:
    (hints,) = hints_of(html)
    assert hints.link_share == pytest.approx(share)


@pytest.mark.parametrize(
    ("html", "landmark"),
    [
        ("<p>a", ""),
        ("<main><p>a", "main"),
        ("<main><article><p>a", "article"),
        ("<article><header>a", "header"),
        ("<div role=navigation>a", "nav"),
        ("<ul role=navigation><li>a", "nav"),
        ("<div role=complementary><form>a", "form"),
        ("<footer><div role=list>a", "footer"),
        ("<div role>a", ""),
    ],
)
def test_the_landmark_is_the_nearest(html: str, landmark: str) -> None:
    (hints,) = hints_of(html)
    assert hints.landmark == landmark


def test_tag_and_depth_are_those_of_the_block() -> None:
    (hints,) = hints_of("<body><div><p><b>a")
    assert (hints.tag, hints.depth) == ("p", 3)  # in html, body and div


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<div id=a class='b c'><p class=' d\n e '>x", "d e a b c"),
        ("<div class><p id=a>x", "a"),
        ("<p>x", ""),
        (f"<div class='far away'><p class='{'name ' * 38}'>x", "name " * 38 + "far"),
        (f"<div class={'x' * 500}>x", ""),
    ],
)
def test_names_are_nearest_first_and_bounded(html: str, names: str) -> None:
    (hints,) = hints_of(html)
    assert hints.names == names
    assert len(hints.names) <= 200


def test_the_only_copy_in_noscript_is_read() -> None:
    copy = "<h1>Harbour reopens</h1><p>The harbour of Ostvik opens again on Monday.</p>"
    assert texts_of(f"<p>Load</p><noscript>{copy}</noscript>") == [
        "Load",
        "Harbour reopens",
        "The harbour of Ostvik opens again on Monday.",
    ]


def test_a_pixel_in_noscript_is_not_read() -> None:
    pixels = "<noscript><img src='https://pixel.example/1'><p>Enable scripts, please.</p></noscript>"
    assert texts_of(f"<p>Boat</p>{pixels}<p>The harbour of Ostvik opens again.</p>") == [
        "Boat",
        "The harbour of Ostvik opens again.",
    ]
    assert texts_of("<noscript><img src='https://pixel.example/1'></noscript>") == []
    assert texts_of(f"Boat<noscript><p hidden>{'word ' * 20}</p></noscript>") == ["Boat"]


LINKS = {
    "one": ("<p>To <a href=/a>the  harbour</a>.", [(("the harbour", "/a"),)]),
    "two": ("<p><a href=/a>a</a> <a href=/b>b</a>", [(("a", "/a"), ("b", "/b"))]),
    "around blocks": ("<a href=/a><h2>b</h2><p>c</p></a>", [(("b", "/a"),), (("c", "/a"),)]),
    "of a row": ("<table><tr><td><a href=/a>a</a><td><a href=/b>b</a></table>", [(("a", "/a"), ("b", "/b"))]),
    "without words": ("<p><a href=/a><img src=b></a>c", [()]),
    "without an address": ("<p><a href>a</a><a href=''>b</a>", [()]),
    "in a link": (
        "<table><td><a href=/a>a<table><td><a href=/b>b</a></table>c</a></table>",
        [(("a", "/a"),), (("b", "/b"),), ()],
    ),
}


@pytest.mark.parametrize(("html", "links"), LINKS.values(), ids=LINKS)
def test_links_are_noted_with_their_words(html: str, links: list[tuple[tuple[str, str], ...]]) -> None:
    assert [tuple(link[:2] for link in hints.links) for hints in hints_of(html)] == links


@given(st.lists(st.tuples(st.sampled_from(["mill", " mill ", "\n", "a", "\u00ad", " so "]), st.booleans()), max_size=9))
def test_a_link_begins_where_its_words_stand(pieces: list[tuple[str, bool]]) -> None:
    html = "".join(f"<a href=/x>{piece}</a>" if is_link else f"<i>{piece}</i>" for piece, is_link in pieces)
    for block in parse_html(f"<p>{html}</p>").blocks:
        for link in block.hints.links if block.hints else ():
            assert block.text.startswith(link.words, link.start)
