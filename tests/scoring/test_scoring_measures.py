from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.scoring.measures import match_shingles, score_page, share_found

TEXTS = st.lists(st.sampled_from(["oats", "Oats", "rye", "mill", "麦", "-"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("reference", "output", "shared", "added", "lost"),
    [
        pytest.param("a b c d", "a b c d", 1, 0, 0, id="the same"),
        pytest.param("a b c d e", "a b c d x", 1 / 3, 1 / 3, 1 / 3, id="abcd of abcd, bcde and bcdx"),
        pytest.param("a b c d e f", "a b c d", 1 / 3, 0, 2 / 3, id="one of three"),
        pytest.param("a b c d", "a b c d e f", 1 / 3, 2 / 3, 0, id="two too many"),
        pytest.param("a a a a a a", "a a a a", 1 / 3, 0, 2 / 3, id="the same shingle counts as often as it is there"),
        pytest.param("a b c", "a b c", 1, 0, 0, id="three words are one shingle"),
        pytest.param("a b c", "a b c d", 0, 1 / 2, 1 / 2, id="three words are no shingle of four"),
        pytest.param("d c b a", "a b c d", 0, 1 / 2, 1 / 2, id="the order counts"),
        pytest.param("A b c d", "a b c d", 0, 1 / 2, 1 / 2, id="the case counts"),
        pytest.param("a, b: c\n(d)", "a b c d", 1, 0, 0, id="punctuation does not"),
        pytest.param("麦を挽く 石臼", "麦を挽く 石臼", 1, 0, 0, id="a run without spaces is one token"),
        pytest.param("a b c d", "", 0, 0, 1, id="no output"),
        pytest.param("…", "a b c d", 0, 1, 0, id="no reference"),
        pytest.param("", "-", 0, 0, 0, id="neither"),
    ],
)
def test_shingles_are_counted_as_multisets_and_shared_out(
    reference: str, output: str, shared: float, added: float, lost: float
) -> None:
    assert asdict(match_shingles(reference, output)) == pytest.approx({"shared": shared, "added": added, "lost": lost})


@pytest.mark.parametrize(
    ("reference", "output", "precision", "recall", "f1"),
    [
        ("a b c d e", "a b c d x", 1 / 2, 1 / 2, 1 / 2),
        ("a b c d e f", "a b c d", 1, 1 / 3, 1 / 2),
        ("a b c d", "", None, 0, 0),
        ("", "a b c d", 0, None, 0),
        ("", "", None, None, 1),
    ],
)
def test_precision_and_recall_of_shingles_are_unknown_where_there_are_none(
    reference: str, output: str, precision: float | None, recall: float | None, f1: float
) -> None:
    found = match_shingles(reference, output)
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))


@pytest.mark.parametrize(
    ("snippets", "text", "share"),
    [
        ([], "The mill turns.", None),
        (["", " \n"], "The mill turns.", None),
        (["the MILL"], "The mill turns.", 1),
        (["mill  turns"], "The mill\n turns.", 1),
        (["mill\nturns", "weir"], "The mill turns.", 0.5),
        (["STRASSE"], "Die Straße", 1),
        (["millturns"], "The mill turns.", 0),
        (["mill"], "", 0),
    ],
)
def test_a_snippet_is_found_whatever_its_case_and_white_space(
    snippets: list[str], text: str, share: float | None
) -> None:
    assert share_found(snippets, text) == share


def test_a_page_has_all_measures() -> None:
    score = score_page("The mill turns again today.", "Menu The mill turns again", ["turns again"], ["menu", "share"])
    assert asdict(score) == pytest.approx(
        {
            "word_f1": 0.8,
            "word_precision": 0.8,
            "word_recall": 0.8,
            "exact": 0,
            "shingle_f1": 0.5,
            "shingle_precision": 0.5,
            "shingle_recall": 0.5,
            "with_found": 1,
            "without_found": 0.5,
            "reference_words": 5,
            "output_words": 5,
        }
    )


@pytest.mark.parametrize(
    ("reference", "output", "word_f1", "exact"),
    [
        ("", "", 1, 1),
        ("", "mill", 0, 0),
        ("mill", "", 0, 0),
        ("the mill", "Mill the", 1, 0),
        ("the mill", "The mill.", 1, 1),
    ],
)
def test_exact_means_the_same_words_in_the_same_order(
    reference: str, output: str, word_f1: float, exact: float
) -> None:
    score = score_page(reference, output)
    assert (score.word_f1, score.exact) == (word_f1, exact)


@given(TEXTS, TEXTS)
def test_turning_the_texts_round_turns_precision_and_recall_round(one: str, other: str) -> None:
    score, turned = score_page(one, other), score_page(other, one)
    assert (score.word_precision, score.word_recall) == (turned.word_recall, turned.word_precision)
    assert (score.shingle_precision, score.shingle_recall) == (turned.shingle_recall, turned.shingle_precision)
    assert (score.word_f1, score.exact) == (turned.word_f1, turned.exact)
    assert score.shingle_f1 == pytest.approx(turned.shingle_f1)


@given(TEXTS, TEXTS)
def test_word_f1_is_1_for_the_same_words_and_for_nothing_else(one: str, other: str) -> None:
    same = sorted(one.lower().replace("-", "").split()) == sorted(other.lower().replace("-", "").split())
    assert (score_page(one, other).word_f1 == 1) == same


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_every_measure_of_any_text_is_a_share(one: str, other: str, snippets: list[str]) -> None:
    values = asdict(score_page(one, other, snippets, snippets))
    del values["reference_words"], values["output_words"]
    assert all(value is None or 0 <= value <= 1 for value in values.values())
    assert score_page(one, one).exact == score_page(one, one).shingle_f1 == 1
