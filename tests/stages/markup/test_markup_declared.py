"""What a page says of itself: head, JSON-LD, and a few elements of the body."""

import json

import pytest

from groats.stages.markup import parse_html


def declared(html: str) -> tuple[tuple[str, str], ...]:
    return parse_html(html).declared


DECLARED = {
    "title": ("<title> Tide &amp;\n time </title>", ("title", "Tide & time")),
    "language": ("<html lang=nb-NO><p>x", ("lang", "nb-NO")),
    "property": ("<meta property='og:title' content='Tide'>", ("meta:og:title", "Tide")),
    "name": ("<META NAME=DC.Creator CONTENT='Ann Holm'>", ("meta:dc.creator", "Ann Holm")),
    "itemprop": ("<p>x<meta itemprop=datePublished content=2024-05-01>", ("meta:datepublished", "2024-05-01")),
    "http-equiv": ("<meta http-equiv=Content-Language content=fi>", ("meta:content-language", "fi")),
    "JSON-LD in a tag": ("<meta name='script:ld+json' content='{\"headline\": \"Tide\"}'>", ("ld:headline", "Tide")),
    "canonical": ("<link rel='CANONICAL' href='https://tide.example/1'>", ("canonical", "https://tide.example/1")),
    "time": ("<p><time datetime='2024-05-01'>May Day</time>", ("time", "2024-05-01")),
    "author link": ("<p>By <a rel='author nofollow' href=/ann>Ann\n <b>Holm</b></a>", ("rel:author", "Ann Holm")),
    "author without address": ("<p><a rel=author>Ann Holm</a>", ("rel:author", "Ann Holm")),
}


@pytest.mark.parametrize(("html", "pair"), DECLARED.values(), ids=DECLARED)
def test_what_is_declared_is_read(html: str, pair: tuple[str, str]) -> None:
    assert declared(html) == (pair,)


NOT_DECLARED = {
    "an empty title": "<title> </title>",
    "the title of a drawing": "<svg><title>Arrow</title></svg>",
    "a meta tag without a value": "<meta name=author><meta name=author content=' '>",
    "a meta tag without a name": "<meta content=x><meta charset=utf-8>",
    "another link": "<link rel=stylesheet href=x><link href=y><link rel=canonical>",
    "another script": "<script>{'name': 1}</script><script type=text/javascript>1</script>",
    "a time in words": "<p><time>noon</time>",
    "another rel": "<p><a rel=nofollow href=x>Ann</a><a rel>b</a>",
}


@pytest.mark.parametrize("html", NOT_DECLARED.values(), ids=NOT_DECLARED)
def test_what_says_nothing_is_not_declared(html: str) -> None:
    assert declared(html) == ()


def test_declarations_stand_in_document_order() -> None:
    html = "<html lang=en><title>A</title><meta name=author content=B><body><p><time datetime=C>c</time>"
    assert [name for name, _ in declared(html)] == ["lang", "title", "meta:author", "time"]


def test_author_links_stay_in_the_text() -> None:
    (block,) = parse_html("<p>By <a rel=author href=/ann>Ann Holm</a>").blocks
    assert block.text == "By Ann Holm"


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Tide &amp; time",
    "author": [{"@type": "Person", "name": "Ann Holm"}, "Bo Lind"],
    "publisher": {"@type": "Organization", "name": "The Tide"},
    "datePublished": "2024-05-01T10:00:00Z",
    "keywords": ["sea", "boats"],
    "copyrightYear": 2024,
    "isAccessibleForFree": True,
}
PAIRS = (
    ("ld:@type", "NewsArticle"),
    ("ld:headline", "Tide & time"),
    ("ld:author", "Ann Holm"),
    ("ld:author", "Bo Lind"),
    ("ld:datePublished", "2024-05-01T10:00:00Z"),
    ("ld:publisher", "The Tide"),
    ("ld:keywords", "sea"),
    ("ld:keywords", "boats"),
    ("ld:copyrightYear", "2024"),
    ("ld:isAccessibleForFree", "true"),
)
PLAIN = json.dumps(ARTICLE)

WRITTEN = {
    "plain": PLAIN,
    "in a list": f"[{PLAIN}]",
    "in a graph": json.dumps({"@context": "https://schema.org", "@graph": [ARTICLE]}),
    "as what a page is about": json.dumps({"@type": "WebSite", "name": "The Tide", "mainEntity": ARTICLE}),
    "in a comment": f"<!-- {PLAIN} -->",
    "in CDATA": f"//<![CDATA[\n{PLAIN}\n//]]>",
    "with a semicolon": f"{PLAIN};",
    "beside other things": f'[{{"@type": ["Organization"], "name": "Sea"}}, {{"@type": "Person"}}, {PLAIN}, 1]',
    "with commas too many": PLAIN[:-1].replace('"boats"]', '"boats", ]') + ", }",
    "with its quotes written as entities": PLAIN.replace('"', "&quot;"),
    "after another value": f'{{"@type": "WebSite", "name": "Sea"}}\n{PLAIN}',
    "before related stories": json.dumps([ARTICLE, {"@type": "NewsArticle", "headline": "Ebb", "author": "Cy Dee"}]),
    "behind the page around it": json.dumps(
        {"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE, {"@type": "Comment", "author": "Cy"}]}
    ),
    "with markup in its strings": PLAIN.replace("Tide", "<em>Tide").replace("time", "</em> <br/>time"),
    "with a line feed in a string": PLAIN.replace("Tide &amp; time", "Tide &amp;\n time"),
}


@pytest.mark.parametrize("source", WRITTEN.values(), ids=WRITTEN)
def test_json_ld_is_flattened(source: str) -> None:
    assert declared(f"<script type='application/ld+json'>{source}</script>") == PAIRS


def test_json_ld_refers_by_id() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#ann"}, "publisher": {"@id": "#none"}, "headline": {"@value": "T"}},
        {"@type": "Person", "@id": "#ann", "name": ["Ann Holm", "A. Holm"]},
    ]
    assert declared(f"<script type='application/ld+json'>{json.dumps(graph)}</script>") == (
        ("ld:@type", "Article"),
        ("ld:headline", "T"),
        ("ld:author", "Ann Holm"),
    )


@pytest.mark.parametrize(("kind", "title"), [("QAPage", "When does it turn?"), ("FAQPage", "Questions")])
def test_a_page_is_about_its_one_question_and_about_none_of_many(kind: str, title: str) -> None:
    question = {"@type": "Question", "name": "When does it turn?"}
    source = json.dumps({"@type": [kind], "name": "Questions", "mainEntity": [question]})
    assert ("ld:name", title) in declared(f"<script type='application/ld+json'>{source}</script>")


@pytest.mark.parametrize(
    "source",
    [
        '{"headline": "Tide", "author": {"@type": "Person", "name": "Ann Holm"}, "datePublished": "2024"',
        '{"headline": "Tide", "text": "a "b" c", "author": [{"name": "Ann Holm"}], "datePublished": "2024"}',
        '{"headline": "Tide", \'x\': 1, "author": "Ann Holm", "datePublished": "2024", "headline": "Ebb"}',
    ],
)
def test_of_broken_json_ld_the_plainest_is_read(source: str) -> None:
    found = dict(declared(f"<script type='application/ld+json'>{source}</script>"))
    assert found == {"ld:headline": "Tide", "ld:author": "Ann Holm", "ld:datePublished": "2024"}


def test_a_broken_string_is_passed_over() -> None:
    assert declared('<script type=\'application/ld+json\'>{"headline": "a\\x", }}</script>') == ()


def test_the_article_counts_for_more_than_the_page_around_it() -> None:
    first = '<script type="application/ld+json">{"@type": "WebPage", "name": "A", "headline": "B"}</script>'
    second = '<script type="application/ld+json">{"@type": "Article", "headline": "C", "author": "Ann"}</script>'
    assert declared(first + second) == (
        ("ld:name", "A"),
        ("ld:@type", "Article"),
        ("ld:headline", "C"),
        ("ld:author", "Ann"),
    )


MICRODATA = {
    "words": ("<p itemprop=author>Ann Holm</p>", (("item:author", "Ann Holm"),)),
    "a scope": (
        "<p itemprop=author itemscope>By <b itemprop=name>Ann Holm</b>, writer</p>",
        (("item:author", "Ann Holm"),),
    ),
    "a date": (
        "<span itemprop=datePublished content=2024-05-01>May</span>",
        (("item:datepublished", "2024-05-01"),),
    ),
    "the first": ("<p itemprop=author>Ann</p><p itemprop=author>A reader</p>", (("item:author", "Ann"),)),
    "nothing": (f"<p itemprop=author> </p><p itemprop=author>{'x' * 400}</p><p itemprop=price>9</p>", ()),
}


@pytest.mark.parametrize(("html", "pairs"), MICRODATA.values(), ids=MICRODATA)
def test_microdata_is_read(html: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert declared(html) == pairs


BROKEN = {
    "no JSON": "{headline: x}",
    "empty": "",
    "too deep": "[" * 100_000,
    "too long": json.dumps({"headline": "x", "articleBody": "word " * 250_000}),
    "other values": '{"headline": null, "author": [], "name": {"name": []}, "keywords": true, "creator": {"a": 1}}',
    "many things before": "[" + "0," * 2_500 + '{"headline": "x"}]',
}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_json_ld_that_says_nothing_is_passed_over(source: str) -> None:
    page = parse_html(f"<script type='application/ld+json'>{source}</script><p>Words.")
    assert page.declared == ()
    assert [block.text for block in page.blocks] == ["Words."]
