import re

import pytest
from articles import build_article
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from groats.document import Article, Form, Label, Metadata, Options, Source, Verdict
from groats.pipeline import clean
from groats.render.markdown import to_markdown
from groats.stages.compose import body
from groats.stages.markup import parse_html

READER = MarkdownIt("gfm-like", {"linkify": False})


def read(markdown: str) -> list[tuple[str, str]]:
    """What a Markdown reader sees: the innermost element and the text of each block."""
    seen = []
    opened: list[str] = []
    for token in READER.parse(markdown):
        if token.type == "inline":
            assert token.children is not None
            kinds = {child.type for child in token.children} - {"text", "text_special", "softbreak", "hardbreak"}
            assert not kinds, (kinds, markdown)
            breaks = {"hardbreak": "\n", "softbreak": "<soft>"}
            seen.append((opened[-1], "".join(breaks.get(child.type, child.content) for child in token.children)))
        elif token.nesting:
            opened = opened[:-1] if token.nesting < 0 else [*opened, token.tag]
        else:
            seen.append((token.tag, token.content))
    return seen


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (build_article(), ""),
        (build_article("T The mill", "N Menu"), ""),
        (build_article("T The mill", "", "It turns."), "# The mill\n\nIt turns.\n"),
        (build_article("H Wheel", "It turns."), "## Wheel\n\nIt turns.\n"),
        (build_article("H Wheel", "H Axle", levels=(3, 6)), "### Wheel\n\n###### Axle\n"),
        (build_article("L oats", "L rye", "", "End."), "- oats\n- rye\n\nEnd.\n"),
        (build_article("L oats", "L rye", marker="1."), "1. oats\n1. rye\n"),
        (build_article("L oats", marker="•"), "- oats\n"),
        (build_article("L oats", marker="(a)"), "- (a) oats\n"),
        (build_article("L a", "L b", "L c", levels=(1, 2, 1)), "- a\n    - b\n- c\n"),
        (build_article("Q To grind", "Q is to live."), "> To grind  \n> is to live.\n"),
        (build_article("C   if x:", "C     y = 1"), "```\nif x:\n  y = 1\n```\n"),
        (build_article("C a ```` b"), "`````\na ```` b\n`````\n"),
        (build_article("R Grain | Price", "R oats | 3"), "| Grain | Price |\n| --- | --- |\n| oats | 3 |\n"),
        (build_article("R a | b \\| c", "R d | e"), "| a | b \\\\\\| c |\n| --- | --- |\n| d | e |\n"),
        (build_article("R a | b", "R c | d | e"), "a | b  \nc | d | e\n"),
        (build_article("Grind, grind", "the oats"), "Grind, grind  \nthe oats\n"),
    ],
)
def test_each_form_is_written_as_markdown_has_it(article: Article, expected: str) -> None:
    assert to_markdown(article) == expected


def test_the_title_can_be_left_out() -> None:
    assert to_markdown(build_article("T The mill", "", "It turns."), title=False) == "It turns.\n"


PLAIN = [
    "The mill at Ebbing: 3 < 4 > 2.",
    "5 * 3, *oats*, **rye**, ~~corn~~ ~barley~",
    "_oats_ and snake_case_name and __init__",
    "`code` and ``more``",
    "[link](https://example.org) ![image](x.png) [1]: https://example.org",
    "<b>oats</b> <https://example.org> <!-- no -->",
    "&amp; &#65; AT&T & co",
    "back\\slash \\* \\",
    "# no heading",
    "####### seven",
    "#oats",
    "Learn C #",
    "In C ## #",
    "> no quote",
    "- no item",
    "+ no item",
    "* no item",
    "-5 degrees",
    "1. no item",
    "12) no item",
    "3.5 sacks",
    "---",
    "- - -",
    "===",
    "___",
    "***",
    "~~~",
    "```",
    "| a | b |",
    "1234567890. too long for a number",
]


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize(("mark", "tag"), [("", "p"), ("H ", "h2"), ("Q ", "p"), ("L ", "p")])
def test_a_markdown_reader_sees_the_text_as_it_is(text: str, mark: str, tag: str) -> None:
    assert read(to_markdown(build_article(mark + text))) == [(tag, text)]


@pytest.mark.parametrize("text", PLAIN)
def test_a_mark_in_the_second_line_of_verse_changes_nothing_either(text: str) -> None:
    article = build_article("oats", text) if len(text) < 50 else build_article(text)
    assert "\n".join(seen for _, seen in read(to_markdown(article))).endswith(text)


def test_a_markdown_reader_sees_the_cells_of_a_table() -> None:
    article = build_article("R Grain | Price", "R *oats* | 3|4", "R  | _")
    seen = read(to_markdown(article))
    assert seen[:4] == [("th", "Grain"), ("th", "Price"), ("td", "*oats*"), ("td", "3|4")]


def test_a_markdown_reader_sees_the_levels_of_a_list() -> None:
    for marker in ("-", "1."):
        markdown = to_markdown(build_article("L a", "L b", "L c", "L d", levels=(1, 2, 3, 1), marker=marker))
        depths = []
        depth = 0
        for token in READER.parse(markdown):
            depth += token.nesting if token.type.startswith("list_item") else 0
            depths += [depth] if token.type == "inline" else []
        assert depths == [1, 2, 3, 1]


words = st.text(alphabet=st.sampled_from("ab 1.#*_-+=~`<>[]()!&;|\\:"), min_size=1, max_size=20)


@given(words)
def test_a_markdown_reader_sees_any_text_as_it_is(text: str) -> None:
    folded = " ".join(text.split())
    if folded and folded[:2] not in {"T ", "H ", "L ", "Q ", "C ", "R ", "N ", "S "}:
        assert read(to_markdown(build_article(folded))) == [("p", folded)]


@given(st.text(max_size=60))
def test_a_fence_is_longer_than_any_inside(code: str) -> None:
    text = " ".join(code.replace("`", "```").split()) or "x"
    markdown = to_markdown(build_article(f"C {text}"))
    fence = re.match("`+", markdown)
    assert fence is not None
    assert fence[0] not in markdown[len(fence[0]) : -len(fence[0]) - 1]


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_lines_can_be_written(lines: list[str]) -> None:
    to_markdown(build_article(*lines)).encode()


def from_html(html: str, *, links: bool = False, url: str | None = None) -> str:
    """The Markdown of a page of which every block is kept."""
    page = parse_html(html)
    verdicts = tuple(Verdict(block, keep=True, label=LABELS[block.form], score=1.0) for block in page.blocks)
    article = Article(body(verdicts), Metadata(), verdicts, 1.0, (), Source(html, "str", len(html)), page, url)
    return to_markdown(article, links=links)


LABELS = {form: Label(form.value) for form in Form}
HEAD = "<tr><th rowspan=2>Year<th colspan=2>Sacks<tr><th>Oats<th>Rye<tr><td>1811<td>120<td>40"
HTML = {
    "a head of two rows": (
        f"<table>{HEAD}</table>",
        "| Year | Sacks |  |\n| --- | --- | --- |\n|  | Oats | Rye |\n| 1811 | 120 | 40 |\n",
    ),
    "bars in a cell, and a row with one": (
        "<table><tr><td>a<td>b | c<tr><td colspan=2>d<tr><td>e<td>f</table>",
        "| a | b \\| c |\n| --- | --- |\n| d |  |\n| e | f |\n",
    ),
    "a row alone": ("<table><tr><td>oats<td>3</table>", "| oats | 3 |\n| --- | --- |\n"),
    "paragraphs of a quote": ("<blockquote><p>a<p>b</blockquote><p>c", "> a\n>\n> b\n\nc\n"),
    "a caption": ("<figure><img src=a><figcaption>The *mill*</figcaption></figure>", "*The \\*mill\\**\n"),
    "terms": ("<p>x<dl><dt>Groat<dd>A hulled kernel.</dl>", "x\n\n**Groat**  \nA hulled kernel.\n"),
    "nested numbers": ("<ol start=9><li>a<ul><li>b</ul><li>c</ol>", "9. a\n    - b\n10. c\n"),
}


@pytest.mark.parametrize(("html", "markdown"), HTML.values(), ids=HTML)
def test_html_comes_out_as_markdown(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


LINKED = {
    "words that stand in others before": (
        "<p>The catalogue came here: <a href=/cat>cat</a> and <a href=/here>here</a>, cat, here.",
        "The catalogue came here: [cat](https://tide.example/cat) and [here](https://tide.example/here), cat, here.\n",
    ),
    "words in brackets": ("<p>Read the <a href=/p>[PDF]</a>.", "Read the [\\[PDF\\]](https://tide.example/p).\n"),
    "a cell": (
        "<table><tr><td>catalogue<td><a href=/cat>cat</a><tr><td>a<td>b</table>",
        "| catalogue | [cat](https://tide.example/cat) |\n| --- | --- |\n| a | b |\n",
    ),
    "an address": (
        "<p>To <a href='https://a.example/x'>the *mill*</a>.",
        "To [the \\*mill\\*](https://a.example/x).\n",
    ),
    "as seen from the page": ("<p><a href='../b?c=1&d'>mill</a>", "[mill](https://tide.example/b?c=1&d)\n"),
    "brackets and spaces": (
        "<p><a href='/a b(c)[d]<e>'>x</a>",
        "[x](https://tide.example/a%20b%28c%29%5Bd%5D%3Ce%3E)\n",
    ),
    "a script": ("<p><a href='javascript:alert(1)'>x</a> <a href=' data:text/html,y'>y</a>", "x y\n"),
    "this page": ("<p><a href='#top'>x</a>", "x\n"),
    "a broken one": ("<p><a href='http://[x'>x</a>", "x\n"),
    "the same words twice": (
        "<p>a <a href=/1>a</a> <a href=/2>a</a>",
        "a [a](https://tide.example/1) [a](https://tide.example/2)\n",
    ),
    "in an item": ("<ul><li><a href=/a>a</a></ul>", "- [a](https://tide.example/a)\n"),
    "in a row": (
        "<table><tr><td><a href='/a|b'>a</a><td>c<tr><td>d<td>e</table>",
        "| [a](https://tide.example/a%7Cb) | c |\n| --- | --- |\n| d | e |\n",
    ),
    "as seen from what the page declares": (
        "<base href='/docs/'><base href='/x/'><p><a href='mill'>mill</a>",
        "[mill](https://tide.example/docs/mill)\n",
    ),
    "a broken base": ("<base href='http://[x'><p><a href='mill'>mill</a>", "[mill](https://tide.example/a/mill)\n"),
    "a base that no page has": (
        f"<base href='/{'a/' * 2000}'><p><a href='mill'>mill</a>",
        "[mill](https://tide.example/a/mill)\n",
    ),
    "in a heading": ("<h3><a href=/a>a</a>", "### [a](https://tide.example/a)\n"),
}


@pytest.mark.parametrize(("html", "markdown"), LINKED.values(), ids=LINKED)
def test_links_lead_to_their_addresses(html: str, markdown: str) -> None:
    assert from_html(html, links=True, url="https://tide.example/a/") == markdown


def test_links_are_seen_from_a_declared_base_where_the_page_has_no_address() -> None:
    html = "<base href='https://tide.example/docs/'><p><a href='mill'>mill</a>"
    assert from_html(html, links=True) == "[mill](https://tide.example/docs/mill)\n"


def test_links_are_left_out_unless_asked_for() -> None:
    assert from_html("<p>To <a href='/x'>the mill</a>.", url="https://tide.example/") == "To the mill.\n"


def test_text_has_no_links() -> None:
    assert to_markdown(build_article("See the mill."), links=True) == "See the mill.\n"


NESTED = {
    "a loose list": (
        "<ol><li><p>a<p>b<ul><li><p>c<li><p>d<pre>e\n\n  f</pre></ul><li><p>g</ol><p>h",
        "1. a\n\n    b\n\n    - c\n\n    - d\n\n        ```\n        e\n\n          f\n        ```\n\n2. g\n\nh\n",
    ),
    "a list and code in a quote": (
        "<blockquote><p>a<ul><li>b<li>c<ul><li>d</ul></ul><pre>e\n\n  f</pre><h3>g</h3></blockquote>",
        "> a\n>\n> - b\n> - c\n>     - d\n>\n> ```\n> e\n>\n>   f\n> ```\n>\n> ### g\n",
    ),
    "a quote in an item": (
        "<ul><li>a<blockquote><p>b<p>c</blockquote>d</ul>",
        "- a\n\n    > b\n    >\n    > c\n\n    d\n",
    ),
    "two quotes": ("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b\n"),
    "a wide number": ("<ol start=1000><li>a<ul><li>b</ul></ol>", "1000. a\n      - b\n"),
    "a list below a heading in an item": ("<ul><li><h3>a</h3><ul><li>b</ul></ul>", "### a\n\n- b\n"),
    "numbers that count down": ("<ol reversed><li>a<li>b<li>c</ol>", "- 3\\. a\n- 2\\. b\n- 1\\. c\n"),
    "two lists, the second from 1": (
        "<ol start=3><li>a</ol><p>x<ol start=2><li>b</ol><p>x<ol><li>c<li>d</ol>",
        "3. a\n\nx\n\n2. b\n\nx\n\n1. c\n2. d\n",
    ),
    "a list in an item that begins late": ("<ul><li>a<ol start=3><li>b<li>c</ol></ul>", "- a\n\n    3. b\n    4. c\n"),
    "two lists below each other": (
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul><ul><li>e<ul><li>f</ul><li>g</ul><ul><li>h</ul><ol><li>i</ol><ol><li>j</ol>",
        "- a\n- b\n    - c\n- d\n\n* e\n    - f\n* g\n\n- h\n\n1. i\n\n1) j\n",
    ),
    "a list without an item of its own above": ("<ul><li><ul><li>a</ul><li>b</ul>", "- a\n- b\n"),
    "letters": ("<ol type=a><li>a<li>b</ol>", "- a. a\n- b. b\n"),
}


@pytest.mark.parametrize(("html", "markdown"), NESTED.values(), ids=NESTED)
def test_what_stands_in_quotes_and_items_stays_there(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


@pytest.mark.parametrize("piece", ["<ul><li>a", "<ul><li><p>a<p>b", "<blockquote><p>a", "<ol><li>a<blockquote>b"])
def test_what_is_nested_by_the_hundreds_is_not_indented_so_far(piece: str) -> None:
    lines = from_html(piece * 300).splitlines()
    assert sum("a" in line for line in lines) == 300
    assert max(map(len, lines)) < 200


def test_a_markdown_reader_sees_the_levels_of_a_list_whose_items_are_set_apart() -> None:
    article = clean("- a\n\n  - b\n\n  - c\n\n- d\n\ne\n\n  - f", Options(keep=frozenset(Label)))
    assert to_markdown(article) == "- a\n\n    - b\n\n    - c\n\n- d\n\n## e\n\n- f\n"


MARKED = {
    "code": ("<p>Call <code>open(*a)</code> or <kbd>Ctrl</kbd>.", "Call `open(*a)` or `Ctrl`.\n"),
    "code in part of a word, and the same word before": ("<p>mill the <tt>mill</tt>s", "mill the `mill`s\n"),
    "backticks in code": ("<p><code>`a``b</code> c", "``` `a``b ``` c\n"),
    "high and low": (
        "<p>v<sup>3</sup>, H<sub>2</sub>O, x<sup>*</sup>",
        "v<sup>3</sup>, H<sub>2</sub>O, x<sup>\\*</sup>\n",
    ),
    "a note in brackets": ("<p>It turns.<sup>[1]</sup>", "It turns.\\[1]\n"),
    "marks in each other": ("<p><code>a<sup>b</sup></code> <sub><sup>c</sup></sub>", "`ab` <sub>c</sub>\n"),
    "a mark over the end of a block": ("<div><code>a<div>b</div>c</code> d</div>", "`a`  \n`b`  \n`c` d\n"),
    "in a heading, an item and a quote": (
        "<h2>a <code>b</code></h2><ul><li><code>c</code></ul><blockquote><code>d</code>",
        "## a `b`\n\n- `c`\n\n> `d`\n",
    ),
    "none in code": ("<pre><code>a<sup>2</sup></code></pre>", "```\na2\n```\n"),
    "none without words": ("<p>a <code> </code><sup></sup> b", "a b\n"),
}


@pytest.mark.parametrize(("html", "markdown"), MARKED.values(), ids=MARKED)
def test_code_and_what_is_set_high_or_low_stays_so(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


def test_code_and_links_hold_each_other() -> None:
    html = "<p>a <a href=/b><code>b[0]</code> ]</a> <code>c <a href=/d>d</a> e</code>"
    assert from_html(html, links=True) == "a [`b[0]` \\]](/b) `c` [`d`](/d) `e`\n"


def test_a_heading_of_unknown_level_is_below_the_last_that_is_known() -> None:
    article = build_article(
        "H Wheel", "It turns.", "H Axle", "", "It turns.", "", "H Note", "", "Oil it.", levels=(0, 0, 3, 0, 0, 0)
    )
    assert [line for line in to_markdown(article).splitlines() if line.startswith("#")] == [
        "## Wheel",
        "### Axle",
        "#### Note",
    ]
    article = build_article("H Wheel", "", "H Note", "", "Oil it.", levels=(6, 0, 0))
    assert to_markdown(article) == "###### Wheel\n\n###### Note\n\nOil it.\n"


def test_a_note_in_brackets_with_a_link_in_it_is_not_set_high() -> None:
    html = "<p>a<sup>[<a href=/1>1</a>, <a href=/2>2</a>]</sup>"
    assert from_html(html, links=True) == "a\\[[1](/1), [2](/2)]\n"


def test_a_list_that_counts_on_from_the_one_above_is_the_rest_of_it() -> None:
    lists = "<ol><li>a</ol><ol start=2><li>b</ol>"
    assert from_html(lists) == "1. a\n\n2. b\n"
    assert from_html(f"{lists}<ol><li>c</ol>") == "1. a\n\n2. b\n\n1) c\n"


def test_items_that_count_down_in_text_keep_their_numbers() -> None:
    article = clean("3. a\n2. b\n1. c", Options(keep=frozenset(Label)))
    assert to_markdown(article) == "- 3\\. a\n- 2\\. b\n- 1\\. c\n"


trees = st.recursive(
    st.just("p"),
    lambda inner: st.tuples(st.sampled_from(["ul", "ol", "blockquote"]), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=8,
)


@given(st.lists(trees, min_size=1, max_size=4))
def test_a_markdown_reader_sees_what_each_paragraph_stands_in(parts: list[object]) -> None:
    expected: list[tuple[str, ...]] = []
    html = "<p>x".join(write_tree(part, (), expected) for part in parts)
    seen: list[tuple[str, ...]] = []
    opened: list[str] = []
    for token in READER.parse(from_html(html)):
        if token.type == "inline" and token.content != "x":
            seen.append(tuple(opened[:-1]))
        elif token.nesting:
            opened = opened[:-1] if token.nesting < 0 else [*opened, token.tag]
    assert seen == expected


def write_tree(tree: object, around: tuple[str, ...], expected: list[tuple[str, ...]]) -> str:
    """The tree as HTML; what each of its paragraphs stands in goes into `expected`."""
    if not isinstance(tree, tuple):
        expected.append(around)
        return "<p>word</p>"
    tag, inner = tree
    if tag == "blockquote":
        return f"<blockquote>{''.join(write_tree(part, (*around, tag), expected) for part in inner)}</blockquote>"
    place = (*around, tag, "li")
    items = (f"<li>{write_tree('p', place, expected)}{write_tree(part, place, expected)}" for part in inner)
    return f"<{tag}>{''.join(items)}</{tag}>"
