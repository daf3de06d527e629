"""Texts taken apart into words and classes of characters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.features.cut import cut_texts


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Oil, 12!", "Aaa, dd."),
        ("灯塔。«Ада»", "ccTqAaaq"),
        ("£5 (é|…)", "$d pas.o"),
        ("", ""),
        ("ab\ncd", "aaoaa"),
        ("灯\n塔", "coc"),
    ],
)
def test_each_character_has_a_class_and_a_text_has_spaces_around(text: str, classes: str) -> None:
    assert cut_texts([text]).classes == [f" {classes} ".encode()]


def test_ideographs_add_words_of_their_own_and_less_to_the_size() -> None:
    cut = cut_texts(["Oil", "灯塔 Ada", "Ада"])
    assert cut.words == [("oil",), ("灯塔", "ada", "灯", "塔"), ("ада",)]
    assert (cut.tokens, cut.unspaced) == ([1, 2, 1], [1])
    assert cut.sizes == [1.0, pytest.approx(1 + 2 / 1.7), 1.0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("नदी के किनारे की नाव", ["नदी", "के", "किनारे", "की", "नाव"]),
        ("নদীর ঘাটে নৌকা।", ["নদীর", "ঘাটে", "নৌকা"]),
        ("ஆற்றின் கரை", ["ஆற்றின்", "கரை"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("مدرسةٌ جديدة", ["مدرسةٌ", "جديدة"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ],
)
def test_vowel_signs_and_points_cut_no_word(text: str, words: list[str]) -> None:
    cut = cut_texts([text])
    assert (list(cut.words[0]), cut.sizes, cut.unspaced) == (words, [len(words)], [])


def test_letters_without_spaces_add_words_of_three_and_a_fifth_each_to_the_size() -> None:
    cut = cut_texts(["แพ Ada", "ដីលិច", "灯แพข้าม"])
    assert cut.words[0] == ("แพ", "ada")
    assert cut.words[1] == ("ដីលិច", "ដីល", "ីលិ", "លិច")
    assert cut.unspaced == [0, 1, 2]
    assert cut.sizes == [pytest.approx(1 + 2 / 5), pytest.approx(1.0), pytest.approx(1 / 1.7 + 6 / 5)]


@pytest.mark.parametrize("text", ["کشتی آ گئی۔ ہاں", "নৌকা এল। হ্যাঁ", "նավը եկավ։ այո", "ጀልባው መጣ። አዎ"])
def test_the_stops_of_other_scripts_are_stops(text: str) -> None:
    assert cut_texts([text]).classes[0].count(b". ") == 1


@given(st.lists(st.text(st.characters(max_codepoint=0x2FF)), min_size=1, max_size=6))
def test_words_are_those_that_a_pattern_finds(texts: list[str]) -> None:
    assert cut_texts(texts).words == [tuple(re.findall(r"[\w\u0300-\u036f]+", text.lower())) for text in texts]
