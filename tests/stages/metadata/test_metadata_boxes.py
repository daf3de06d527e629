"""Authors by what the markup calls the boxes that their names stand in."""

from collections.abc import Mapping

import pytest
from metadata_pages import BODY

from groats.document import Label, Metadata, Verdict
from groats.stages.markup import parse_html
from groats.stages.metadata import find_metadata
from groats.stages.metadata.boxes import is_author_box

FAR = "<ul>" + "<li>Oil</li>" * 20 + "</ul>"


def metadata_of(
    above: str = "",
    below: str = "",
    *,
    head: str = "",
    rest: Label = Label.NAVIGATION,
    labels: Mapping[str, Label] | None = None,
) -> Metadata:
    """What is known of a page of which only the title and the body were kept, and the rest has one label, or those."""
    page = parse_html(f"<head>{head}</head><h1>Harbour stays closed</h1>{above}<p>{BODY}<p>{BODY}</p>{below}")
    known = {"Harbour stays closed": Label.TITLE, BODY: Label.PARAGRAPH, **(labels or {})}
    found = [known.get(block.text, rest) for block in page.blocks]
    return find_metadata(
        page, [Verdict(block, label.is_kept, label, 0.5) for block, label in zip(page.blocks, found, strict=True)]
    )


@pytest.mark.parametrize(
    "names",
    ["author", "post-author", "article__byline", "AuthorName_root__x1", "entry-author vcard", "saboxplugin-authorname"],
)
def test_a_box_is_an_authors_by_a_word_of_its_names(names: str) -> None:
    assert is_author_box(names)


@pytest.mark.parametrize(
    "names",
    ["", "authority", "comment-author vcard", "author-bio", "AuthorTitle", "byline-date", "author_avatar", "story"],
)
def test_a_box_of_another_or_of_what_an_author_is_is_none(names: str) -> None:
    assert not is_author_box(names)


@pytest.mark.parametrize(
    ("above", "below", "authors"),
    [
        pytest.param('<div class="author-name">Ada Lind</div>', "", ("Ada Lind",), id="a name alone"),
        pytest.param('<div class="byline">Kev</div>', "", ("Kev",), id="one word"),
        pytest.param('<div class="author">Yara3/4/2025</div>', "", ("Yara",), id="glued to a date"),
        pytest.param('<p class="postAuthor">by ada_l</p>', "", ("ada_l",), id="a user"),
        pytest.param(
            "<p>By Tom Reed & Ada Lind, Editor</p>",
            '<p class="author-name">Tom Reed</p>',
            ("Tom Reed",),
            id="below the article, before a byline above it",
        ),
        pytest.param(
            "", "<ul>" + "<li>Oil</li>" * 9 + '</ul><p class="author__name">Ada Lind</p>', ("Ada Lind",), id="far"
        ),
    ],
)
def test_a_name_in_such_a_box_is_the_authors(above: str, below: str, authors: tuple[str, ...]) -> None:
    assert metadata_of(above, below).authors == authors


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("<p>Ada Lind</p>", "", id="a name in no such box"),
        pytest.param('<p class="comment-author">Ada Lind</p>', "", id="who comments"),
        pytest.param('<p class="author">Admin</p>', "", id="nobody"),
        pytest.param('<p class="byline">Sat, 8 March 2025</p>', "", id="a date"),
        pytest.param('<p class="author">Full Bio</p>', "", id="a link"),
        pytest.param(
            "",
            FAR + '<p class="author">Ada Lind</p><p>Mills</p><p class="author">Tom Reed</p>',
            id="those of other stories",
        ),
    ],
)
def test_what_is_no_authors_name_is_left_alone(above: str, below: str) -> None:
    assert metadata_of(above, below).authors == ()


@pytest.mark.parametrize("names", ["customer-review", "reviews__item", "comment-body", "TestimonialText"])
def test_what_readers_wrote_says_nothing_of_the_article(names: str) -> None:
    line = "<p>by Ruth K. on 12 March 2025</p>"
    assert metadata_of(f'<div class="{names}"><div>{line}</div></div>') == metadata_of()
    assert metadata_of("", f'<div class="{names}"><div>{line}</div></div>') == metadata_of()
    assert metadata_of(line) != metadata_of()


def test_a_box_that_holds_the_article_as_well_is_none_of_readers() -> None:
    line = "<p>By Ruth Kell on 12 March 2025</p>"
    page = parse_html(f'<div class="review"><h1>Harbour stays closed</h1>{line}<p>{BODY}</p></div>')
    labels = {"Harbour stays closed": Label.TITLE, BODY: Label.PARAGRAPH}
    found = [labels.get(block.text, Label.NAVIGATION) for block in page.blocks]
    rows = zip(page.blocks, found, strict=True)
    known = find_metadata(page, [Verdict(block, label.is_kept, label, 0.5) for block, label in rows])
    assert (known.authors, known.date) == (("Ruth Kell",), "2025-03-12")


def test_it_counts_for_more_than_the_login_that_the_head_declares() -> None:
    head = '<meta name="author" content="tom.reed">'
    assert metadata_of('<p class="author-info">Ada Lind</p>', head=head).authors == ("Ada Lind",)
    assert metadata_of("<p>Ada Lind</p>", head=head).authors == ("tom.reed",)


@pytest.mark.parametrize(
    ("declared", "author"), [("Lind, Ada", "Ada Lind"), ("Ada Lind", "Ada Lind"), ("Lind, Ada, Jr.", "Lind, Ada, Jr")]
)
def test_the_authors_of_papers_are_declared_with_their_family_names_first(declared: str, author: str) -> None:
    assert metadata_of(head=f'<meta name="citation_author" content="{declared}">').authors == (author,)


@pytest.mark.parametrize(
    ("declared", "authors"), [("Lind, Ada", ("Ada Lind",)), ("Ada Lind, Tom Vale", ("Ada Lind", "Tom Vale"))]
)
def test_libraries_declare_authors_either_way(declared: str, authors: tuple[str, ...]) -> None:
    assert metadata_of(head=f'<meta name="DC.creator" content="{declared}">').authors == authors


def test_a_day_that_a_declared_title_names_says_how_numeric_dates_are_to_be_read() -> None:
    head = "<title>Harbour stays closed (5 March 2025)</title>"
    assert metadata_of("<p>Date: 05/03/2025</p>", head=head).date == "2025-03-05"


@pytest.mark.parametrize(("title", "authors"), [("Harbour - Rowan Boats", ("Kev",)), ("Harbour - Kev - Boats", ())])
def test_one_word_below_the_title_is_no_author_where_the_title_has_it_for_a_section(
    title: str, authors: tuple[str, ...]
) -> None:
    head = f"<title>{title}</title>"
    assert metadata_of("<p>Kev</p><p>5 March 2025</p>", head=head).authors == authors


TAGGED = {
    "what stands in another box": ("<ul><li>Mills<li>Oats</ul><div><p>Edit this page</p></div>", ("Mills", "Oats")),
    "a head of which nothing is known": ("<p>Seen in</p><ul><li>Mills<li>Oats</ul>", ("Mills", "Oats")),
    "links side by side": ("<p><a href=a>Old mills</a> <a href=b>Oats</a></p>", ("Old mills", "Oats")),
    "links behind a head": ("<p>Tags: <a href=a>Old mills</a> <a href=b>Oats</a></p>", ("Old mills", "Oats")),
    "a sentence with links": ("<p>See <a href=a>Mills</a> or <a href=b>Oats</a></p>", ("See Mills or Oats",)),
    "boxes for each": ("<p>Mills</p><div><p>Oats</p></div>", ("Mills", "Oats")),
}


@pytest.mark.parametrize(("below", "tags"), TAGGED.values(), ids=TAGGED)
def test_tags_are_those_of_one_list_of_the_markup(below: str, tags: tuple[str, ...]) -> None:
    assert metadata_of(below=below, rest=Label.TAGS).tags == tags


@pytest.mark.parametrize(("head", "tags"), [("Categories:", ("Mills", "Oats")), ("Categories", ())])
def test_the_list_below_a_head_has_the_tags_whatever_it_looks_like(head: str, tags: tuple[str, ...]) -> None:
    below = f"<p>{head}</p><ul><li>Mills<li>Oats</ul><p>Hidden:</p><ul><li>Stubs</ul>"
    assert metadata_of(below=below, labels={head: Label.TAGS}).tags == tags


def test_a_list_of_which_some_was_kept_has_no_tags() -> None:
    below = "<ul><li>Mills<li>Oats<li>Rye</ul>"
    assert metadata_of(below=below, rest=Label.TAGS, labels={"Mills": Label.LIST}).tags == ()
