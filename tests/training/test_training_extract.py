"""A sample as numbers: what belongs, how much each block counts, where the title stands."""

from dataclasses import replace

import numpy as np
import pytest
from training_pages import sample

from groats.stages.features import (
    BOX_FEATURES,
    COHESION_FEATURES,
    CONTEXT_FEATURES,
    EDGE,
    FIRST_FEATURES,
    LIKENESS,
    TITLE_FEATURES,
    Columns,
)
from groats.training.extract import extract_context, extract_first, extract_title, read_sample

TITLE = "What the keeper saw from the tower"
BODY = ["The keeper lit the lamp before the storm came in.", "Then he rowed out to the ferry and back again."]
LINES = ["Home", TITLE, *BODY, "Imprint"]
PAGE = sample(raw="\n\n".join(LINES), gold="\n".join(BODY), title=f"{TITLE} | Courier")


def test_a_sample_is_its_columns_and_what_belongs_of_it() -> None:
    found = extract_first(PAGE)
    assert found is not None
    assert found.columns.shape == (5, len(FIRST_FEATURES) + len(COHESION_FEATURES))
    assert found.columns.dtype == np.uint8
    assert [share > 0.5 for share in found.shares.tolist()] == [False, False, True, True, False]
    assert found.sizes == [1.0, 7.0, 10.0, 10.0, 1.0]
    assert [n for n, place in enumerate(found.words) if place == EDGE] == [0, 2, 10, 21, 32, 34]
    assert found.title == 1


@pytest.mark.parametrize(
    ("title", "place"),
    [
        (TITLE, 1),
        ("Courier: " + TITLE, 1),
        ("", None),
        ("The mayor of Sandport opens a bakery", None),
        ("What the keeper saw from the tower and told the harbour board of Sandport on Tuesday", None),
    ],
)
def test_the_title_is_the_line_with_the_noted_words_but_for_a_sites_name(title: str, place: int | None) -> None:
    found = extract_first(sample(raw=PAGE.raw, gold=PAGE.gold, title=title))
    assert found is not None
    assert found.title == place


def test_the_title_of_a_page_without_content_may_stand_anywhere() -> None:
    found = extract_first(sample(raw=PAGE.raw, gold="", title=TITLE))
    assert found is not None
    assert found.title == 1
    assert np.isfinite(found.weights).all()


def test_a_block_counts_for_more_beside_a_short_article_than_beside_a_long_one() -> None:
    def weight_of_menu(body: list[str]) -> float:
        found = extract_first(sample(raw="\n\n".join(["Home", *body]), gold="\n".join(body)))
        assert found is not None
        return float(found.weights[0])

    assert weight_of_menu(BODY[:1]) > weight_of_menu(BODY * 9)


def test_markup_is_read_as_markup() -> None:
    found = extract_first(sample(renderer="html", raw="<p>Home</p><p>The keeper.</p>", gold="The keeper."))
    assert found is not None
    assert found.columns[:, FIRST_FEATURES.index("page_is_html")].tolist() == [1, 1]


def test_a_header_above_a_page_is_not_learnt() -> None:
    page = sample("Home\n\nThe mill at Ebbing grinds again.", gold="The mill at Ebbing grinds again.")
    headed = replace(page, raw=f"---\ntitle: The mill\n---\n{page.raw}")
    assert [block.text for block in read_sample(headed).blocks] == [block.text for block in read_sample(page).blocks]


def test_a_page_without_blocks_is_left_out() -> None:
    assert extract_first(sample(raw=" \n ")) is None


def test_the_first_scores_add_their_columns_and_say_where_the_title_may_stand() -> None:
    first: Columns = dict.fromkeys(LIKENESS, [1] * 5)
    table, candidates = extract_context(PAGE, first, [0.1, 0.6, 0.9, 0.9, 0.1])
    assert table.shape == (5, len(CONTEXT_FEATURES) + len(BOX_FEATURES))
    assert table[:, CONTEXT_FEATURES.index("score")].tolist() == [10, 60, 90, 90, 10]
    assert candidates == range(4)


def test_a_title_adds_its_columns() -> None:
    table = extract_title(PAGE, 1)
    assert table[:, TITLE_FEATURES.index("title_distance")].tolist() == [29, 30, 31, 32, 33]
    assert set(extract_title(PAGE, None)[:, TITLE_FEATURES.index("title_distance")].tolist()) == {90}
