import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.scoring.words import score_words, tokens, word_f1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n - … ", []),
        ("Oats, Barley & RYE.", ["oats", "barley", "rye"]),
        ("don't re-read 3.5 a_b", ["don", "t", "re", "read", "3", "5", "a_b"]),
        ("麦を挽く", ["麦", "を", "挽", "く"]),
        ("GPU用の石臼v2", ["gpu", "用", "の", "石", "臼", "v2"]),
        ("방앗간 Mill", ["방", "앗", "간", "mill"]),
        ("𠮷野", ["𠮷", "野"]),
        ("Ένας μύλος", ["ένας", "μύλος"]),
        ("طاحونة قديمة", ["طاحونة", "قديمة"]),
    ],
)
def test_a_token_is_a_run_of_word_characters_or_one_cjk_character(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("reference", "output", "precision", "recall", "f1"),
    [
        ("", "", 1, 1, 1),
        ("", "mill", 0, 0, 0),
        ("…", "!", 1, 1, 1),
        ("mill", "", 0, 0, 0),
        ("mill", "Mill.", 1, 1, 1),
        ("one two three four", "one two", 1, 0.5, 2 / 3),
        ("one two", "two one three four", 0.5, 1, 2 / 3),
        ("the mill the brook", "the the the the", 0.5, 0.5, 0.5),
        ("mill", "brook", 0, 0, 0),
    ],
)
def test_words_count_as_multisets(reference: str, output: str, precision: float, recall: float, f1: float) -> None:
    score = score_words(reference, output)
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == word_f1(reference, output) == pytest.approx(f1)


@given(st.text(), st.text())
def test_a_score_is_a_share_and_turning_the_texts_round_turns_precision_and_recall_round(one: str, other: str) -> None:
    score, turned = score_words(one, other), score_words(other, one)
    assert 0 <= score.f1 <= 1
    assert (score.precision, score.recall) == (turned.recall, turned.precision)
    assert word_f1(one, one) == 1
