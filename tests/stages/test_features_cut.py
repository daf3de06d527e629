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
    assert (cut.tokens, cut.cjk) == ([1, 2, 1], [1])
    assert cut.sizes == [1.0, pytest.approx(1 + 2 / 1.7), 1.0]


@given(st.lists(st.text(st.characters(max_codepoint=0x52F)), min_size=1, max_size=6))
def test_words_are_those_that_a_pattern_finds(texts: list[str]) -> None:
    assert cut_texts(texts).words == [tuple(re.findall(r"\w+", text.lower())) for text in texts]
