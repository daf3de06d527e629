"""Which counts, what a page declares or what its lines show."""

import pytest
from metadata_pages import BODY, article, metadata_of

from groats.document import Block, Form, Label, Line, Page, Verdict
from groats.stages.metadata import find_metadata


@pytest.mark.parametrize(
    ("declared", "authors"),
    [
        ([("ld:author", "Ada Lind"), ("ld:author", "Tom Vale"), ("meta:author", "x")], ("Ada Lind", "Tom Vale")),
        ([("meta:author", "By Ada Lind and Tom Vale")], ("Ada Lind", "Tom Vale")),
        ([("meta:author", "Ada Lind, MD, RD")], ("Ada Lind",)),
        ([("meta:author", "ada@rowanpost.example (Ada Lind)")], ("Ada Lind",)),
        ([("meta:author", "admin"), ("meta:parsely-author", "Ada Lind")], ("Ada Lind",)),
        ([("meta:author", "Contributors to Rowanpedia")], ()),
        ([("meta:author", "Guest author")], ()),
        ([("meta:author", "Администратор"), ("meta:byl", "Ada Lind")], ("Ada Lind",)),
        ([("meta:author", "{{ page.author }}")], ()),
        ([("meta:author", "[email\xa0protected]")], ()),
        ([("meta:twitter:label1", "Written by"), ("meta:twitter:data1", "Ada Lind")], ("Ada Lind",)),
        ([("meta:twitter:label1", "Napisane przez"), ("meta:twitter:data1", "Ada Lind")], ("Ada Lind",)),
        ([("meta:twitter:label1", "Brand"), ("meta:twitter:data1", "Harrow Boats")], ()),
        ([("rel:author", "View more posts")], ()),
        ([("rel:author", "ada_l")], ("ada_l",)),
        ([("meta:author", "Rowan Boats Inc."), ("meta:byl", "Ada Lind")], ("Ada Lind",)),
        ([("ld:author", "Rowan Dentistry PC")], ()),
        ([("meta:author", "Rowan Post"), ("meta:og:site_name", "Rowan Post")], ("Rowan Post",)),
        ([("ld:author", "Rowan Post"), ("meta:og:site_name", "Rowan Post")], ()),
        ([("ld:author", "Rowan Post"), ("meta:byl", "Ada Lind"), ("meta:og:site_name", "Rowan Post")], ("Ada Lind",)),
        ([("rel:author", f"Ada Lind {number}") for number in "abcde"], ()),
        ([("meta:article:author", "https://social.example/ada")], ()),
        ([("meta:author", "ada@rowanpost.example")], ()),
        ([("meta:twitter:data1", "7 minutes")], ()),
        ([("meta:twitter:data1", "12 min read")], ()),
        ([("meta:author", "98 Harrow Boats")], ("98 Harrow Boats",)),
        ([("meta:author", "x7f3q9")], ()),
        ([("rel:author", "Ada Lind"), ("rel:author", "More by Ada Lind »"), ("rel:author", "<img>")], ("Ada Lind",)),
        (
            [("meta:author", "Center for Harbour Evaluation and Research")],
            ("Center for Harbour Evaluation and Research",),
        ),
        ([("ld:author", "Ada Lind"), ("ld:author", "ADA LIND")], ("Ada Lind",)),
    ],
)
def test_declared_authors_are_cleaned(declared: list[tuple[str, str]], authors: tuple[str, ...]) -> None:
    assert metadata_of(("paragraph", BODY), declared=declared).authors == authors


def test_what_is_declared_comes_before_what_the_lines_show() -> None:
    found = metadata_of(
        *article(("byline", "Tom Vale, 6 March 2025"), below=[("tags", "Tags: a"), ("legal", "© 2025 Harrow")]),
        declared=[
            ("ld:author", "Ada Lind"),
            ("meta:article:published_time", "2025-03-05T10:00:00Z"),
            ("ld:datePublished", "2025-58-15"),
            ("meta:og:site_name", "Rowan Post"),
            ("meta:article:section", "Coast"),
            ("ld:keywords", "harbour, council"),
            ("meta:keywords", "soup"),
            ("lang", "en-GB"),
        ],
    )
    assert (found.authors, found.date, found.site) == (("Ada Lind",), "2025-03-05T10:00:00+00:00", "Rowan Post")
    assert (found.section, found.tags, found.copyright) == ("Coast", ("harbour", "council"), "© 2025 Harrow")


@pytest.mark.parametrize(
    ("heading", "declared", "title"),
    [
        ("Harbour stays closed", [("title", "Harbour stays closed | Rowan Post")], "Harbour stays closed"),
        ("Harbour stays closed", [("ld:headline", "Why the harbour stays closed: a guide")], "Harbour stays closed"),
        ("Latest news", [("ld:headline", "Harbour stays closed")], "Harbour stays closed"),
        (None, [("title", "Harbour | Rowan Post"), ("meta:og:site_name", "Rowan Post")], "Harbour"),
        (None, [("title", "Harbour | Rowan Post"), ("meta:og:title", "Harbour closed")], "Harbour closed"),
        (None, [("title", "Harbour | Rowan Post"), ("canonical", "https://rowanpost.example/")], "Harbour"),
        ("港口关闭", [("title", "港口关闭至月底_罗文报")], "港口关闭"),
        (None, [("title", "x" * 600)], None),
    ],
)
def test_the_title_is_the_heading_that_a_declared_title_confirms(
    heading: str | None, declared: list[tuple[str, str]], title: str | None
) -> None:
    rows = [("title", heading)] if heading else []
    assert metadata_of(*rows, ("paragraph", BODY), declared=declared).title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("5 March 2025, 14:05, Rowan Post", None),
        ("05.03.25 14:05", None),
        ("Wednesday, 5 March 2025", None),
        ("Rowan Post 2025-03-05 14:05 Large ships of Harrowgate", None),
        ("Harrowgate closes its harbour in 2025", "Harrowgate closes its harbour in 2025"),
        ("Harrowgate beats the council 32:28", "Harrowgate beats the council 32:28"),
        ("Harrowgate closes its harbour to large ships 5 March 2025 14:05",) * 2,
    ],
)
def test_a_day_with_its_time_is_no_title(line: str, title: str | None) -> None:
    assert metadata_of(("navigation", "Coast"), ("title", line), ("paragraph", BODY)).title == title


SHUT, FACTS = "Council of Harrowgate shuts its port", "Port in ten facts"


@pytest.mark.parametrize(
    ("heading", "level", "title"),
    [(SHUT, 1, SHUT), (SHUT, 2, FACTS), ("News of the port", 1, FACTS), ("Council of Harrowgate bans ships", 1, FACTS)],
)
def test_a_main_heading_as_full_as_a_headline_needs_fewer_of_the_declared_words(
    heading: str, level: int, title: str
) -> None:
    texts = [(heading, Form.HEADING, level), (BODY, Form.PARAGRAPH, 0), (BODY, Form.PARAGRAPH, 0)]
    blocks = tuple(Block(text, (Line(n, 0, 0, text),), form, depth) for n, (text, form, depth) in enumerate(texts, 1))
    verdicts = [
        Verdict(block, keep=True, label=label, score=0.9)
        for block, label in zip(blocks, (Label.TITLE, Label.PARAGRAPH, Label.PARAGRAPH), strict=True)
    ]
    page = Page("html", tuple(block.lines[0] for block in blocks), blocks, (("ld:headline", FACTS),))
    assert find_metadata(page, verdicts).title == title


@pytest.mark.parametrize(
    ("rows", "times", "date"),
    [
        (article(("date", "5 March 2025")), ["2025-03-04T09:00Z", "2025-03-05T10:00:00Z"], "2025-03-05T10:00:00+00:00"),
        (article(), ["2025-03-05T10:00:00Z"], None),  # of a comment, or of the last change
    ],
)
def test_time_elements_make_a_date_more_precise(
    rows: list[tuple[str, str]], times: list[str], date: str | None
) -> None:
    assert metadata_of(*rows, declared=[("time", time) for time in times]).date == date


def test_the_source_of_every_value_is_named() -> None:
    declared = [("ld:headline", "Harbour stays closed"), ("meta:author", "Ada Lind"), ("meta:og:site_name", "Rowan")]
    declared += [("ld:dateModified", "2025-03-06"), ("meta:keywords", "sea, boats"), ("ld:articleSection", "Coast")]
    found = metadata_of(*article(("date", "5 March 2025")), declared=declared)
    assert list(found.sources.items()) == [
        ("site", "meta:og:site_name"), ("title", "heading"), ("date", "date"), ("updated", "ld:dateModified"),
        ("authors", "meta:author"), ("section", "ld:articleSection"), ("language", "text"), ("tags", "meta:keywords"),
    ]  # fmt: skip
    assert "tags" not in metadata_of(*article(), declared=[("meta:keywords", ",")]).sources


@pytest.mark.parametrize(
    ("rows", "declared", "paywall"),
    [
        (article(), [], None),
        (article(below=[("paywall", "Subscribe to read on")]), [], True),
        (article(), [("ld:isAccessibleForFree", "False")], True),
        (article(), [("meta:article:content_tier", "locked")], True),
        (article(below=[("paywall", "Subscribe to read on")]), [("ld:isAccessibleForFree", "true")], False),
        (article(), [("ld:isAccessibleForFree", "perhaps")], None),
    ],
)
def test_a_paywall_is_declared_or_stands_below_the_article(
    rows: list[tuple[str, str]],
    declared: list[tuple[str, str]],
    paywall: bool | None,  # noqa: FBT001 - a row of the table
) -> None:
    found = metadata_of(*rows, declared=declared)
    assert found.paywall is paywall
    assert found.sources.get("paywall") == (None if paywall is None else declared[0][0] if declared else "paywall")
