"""Tables of blocks that keep to their pages."""

from dataclasses import replace

import numpy as np
import pytest
from training_pages import corpus, extract, sample

from groats.training.fit import gather, pick, title_accuracy

TWO = corpus((sample("a.example"), extract([1.0, 0.0, 1.0])), (sample("b.example"), extract([0.0, 1.0])))


@pytest.mark.parametrize(
    ("offset", "moved"),
    [
        (-1, [0, 1, 2, 0, 4]),
        (1, [2, 3, 0, 5, 0]),
        (-2, [0, 0, 1, 0, 0]),
        (2, [3, 0, 0, 0, 0]),
        (-3, [0, 0, 0, 0, 0]),
        (3, [0, 0, 0, 0, 0]),
        (-9, [0, 0, 0, 0, 0]),
        (9, [0, 0, 0, 0, 0]),
    ],
)
def test_neighbours_stay_within_their_page(offset: int, moved: list[int]) -> None:
    assert TWO.neighbours(np.array([1, 2, 3, 4, 5], np.uint8), offset).tolist() == moved


def test_a_column_is_cut_into_pages_again() -> None:
    assert TWO.cut(np.array([1, 2, 3, 4, 5], np.float32)) == [[1.0, 2.0, 3.0], [4.0, 5.0]]


def test_pages_that_cannot_be_aligned_are_left_out() -> None:
    page = sample(raw="Home\n\nThe keeper lit the lamp.\n", gold="The keeper lit the lamp.")
    found = gather([sample(raw=" "), page, sample(id="other", raw=page.raw, gold=page.gold)], 1)
    assert [own.id for own in found.samples] == ["page", "other"]
    assert found.shares.tolist() == [0.0, 1.0, 0.0, 1.0]
    assert found.starts.tolist() == [0, 2, 4]
    assert found.folds.tolist() == [page.fold] * 4


def test_some_of_the_samples_are_picked_with_their_blocks() -> None:
    html = sample("c.example", renderer="html"), extract([0.5, 0.25], sizes=[3.0, 4.0])
    found = pick(corpus((sample("a.example"), extract([1.0])), html), lambda own: own.kind == "html")
    assert found.samples == [html[0]]
    assert found.shares.tolist() == [0.5, 0.25]
    assert found.starts.tolist() == [0, 2]
    assert found.folds.tolist() == [html[0].fold] * 2
    with pytest.raises(ValueError, match="at least one"):
        pick(found, lambda own: own.kind == "text")


def test_titles_are_counted_where_one_was_noted() -> None:
    noted = [replace(extract([1.0, 1.0]), title=title) for title in (0, 1, None)]
    found = corpus(*((sample(f"{n}.example"), own) for n, own in enumerate(noted)))
    assert title_accuracy(found, [0, 0, 1]) == 0.5
    assert title_accuracy(corpus((sample(), extract([1.0]))), [0]) == 0.0


def test_titles_are_counted_on_the_pages_of_a_kind() -> None:
    own = replace(extract([1.0]), title=0)
    found = corpus((sample("a.example", renderer="html"), own), (sample("b.example"), own))
    assert title_accuracy(found, [0, None], "html") == 1.0
    assert title_accuracy(found, [0, None], "text") == 0.0
