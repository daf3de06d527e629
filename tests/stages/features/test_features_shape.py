"""What is counted of one block by itself."""

import pytest
from builders import block
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Shape
from groats.stages.features import read_shapes
from groats.stages.features.columns import scale
from groats.stages.features.shape import SHAPE_FEATURES

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."


def shape_of(text: str) -> Shape:
    return read_shapes([block(text)])[0][0]


def shaped(text: str, name: str) -> int:
    return read_shapes([block(text)])[1][name][0]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("one two three", 3),
        ("", 0),
        ("***", 0),
        ("港口委员会开会讨论灯塔的未来呢吧啊", 10),
        ("灯塔 of 1888", pytest.approx(2 + 2 / 1.7)),
        ("Ада Марлоу", 2),
    ],
)
def test_size_is_in_words_of_any_script(text: str, size: float) -> None:
    assert shape_of(text).size == pytest.approx(size)
    assert shaped(text, "size") == scale(shape_of(text).size)


@pytest.mark.parametrize("text", ["It fell.", 'She said, "It fell."', "它倒了。", "Γιατί;", "क्यों गिरा।", "Why? »"])
def test_a_sentence_ends_with_its_own_scripts_mark(text: str) -> None:
    assert shape_of(text).ends_sentence
    assert shaped(text, "ends_sentence") == 1


@pytest.mark.parametrize("text", ["Share", "Read more »", "By Ada Marlow", "", "a, b,"])
def test_a_menu_item_ends_no_sentence(text: str) -> None:
    assert not shape_of(text).ends_sentence
    assert shaped(text, "ends_sentence") == 0


@pytest.mark.parametrize(
    "text", ["15 March 2025", "March 15, 2025", "2025-03-15", "15.03.25", "13:58", "2025年3月15日"]
)
def test_dates_are_seen(text: str) -> None:
    assert shape_of(text).has_date
    assert shaped(text, "date") == 1


@pytest.mark.parametrize(
    "text", ["mars", "May I help", "1-800-555-0199", "In 2025 it fell.", PROSE + " 13:58 " + PROSE]
)
def test_what_is_no_date_line_is_none(text: str) -> None:
    assert not shape_of(text).has_date
    assert shaped(text, "date") == 0


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("NEWS", "upper", 100),
        ("News for Ada", "capitals", 66),
        ("news for ada", "capitals", 0),
        ("Tags:", "ends_colon", 1),
        ("标签：", "ends_colon", 1),
        ("Tags", "ends_colon", 0),
        ("Why the ferry…", "ends_ellipsis", 1),
        ("Why the ferry...", "ends_ellipsis", 1),
        ("The ferry.", "ends_ellipsis", 0),
        ("Why the ferry?", "ends_question", 1),
        ("为什么？", "ends_question", 1),
        ("Why!", "ends_question", 0),
        ("ferry", "starts_lower", 1),
        ("Ferry", "starts_lower", 0),
        ("see www.sandport.example", "address", 1),
        ("see page 3", "address", 0),
        ("write to ada@sandport.example " + "and wait " * 300, "address", 0),
        ("a | b | c", "symbols", 22),
        ("12 of 24", "digits", 50),
        ("One. Two. Three.", "sentences", 3),
        ("灯塔很高。船来了。", "sentences", 2),
        ("So. " * 20, "sentences", 6),
        ("oil, wick, glass", "commas", 66),
        (",,,,", "commas", 100),
        ("lamp of oil", "word_length", 30),
        ("灯塔", "word_length", 50),
        ("“He left,” she said.", "quotes", 2),
        ("the lamp (of brass) and the [old] tower", "parentheses", 2),
        ("£ 3 or € 4", "money", 2),
        ("the lamp the lamp", "distinct", 50),
        ("the lamp is lit", "distinct", 100),
    ],
)
def test_shape_features(text: str, name: str, value: int) -> None:
    assert shaped(text, name) == value


def test_words_are_in_lower_case_and_a_script_without_spaces_adds_its_characters() -> None:
    assert shape_of("The Lamp, 1888").words == ("the", "lamp", "1888")
    assert shape_of("灯塔 Ada").words == ("灯塔", "ada", "灯", "塔")


def test_of_a_megabyte_line_only_the_ends_are_read_and_its_size_is_told() -> None:
    shape = shape_of("word " * 200_000 + "It fell.")
    assert shape.ends_sentence
    assert len(shape.words) < 5000
    assert shape.size == pytest.approx(200_002, rel=0.01)


@given(st.text(max_size=80))
def test_every_count_fits_a_byte_and_says_what_the_shape_says(text: str) -> None:
    (shape,), columns = read_shapes([block(text)])
    found = {name: values[0] for name, values in columns.items()}
    assert tuple(found) == SHAPE_FEATURES
    assert all(0 <= value <= 254 for value in found.values())
    assert found["ends_sentence"] == shape.ends_sentence
    assert found["date"] == shape.has_date
    assert (shape.size > 0) == bool(shape.words)


@given(st.text(alphabet=st.characters(codec="cp1252"), max_size=60))
def test_one_character_beyond_western_ones_changes_no_other_count(text: str) -> None:
    for name in ("size", "commas", "capitals", "upper", "word_length", "quotes", "parentheses", "money", "distinct"):
        assert shaped(text, name) == shaped(text + "\N{ZERO WIDTH SPACE}", name), name


@given(st.lists(st.text(max_size=40) | st.text('aB .,\n\v"5:/@…é灯Жς\u200b', max_size=40), max_size=8))
def test_each_line_of_a_page_is_read_as_if_it_stood_alone(texts: list[str]) -> None:
    shapes, columns = read_shapes([block(text) for text in texts])
    alone = [read_shapes([block(text)]) for text in texts]
    assert shapes == [shape for (shape,), _ in alone]
    for name, values in columns.items():
        assert list(values) == [own[name][0] for _, own in alone], name


def test_a_line_feed_within_code_ends_no_line() -> None:
    shapes, columns = read_shapes([block("if lamp:\n  burn(oil)"), block("Oil")])
    assert [shape.words for shape in shapes] == [("if", "lamp", "burn", "oil"), ("oil",)]
    assert list(columns["capitals"]) == [0, 100]
