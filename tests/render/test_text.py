import pytest
from articles import build_article

from groats.render.text import to_text, without_surrogates


def test_title_and_paragraphs_stand_a_blank_line_apart() -> None:
    article = build_article("N Menu", "T The mill", "", "It turns.", "", "It grinds.")
    assert to_text(article) == "The mill\n\nIt turns.\n\nIt grinds.\n"


def test_the_title_can_be_left_out() -> None:
    assert to_text(build_article("T The mill", "", "It turns."), title=False) == "It turns.\n"


def test_an_article_without_a_title_begins_with_its_body() -> None:
    assert to_text(build_article("It turns.")) == "It turns.\n"


@pytest.mark.parametrize("lines", [(), ("N Menu",), ("T The mill", "N Menu")])
def test_a_page_without_a_body_is_empty(lines: tuple[str, ...]) -> None:
    assert to_text(build_article(*lines)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("Mühle 🌾", "Mühle 🌾"), ("a\ud800b", "a\ufffdb"), ("\udc80", "\ufffd"), ("\ud83c\udf3e", "🌾")],
)
def test_surrogates_become_characters_that_utf8_has(text: str, expected: str) -> None:
    assert without_surrogates(text) == expected


def test_surrogates_do_not_keep_an_article_from_being_written() -> None:
    assert to_text(build_article("T The \ud800 mill", "", "It\udfff turns.")) == "The \ufffd mill\n\nIt\ufffd turns.\n"
