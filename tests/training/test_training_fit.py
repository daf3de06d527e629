"""Tables of blocks that keep to their pages, and the numbers chosen on pages left out."""

from dataclasses import replace

import numpy as np
import pytest
from training_pages import corpus, extract, sample

from groats.document import Doubt
from groats.training.corpus import Sample
from groats.training.extract import Extract
from groats.training.fit import Judged, choose_doubt, gather, title_accuracy

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


WIDE = extract([1.0, 1.0, 1.0, 0.0], sizes=[10.0] * 4, gold=30)
NARROW = extract([1.0, 0.0, 0.0, 0.0], sizes=[10.0] * 4, gold=10)
SCORES = [0.5, 0.2, 0.15, 0.01]


def judged(scores: list[list[float]]) -> Judged:
    return Judged(scores=scores, leads=[0.0] * len(scores), titles=[], title_threshold=0.5, models=[])


def doubt_of(*pages: tuple[Sample, Extract]) -> Doubt:
    return choose_doubt(corpus(*pages), judged([SCORES] * len(pages)))


def test_the_doubt_is_the_one_that_the_content_of_the_pages_asks_for() -> None:
    assert doubt_of((sample(), WIDE)).rise > doubt_of((sample(), NARROW)).rise == 0.0


def test_seeds_and_reference_texts_have_no_say_in_the_doubt() -> None:
    others = [(own, WIDE) for own in (sample("seed", set="seeds"), sample("gold.example", "gold"))]
    assert doubt_of((sample(), NARROW), *others) == doubt_of((sample(), NARROW))


def test_where_f1_is_the_same_the_doubt_that_finds_more_is_taken() -> None:
    half = extract([1.0, 0.5, 0.5, 0.0], sizes=[10.0] * 4, gold=20)
    assert doubt_of((sample(), half)).rise > 0.0


def test_a_page_without_content_is_right_if_nothing_is_kept() -> None:
    empty = extract([0.0], sizes=[10.0])
    assert choose_doubt(corpus((sample(), empty)), judged([[0.0]])) == Doubt(0.0, 0.0)


def test_titles_are_counted_where_one_was_noted() -> None:
    noted = [replace(extract([1.0, 1.0]), title=title) for title in (0, 1, None)]
    found = corpus(*((sample(f"{n}.example"), own) for n, own in enumerate(noted)))
    assert title_accuracy(found, [0, 0, 1]) == 0.5
    assert title_accuracy(corpus((sample(), extract([1.0]))), [0]) == 0.0
