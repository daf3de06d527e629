"""How the metadata stage takes words apart and compares them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from groats.stages.metadata.words import fold, key, split_words

WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")
texts = st.text() | st.text("aB é水の’—…\u0301나I\u0130ſ_-'1\n\t\x1f \u00a0", max_size=30)


@given(st.lists(texts))
def test_the_words_of_a_text_are_its_runs_of_letters_and_digits(lines: list[str]) -> None:
    assert split_words(lines) == [WORD.findall(fold(line)) for line in lines]


@given(texts)
def test_the_key_of_a_text_is_its_letters_and_digits(text: str) -> None:
    assert key(text) == "".join(filter(str.isalnum, fold(text)))


def test_every_ideograph_is_a_word() -> None:
    assert split_words(["水车 Mill-wheel", "", "St. Rowan's"]) == [
        ["水", "车", "mill", "wheel"],
        [],
        ["st", "rowan", "s"],
    ]
