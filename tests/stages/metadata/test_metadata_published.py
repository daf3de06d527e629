"""When an article was published, by its lines, its address and what its page declares."""

from datetime import datetime

import pytest
from metadata_pages import BODY, FAR, article, metadata_of, verdicts_of

from groats.document import Page
from groats.stages.metadata import find_metadata


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
        # far above the title where it says how long one reads
        ([("navigation", "Mar 5, 2025 11 min read"), *FAR, *article()], "2025-03-05"),
        (
            [("navigation", line) for line in ("5. März 2025", "•", "4", "Minuten Lesezeit")] + [*FAR, *article()],
            "2025-03-05",
        ),
        ([("navigation", "Mar 5, 2025"), *FAR, *article()], None),
        ([("navigation", "Mar 5, 2025 11 minutes ago"), *FAR, *article()], None),
        ([("related", "Mar 5, 2025 11 min read"), *FAR, *article()], None),
        # a caption tells the day of its picture, whatever its label
        (
            article(
                (
                    "date",
                    "A ship waits at Harrow Quay for the morning tide, Sunday, March 2, 2025. (Rowan Photo, T. Vale)",
                )
            ),
            None,
        ),
        (
            article(("date", "The council of Harrowgate and what it makes of its harbour. Lind on March 2, 2025")),
            "2025-03-02",
        ),
        (
            article(("paragraph", "03/15/2025 by Ada Lind, who speaks for the harbour in the council of the town")),
            "2025-03-15",
        ),
        (article(below=[("comments", "COASTAda LindMarch 5, 2025harbours, boats3 Comments")]), "2025-03-05"),
        (article(below=[("comments", "Ada Lind in Coast on March 5, 2025 of boats, 3 Comments")]), None),
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
