"""People by the biographies of them, and what only looks like one."""

import pytest
from metadata_pages import BODY, article, metadata_of

LONG = "Ada Lind is a reporter who writes about boats and the people who build them. " + "She lives by the sea. " * 20

Rows = list[tuple[str, str]]


def authors_of(rows: Rows) -> tuple[str, ...]:
    return metadata_of(*rows).authors


@pytest.mark.parametrize(
    "below",
    [
        [("comments", "Ada Lind is a veteran reporter of ships and harbours.")],
        [("related", LONG)],
        [("heading", "Ada Lind"), ("paragraph", "Ada is an analyst of the trade in ships and boats.")],
        [
            ("heading", "Ada Lind"),
            ("comments", "Copywriter"),
            ("paragraph", "Ada is fond of ships, boats and the sea."),
        ],
        [("related", "Ada Lind"), ("legal", "Lind ist Redakteurin und lebt seit Jahren am Meer.")],
        [*[("related", "More ships")] * 10, ("related", "Ada Lind"), ("related", LONG)],
        [("bio", "Ada Lind"), ("newsletter", "View all posts")],
        [("bio", "Ada Lind"), ("bio", "VER BIOGRAFÍA")],
    ],
)
def test_the_person_of_whom_a_biography_tells_is_the_author(below: Rows) -> None:
    assert authors_of(article(below=below)) == ("Ada Lind",)


@pytest.mark.parametrize(
    "rows",
    [
        article(("share", "Ada Lind"), below=[*[("related", "More ships")] * 30, ("related", LONG)]),
        article(("navigation", "Ada Lind"), below=[("navigation", "Ada Lind"), ("bio", "Hello, I sail.")]),
        [("navigation", "Ada Lind"), *article(("paragraph", "Ada Lind I am a developer and I sail."), below=[])],
    ],
)
def test_a_name_alone_near_the_title_counts_with_its_biography(rows: Rows) -> None:
    assert authors_of(rows) == ("Ada Lind",)


@pytest.mark.parametrize(
    "below",
    [
        [("bio", '"Sailing Through Storms": what a writer learns from the sea')],
        [("bio", "LOW POWER ENGINE"), ("bio", "Low power is what every boat in the harbour needs.")],
        [("related", "Ada Lind is fond of ships, boats and the sea.")],
        [("related", "Ada Lind, head of the harbour, said that all ships are late.")],
        [("heading", "Merry Christmas"), ("related", "Merry Christmas to every writer and reader of ours.")],
        [("related", "Ada Lind is a writer of ours at sea."), ("related", "Tom Vale is an editor of ours on land.")],
        [("list", "Harbour Works"), ("list", "Harbour works is what an engineer calls the building of piers.")],
        [("bio", "Ada Lind"), ("bio", "Harrow")],
    ],
)
def test_what_only_looks_like_a_biography_names_nobody(below: Rows) -> None:
    assert authors_of(article(*[("paragraph", BODY)] * 12, below=below)) == ()
