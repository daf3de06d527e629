"""A page whose lines were joined by spaces is parted into sentences and items, and a long paragraph reads as before."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.pipeline import read_page
from groats.stages.breaks import find_breaks
from groats.stages.breaks.joined import part_joined

MENU = ["Skip to main content", "News of the Village", "Letters to the Editor", "Births and Deaths", "Sunday's Weather"]
TITLE = "The mill at Ebbing grinds again"
BODY = [
    "After eleven quiet years the wheel of the old mill at Ebbing turned on Monday, and half the village came to see.",
    "“Nobody thought that it would,” said Mr. Thorne, who had mended each of its paddles by hand.",
    "The first sack of flour goes to the school, and the second to the neighbours: they had to sleep through it all.",
    "It stood still since J. Abbot left in 2014.",
    "Nobody in the village remembers why he went!",
    "A mill of that size, says the U.S. Society of Millers, e.g. that of Ebbing, grinds a ton a day.",
]
MORE = [
    "The stones came by barge from Holm, since no cart in the county could have borne the weight of either of them.",
    "“We shall grind on Mondays and on Fridays,” said his daughter, who keeps the books and sweeps the yard.",
    "What is left of the grain in the autumn goes to the hens, and what the hens leave feeds the carp in the pond.",
    "The council has promised to clear the weir before the winter, as it has promised in each of the last four years.",
]
CHINESE = ["首页", "新闻", "村庄生活", "艾宾的水车又转了。", "“没有人想到会这样！”", "他已经在磨坊工作了十一年。"]


def parts(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in pairwise((0, *sorted(part_joined(text)), len(text)))]


def test_sentences_are_parted_and_titles_initials_and_abbreviations_end_none() -> None:
    assert parts(" ".join(BODY * 3)) == BODY * 3


def test_items_of_a_menu_are_parted_where_most_words_around_have_capitals() -> None:
    assert parts(" ".join([*BODY * 3, *MENU * 3, "© Ebbing Bugle"]))[len(BODY * 3) :] == [
        *MENU * 3,
        "© Ebbing Bugle",
    ]


def test_what_stands_above_the_first_sentence_is_cut_from_it() -> None:
    found = parts(" ".join([*MENU * 2, TITLE, *BODY * 3]))
    assert found[: len(MENU * 2)] == MENU * 2
    assert found[-len(BODY * 3) + 1 :] == (BODY * 3)[1:]


def test_headlines_in_a_row_are_parted_at_their_capitals() -> None:
    headlines = [
        "Ferry across the bay stops for a whole week of repairs",
        "Council wants no more than two geese a household this year",
        "Hound that was lost for days is found in the organ loft of a church",
        "Bakers in three villages ask for flour that was ground nearby",
        "Weir above the old bridge will be mended before the first frost",
    ]
    assert parts(" ".join([*BODY * 3, *headlines * 2]))[len(BODY * 3) :] == headlines * 2


def test_in_writing_without_spaces_every_space_and_stop_parts() -> None:
    joined = "首页 新闻 村庄生活 艾宾的水车又转了。“没有人想到会这样！”他已经在磨坊工作了十一年。"
    assert parts(" ".join([joined] * 10)) == CHINESE * 10
    assert (
        parts("艾宾的磨坊用 Python 记账，2024 年起每天如此。" * 20)
        == ["艾宾的磨坊用 Python 记账，2024 年起每天如此。"] * 20
    )


def test_without_capitals_a_stretch_without_stops_is_cut_in_pieces() -> None:
    word = "ماكينة "
    cut = parts(word * 200)
    assert " ".join(cut) == (word * 200).strip()
    assert max(map(len, cut)) < 100


def test_of_a_page_with_more_lines_those_are_parted_that_have_a_menu_in_them() -> None:
    wrapped = [f"{TITLE}, line {n} of a paragraph that its writer wrapped" for n in range(12)]
    prose = " ".join(BODY * 4)
    text = "\n".join([" ".join([*MENU * 3, *BODY * 3]), *wrapped, prose])
    found = [text[place:] for place in sorted(part_joined(text))]
    assert found[0].startswith(MENU[1])
    assert all(len(rest) > len(prose) for rest in found)


def test_two_spaces_now_and_then_do_not_tell_that_nobody_joined_the_lines() -> None:
    text = " ".join([*MENU, *BODY * 3]).replace(", ", ",  ")
    assert len(parts(text)) > len(BODY * 3)


WHOLE = {
    "a short page": " ".join(BODY),
    "paragraphs": "\n\n".join([" ".join(BODY)] * 9),
    "long paragraphs": "\n\n".join([" ".join(BODY * 3)] * 13),
    "a page that is half a line": "\n".join([" ".join(BODY * 3), *BODY * 4]),
    "columns": "   ".join(BODY * 3),
    "links of Markdown": " ".join([f"[{name}](/{name}.html)." for name in [*MENU, TITLE] * 9]),
    "a row": f"| {' | '.join([*MENU, *BODY * 3])} |",
    "data": "{" + " ".join([f'"name": "{name}.",' for name in BODY * 3]) + "}",
    "code": " ".join(["if (wheel.turns()) { mill.stop(); } else { mill.open(); }; "] * 30),
    "letters and digits": "aGVsbG8gd29ybGQ." * 200,
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_nobody_joined_stays_whole(text: str) -> None:
    assert part_joined(text) == set()


def test_breaks_that_are_known_stay() -> None:
    text = " ".join(BODY * 3)
    assert {7, 11} < part_joined(text, {7, 11})
    assert part_joined("short", {3}) == {3}


def test_a_joined_page_comes_out_as_a_paragraph_without_its_furniture() -> None:
    body = [*BODY, *MORE]
    page = [*MENU, TITLE, *body, "Share this article", "Privacy Policy", "© Ebbing Bugle"]
    text = clean(" ".join(page)).text
    assert text.endswith(" ".join(body))
    assert "\n" not in text
    assert MENU[0] not in text


@given(st.text() | st.lists(st.sampled_from([*BODY, *MENU, *CHINESE, " ", "\n", "©"])).map(" ".join))
def test_the_lines_of_any_page_still_give_it_back(text: str) -> None:
    places = find_breaks(text * 9)
    assert all(0 < place < len(text * 9) for place in places)
    assert "".join([text[line.start : line.end] for line in read_page(text, "text").lines]) == text


@pytest.mark.parametrize("part", ["a ", "A ", ". ", ".", "a.A ", "。", "麦 ", "麦。", "” ", "9 ", BODY[0], "ا ", ".”"])
def test_a_line_of_200_000_characters_has_an_answer(part: str) -> None:
    assert all(place > 0 for place in find_breaks(part * (200_000 // len(part))))


def test_a_long_line_of_white_space_among_sentences_has_an_answer() -> None:
    text = f"{'The wheel turns again. ' * 9_000}{chr(9) * 300_000}{BODY[0]}"
    assert text.index(BODY[0]) in find_breaks(text)


def test_the_paragraphs_of_an_essay_are_no_joined_lines() -> None:
    paragraph = " ".join([*BODY, "Then came Miller Abbot Of Ebbing Weir And Holm With All His Kin"] * 3)
    assert part_joined(f"{paragraph}\n\n{paragraph}\n\n{paragraph}\n"), "three may be parts of a page"
    assert not part_joined("\n\n".join([paragraph] * 4))
    assert part_joined("\n".join([paragraph] * 4))
