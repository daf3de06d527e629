"""How much of each block belongs to the reference text."""

import pytest

from groats.training.align import block_shares

REFERENCE = "the board met on tuesday and no offer had come in before the end of the month"


@pytest.mark.parametrize(
    ("blocks", "shares"),
    [
        pytest.param(["Home", "The board met on Tuesday", "and no offer had come in"], [0.0, 1.0, 1.0], id="content"),
        pytest.param(["the board met on monday and no offer"], [pytest.approx(7 / 8)], id="one word differs"),
        pytest.param(["end of the month"], [1.0], id="a part"),
        pytest.param(["the end tuesday month"], [0.5], id="scattered matches"),
        pytest.param(["***", ""], [0.0, 0.0], id="no words"),
    ],
)
def test_a_block_counts_by_the_share_of_its_words_that_belong(blocks: list[str], shares: list[float]) -> None:
    assert block_shares(blocks, REFERENCE) == shares


def test_of_two_copies_of_the_lede_the_one_in_the_article_belongs() -> None:
    shares = block_shares(
        ["the board met on tuesday", "and no offer had come in", "the board met on tuesday"], REFERENCE
    )
    assert shares is not None
    assert shares[:2] == [1.0, 1.0]
    assert shares[2] < 0.5


def test_both_copies_belong_where_the_reference_has_two() -> None:
    lede = "the board met on tuesday"
    assert block_shares([lede, "and no offer had come in", lede], f"{REFERENCE} {lede}") == [1.0, 1.0, 1.0]


def test_parts_that_the_reference_has_in_another_order_are_found() -> None:
    blocks = ["before the end of the month", "the board met on tuesday", "and no offer had come in"]
    shares = block_shares(blocks, REFERENCE)
    assert shares is not None
    assert min(shares) >= 0.8  # "the" may be found in a part where it does not belong


def test_a_line_of_a_few_words_that_stands_elsewhere_in_the_reference_is_chance() -> None:
    shares = block_shares(["end of month", "the board met on tuesday and no offer had come in"], REFERENCE)
    assert shares == [0.0, 1.0]


def test_a_page_too_large_to_align_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.training.align._LARGEST", 10)
    assert block_shares(["the board met"], REFERENCE) is None
