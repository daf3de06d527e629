"""Tables of blocks that keep to their pages, and the numbers chosen on pages left out."""

from dataclasses import replace

import numpy as np
import pytest
from training_pages import corpus, extract, sample

from groats.training.fit import choose_doubt, gather, title_accuracy

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


def test_the_doubt_is_the_one_with_the_highest_word_f1() -> None:
    wide = extract([1.0, 1.0, 0.0], sizes=[10.0, 10.0, 10.0], gold=20)
    narrow = extract([1.0, 0.0, 0.0], sizes=[10.0, 10.0, 10.0], gold=10)
    scores = [[0.9, 0.37, 0.01]]
    assert choose_doubt(corpus((sample(), wide)), scores) > choose_doubt(corpus((sample(), narrow)), scores) == 0.8


def test_seeds_and_reference_texts_have_no_say_in_the_doubt() -> None:
    narrow = sample(), extract([1.0, 0.0, 0.0], sizes=[10.0, 10.0, 10.0], gold=10)
    others = [
        (own, extract([1.0, 1.0, 0.0], sizes=[10.0, 10.0, 10.0], gold=20))
        for own in (sample("seed", set="seeds"), sample("gold.example", "gold"))
    ]
    scores = [0.9, 0.37, 0.01]
    assert choose_doubt(corpus(narrow, *others), [scores] * 3) == choose_doubt(corpus(narrow), [scores])


def test_a_page_without_content_is_right_if_nothing_is_kept() -> None:
    empty = extract([0.0], sizes=[10.0])
    assert choose_doubt(corpus((sample(), empty)), [[0.0]]) == 0.8


def test_titles_are_counted_where_one_was_noted() -> None:
    noted = [replace(extract([1.0, 1.0]), title=title) for title in (0, 1, None)]
    found = corpus(*((sample(f"{n}.example"), own) for n, own in enumerate(noted)))
    assert title_accuracy(found, [0, 0, 1]) == 0.5
    assert title_accuracy(corpus((sample(), extract([1.0]))), [0]) == 0.0
