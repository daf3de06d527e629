"""What a converter wrote above a page is told from the page, read, and judged apart from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import Label, Options, clean
from groats.document import Metadata
from groats.stages.lines import parse_text
from groats.stages.lines.header import Header, find_header
from groats.stages.lines.scalars import read_value
from groats.stages.lines.split import split_lines

CLIPPING = """\
---
title: "The mill: it grinds again"
source: "https://post.example/2025/03/mill"
author:
  - "[[Nell Abbot]]"
  - "[[people/ines|Ines Thorne]]"
published: 2025-03-03
created: 2025-04-01
tags: [mills, "oats, rye", 'Ebbing''s']
---
"""
EXPORT = """\
---
title: The mill: it grinds again
author: Nell Abbot; Ines Thorne
url: https://post.example/2025/03/mill
hostname: post.example
sitename: The Ebbing Post
date: 2025-03-03
categories: ['Local']
tags: ['mills', 'oats']
---
"""
META = """\
---
canonical: https://post.example/mill
meta-author: Nell Abbot
meta-og:site_name: The Ebbing Post
"meta-article:modified_time ": "2025-03-05"
meta-dc:title x:title: The mill
title: The mill - The Ebbing Post
---
"""
SITE = """\
+++
title = "The mill"
date = 2025-03-03T10:00:00+01:00
draft = false
tags = ["mills", "oats"]

[author]
name = "Nell Abbot"
+++
"""
READER = """\
Title: The mill

URL Source: https://post.example/mill

Published Time: Mon, 03 Mar 2025 10:00:00 GMT

Warning: This page is cached: it may have changed.

Markdown Content:
"""
RECORD = """\
Title: The mill
URL: https://post.example/mill
Published Date: 2025-03-03T10:00:00.000Z
Score: 0.21

Text:
"""
FIELDS = """\
Title: The mill
Date: 2025-03-03
Slug: the-mill
**Author:** Nell Abbot

"""
HEADERS = {
    "clipping": CLIPPING,
    "export": EXPORT,
    "meta": META,
    "site": SITE,
    "reader": READER,
    "record": RECORD,
    "fields": FIELDS,
}

ARTICLE = """\
Home
News

The mill at Ebbing grinds again

After eleven silent years, the water mill at Ebbing has ground its first sack of oats. Half the village came to watch.

The wheel is new, but the stones are those of 1811. "They only needed a good dressing," said the miller, Ada Thorne.

© 2025 The Ebbing Post
"""

each_header = pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)


def declared(raw: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in find_header(split_lines(raw)).declared:
        found.setdefault(name, []).append(value)
    return found


def test_a_clipping_declares_what_its_page_did() -> None:
    assert declared(CLIPPING) == {
        "header:title": ["The mill: it grinds again"],
        "header:authors": ["Nell Abbot", "Ines Thorne"],
        "header:date": ["2025-03-03"],
        "header:tags": ["mills", "oats, rye", "Ebbing's"],
        "canonical": ["https://post.example/2025/03/mill"],
    }


def test_meta_elements_stay_what_they_are_in_html() -> None:
    assert declared(META) == {
        "header:title": ["The mill - The Ebbing Post"],
        "canonical": ["https://post.example/mill"],
        "meta:author": ["Nell Abbot"],
        "meta:og:site_name": ["The Ebbing Post"],
        "meta:article:modified_time": ["2025-03-05"],
        "meta:dc:title x:title": ["The mill"],
    }


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("author: Nell Abbot", ["Nell Abbot"]),
        ("Author:   Nell Abbot  ", ["Nell Abbot"]),
        ("author: 'Nell Abbot'", ["Nell Abbot"]),
        ('author: "Nell \\"Nan\\" Abb\\u00f6t"', ['Nell "Nan" Abböt']),
        ('author: "Nell\\x20Abbot"', ["Nell\\x20Abbot"]),
        ('author: "\\ud800"', ["\\ud800"]),
        ('author: "Nell" and "Ines"', ['"Nell" and "Ines"']),
        ("author: Nell, who says: no", ["Nell, who says: no"]),
        ("author: [Nell Abbot, 'Ines']", ["Nell Abbot", "Ines"]),
        ("author: [Nell Abbot] of Ebbing", ["[Nell Abbot] of Ebbing"]),
        ("author: [[Nell Abbot]]", ["Nell Abbot"]),
        ("author:\n- Nell\n- Ines", ["Nell", "Ines"]),
        ("author:\n  -\n  - Ines", ["Ines"]),
        ("author:\n  name: Nell\n  url: https://nell.example", ["Nell"]),
        ("author:\n  - name: Nell\n    role: miller\n  - name: Ines", ["Nell", "Ines"]),
        ("author: >-\n  Nell\n  Abbot", ["Nell Abbot"]),
        ("author: Nell\n  Abbot", ["Nell Abbot"]),
        ("author:", []),
        ("author: null", []),
        ("author: []", []),
        ("author: {name: Nell}", []),
        ("author: &nell Nell", []),
        ("authors: Ines\nauthor: Nell", ["Nell", "Ines"]),
        ("date_published: x", []),
    ],
)
def test_the_values_of_a_key(lines: str, values: list[str]) -> None:
    assert declared(f"---\ntitle: The mill\n{lines}\n---\n").get("header:authors", []) == values


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ('"Nell"', ["Nell"]),
        ('["Nell", "Ines"]', ["Nell", "Ines"]),
        ('{ name = "Nell", age = 60 }', ["Nell"]),
        ('[{ name = "Nell" }, { name = "Ines" }]', ["Nell", "Ines"]),
        ('[["Nell"]]', []),
        ("7", []),
        ("{ name = 7 }", []),
    ],
)
def test_the_values_of_toml(value: str, values: list[str]) -> None:
    assert declared(f'+++\ntitle = "The mill"\nauthor = {value}\n+++\n').get("header:authors", []) == values


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("---\n\ntitle: The mill\n---\n", id="a rule and a blank line"),
        pytest.param("---\ntitle: The mill\n\nIt grinds again.\n---\n", id="a sentence between"),
        pytest.param("---\ntitle: The mill\n# Wheels\n---\n", id="a heading between"),
        pytest.param("---\n  title: The mill\n---\n", id="nothing to be indented under"),
        pytest.param("---\n- title\n---\n", id="an item of nothing"),
        pytest.param("---\ntitle: The mill\n- oats\n---\n", id="an item below a value"),
        pytest.param("---\ntitle: The mill\n", id="never closed"),
        pytest.param("---\n---\ntitle: The mill\n", id="empty"),
        pytest.param("---\nmiller: Nell Abbot\nstones: 2\n---\n", id="no key that is known"),
        pytest.param("---\nDate: 3 March 2025\nPlace: Ebbing\n---\n", id="an event"),
        pytest.param("---\nsource: Ebbing Press\n---\n", id="an agency"),
        pytest.param("The mill\n---\ntitle: The mill\n---\n", id="not at the top"),
        pytest.param("----\ntitle: The mill\n----\n", id="another rule"),
        pytest.param("---\ntitle: The mill\n+++\n", id="closed by another sign"),
        pytest.param("---\n" + "title: The mill\n" * 200 + "---\n", id="too many lines"),
        pytest.param(f"---\ntitle: {'mill ' * 20_000}\n---\n", id="too many characters"),
        pytest.param("+++\ntitle = The mill\n+++\n", id="no TOML"),
        pytest.param(f"+++\ntitle = {'[' * 20_000}\n+++\n", id="deep"),
        pytest.param(f'+++\ntitle = "x"\n{".".join("abc" * 999)} = 1\n+++\n', id="a key of many parts"),
        pytest.param(f'+++\ntitle = "x"\nn = {"9" * 20_000}\n+++\n', id="a number without end"),
        pytest.param("Title: The mill\n\nURL Source: the mill\n\nMarkdown Content:\n", id="no address"),
        pytest.param("Title: The mill\n\nMarkdown Content:\nIt grinds.", id="not where the page is from"),
        pytest.param("Title: The mill\n\nURL Source: https://post.example/mill\n\nIt grinds.", id="no content"),
        pytest.param(
            "Title: The mill\nIt grinds.\nURL Source: https://x.example\nMarkdown Content:\n", id="a sentence"
        ),
        pytest.param("Title: The mill\nURL: https://post.example/mill\nIt grinds again.\n", id="a sentence below"),
        pytest.param("Title: Miller\nPlace: Ebbing\nDate: 3 March 2025\n\nWe seek a miller.", id="an advertisement"),
        pytest.param(
            "Oats: 2\nRye: 3\nDate: 2025-03-03\nTitle: Flour\nAuthor: Nell\nStones: 2\nWheels: 1\n\n", id="a list"
        ),
        pytest.param("", id="nothing"),
        pytest.param("\n \n\ufeff", id="nothing to see"),
    ],
)
def test_what_is_not_clearly_a_header_is_the_page(raw: str) -> None:
    assert find_header(split_lines(raw)) == Header()


@each_header
def test_a_header_ends_where_it_says(header: str) -> None:
    for raw in (header, f"\ufeff\n{header}", header.replace("\n", "\r\n"), header.rstrip("\n")):
        page = parse_text(raw)
        assert page.header == len(page.lines)
        assert "".join(raw[line.start : line.end] for line in page.lines) == raw
        assert {len(block.lines) for block in page.blocks} == {1}


def test_a_blank_line_below_a_header_is_not_the_pages() -> None:
    assert [parse_text(EXPORT + blank + ARTICLE).blocks[-6].blank_before for blank in ("", "\n", "\n\n")] == [0, 0, 1]


@each_header
def test_the_page_below_a_header_is_read_as_if_it_were_alone(header: str) -> None:
    page, alone = parse_text(header + ARTICLE), parse_text(ARTICLE)
    below = [block for block in page.blocks if block.lines[0].number > page.header]
    assert [block._replace(lines=()) for block in below] == [block._replace(lines=()) for block in alone.blocks]
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))


@each_header
def test_a_header_goes_and_the_page_stays_as_it_is(header: str) -> None:
    article, alone = clean(header + ARTICLE, Options(explain=True)), clean(ARTICLE)
    assert article.text == alone.text
    assert [(line.keep, line.label) for line in article.lines[header.count("\n") :]] == [
        (line.keep, line.label) for line in alone.lines
    ]
    above = [line for line in article.lines[: header.count("\n")] if line.line.text]
    assert {(line.keep, line.label, line.reasons) for line in above} == {
        (False, Label.METADATA, ("it is in the header that was written above the page",))
    }


def test_what_a_header_declares_is_known_of_the_page() -> None:
    article = clean(EXPORT + ARTICLE)
    assert article.metadata == Metadata(
        title="The mill at Ebbing grinds again",  # the headline says as much
        authors=("Nell Abbot", "Ines Thorne"),
        date="2025-03-03",
        site="The Ebbing Post",
        section="Local",
        language="en",
        tags=("mills", "oats"),
        copyright="© 2025 The Ebbing Post",
    )
    assert article.metadata.sources["date"] == "header:date"
    assert clean(READER + "It grinds.").metadata.date == "2025-03-03T10:00:00+00:00"
    assert clean(SITE + "It grinds.").metadata.authors == ("Nell Abbot",)
    assert clean(META + "It grinds.").metadata.sources["authors"] == "meta:author"


def test_a_text_may_begin_beside_the_name_of_its_field() -> None:
    article = clean(f"Title: The mill\nURL: https://post.example/mill\nText: {ARTICLE}")
    assert article.text == clean(ARTICLE).text
    assert article.page.lines[2].text == "Home"
    assert article.metadata.site == clean(ARTICLE, Options(url="https://post.example/mill")).metadata.site


def test_records_below_each_other_are_read_as_texts_with_their_titles() -> None:
    other = "Title: The wheel turns\nURL: https://post.example/wheel\nAuthor: Ada Thorne\n"
    page = parse_text(f"{RECORD}It grinds.\n\n-----\n\n{other}Text: The wheel is new.\n{other}\nAt last it turns.\n")
    assert [
        block.text
        for block in page.blocks
        if block.lines[0].number > page.header and block.lines[0].number not in page.fields
    ] == ["It grinds.", "The wheel turns", "The wheel is new.", "The wheel turns", "At last it turns."]
    assert "header:authors" not in dict(page.declared), "the first has none"
    assert not parse_text(f"{ARTICLE}\n{other}\nAt last it turns.").fields, "a text that tells of such records"


def test_a_rule_ends_the_fields_above_a_text() -> None:
    assert clean(f"Title: The mill\nURL: https://post.example/mill\n======\n{ARTICLE}").text == clean(ARTICLE).text


def test_who_wants_a_header_gets_it() -> None:
    assert "published: 2025-03-03" in clean(CLIPPING + ARTICLE, Options(keep={Label.METADATA})).text


def test_a_header_alone_has_no_article() -> None:
    article = clean(CLIPPING)
    assert (article.text, article.title, article.warnings) == ("", "The mill: it grinds again", ("no_article",))


PIECES = st.sampled_from(
    (
        *("---", "+++", "title: x", "tags:", "- oats", "  - rye", "  ", '"', "'", "[", "]", "[[", "a = 1", "{", ">"),
        *("Title: x", "URL Source: https://x.example", "Markdown Content:", "\ufeff", "meta-x: y", "\\", "\x00", ""),
    )
)


@given(st.sampled_from(("---\n", "+++\n", "Title: x\n")), st.lists(PIECES | st.text(max_size=8)), st.booleans())
def test_anything_may_stand_in_a_header(opening: str, pieces: list[str], closes: bool) -> None:  # noqa: FBT001
    end = "\nMarkdown Content:" if opening.startswith("T") else f"\n{opening}"
    raw = opening + "\n".join(pieces) + end * closes
    page = parse_text(raw)
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
    assert page.header <= len(page.lines)
    assert bool(page.declared) == bool(page.header)


def test_spaces_in_a_list_are_passed_over_once() -> None:
    assert read_value("[" + " " * 500_000 + "]", []) == []  # by their square it would run into the time limit
