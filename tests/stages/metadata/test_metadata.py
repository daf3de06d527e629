"""What is known of an article, from judged lines and from what a page declares."""

from hypothesis import given
from hypothesis import strategies as st
from metadata_pages import BODY, article, metadata_of

from groats.document import Label, Metadata
from groats.stages.metadata.words import on_one_line


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
