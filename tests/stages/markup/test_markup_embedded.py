"""Articles that a page's scripts alone hold are read, marked, and only if the page does not show them."""

import json

import pytest

from groats.stages.markup import parse_html

LEDE = "The lighthouse at Skarholm is lit again. Its lamp had been dark since the storm of last November."
REST = "Two fishermen repaired it on their own, with parts that they found in the attic of the harbour office."
END = "The council has thanked them with a barrel of herring, and will pay for the paint in spring."
BODY = f"{LEDE}\n{REST}\n{END}"
MARKED_UP = f"<p>{LEDE}</p><p><b>Two</b>{REST[3:]}</p><p>{END}</p>"
TEXTS = [LEDE, REST, END]


def ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def read(html: str) -> list[tuple[str, str]]:
    return [(block.text, block.hints.origin) for block in parse_html(html).blocks if block.hints]


WRITTEN = {
    "article in text": ld({"@type": "NewsArticle", "articleBody": BODY}),
    "article in HTML": ld({"@type": "Article", "articleBody": MARKED_UP}),
    "article in escaped HTML": ld(
        {"@type": "Article", "articleBody": MARKED_UP.replace("<", "&lt;").replace(">", "&gt;")}
    ),
    "in a graph": ld({"@graph": [{"@type": "WebSite"}, {"@type": "WebPage", "mainEntity": {"articleBody": BODY}}]}),
    "product": ld({"@type": ["Product", "Thing"], "description": BODY}),
    "posting": ld({"@type": "DiscussionForumPosting", "text": BODY}),
    "in CDATA": ld({"articleBody": BODY}).replace("{", "//<![CDATA[\n{", 1).replace("}<", "}\n//]]><"),
    "in capitals": ld({"articleBody": BODY}).replace("script", "SCRIPT"),
}


@pytest.mark.parametrize("script", WRITTEN.values(), ids=WRITTEN)
def test_a_text_in_json_ld_that_the_page_lacks_stands_below_its_headline(script: str) -> None:
    html = f"{script}<nav>Home</nav><h1>Light again</h1><footer>The Tide</footer>"
    assert read(html) == [
        ("Home", ""),
        ("Light again", ""),
        *((text, "json-ld") for text in TEXTS),
        ("The Tide", ""),
    ]


PLAIN = [LEDE, REST, END]
CUT = REST.index("on their own")


def prose_mirror(*texts: str, **more: object) -> dict[str, object]:
    return {"type": "paragraph", "content": [{"type": "text", "text": text} for text in texts], **more}


# The same article as each editor writes it, its second paragraph in two pieces.
DIALECTS = {
    "Portable Text": [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": LEDE}], "markDefs": []},
        {"_type": "image", "asset": {"_ref": "a"}, "alt": "A lamp. It is lit. It turns."},
        {"_type": "block", "children": [{"text": REST[:CUT]}, {"text": REST[CUT:], "marks": ["em"]}]},
        {"_type": "block", "children": [{"_type": "span", "text": END}]},
    ],
    "ProseMirror": [prose_mirror(LEDE), prose_mirror(REST[:CUT], REST[CUT:]), prose_mirror(END)],
    "Slate": [
        {"type": "p", "children": [{"text": LEDE}]},
        {
            "type": "p",
            "children": [{"text": REST[:CUT]}, {"type": "a", "url": "/", "children": [{"text": REST[CUT:]}]}],
        },
        {"type": "p", "children": [{"text": END}]},
    ],
    "Contentful": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": LEDE}]},
        {
            "nodeType": "paragraph",
            "content": [
                {"nodeType": "text", "value": REST[:CUT]},
                {"nodeType": "hyperlink", "content": [{"nodeType": "text", "value": REST[CUT:]}]},
            ],
        },
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": END}]},
    ],
    "Editor.js": [{"type": "paragraph", "data": {"text": text}} for text in (LEDE, f"<b>Two</b>{REST[3:]}", END)],
    "Draft.js": [{"type": "unstyled", "text": text, "key": "a"} for text in PLAIN],
    "Gutenberg": [{"blockName": "core/paragraph", "innerHTML": f"<p>{text}</p>"} for text in PLAIN],
    "content elements": [{"type": "text", "content": text} for text in PLAIN],
    "models": [{"type": "paragraph", "model": {"text": text, "blocks": [{"type": "fragment"}]}} for text in PLAIN],
}


@pytest.mark.parametrize("blocks", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("key", ["body", "content", "_rawContent"])
def test_rich_text_in_data_is_read_block_by_block(blocks: object, key: str) -> None:
    labels = [{"text": "We use cookies. Accept them."}, {"text": "Sign in to comment."}]
    state = json.dumps({"labels": labels, "page": {"post": {key: blocks, "related": [{"title": "x"}]}}})
    assert read(f"<div id=root></div><script>window.__STATE__={state};</script>") == [(text, "data") for text in TEXTS]


def test_rich_text_of_one_paragraph_is_one() -> None:
    state = json.dumps({"doc": {"type": "doc", "content": [prose_mirror(f"{LEDE} ", f"{REST} ", END)]}})
    assert read(f"<script>a={state}</script>") == [(f"{LEDE} {REST} {END}", "data")]


def test_rich_text_keeps_headings_lists_and_code() -> None:
    item = {"type": "list_item", "content": [prose_mirror("a rope < 2 m")]}
    blocks = [
        {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": "The lamp"}]},
        prose_mirror(LEDE),
        prose_mirror("One", "Two").copy()
        | {"content": [{"text": "One", "type": "text"}, {"type": "hardBreak"}, {"text": "two"}]},
        {"type": "bullet_list", "content": [item, item]},
        {"type": "list", "data": {"style": "unordered", "items": ["oil", {"content": "a <b>wick</b>", "items": []}]}},
        {"type": "blockquote", "content": [prose_mirror("Light!")]},
        {"type": "header-two", "text": "Thanks"},
        {"_type": "block", "listItem": "bullet", "children": [{"text": "salt"}]},
        {"type": "code-block", "text": "a()\n  b()"},
        {"type": "teasers", "content": [prose_mirror("Another article")]},
        prose_mirror(END),
    ]
    page = parse_html(f"<script>a={json.dumps({'doc': {'type': 'doc', 'content': blocks}})}</script>")
    assert [(block.form.value, block.text) for block in page.blocks] == [
        ("heading", "The lamp"),
        ("paragraph", LEDE),
        ("paragraph", "One two"),
        ("list", "a rope < 2 m"),
        ("list", "a rope < 2 m"),
        ("list", "oil"),
        ("list", "a wick"),
        ("quote", "Light!"),
        ("heading", "Thanks"),
        ("list", "salt"),
        ("code", "a()\n  b()"),
        ("paragraph", END),
    ]
    assert [block.level for block in page.blocks if block.form.value == "heading"] == [3, 2]


NEXT = json.dumps({"props": {"post": {"body": BODY}}})
STATE = json.dumps({"posts": [{"contentHtml": MARKED_UP}]})
DATA = {
    "Next.js": f"<script id=__NEXT_DATA__ type='application/json'>{NEXT}</script>",
    "a state": f"<script>window.__STATE__ = {STATE};start()</script>",
    "behind a broken one": f"<script>var a = {{b: 1}}</script><script>var c = {STATE}</script>",
}


@pytest.mark.parametrize("script", DATA.values(), ids=DATA)
def test_a_page_that_shows_next_to_nothing_is_asked_for_its_data(script: str) -> None:
    assert read(f"<div id=root>Loading</div>{script}") == [*((text, "data") for text in TEXTS), ("Loading", "")]


SHOWN = "".join(f"<p>{text}</p>" for text in TEXTS)
PASSED_OVER = {
    "shown": ld({"articleBody": BODY}) + SHOWN,
    "shown in other tags": ld({"articleBody": MARKED_UP}) + SHOWN.replace("again", "<i>again</i>"),
    "short": ld({"articleBody": LEDE}) + "<p>x",
    "a description of something else": ld({"@type": "Organization", "description": BODY}) + "<p>x",
    "a text that is none": ld({"articleBody": [BODY]}) + "<p>x",
    "a type that is none": ld({"@type": {"a": 1}, "description": BODY}) + "<p>x",
    "encoded": ld({"articleBody": BODY.replace(" ", "%20")}) + "<p>x",
    "broken": ld({"articleBody": BODY})[:-12] + "</script><p>x",
    "cut off": ld({"articleBody": BODY})[:-9] + "<p>x",
    "little beside the page": ld({"@type": "Product", "description": BODY}) + "<p>" + "Other words. " * 1_000,
    "data of a page that shows much": f"<script>a = {json.dumps({'body': BODY})}</script><p>" + "Other words. " * 300,
    "data of another name": f"<script>a = {json.dumps({'notice': BODY})}</script><p>x",
    "data without sentences": f"<script>a = {json.dumps({'body': BODY.replace('.', '')})}</script><p>x",
    "a list of teasers": f"<script>a = {json.dumps({'a': [{'type': 'teaser', 'text': LEDE}] * 9})}</script><p>x",
    "a script without data": f"<script>console.log('{BODY[:80]}'); {'start();' * 50}</script><p>x",
    "data shorter than the page": f"<script>a = {json.dumps({'body': BODY})}</script><p>" + "Other words. " * 50,
}


@pytest.mark.parametrize("html", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_the_page_shows_or_is_no_article_is_passed_over(html: str) -> None:
    assert {origin for _, origin in read(html)} == {""}


def test_two_copies_in_json_ld_are_read_once() -> None:
    assert len(read(ld({"articleBody": BODY}) * 2)) == len(TEXTS)


@pytest.mark.parametrize("opening", ["<script>", "<script type='application/ld+json'>", "<script"])
def test_scripts_without_end_are_no_endless_work(opening: str) -> None:
    assert read(f"<p>x</p>{opening * 50_000}")[0] == ("x", "")


def test_a_bomb_of_rich_text_is_cut() -> None:
    nested = '{"type": "li", "content": [' * 400 + "]}" * 400
    blocks = f'[{{"type": "p", "text": "{LEDE}"}}, {{"type": "p", "text": "{END}"}}, {nested}]'
    assert read(f"<script>a={{'b': {blocks}}}</script>".replace("'", '"'))[-1] == (END, "data")


def test_a_bomb_of_json_is_no_article() -> None:
    deep = ld(1).replace("1", '{"articleBody": ' * 50_000 + "[" * 50_000)
    assert read(f"<p>x</p>{deep}") == [("x", "")]
