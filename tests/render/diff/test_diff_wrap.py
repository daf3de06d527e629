import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groats.render.diff.wrap import columns_of, fill, wrap

MOST = 100


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("the mill at Ebbing", 10, ["the mill", "at Ebbing"]),
        ("the mill  at   Ebbing ", 30, ["the mill  at   Ebbing"]),
        ("https://ebbing.example/mill", 10, ["https://eb", "bing.examp", "le/mill"]),
        ("at https://ebbing.example", 12, ["at", "https://ebbi", "ng.example"]),
        ("石臼开始转动了", 6, ["石臼开", "始转动", "了"]),
        ("他说，开始转动。", 8, ["他说，开", "始转动。"]),  # no row begins with a full stop
        ("他说：“开始转动", 8, ["他说：", "“开始转", "动"]),  # nor ends with a quotation mark that opens
        ("공장이 다시 돈다", 8, ["공장이", "다시", "돈다"]),  # Korean breaks at spaces
        ("e\u0301e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301e\u0301"]),
        ("👩\u200d🚀👩\u200d🚀", 2, ["👩\u200d🚀", "👩\u200d🚀"]),
        ("साइकिलें और", 5, ["साइकि", "लें और"]),  # vowel signs that take room
        ("  * oats and rye and wheat", 16, ["  * oats and rye", "  and wheat"]),
        ("          far in", 8, ["  far in"]),
    ],
)
def test_rows_break_where_the_script_breaks(text: str, width: int, rows: list[str]) -> None:
    assert wrap(text, width, MOST) == rows


def test_what_is_too_long_says_how_much_was_left_out() -> None:
    rows = wrap("oats " * 1000, 10, 3)
    assert rows == ["oats oats", "oats oats", "… 4,981 characters more"]


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(8, 40))
def test_no_row_is_wider_than_it_may_be_and_no_character_is_lost(text: str, width: int) -> None:
    rows = wrap(text, width, 1000)
    assert all(columns_of(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["oats", "石臼", "e\u0301", "👩\u200d🚀", "حجر الرحى", "साइकिलें"])
def test_rows_are_filled_to_their_width(text: str) -> None:
    assert columns_of(fill(text, 12)) == 12


def test_what_stands_beside_a_right_to_left_text_is_told_apart_from_it() -> None:
    assert fill("حجر", 5) == "حجر  \u200e"
    assert fill("oats", 5) == "oats "
