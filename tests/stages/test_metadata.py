"""What is known of an article, from judged lines and from what a page declares."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, Form, Label, Line, Metadata, Page, Verdict
from groats.stages.cues import find_all_cues
from groats.stages.metadata import find_metadata
from groats.stages.metadata.language import find_language
from groats.stages.metadata.rights import copyright_claim, read_owner
from groats.stages.metadata.site import cut_site, host_keys
from groats.stages.metadata.words import on_one_line

BODY = (
    "The harbour of Harrowgate will stay closed to large ships until the end of the month, the council said, "
    "because the dredging that began in spring has taken longer than anyone had planned for."
)


def verdicts_of(*rows: tuple[str, str]) -> list[Verdict]:
    """One verdict for each pair of a label and a line; kept where the label is."""
    return [
        Verdict(Block(text, (Line(number, 0, 0, text),)), Label(label).is_kept, Label(label), 0.5)
        for number, (label, text) in enumerate(rows, start=1)
    ]


def metadata_of(*rows: tuple[str, str], declared: Sequence[tuple[str, str]] = (), url: str | None = None) -> Metadata:
    verdicts = verdicts_of(*rows)
    blocks = tuple(verdict.block for verdict in verdicts)
    lines = tuple(line for block in blocks for line in block.lines)
    page = Page("html" if declared else "text", lines, blocks, tuple(declared))
    return find_metadata(page, verdicts, url, cues=find_all_cues([block.text for block in blocks]))


def article(*above: tuple[str, str], below: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """A title, the rows given, the body, and what stands below it."""
    return [("title", "Harbour stays closed"), *above, ("paragraph", BODY), ("paragraph", BODY), *below]


def test_a_page_with_everything_in_its_usual_place() -> None:
    found = metadata_of(
        ("navigation", "Home > News > Coast"),
        ("tags", "Tags: harbour | council"),
        ("title", "Harbour stays closed"),
        ("byline", "By Ada Lind   |   Saturday, 15 March 2025 01:58 PM EDT"),
        ("paragraph", BODY),
        ("legal", "© 2025 Rowan Post, Inc. All rights reserved."),
        ("legal", "© Rowan Media Group"),
    )
    assert found == Metadata(
        title="Harbour stays closed",
        authors=("Ada Lind",),
        date="2025-03-15T13:58:00-04:00",
        site="Rowan Post",
        section="Coast",
        language="en",
        tags=("harbour", "council"),
        copyright="© 2025 Rowan Post, Inc. All rights reserved.",
    )


def test_a_page_that_says_nothing_of_itself_gives_nothing() -> None:
    assert metadata_of(("paragraph", BODY)) == Metadata(language="en")
    assert metadata_of() == Metadata()


# --- authors


def test_a_name_lost_from_the_byline_is_found_before_the_biography_that_begins_with_it() -> None:
    rows = article(
        ("byline", "By    |   5 March 2025"),
        below=[("byline", "Ada Lind"), ("bio", "Ada Lind, a Rowan Post writer, covers the coast.")],
    )
    assert metadata_of(*rows).authors == ("Ada Lind",)


@pytest.mark.parametrize(
    "below",
    [
        [("other", "Ada Lind"), ("other", "Ada Lind covers the coast for the Rowan Post.")],
        [("bio", "Ada Lind is a writer in Harrowgate.")],
        [("other", "By Ada Lind")],
        [("byline", "By Ada Lind")],
        [*[("related", "More ships")] * 20, ("related", "Article written by:"), ("related", "Ada Lind")],
        [("related", "Published by Ada Lind")],
    ],
)
def test_an_author_under_the_article_is_found(below: list[tuple[str, str]]) -> None:
    assert metadata_of(*article(below=below)).authors == ("Ada Lind",)


@pytest.mark.parametrize(
    "above",
    [
        [("byline", "Ada Lind")],
        [("other", "By Ada Lind")],
        [("paragraph", "By Ada Lind")],
        [("other", "Ada Lind"), ("date", "5 March 2025")],
        [("other", "5 March 2025"), ("other", "Ada Lind")],
        [("other", "Ada Lind, 5 March 2025")],
        [("related", "By Tom Vale"), ("other", "By Ada Lind")],
        [("byline", "Written by"), ("byline", "Ada Lind")],
        [("metadata", "Thread starter"), ("metadata", "Ada Lind")],
        [("navigation", "Author"), ("navigation", "Ada Lind")],
        [("navigation", "Ada Lind"), ("navigation", "Senior Editor at the Rowan Post")],
        [("metadata", "Ada Lind (Content Manager)")],
        [("other", "Ada Lind"), ("other", "3 hours ago")],
        [("paragraph", "Ada Lind"), ("date", "5 March 2025")],
        [("comments", "By Ada Lind, 12 comments")],
        [("other", "Tom Vale/Rowan Pictures"), ("date", "5 March 2025"), ("byline", "By Ada Lind")],
        [("other", "Ada Lind Rowan Post"), ("date", "5 March 2025"), ("other", "More at Harrow. © 2025 Rowan Post")],
        [("byline", "ADA LINDLAST UPDATED MARCH 5, 2025")],
        [("navigation", "Ada Lind"), ("other", "•"), ("date", "5 March 2025")],
        [("metadata", "Ada Lind"), ("metadata", "Mar 5"), ("metadata", "4 min read")],
        [("other", "Ada Lind"), ("other", "9. März")],
        [("media", "ADA LIND"), ("date", "2 MINUTES AGO")],
        [("advertisement", "Ada Lind"), ("date", "5 March 2025")],
        [("navigation", "Ada Lind in boats"), ("date", "5 March 2025")],
        [("other", "Ada Lind"), ("date", "5 March 2025"), *[("media", "A ship")] * 4, ("byline", "Authors: Tom Vale")],
        [*[("media", "Ships in the harbour")] * 20, ("other", "By Ada Lind")],
    ],
)
def test_an_author_near_the_title_is_found_even_where_the_label_missed(above: list[tuple[str, str]]) -> None:
    found = metadata_of(*article(*above)).authors
    assert [name.title() for name in found] == ["Ada Lind"]


@pytest.mark.parametrize(
    "rows",
    [
        article(("other", "Ada Lind")),
        article(("other", "Harbour Notes"), *[("heading", "Harbour Notes")] * 3),
        [("navigation", "Ship Tours"), *article(("other", "Ship Tours"), ("other", "Ship Tours"))],
        article(("caption", "Ada Lind, 5 March 2025, harbour")),
        article(("navigation", "Coast Harbour"), ("navigation", "Money Matters")),
        article(("paragraph", "By Ada Lind's own account the harbour is lost to the town for good.")),
        article(below=[("related", "By Tom Vale"), ("comments", "Posted by Tom Vale")]),
        article(("other", "Rowan Post"), ("date", "5 March 2025"), below=[("legal", "© 2025 Rowan Post")]),
        [("navigation", "Author"), ("navigation", "Ada Lind"), *[("navigation", "Boats")] * 12, *article()],
        article(("other", "Harbour Notes"), ("date", "5 March 2025"), below=[("navigation", "More notes here")]),
        article(("other", "Service Investment:"), ("date", "5 March 2025")),
        article(("other", "Large Ships"), ("date", "5 March 2025")),
        article(*[("paragraph", BODY)] * 6, ("paragraph", "Ada Lind"), ("paragraph", "5 March 2025")),
        article(("other", "Texas Coalition for Boats"), ("date", "5 March 2025")),
        article(("byline", "News provided by"), ("byline", "Rowan Instruments, Inc.")),
        article(("other", "Harbour Works"), ("paragraph", BODY), ("other", "Harbour Works")),
        article(("other", "Mar 5"), ("heading", "Large Ships")),
        article(("other", "Text"), ("date", "5 March 2025")),
        article(*[("paragraph", BODY)] * 14, ("byline", "Sofia Prime")),
        article(*[("media", "Ships in the harbour")] * 20, ("other", "Ada Lind")),
        article(below=[("byline", "Rowan Town, Ro. 65101")]),
        article(below=[("tags", "Boat Studio"), ("date", "5 March 2025")]),
        article(below=[("related", "Written by Tom Vale"), ("related", "Written by Mia Orr")]),
        article(below=[("comments", "Written by Tom Vale")]),
        article(("byline", "Rowan Post is made by Ada Lind"), below=[("legal", "© 2025 Rowan Post")]),
        article(("paragraph", BODY), ("heading", "De Oude Haven"), ("paragraph", BODY), ("heading", "By Land and Sea")),
    ],
)
def test_a_name_that_nothing_makes_an_author_is_none(rows: list[tuple[str, str]]) -> None:
    assert metadata_of(*rows).authors == ()


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["By", "Ada Lind", ",", "Tom Vale"], ("Ada Lind", "Tom Vale")),
        (["By Ada Lind,", "Tom Vale"], ("Ada Lind", "Tom Vale")),
        (["Von Ada Lind", "und", "Jörg Wühler"], ("Ada Lind", "Jörg Wühler")),
        (["By Ada Lind", "Tom Vale"], ("Ada Lind",)),
        (["By Ada Lind,", "By Tom Vale"], ("Ada Lind",)),
    ],
)
def test_a_byline_that_was_cut_at_its_links_is_put_together(lines: list[str], names: tuple[str, ...]) -> None:
    assert metadata_of(*article(*[("other", line) for line in lines])).authors == names


def test_a_house_may_have_an_article_in_its_name() -> None:
    rows = article(("byline", "The Boathouse Team"), ("date", "5 March 2025"))
    assert metadata_of(*rows).authors == ("The Boathouse Team",)


def test_a_byline_may_name_the_site_itself() -> None:
    rows = article(("byline", "By Rowan Post"), below=[("legal", "© 2025 Rowan Post")])
    assert metadata_of(*rows).authors == ("Rowan Post",)


def test_one_word_is_a_name_in_a_byline_beside_a_date() -> None:
    assert metadata_of(*article(("byline", "Kev"), ("date", "5 March 2025"))).authors == ("Kev",)
    assert metadata_of(*article(("byline", "Share"), ("date", "5 March 2025"))).authors == ()
    assert metadata_of(*article(("byline", "Kev"))).authors == ()


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ([("date", "Kev 5 March 2025 3 Comments")], ("Kev",)),
        ([("share", "Kev3/15/2025")], ("Kev",)),
        ([("navigation", "Kev"), ("date", "5 March 2025")], ("Kev",)),
        ([("date", "Published 5 March 2025")], ()),
        ([("date", "Veröffentlicht5. März 2025")], ()),
        ([("date", "Editor 5 March 2025")], ()),
        ([("navigation", "Sat, 8 March 2025")], ()),
        ([("paragraph", "Kev"), ("date", "5 March 2025")], ()),
        ([("navigation", "Boats"), ("date", "5 March 2025"), ("navigation", "Boats")], ()),
        ([("other", "x"), ("navigation", "Kev"), ("date", "5 March 2025")], ()),
    ],
)
def test_one_word_in_a_line_with_a_date_below_the_title_is_a_name(
    above: list[tuple[str, str]], authors: tuple[str, ...]
) -> None:
    assert metadata_of(*article(*above)).authors == authors


FAR = [("navigation", f"Boat {number}") for number in range(30)]


@pytest.mark.parametrize(
    "rows",
    [
        article(below=[*FAR, ("byline", "Written by Ada Lind")]),
        article(below=[("navigation", "Article by"), ("navigation", "Ada Lind")]),
        article(below=[*FAR, ("byline", "Author"), ("navigation", "Ada Lind")]),
    ],
)
def test_a_byline_far_from_the_title_counts_where_its_lead_is_plain(rows: list[tuple[str, str]]) -> None:
    assert metadata_of(*rows).authors == ("Ada Lind",)


def test_a_byline_has_more_of_a_name_than_the_head_of_the_page() -> None:
    declared = [("meta:author", "Ada")]
    assert metadata_of(*article(("byline", "By Ada Lind")), declared=declared).authors == ("Ada Lind",)
    assert metadata_of(*article(("byline", "Tom Vale")), declared=declared).authors == ("Ada",)


@pytest.mark.parametrize(
    ("declared", "byline", "authors"),
    [
        ("Ada Lind", "By Tom Vale", ("Tom Vale",)),
        ("Ada Lind", "By Ada Lind and Tom Vale", ("Ada Lind",)),
        ("Ada Lind", "Tom Vale", ("Ada Lind",)),
        ("Ada Lind", "By Harrow News Desk", ("Ada Lind",)),
        ("Harrow Boats Ltd", "By Tom Vale", ("Tom Vale",)),
        ("Harrow Boats Ltd", "Tom Vale", ("Tom Vale",)),
        ("Harrow Boats Team", "By Harrow News Desk", ("Harrow Boats Team",)),
        ("Harrow Boats Ltd", "By Harrow News Desk", ("Harrow News Desk",)),
    ],
)
def test_a_byline_that_says_by_of_others_counts_for_more_than_the_head(
    declared: str, byline: str, authors: tuple[str, ...]
) -> None:
    assert metadata_of(*article(("byline", byline)), declared=[("meta:author", declared)]).authors == authors


def test_a_page_without_an_article_has_neither_date_nor_author() -> None:
    rows = [("other", "Page not found"), ("related", "Ships wait"), ("byline", "By Ada Lind"), ("date", "5 March 2025")]
    found = metadata_of(*rows)
    assert (found.date, found.authors) == (None, ())


def test_an_author_above_the_title_is_found() -> None:
    assert metadata_of(("other", "Von Ada Lind"), *article()).authors == ("Ada Lind",)


def test_a_byline_in_the_middle_of_the_page_is_found_by_its_label() -> None:
    body = [("paragraph", BODY)] * 20
    assert metadata_of(("title", "Harbour"), *body, ("byline", "By Ada Lind"), *body).authors == ("Ada Lind",)


# --- dates


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        (article(("date", "5 March 2025"), ("date", "Updated 6 March 2025")), "2025-03-05"),
        (article(("date", "Updated 6 March 2025"), ("date", "Published 5 March 2025")), "2025-03-05"),
        (article(("date", "Updated 6 March 2025")), "2025-03-06"),
        (article(("date", "06.03.2025"), ("date", "|"), ("date", "06:30")), "2025-03-06T06:30"),
        (article(("date", "06.03.2025"), ("date", "Ada"), ("date", "06:30")), "2025-03-06"),
        (article(below=[("legal", "© 2025, Ada Lind. Last updated on Mar 6, 2025.")]), None),
        (article(below=[("legal", "© 2025, Ada Lind. Mar 6, 2025.")]), None),
        (article(below=[("date", "answered 9 March 2025"), ("date", "asked 6 March 2025")]), "2025-03-06"),
        (article(("date", "5 March 2025"), below=[("date", "5 March 2025 14:30")]), "2025-03-05T14:30"),
        ([("navigation", "Thursday, 6 March 2025"), *article(("date", "5 March 2025"))], "2025-03-05"),
        ([("navigation", "Thursday, 6 March 2025"), *article()], "2025-03-06"),
        (article(("other", "Last updated"), ("other", "6 March 2025"), ("date", "5 March 2025")), "2025-03-05"),
        (article(below=[("date", "2025-58-15"), ("date", "5 March 2025")]), "2025-03-05"),
        (article(("date", "2025-58-15")), None),
        (article(("date", "3 hours ago")), None),
        (article(("paragraph", "On 5 March 2025 the council met and decided to close it.")), None),
        (article(("other", "The council that met on 5 March 2025 has decided to close the harbour for good.")), None),
        (article(below=[("related", "5 March 2025"), ("comments", "6 March 2025, 10:00")]), None),
        (article(("other", "Born 5 March 1961")), None),
        (article(below=[("legal", "Copyright 5 March 2025")]), None),
        (article(("date", "03/05/2025")), None),
        (article(("comments", "5 March 2025 - 12 Comments"), below=[("other", "x")]), "2025-03-05"),
        ([*article(), *[("paragraph", BODY)] * 70, ("date", "5 March 2025"), *[("paragraph", BODY)] * 70], None),
        # inside the article, not where other articles and what readers wrote are
        (article(*FAR, ("date", "5 March 2025")), "2025-03-05"),
        (article(below=[*FAR, ("other", "Ships and Boats"), ("date", "5 March 2025")]), None),
        (article(("date", "03/05/2025"), below=[("related", "14/05/2025")]), "2025-05-03"),
        (article(("consent", "5 March 2025"), below=[*FAR, ("date", "7 March 2024")]), "2025-03-05"),
        (
            article(("metadata", "By Ada Lind – Updated Mar 6, 2025 at 1:00 PM EST | Checked by Tom Vale")),
            "2025-03-06T13:00:00-05:00",
        ),
        (
            article(("paragraph", "Posted on March 5, 2025March 7, 2025 in Coast, Harbour, Large Ships and More")),
            "2025-03-05",
        ),
        (article(("paragraph", "The boat that was posted on March 5, 2025 in Coast, Harbour and Large Ships")), None),
        (
            article(*FAR[:6], ("media", "Harrow - 15 OCT 2024 - 08:22UPDATED: 16 OCT 2024 - 17:38CEST")),
            "2024-10-15T08:22",
        ),
        # beside the title more may stand in the line
        (article(("metadata", "Read by Ada Lind, who sails for the Rowan Post, on March 5, 2025.")), "2025-03-05"),
        (article(*FAR[:6], ("metadata", "Read by Ada Lind, who sails for the Rowan Post, on March 5, 2025.")), None),
        (article(("metadata", "What Ada Lind, who sails for the Rowan Post, on March 5, 2025 has heard")), None),
        (article(("heading", "For the Rowan Post of Harrowgate | Mar 5, 2025 | Ships and Boats")), "2025-03-05"),
        (article(("heading", "What the Rowan Post of Harrowgate said on Mar 5, 2025 of Ships")), None),
        (article(("related", "By Ada LindMarch 5, 2025Updated: March 8, 20252 Comments")), "2025-03-05"),
        (article(("related", "Harbour opens March 5, 2025")), None),
        (article(("comments", "Wed 5 March 2025 | Ada Lind"), ("date", "Sound: 4 March 2025")), "2025-03-05"),
        ([("date", "5 March 2025"), *article(*FAR[:6], ("date", "7 March 2024"))], "2025-03-05"),
        # far from it a word must call the date that of the publication
        ([("other", "Posted on"), ("metadata", "5 March 2025"), *FAR[:8], *article()], "2025-03-05"),
        ([("other", "Harbour"), ("metadata", "5 March 2025"), *FAR[:8], *article()], None),
        (article(below=[*FAR, ("other", "Publish date"), ("tags", "5 March 2025")]), "2025-03-05"),
        (article(below=[*FAR, ("other", "Publish date"), ("related", "5 March 2025")]), None),
        # an update beside the title before any day farther away, one farther away never
        (article(("date", "Updated 6 March 2025"), below=[*FAR, ("date", "7 March 2024")]), "2025-03-06"),
        (article(below=[*FAR, ("date", "Updated 6 March 2025")]), None),
        # however long a list of contents stands between it and the title
        (article(*[("list", "What the council said")] * 20, ("date", "Updated 6 March 2025")), "2025-03-06"),
        (article(*[("paragraph", BODY)] * 20, ("date", "Updated 6 March 2025")), None),
        # of two lines as near to the title the one with a time of day
        (
            [("navigation", "Coast"), ("other", "Thu 6 March 2025, 14:07"), *article(("date", "Sound: 5 March 2025"))],
            "2025-03-06T14:07",
        ),
        # right below the article
        (article(below=[("comments", "5 March 2025 · 6 Comments")]), "2025-03-05"),
        (article(below=[("legal", "5 March 2025 (changed 6 March 2025)")]), "2025-03-05"),
        (
            article(below=[("bio", "5 March 2025 at 11:00 am | Filed under: the harbour, ships, the council")]),
            "2025-03-05T11:00",
        ),
        (article(below=[("related", "5 March 2025 | Harbour opens")]), None),
        (article(below=[("comments", "Ada Lind · 5 March 2025")]), None),
        (article(below=[*[("share", "Share")] * 4, ("comments", "5 March 2025 · 6 Comments")]), None),
        # directly above the text, where that is far from the title
        (
            [("title", "Harbour stays closed"), *FAR, ("other", "By Ada Lind - Friday, 7 March 2025"), *article()[1:]],
            "2025-03-07",
        ),
        (article(("date", "Released: March 5, 2025 by Rowan Books")), "2025-03-05"),
        (article(("date", "Lind commented Mar 5, 2025")), None),
        (article(("date", "As of March 5, 2025, the council has heard:")), None),
        # from one time to another is when an event takes place
        (article(("date", "Saturday 15 March 2025, 5pm – 8 p.m.")), None),
        (article(("date", "Samstag, 15.03.2025, 17:00 - 20:00 Uhr")), None),
        (article(("date", "15 March 2025, 17:00 - 12 Comments")), "2025-03-15T17:00"),
    ],
)
def test_the_date_is_that_of_publication(rows: list[tuple[str, str]], date: str | None) -> None:
    assert metadata_of(*rows).date == date


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("HARROW, March 5, 2025 (RPA) - ", "2025-03-05"),
        ("HARROW, March 5, 2025 /Rowanwire/ -- ", "2025-03-05"),
        ("Harrow, den 5. März 2025 – ", "2025-03-05"),
        ("Харроу, 5 марта 2025, 11:10 — ", "2025-03-05T11:10"),
        ("5th March 2025 - ", "2025-03-05"),
        ("On Monday, 5 March 2025 - the day of the flood - ", None),
        ("From Harrow until 5 March 2025 - ", None),
        ("Harrow saw on 5 March 2025 - ", None),
        ("Harrow, 5 March 2025, ", None),
    ],
)
def test_a_dateline_tells_the_date_where_no_line_does(opening: str, date: str | None) -> None:
    body = ("paragraph", opening + BODY)
    assert metadata_of(("title", "Harbour stays closed"), body, ("paragraph", BODY)).date == date
    known = metadata_of(("title", "Harbour stays closed"), ("date", "7 March 2025"), body, ("paragraph", BODY))
    assert known.date == "2025-03-07"


@pytest.mark.parametrize(
    ("marker", "text", "date"),
    [
        ("28.", "April 2023, 19:50 Uhr", "2023-04-28T19:50"),
        ("5.", "11. 2019", "2019-11-05"),
        ("5.", "11. 2019 10:15", "2019-11-05T10:15"),
        ("5.", "2019 boats", None),
    ],
)
def test_a_day_is_no_number_of_a_list(marker: str, text: str, date: str | None) -> None:
    verdicts = verdicts_of(*article(("date", text)))
    dated = verdicts[1].block
    verdicts[1] = verdicts[1]._replace(block=dated._replace(marker=marker))
    page = Page("text", (), tuple(verdict.block for verdict in verdicts))
    assert find_metadata(page, verdicts).date == date


@pytest.mark.parametrize(
    ("shown", "declared", "date"),
    [
        ("5 March 2024", "2025-06-07T10:00:00Z", "2024-03-05"),
        ("Published on 5 March 2024", "2025-06-07T10:00:00Z", "2024-03-05"),
        ("6 June 2025", "2025-06-07T01:00:00Z", "2025-06-07T01:00:00+00:00"),
        ("6 June 2025", "2025-06-07T11:59:00Z", "2025-06-07T11:59:00+00:00"),
        ("6 June 2025", "2025-06-07T22:00:00Z", "2025-06-06"),  # in no time zone the same moment
        ("6 June 2025", "2025-06-07T10:00:00+14:00", "2025-06-07T10:00:00+14:00"),
        ("6 June 2025", "2025-06-07", "2025-06-07"),
        ("9 June 2025", "2025-06-07T01:00:00Z", "2025-06-07T01:00:00+00:00"),
        ("Updated 5 March 2024", "2025-06-07", "2025-06-07"),
        ("Published in March 2024", "2025-06-07", "2025-06-07"),
        ("5 March 2024", "June 2025", "2024-03-05"),
        ("5 March 2024", "Published in June 2025", "2025-06"),
        ("5 March 2024", "1900-01-01", "1900-01-01"),
    ],
)
def test_an_older_day_beside_the_title_counts_for_more_than_a_declared_one(
    shown: str, declared: str, date: str
) -> None:
    found = metadata_of(*article(("date", shown)), declared=[("ld:datePublished", declared)])
    assert found.date == date


def test_a_day_of_publication_that_is_shown_below_counts_for_more_than_a_later_one() -> None:
    rows = article(below=[("date", "Published March 5, 2024")])
    assert metadata_of(*rows, declared=[("ld:datePublished", "2025-06-07")]).date == "2024-03-05"
    rows = article(below=[*FAR, ("date", "March 5, 2024")])
    assert metadata_of(*rows, declared=[("ld:datePublished", "2025-06-07")]).date == "2025-06-07"


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("meta:w-published-date", "2025-03-05"),
        ("meta:Article-Publish_Time", "2025-03-05"),
        ("meta:date-pub", "2025-03-05"),
        ("meta:cxenseparse:publishtime", "2025-03-05"),
        ("item:datecreated datepublished", "2025-03-05"),
        ("meta:last_published_date", None),
        ("meta:unpublish_date", None),
        ("meta:auto-publish", None),
        ("meta:publisher-date", None),
        ("meta:expires", None),
    ],
)
def test_a_name_that_says_as_much_declares_a_date(name: str, date: str | None) -> None:
    assert metadata_of(*article(), declared=[(name.lower(), "2025-03-05")]).date == date


def test_an_ambiguous_date_is_read_by_the_language_of_the_text() -> None:
    german = "Der Hafen von Harrowgate bleibt bis zum Ende des Monats für große Schiffe geschlossen, sagte der Rat."
    rows = [("title", "Der Hafen bleibt zu"), ("date", "03/05/2025"), ("paragraph", german)]
    assert metadata_of(*rows).date == "2025-05-03"


@pytest.mark.parametrize(
    ("url", "rows", "date"),
    [
        ("https://rowanpost.example/2025/03/05/harbour", article(), "2025-03-05"),
        ("https://rowanpost.example/harbour-2025-03-05.html", article(("date", "Updated 6 March 2025")), "2025-03-05"),
        ("https://rowanpost.example/2025/03/05/harbour", article(("date", "6 March 2025")), "2025-03-06"),
        ("https://rowanpost.example/2025/58/15/harbour", article(), None),
        ("https://rowanpost.example/20250305", article(), None),
    ],
)
def test_an_address_tells_the_day_where_the_lines_do_not(
    url: str, rows: list[tuple[str, str]], date: str | None
) -> None:
    assert metadata_of(*rows, url=url).date == date


# --- title and site


@pytest.mark.parametrize(
    ("title", "sites", "heading", "lines", "cut"),
    [
        ("Harbour closed | Rowan Post", ["Rowan Post"], None, [], "Harbour closed"),
        ("Harbour closed - The Rowan Post", ["Rowan Post"], None, [], "Harbour closed"),
        ("Rowan Post: x | Harbour closed", ["x"], None, [], "Rowan Post: x | Harbour closed"),
        ("Rowan Post | Harbour closed", ["Rowan Post"], None, [], "Harbour closed"),
        ("Harbour closed | Coast | Rowan Post", ["Rowan Post"], "Harbour closed", [], "Harbour closed"),
        ("Harbour closed – rowanpost.example", ["rowanpost"], None, [], "Harbour closed"),
        ("Harbour closed – Rowan Post", [], None, ["ROWAN POST"], "Harbour closed"),
        ("Harbour closed – Rowan Post", [], "Harbour closed", [], "Harbour closed"),
        ("Rowan Post – Harbour closed", [], "Harbour closed", [], "Harbour closed"),
        ("Harbour closed – what now", ["Rowan Post"], None, ["Rowan Post"], "Harbour closed – what now"),
        ("Harbour-side walk", ["side walk"], None, ["side walk"], "Harbour-side walk"),
        ("Harbour closed", ["Harbour closed"], None, ["Harbour closed"], "Harbour closed"),
        ("Harbour | A | A | A | A", ["A"], None, [], "Harbour | A"),
        (" | Rowan Post", ["Rowan Post"], None, [], " | Rowan Post"),
        ("Harbour closed – live", [], None, ["Live"], "Harbour closed – live"),
        ("Harbour closed – rowan", [], None, ["rowan"], "Harbour closed"),
    ],
)
def test_a_title_loses_the_name_of_its_site_and_nothing_else(
    title: str, sites: list[str], heading: str | None, lines: list[str], cut: str
) -> None:
    assert cut_site(title, sites, heading, lines) == cut


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2025 Rowan Post. All rights reserved.", "Rowan Post"),
        ("© Rowan Media, Inc.", "Rowan Media"),
        ("Copyright © 2019-2025 The Rowan Post Co.", "The Rowan Post"),
        ("© 2025, Rowanblatt GmbH & Co. KG | Alle Rechte vorbehalten", "Rowanblatt"),
        ("(c) 2025 by Rowan Post – Impressum", "Rowan Post"),
        ("© 2025 Rowan Post, a division of Harrow Holdings", "Rowan Post"),
        ("Rowanpost.example © 2024. All rights reserved.", "Rowanpost.example"),
        ("© 2025 rowanpost.example", "rowanpost.example"),
        ("© 2025 Ровеньпост. Все права защищены", "Ровеньпост"),
        ("© 2025 罗文报 版权所有", "罗文报"),
        ("© 2025 El Serbal S.A. Todos los derechos reservados", "El Serbal"),
        ("© 2025 Roﬁwan. All rights reserved.", "Roﬁwan"),
        ("© 2025 «Рябина»", "Рябина"),
        ("© 2025 Газета «Рябина и берег»", "Рябина и берег"),
        ("罗文报社版权所有 禁止转载", "罗文报社"),
        ("Copyright ⓒ 로완신문. All rights reserved.", "로완신문"),
        ("© 2025 रोवन समाचार। सर्वाधिकार सुरक्षित।", "रोवन समाचार"),
        ("© 2025 ろうぁんガゼット 無断転載禁止", "ろうぁんガゼット"),
        ("© 로완신문 무단전재 및 재배포 금지", "로완신문"),
        ("© 2025 Il Sorbo RIPRODUZIONE RISERVATA", "Il Sorbo"),
        ("RIPRODUZIONE RISERVATA © 2025", None),
        ("© ২০২৫ রোয়ান সমাচার", "রোয়ান সমাচার"),
        ("© พ.ศ. 2568 โรวันโพสต์", "โรวันโพสต์"),
        ("© 2568 บริษัท โรวันโพสต์ จำกัด สงวนลิขสิทธิ์", "โรวันโพสต์"),
        ("© ۱۴۰۳ روزنامه روان", "روزنامه روان"),
        ("© 2025 罗文报未经授权不得转载", "罗文报"),
        ("© 2025 Toàn bộ bản quyền thuộc Báo Rowan", "Báo Rowan"),
        ("© 2025 Rowan Media Sp. z o.o.", "Rowan Media"),
        ("© 2012-heute Rowanblatt", "Rowanblatt"),
        ("© 2025 a Rowan plc subsidiary", None),
        ("©2000/©A", None),
        ("© 2025", None),
        ("All rights reserved", None),
        ("© 2025 write to ada@rowanpost.example", None),
        ("कॉपीराइट © 2025", None),
        ("कॉपीराइट © 2025 घाट समाचार", "घाट समाचार"),
        ("저작권 © 2025", None),
    ],
)
def test_a_copyright_line_names_its_owner(line: str, owner: str | None) -> None:
    assert read_owner(line) == owner


def test_the_copyright_is_the_line_nearest_below_the_article() -> None:
    rows = [
        ("legal", "© 2024 Elsewhere"),
        *article(
            ("caption", "The harbour. © 2025 Tom Vale"),
            below=[
                ("media", "© 2025 Tom Vale"),
                ("other", "© Tom Vale/Picturehouse"),
                ("legal", "© 2025 Rowan Post"),
                ("legal", "© 2025 Harrow Holdings"),
            ],
        ),
    ]
    found = metadata_of(*rows)
    assert (found.copyright, found.site) == ("© 2025 Rowan Post", "Rowan Post")
    assert metadata_of(("legal", "© 2024 Elsewhere"), *article()).copyright == "© 2024 Elsewhere"


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("© 2025 Rowan Post. Imprint Privacy Terms", "© 2025 Rowan Post."),
        ("© 2025 Rowan Post. All rights reserved. Read our terms.", "© 2025 Rowan Post. All rights reserved."),
        ("© 2025 Rowan Post. All rights reserved. (rp)", "© 2025 Rowan Post. All rights reserved."),
        ("Design © 2025 Rowan Ltd; texts are everyone's", "Design © 2025 Rowan Ltd"),
        ("© 2025 Rowan Post Co. Ltd. Made in Harrow", "© 2025 Rowan Post Co. Ltd."),
        ("© 2025 St. Rowan Press. Made in Harrow", "© 2025 St. Rowan Press."),
        ("© 2025 U.S. Rowan Press", "© 2025 U.S. Rowan Press"),
        ("© 2025 Rowanwerk e. G.", "© 2025 Rowanwerk e. G."),
        (
            'Ada Lind, "A Harbour Closed for the Winter, and Other Poems of the Sea" by the Quay. © 1994 by Ada Lind.',
            "© 1994 by Ada Lind.",
        ),
        ("Rowan, Inc. © 2025. All rights reserved.", "Rowan, Inc. © 2025. All rights reserved."),
        ("No mark. None at all.", "No mark. None at all."),
    ],
)
def test_a_copyright_line_is_cut_to_its_claim(line: str, claim: str) -> None:
    assert copyright_claim(line) == claim


@pytest.mark.parametrize(
    "below",
    [
        [("legal", "Powered by openRowan © 2000-2025 openRowan Group")],
        [("legal", "著作権について"), ("legal", "Copyright Policy")],
        [("legal", "Community platform by RowanBoard"), ("legal", "© 2010-2025 RowanBoard Ltd.")],
    ],
)
def test_a_link_and_the_copyright_of_the_software_claim_nothing(below: list[tuple[str, str]]) -> None:
    found = metadata_of(*article(below=below))
    assert (found.copyright, found.site) == (None, None)


def test_a_copyright_line_that_begins_with_its_mark_comes_first() -> None:
    below = [("legal", "罗文报社版权所有 禁止转载"), ("legal", "© 2025 罗文网")]
    assert metadata_of(*article(below=below)).copyright == "© 2025 罗文网"


HARBOUR = "Harbour stays closed"


@pytest.mark.parametrize(
    ("above", "below", "site"),
    [
        (["Skip to content", "Rowan"], ["© 2025 Rowan Magazine Pty Ltd"], "Rowan"),
        (["The Rowan Post"], ["© 2025 Rowan Post, a Harrow newspaper"], "The Rowan Post"),
        (["The Rowan"], ["© 2025 Rowan Media Limited and its companies"], "The Rowan"),
        (["La Serba Sur"], ["© Editorial Serba Sur, S. L. 2025"], "La Serba Sur"),
        (["ろわん手帖"], ["© 2025 ろわん手帖編集部"], "ろわん手帖"),
        (["Sports", "Rowan"], ["© 2025 Sports Weekly"], "Sports Weekly"),
        (["The", "Rowan"], ["© 2025 Harrow"], "Harrow"),
        ([f"{HARBOUR} | Rowan Post", "Home"], [], "Rowan Post"),
        ([f"{HARBOUR} | The Rowan Forum", "The Rowan"], [], "The Rowan"),
        (["Home", f"{HARBOUR} | Coast"], [], None),
        (["Home", "Rowan Post", f"{HARBOUR} - Coast - Rowan Post"], [], "Rowan Post"),
        (["Rowan Boats", f"Rowan Boats • View topic - {HARBOUR}"], [], "Rowan Boats"),
        (["x" * 61], ["© 2025 Harrow"], "Harrow"),
        (["News"] * 20 + ["Rowan"], ["© 2025 Rowan Media"], "Rowan Media"),
    ],
)
def test_the_head_of_the_page_names_the_site_where_something_confirms_it(
    above: list[str], below: list[str], site: str | None
) -> None:
    rows = [("navigation", text) for text in above]
    assert metadata_of(*rows, *article(below=[("legal", text) for text in below])).site == site


@pytest.mark.parametrize(
    ("head", "line", "site"),
    [
        ("Slow Rowan", "Subscribe to Slow Rowan and never miss a post.", "Slow Rowan"),
        ("罗文新报", "罗文新报发布的文章与照片禁止转载。", "罗文新报"),
        ("Slow Rowan", "Subscribe to Slow Rowans.", None),
        ("Sign In", "Sign In to get our letter.", None),
        ("480-555-0199", "Call us at 480-555-0199 for more.", None),
        ("Rowan", "Subscribe to Rowan and never miss a post.", None),
    ],
)
def test_a_line_in_which_the_site_speaks_of_itself_confirms_its_name(head: str, line: str, site: str | None) -> None:
    assert metadata_of(("navigation", head), *article(below=[("newsletter", line)])).site == site


def test_a_declared_title_of_documentation_names_the_project() -> None:
    declared = [("title", "Harbour stays closed — rowan 0.9.2 documentation")]
    found = metadata_of(("title", "Harbour stays closed¶"), ("paragraph", BODY), declared=declared)
    assert (found.title, found.site) == ("Harbour stays closed", "rowan")


def test_a_publisher_names_the_site_only_where_nothing_else_does() -> None:
    group, paper = ("legal", "© 2025 Harrow Media Group"), ("legal", "© 2025 Rowan Post")
    assert metadata_of(*article(below=[group, paper])).site == "Rowan Post"
    assert metadata_of(*article(below=[group])).site == "Harrow Media Group"


def test_the_address_tells_which_of_several_owners_is_the_site() -> None:
    rows = article(below=[("legal", "© 2025 Seaview"), ("legal", "© 2025 The Rowan Post")])
    assert metadata_of(*rows, url="https://www.rowanpost.co.uk/a").site == "The Rowan Post"


def test_the_end_of_a_title_names_the_site_where_the_page_prints_it_again() -> None:
    rows = [("title", "Harbour closed | Rowan Post"), ("paragraph", BODY), ("navigation", "ROWAN POST")]
    found = metadata_of(*rows)
    assert (found.title, found.site) == ("Harbour closed", "Rowan Post")


@pytest.mark.parametrize("address", ["", None, "not an address", "http://[", "https://localhost/"])
def test_what_is_no_address_names_no_host(address: str | None) -> None:
    assert host_keys(address) == frozenset()


# --- tags and section


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        ([("tags", "Schlagwörter: Hafen, Rat")], ("Hafen", "Rat")),
        ([("other", "标签：港口、城市")], ("港口", "城市")),
        ([("tags", "harbour, council, Harbour")], ("harbour", "council")),
        ([("tags", "#harbour #council")], ("harbour", "council")),
        ([("tags", "Topics"), ("tags", "harbour"), ("tags", "council")], ("harbour", "council")),
        ([("tags", "harbour"), ("other", "x"), ("tags", "elsewhere")], ("harbour",)),
        ([("tags", "Topics"), ("other", "harbour")], ()),
        ([("other", "harbour, council")], ()),
        ([("tags", "Posted in Coast"), ("tags", "Tagged harbour, council")], ("harbour", "council")),
        ([("other", "标签：港口 城市")], ("港口", "城市")),
        ([("other", "Tags: Rowan Harbour")], ("Rowan Harbour",)),
        ([("tags", "t" * 70)], ()),
        ([("paragraph", "Tags: harbour")], ()),
        ([("tags", "harbour"), ("tags", "Berita Terkait"), ("tags", "elsewhere")], ("harbour",)),
        ([("tags", "Newsletter"), ("tags", "elsewhere")], ()),
        ([("tags", "harbour"), ("tags", "12"), ("tags", "1987"), ("tags", "council")], ("harbour", "1987", "council")),
        ([("tags", "Mehr lesen über"), ("tags", "Hafen")], ("Hafen",)),
        ([("tags", "Related tags"), ("tags", "harbour")], ("harbour",)),
        ([("tags", "Related topics"), ("other", "A wheel, 4"), ("tags", "About this forum")], ()),
    ],
)
def test_tags_are_those_of_a_line_or_a_list(rows: list[tuple[str, str]], tags: tuple[str, ...]) -> None:
    assert metadata_of(*article(below=rows)).tags == tags


def test_the_rows_of_a_table_are_no_tags() -> None:
    verdicts = verdicts_of(*article(below=[("tags", "Oars for sale | 12 | Nell Abbot")]))
    table = verdicts[-1]._replace(block=verdicts[-1].block._replace(form=Form.TABLE))
    blocks = tuple(verdict.block for verdict in verdicts)
    lines = tuple(line for block in blocks for line in block.lines)
    assert find_metadata(Page("text", lines, blocks), verdicts).tags != ()
    assert find_metadata(Page("text", lines, blocks), [*verdicts[:-1], table]).tags == ()


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ("Home > News > Coast", "Coast"),
        ("Startseite › Küste", "Küste"),
        ("Home » Coast » Harbour stays closed", "Coast"),
        ("Home / Coast / Harbour stays…", "Coast"),
        ("News > Coast", None),
        ("Home > Harbour stays closed", None),
        ("Home | News | Coast", None),
        ("Home > " + "x" * 60, None),
        ("You are here: Home > Coast", "Coast"),
        ("Board index ‹ Boats ‹ Coast", "Coast"),
        ("トップ ＞ 海", "海"),
        ("首页 > 海 > 正文", "海"),
    ],
)
def test_the_section_is_the_last_crumb_of_a_trail(trail: str, section: str | None) -> None:
    assert metadata_of(("navigation", trail), *article()).section == section


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (["Home", ">", "Coast"], "Coast"),
        (["Home", "> News", "> Coast"], "Coast"),
        (["首页", "›", "海", "›", "查看主题", "查看: 17"], "海"),
        (["Home", "Shop", "Home", "Coast"], "Coast"),
        (["Home", "Shop", "Coast"], None),
        (["Home", "A", "B", "C", "D", "Home", "E", "F", "G", "H"], None),
        (["Home", ">", *"abcdefghijkl"], None),
        (["News", "Coast", "Weather", "Coast"], "Coast"),
        (["News", "Search", "Weather", "Search"], None),
        (["News", "2", "Weather", "2"], None),
        (["Home", "Shop", "Home", "Coast", "12 readers"], None),
        (["Home", "Shop", "Home", "Harbour stays closed", "Edit"], None),
        (["Home", "Shop", "Home", "Coast", "Harbour stays closed", "Edit"], "Coast"),
        (["News", "Weather", "Coast"], None),
    ],
)
def test_the_section_stands_above_the_title_with_a_line_for_each_crumb(above: list[str], section: str | None) -> None:
    assert metadata_of(*(("navigation", text) for text in above), *article()).section == section


def test_a_menu_item_above_the_text_is_no_section_where_no_title_is_known() -> None:
    assert metadata_of(*[("navigation", "Coast")] * 2, ("paragraph", BODY)).section is None


def test_a_trail_may_begin_with_the_name_of_the_site() -> None:
    rows = [("navigation", "Rowan Post » Coast"), *article(below=[("legal", "© 2025 Rowan Post")])]
    assert metadata_of(*rows).section == "Coast"


def test_a_post_says_what_it_was_posted_in() -> None:
    assert metadata_of(*article(below=[("tags", "Posted in Coast")])).section == "Coast"
    assert metadata_of(*article(below=[("other", "Posted in Coast")])).section is None


# --- language


def test_a_page_without_text_is_in_the_language_of_its_lines() -> None:
    assert metadata_of(("consent", BODY)).language == "en"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (BODY, "de", "en"),
        (
            "Der Hafen bleibt bis zum Ende des Monats für große Schiffe geschlossen, sagte der Rat der Stadt.",
            None,
            "de",
        ),
        ("港は月末まで閉鎖されます。", None, "ja"),
        ("港口將關閉至月底。", None, "zh"),
        ("항구는 월말까지 닫힙니다.", None, "ko"),
        ("Το λιμάνι μένει κλειστό", None, "el"),
        ("הנמל נשאר סגור", "en", "he"),
        ("ท่าเรือปิดถึงสิ้นเดือน", None, "th"),
        ("נמל הרוגייט יישאר סגור לאוניות גדולות עד סוף החודש, אמרה המועצה ביום שלישי בבוקר.", None, "he"),
        ("Sony", None, None),
        ("Sony", "pt-br", "pt"),
        ("Sony", "iw", "he"),
        ("Sony", "nb-no", "no"),
        ("Sony", "ceb", None),
        ("255", None, None),
        ("", None, None),
    ],
)
def test_the_language_is_that_of_the_text_then_the_declared_one(
    text: str, declared: str | None, language: str | None
) -> None:
    assert find_language(text, declared) == language


def test_controls_do_not_stop_the_identification_of_a_language() -> None:
    assert find_language(BODY.replace(" ", " \x00\x85\ufdd0\ud800"), None) == "en"
    assert find_language(f"{BODY}\U0002fffe", "fr") == "fr"


def test_code_says_nothing_of_the_language() -> None:
    assert metadata_of(("code", BODY)).language is None


# --- declared


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


def test_a_declared_language_must_have_the_form_of_one() -> None:
    declared = [("lang", "<script>"), ("meta:content-language", "fr_FR")]
    assert metadata_of(("paragraph", "Sony"), declared=declared).language == "fr"


# --- hostile


def test_a_long_page_is_read_at_its_ends_and_around_its_article() -> None:
    menu = [("navigation", f"Menu item {number}") for number in range(3000)]
    rows = [*menu, *article(("byline", "By Ada Lind")), *menu, ("legal", "© 2025 Rowan Post")]
    found = metadata_of(*rows)
    assert (found.authors, found.site) == (("Ada Lind",), "Rowan Post")


def test_a_line_of_a_megabyte_is_no_byline_and_no_title() -> None:
    long = "By Ada Lind 5 March 2025 © Tags: a > b " * 30_000
    found = metadata_of(("title", long), ("byline", long), ("tags", long), ("legal", long), ("paragraph", long))
    assert (found.title, found.authors, found.date, found.tags, found.copyright) == (None, (), None, (), None)


def test_values_hold_no_controls() -> None:
    rows = [("title", "Harbour\u202e \x1b[31mclosed"), ("byline", "By Ada\u200b Lind"), ("paragraph", BODY)]
    found = metadata_of(*rows)
    assert (found.title, found.authors) == ("Harbour [31mclosed", ("Ada Lind",))


LINES = st.lists(
    st.tuples(
        st.sampled_from([label.value for label in Label]),
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(["By ", "Tags: ", "© 2025 ", "Home > ", "Von "]).flatmap(
                lambda lead: st.text(max_size=40).map(lambda text: lead + text)
            ),
        ),
    ),
    max_size=12,
)
DECLARED = st.lists(
    st.tuples(
        st.sampled_from(
            ["title", "lang", "time", "canonical", "ld:author", "ld:headline", "ld:datePublished", "meta:og:site_name"]
        ),
        st.text(max_size=60),
    ),
    max_size=6,
)


@given(LINES, DECLARED, st.one_of(st.none(), st.text(max_size=40)))
def test_it_never_raises_and_every_value_is_text_of_the_page(
    rows: list[tuple[str, str]], declared: list[tuple[str, str]], url: str | None
) -> None:
    found = metadata_of(*rows, declared=declared, url=url)
    page = "\n".join(on_one_line(text) for _, text in (*rows, *declared))
    for value in (found.title, found.site, found.section, found.copyright, *found.tags):
        assert value is None or value in page
    for name in found.authors:
        assert all(part in page for part in name.split())


# --- where values come from, updates, paywalls, the moment of the visit


def test_the_source_of_every_value_is_named() -> None:
    declared = [("ld:headline", "Harbour stays closed"), ("meta:author", "Ada Lind"), ("meta:og:site_name", "Rowan")]
    declared += [("ld:dateModified", "2025-03-06"), ("meta:keywords", "sea, boats"), ("ld:articleSection", "Coast")]
    found = metadata_of(*article(("date", "5 March 2025")), declared=declared)
    assert found.sources == {
        "title": "heading", "authors": "meta:author", "date": "date", "updated": "ld:dateModified",
        "site": "meta:og:site_name", "section": "ld:articleSection", "tags": "meta:keywords", "language": "text",
    }  # fmt: skip
    assert "tags" not in metadata_of(*article(), declared=[("meta:keywords", ",")]).sources


@pytest.mark.parametrize(
    ("rows", "declared", "dates"),
    [
        (article(("date", "5 March 2025"), ("date", "Updated 6 March 2025")), [], ("2025-03-05", "2025-03-06")),
        (article(("date", "5 March 2025"), ("date", "Updated 4 March 2025")), [], ("2025-03-05", None)),
        (article(("date", "Updated 6 March 2025")), [], ("2025-03-06", "2025-03-06")),
        (article(below=[("legal", "© 2025, Ada Lind. Last updated on Mar 6, 2025.")]), [], (None, "2025-03-06")),
        (article(below=[*FAR, ("date", "Updated 6 March 2025")]), [("time", "2025-03-06")], (None, "2025-03-06")),
        (
            article(("date", "5 March 2025")),
            [("meta:article:modified_time", "2025-03-07T10:00:00Z")],
            ("2025-03-05", "2025-03-07T10:00:00+00:00"),
        ),
        (
            article(),
            [("ld:datePublished", "2025-03-05"), ("ld:dateModified", "2024-01-01")],
            ("2025-03-05", None),
        ),
    ],
)
def test_an_update_before_the_publication_is_none(
    rows: list[tuple[str, str]], declared: list[tuple[str, str]], dates: tuple[str | None, str | None]
) -> None:
    found = metadata_of(*rows, declared=declared)
    assert (found.date, found.updated) == dates
    assert ("updated" in found.sources) == (found.updated is not None)


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


@pytest.mark.parametrize("between", ["Harrow", "@adalind", "ada.lind@rowan.example", "Con EFE", "Porto Alegre"])
def test_what_stands_between_a_name_and_its_date_may_be_a_place_an_address_or_an_agency(between: str) -> None:
    rows = ("other", "Ada Lind"), ("metadata", between), ("date", "5 March 2025")
    assert metadata_of(*article(*rows)).authors == ("Ada Lind",)


def test_names_in_lines_one_below_the_other_are_all_authors() -> None:
    names = ("other", "Ada Lind"), ("byline", "Tom Vale")
    assert metadata_of(*article(*names, ("date", "5 March 2025"))).authors == ("Ada Lind", "Tom Vale")
    topics = ("tags", "Ada Lind"), ("byline", "Tom Vale")
    assert metadata_of(*article(*topics, ("date", "5 March 2025"))).authors == ("Tom Vale",)


def test_a_name_that_stands_twice_is_one_author() -> None:
    names = ("other", "Ada Lind"), ("byline", "Per Ada Lind")
    assert metadata_of(*article(*names, ("date", "5 March 2025"))).authors == ("Ada Lind",)


@pytest.mark.parametrize("role", ["প্রতিনিধি, কিশোরগঞ্জ", "वरिष्ठ संवाददाता", "Kulturskribent", "Politikredakteurin"])
def test_a_role_below_a_name_makes_it_an_author_in_any_script(role: str) -> None:
    between = ("metadata", role), ("share", "WhatsApp"), ("share", "Facebook"), ("date", "5 March 2025")
    assert metadata_of(*article(("other", "Ada Lind"), *between)).authors == ("Ada Lind",)


def test_a_byline_that_begins_with_an_everyday_word_counts_beside_a_date_though_it_was_taken_for_a_heading() -> None:
    assert metadata_of(*article(("heading", "De Ada Lind"), ("date", "5 March 2025"))).authors == ("Ada Lind",)
    assert metadata_of(*article(("heading", "De Ada Lind"))).authors == ()


def test_a_day_of_the_week_is_nobody() -> None:
    assert metadata_of(*article(("date", "Samstag, 14.03.2026, 13:07"))).authors == ()


def test_the_day_that_a_paper_was_registered_on_is_no_date_of_its_articles() -> None:
    footer = [*[("other", "Ships and Boats")] * 8, ("legal", "등록일 : 2009년 3월 2일")]
    assert metadata_of(*article(("date", "2026.02.27 10:20"), below=footer)).date == "2026-02-27T10:20"


def test_a_kept_line_of_a_day_and_a_time_with_a_stop_is_no_sentence() -> None:
    assert metadata_of(*article(("paragraph", "неделя, 22 февруари 2026 г., 07:30 ч."))).date == "2026-02-22T07:30"


@pytest.mark.parametrize("label", ["date", "metadata", "navigation", "other"])
def test_a_time_alone_below_a_day_belongs_to_it_whatever_it_was_taken_for(label: str) -> None:
    assert metadata_of(*article(("date", "8. 3. 2026"), (label, "6:00"))).date == "2026-03-08T06:00"
    assert metadata_of(*article(("date", "8. 3. 2026"), (label, "6.00 Uhr"))).date == "2026-03-08T06:00"


def test_the_length_of_a_film_below_a_day_is_no_time_of_it() -> None:
    assert metadata_of(*article(("date", "8. 3. 2026"), ("media", "6:00"))).date == "2026-03-08"


def test_a_relative_time_is_a_date_only_with_the_moment_of_the_visit() -> None:
    verdicts = verdicts_of(*article(("date", "3 hours ago")))
    blank = Page("text", (), ())
    now = datetime.fromisoformat("2025-03-15T14:30")
    assert find_metadata(blank, verdicts).date is None
    assert find_metadata(blank, verdicts, now=now).date == "2025-03-15T11:30"
    assert find_metadata(blank, verdicts_of(*article(("date", "Updated yesterday"))), now=now).updated == "2025-03-14"


def test_a_date_in_a_rarer_language_is_read_by_that_language() -> None:
    body = "Luka Harrowgate ostat će zatvorena za velike brodove do kraja mjeseca, rekao je gradski vijećnik jučer."
    rows = [("title", "Luka ostaje zatvorena"), ("date", "15. ožujka 2025."), ("paragraph", body), ("paragraph", body)]
    assert metadata_of(*rows).date == "2025-03-15"
