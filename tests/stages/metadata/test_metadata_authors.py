"""Who wrote an article, by the lines around it."""

import pytest
from metadata_pages import BODY, FAR, article, metadata_of


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
