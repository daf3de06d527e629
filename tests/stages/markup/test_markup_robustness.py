"""Any input gives a page: no error, no endless work, no text lost in silence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Page
from groats.stages.markup import bounds, is_html, parse_html

MANY = 20_000  # enough that work by the square of it would run into the time limit of the tests

BOMBS = {
    "nested blocks": "<div>" * MANY + "end",
    "nested blocks, closed": "<div>" * MANY + "end" + "</div>" * MANY,
    "nested lists": "<ul><li>x" * MANY + "end",
    "nested tables": "<table><tr><td>x<td>y" * MANY + "end",
    "nested definitions": "<dl><dd>x" * MANY + "end",
    "nested spans": "<span>x " * MANY + "end",
    "spans closed across blocks": "<span><div></span></div>" * MANY + "end",
    "blocks closed across tables": "<div><table></div></table>" * MANY + "end",
    "blocks in bold": "<b><div></b>" * MANY + "end",
    "unclosed bold": "<p><b>x" * MANY + "end",
    "unclosed fonts": "".join(f"<font id=a{n}>" for n in range(MANY)) + "end",
    "unclosed fonts in blocks": "".join(f"<div><font id=a{n}>x</div>" for n in range(MANY)) + "end",
    "unclosed links": "<a href=x>y " * MANY + "end",
    "unclosed paragraphs": "<p>x" * MANY + "end",
    "stray end tags": "</section>" * MANY + "end",
    "end tags far away": "<article>" + "<span>" * MANY + "</article>" * MANY + "end",
    "scripts in drawings": "<svg><script><div></script></svg>" * MANY + "end",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">end",
    "attributes with tags in them": "<p " + " ".join(f"a{n}='<>'" for n in range(MANY)) + ">end",
    "attributes with ends in them": "<p " + " ".join(f"a{n}='>'" for n in range(MANY)) + ">end",
    "ends of scripts in attributes": "<p " + " ".join(f"a{n}=1 </script" for n in range(MANY)) + ">end",
    "overlong tags with the end of a script": f"<a {'b ' * 3_000}' </script " * 100 + ">end",
    "bodies": "".join(f"<body a{n}=1>" for n in range(MANY)) + "end",
    "options": "<select>" + "<option>x" * MANY + "</select><p>end",
    "hidden from screen readers": "<div aria-hidden=true>" * MANY + "word " * 30 + "end",
    "entities": "<p>&#65;&#66;&#67;" * MANY + "<p>end",
    "tags without end": "<p>end</p>" + "<a " * MANY,
    "comments without end": "<p>end</p>" + "<!--" * MANY,
    "hidden in each other": "<div hidden>x" * MANY + "</div>" * MANY + "end",
    "folds in each other": "<div role=tabpanel hidden>x" * MANY + "end",
    "streamed parts in each other": "".join(
        f'<div hidden id="S:{n}"><p>x</p><template id="B:{n + 1}"></template>' for n in range(3_000)
    )
    + "<p>end",
    "shadow roots": "<template shadowrootmode=open>" * MANY + "</template>" * MANY + "<p>end",
    "spans of cells": "<table>" + "<tr><td colspan=999999999 rowspan=999999999>a<td>b" * MANY + "</table><p>end",
    "columns": "<table><tr>" + "<td rowspan=9>a" * MANY + "<tr><td>b" * MANY + "</table><p>end",
    "links in links": "<a href=x>y<table><td>" * MANY + "end",
    "numbers of lines in each other": "<div class=gutter>" * 390 + "1 " * 100 * MANY + "end",
    "links to the page in each other": "<a href=#>y<table><td>" * 390 + "x " * 200 * MANY + "end",
    "json": "<script type=application/ld+json>" + "[" * MANY + "</script>end",
}


@pytest.mark.parametrize("html", BOMBS.values(), ids=BOMBS)
def test_bombs_are_read_to_the_end(html: str) -> None:
    page = parse_html(html)
    assert page.blocks[-1].text.endswith("end")
    assert_tiles(page, html)


CUT = ["<div>", "<ul><li>", "<section><article>", "<table><tr><td>", "<span>"]


@pytest.mark.parametrize("tags", CUT)
def test_nesting_is_cut_with_a_warning_and_the_text_kept(tags: str) -> None:
    html = "".join(f"{tags}w{n} " for n in range(9_000))
    page = parse_html(html)
    assert page.warnings == ("nesting_cut",)
    assert words_of(page) == [f"w{n}" for n in range(9_000)]


TOO_MANY = {
    "paragraphs": "<p>w{n}</p>",
    "paragraphs left open": "<P class=x>w{n} ",
    "comments": "<!-- unseen -->w{n} ",
    "instructions": "<?unseen?>w{n} ",
}


@pytest.mark.parametrize("kind", TOO_MANY)
def test_tags_without_number_are_cut_with_a_warning_and_the_text_kept(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "_MOST_TAGS", 9_000)
    html = "".join(TOO_MANY[kind].format(n=n) for n in range(20_000))
    page = parse_html(html)
    assert page.warnings == ("tags_cut",)
    assert words_of(page) == [f"w{n}" for n in range(20_000)]
    assert_tiles(page, html)


def test_scripts_beyond_the_last_tag_that_is_read_stay_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_MOST_TAGS", 9_000)
    page = parse_html("<p>w" * 12_000 + "<script>unseen</script><p>end")
    assert page.warnings == ("tags_cut",)
    assert words_of(page) == ["w"] * 12_000 + ["end"]


UNCUT = {
    "few in each other": "<div>" * 300 + "x" + "</div>" * 300,
    "many beside each other": "<div><p><b>x</b></p></div>" * 9_000,
    "end tags left out": "<table>" + "<tr><td>x<td>y" * 9_000,
    "bold left open": "<p><b>x" * 9_000,
}


@pytest.mark.parametrize("html", UNCUT.values(), ids=UNCUT)
def test_what_people_write_is_not_cut(html: str) -> None:
    assert parse_html(html).warnings == ()


def test_end_tags_of_what_was_cut_end_nothing_else() -> None:
    html = "<main>" + "<div>" * 9_000 + "a" + "</div>" * 9_000 + "b</main>c"
    assert [(block.text, block.hints and block.hints.landmark) for block in parse_html(html).blocks] == [
        ("a", "main"),
        ("b", "main"),
        ("c", ""),
    ]


def test_many_attributes_that_people_write_are_read() -> None:
    data = " ".join(f'data-{n}="{"word " * 20}"' for n in range(200))
    (block,) = parse_html(f"<p {data} class=lede>x").blocks
    assert block.hints is not None
    assert block.hints.names == "lede"


@pytest.mark.parametrize("code", ["0<list.length&&call(list,'{}')", "0<list.length&&call(list, {})='"])
def test_a_script_that_looks_like_a_tag_takes_no_more_than_itself(code: str) -> None:
    script = code.format("a b=c " * 1_000)
    html = f"<script>if({script}</script><p class='b'>The mill ground oats.</p>" + "<i>x</i>" * MANY
    assert parse_html(html).blocks[0].text == "The mill ground oats."


def test_only_the_attributes_that_are_too_many_are_cut() -> None:
    many = " ".join(f"a{n}=1" for n in range(MANY))
    page = parse_html(f"<div class=all><p class=a {many}>x<p class=b title='{'word ' * 2_000}'>y")
    assert page.warnings == ()
    assert [block.hints and block.hints.names for block in page.blocks] == ["all", "b all"]


@given(st.text("<p a=>", max_size=80), st.integers(2, 12))
def test_long_pieces_are_those_between_the_ends_of_tags(text: str, longest: int) -> None:
    pieces = bounds.find_long_pieces(text, longest)
    assert list(pieces) == [piece for piece in text.split(">") if len(piece) > longest]


ARTICLE = "<p>The first paragraph.</p><div>And the <b>second</b> one.</div>"
SWALLOWED = {
    "comment": f"<p>a<!-- note {ARTICLE}",
    "title": f"<title>Boats\n<body>{ARTICLE}",
    "script": f"<script>var a = '<p>';\n{ARTICLE}",
    "SCRIPT": f"<SCRIPT>var a;\n{ARTICLE}",
    "second script": f"<script>var a = '<!--';</script><script>var b;\n{ARTICLE}",
    "style": f"<style>p {{}}\n{ARTICLE}",
    "textarea": f"<textarea>note {ARTICLE}",
    "noscript": f"<noscript>{ARTICLE}",
    "template": f"<template>{ARTICLE}",
    "select": f"<select><option>a{ARTICLE}",
    "video": f"<video><source src=a>{ARTICLE}",
    "iframe": f"<iframe src=a>{ARTICLE}",
    "attribute": f'<p>a <a href="x>link</a>{ARTICLE}',
    "plaintext": f"<plaintext>{ARTICLE}",
    "several": f"<title>a<script>b<style>c{ARTICLE}",
}


@pytest.mark.parametrize("html", SWALLOWED.values(), ids=SWALLOWED)
def test_an_element_that_is_never_closed_does_not_swallow_the_article(html: str) -> None:
    page = parse_html(html)
    assert words_of(page)[-7:] == ["The", "first", "paragraph.", "And", "the", "second", "one."]
    assert page.warnings == ("unclosed_markup",)


NOT_SWALLOWED = {
    "closed": f"<title>a</title><!-- b --><script>'<p>'</script>{ARTICLE}",
    "block left open": f"<div><section>{ARTICLE}",
    "nothing after it": "<p>a</p><script>var a = '<p>';",
    "quote in the text": '<p>a = "b',
}


@pytest.mark.parametrize("html", NOT_SWALLOWED.values(), ids=NOT_SWALLOWED)
def test_what_is_closed_is_not_mended(html: str) -> None:
    assert parse_html(html).warnings == ()


def test_an_element_closed_too_often_is_no_endless_work() -> None:
    page = parse_html("<p>a</p>" + "<title>b<p>" * 50)
    assert page.blocks[0].text == "a"


@pytest.mark.parametrize("html", [" ", "<", "<title>x</title>", "<!-- -->", "\x00", "<div></div>", "</p>", "&nbsp;"])
def test_a_page_without_text_is_one_empty_line(html: str) -> None:
    page = parse_html(html)
    if page.blocks:
        assert html == "<"
        return
    assert [(line.start, line.end, line.text) for line in page.lines] == [(0, len(html), "")]


def test_no_input_is_no_line() -> None:
    assert parse_html("") == Page("html", (), ())


def test_lines_start_at_their_first_words() -> None:
    html = "<title>Boats</title><h1>Boats</h1><script>1</script><p>caf&eacute; by the sea<p>&copy; 2024<p>The <b>end"
    page = parse_html(html)
    starts = [html[line.start :].split("<", maxsplit=1)[0] for line in page.lines]
    assert starts[0] == ""  # the first line starts where the source does
    assert starts[1:] == ["caf&eacute; by the sea", " 2024", "The "]
    assert_tiles(page, html)


def test_a_line_is_found_behind_a_long_script() -> None:
    html = f"<p>Boats<script>{'var a;' * 5_000}</script><p>Harbours"
    line = parse_html(html).lines[1]
    assert html[line.start : line.end] == "Harbours"


TAGS = [
    "p",
    "div",
    "b",
    "a href=x",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "pre",
    "br",
    "blockquote",
    "title",
    "script",
]
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<!--", "-->", "<", ">", '"', "'", "=", "&", "&amp;", "&#0;", "<!doctype html>", "<svg>", "<template>"]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    ),
    max_size=40,
).map("".join)


@given(HOSTILE)
def test_any_text_gives_a_page_whose_lines_tile_it(text: str) -> None:
    is_html(text)
    page = parse_html(text)
    assert_tiles(page, text)
    assert [line for block in page.blocks for line in block.lines] == [
        line for line in page.lines if line.text or page.blocks
    ]
    assert all(block.text.strip() for block in page.blocks)


WORD = st.text("abcdefgæøå日本", min_size=1, max_size=6)
INLINE = st.sampled_from(["b", "i", "em", "span class=x", "a href=x", "code", "sup"])
BLOCK = st.sampled_from(["p", "div", "h2", "li", "blockquote", "section id=y", "pre", "td", "dd"])


def element(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag.split(maxsplit=1)[0]}>"


INLINES = st.lists(st.one_of(WORD, st.builds(element, INLINE, WORD)), min_size=1, max_size=5).map(" ".join)
BLOCKS = st.lists(st.builds(element, BLOCK, INLINES), max_size=6)


@given(BLOCKS)
def test_the_words_of_the_blocks_are_those_of_the_source_in_order(blocks: list[str]) -> None:
    html = "\n".join(blocks)
    assert words_of(parse_html(html)) == re.sub(r"<[^>]*>", "", html.replace("><", "> <")).split()


def words_of(page: Page) -> list[str]:
    return [word for block in page.blocks for word in block.text.replace(" | ", " ").split()]


def assert_tiles(page: Page, source: str) -> None:
    assert "".join(source[line.start : line.end] for line in page.lines) == source
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))
    assert all(before.end == after.start for before, after in zip(page.lines, page.lines[1:], strict=False))
