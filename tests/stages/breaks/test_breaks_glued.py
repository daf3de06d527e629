"""Blocks that a dump set side by side are parted again, and words with a capital inside stay words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.pipeline import read_page
from groats.stages.breaks.glued import part_glued

MENU = ["Home", "News", "Sport", "Weather", "Village life"]
TITLE = "The mill at Ebbing grinds again"
BODY = [
    "After eleven quiet years the wheel of the old mill at Ebbing turned on Monday, and half the village came to see.",
    "“Nobody thought that it would,” said the miller, who had mended each of its paddles by hand.",
    "The first sack of flour goes to the school, and the second to the neighbours: they had to sleep through it all.",
]
GREEK = ["Ο μύλος γυρίζει ξανά.", "Ύστερα από έντεκα χρόνια ο τροχός γύρισε.", "Το χωριό ήρθε να τον δει."]
CYRILLIC = ["Мельница снова мелет.", "Колесо стояло одиннадцать лет.", "Посмотреть пришла вся деревня."]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *sorted(part_glued(text)), len(text)))]


PARTED = {
    "sentences": BODY * 2,
    "a menu above them": [*MENU[:-1], *BODY, *BODY],
    "a headline above them": [TITLE, *BODY, *BODY],
    "quotes at their ends": ["It grinds.”", "“It does!”", "And how it does (at night, too!)", "Nobody sleeps."] * 2,
    "quotes that begin below": ["Sie mahlt.", "„Sie mahlt!“", "„Und wie“, sagte der Müller, „sie mahlt.“", "Nun also."]
    * 2,
    "Greek": GREEK * 2,
    "Cyrillic": CYRILLIC * 2,
    "Armenian": ["Ջրաղացը նորից աղում։", "Անիվը տասնմեկ տարի կանգնած մնաց։", "Ամբողջ գյուղը եկավ։"] * 2,
    "Vietnamese": ["Cối xay lại quay.", "Ấy là sau mười một năm.", "Ở làng ai cũng đến xem."] * 2,
}
WHOLE = {
    "prose": " ".join(BODY),
    "names with a capital inside": "She sells on YouTube and PayPal, on LinkedIn, to McDonald's, and in iPhone cases. "
    * 3,
    "initials": "J.K. of the U.S.A. and Ph.D. M.A. spoke with A.B.C. and D.E.F. about the U.N. and the E.U. at length.",
    "names of the web": "It runs on Node.JS and ASP.NET at mill.example.com, say index.html and index.HTML.",
    "code": "function grindOats(wheelSpeed) { return millStone.turnSlowly(wheelSpeed).stopNow(); } // asIs.ThenSome;",
    "a row": "| turnSlowly | stopNow | grindOats | wheelSpeed | openSluice | closeSluice |",
    "a row that lays out a page": f"| Home | News | {'  '.join(BODY * 2)} | Imprint |",
    "links of Markdown": "".join([f"[{name}](/{name}.html#{name}.Mill)" for name in [*MENU, TITLE] * 9]),
    "data": '{"wheelSpeed":"turnSlowly","millStone":"stopNow","grindOats":"openSluice.ThenClose"}',
    "letters and digits": "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ" * 5,
    "columns": "wheat     4.50     5.10     rye     3.20     3.40     oats     2.90",
    "spaces around links": "After  eleven  quiet years the  wheel  of the old mill turned, and the  village  came. "
    * 5,
}


@pytest.mark.parametrize("blocks", PARTED.values(), ids=PARTED)
def test_blocks_without_a_space_between_are_parted(blocks: list[str]) -> None:
    assert parts("".join(blocks)) == blocks


@pytest.mark.parametrize("blocks", [BODY * 4, [TITLE, *BODY * 4], [*MENU, TITLE, *BODY * 4]])
@pytest.mark.parametrize("spaces", [3, 8])
def test_blocks_with_some_spaces_between_are_parted(blocks: list[str], spaces: int) -> None:
    assert [part.rstrip() for part in parts((" " * spaces).join(blocks))] == blocks


def test_of_two_spaces_those_after_a_sentence_are_between_blocks() -> None:
    linked = [sentence.replace(" the ", "  the  ") for sentence in BODY]
    assert [part.rstrip() for part in parts("  ".join(linked * 4))] == linked * 4


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_is_one_stays_whole(text: str) -> None:
    assert part_glued(text) == set()


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_so_it_does_beside_what_is_parted(text: str) -> None:
    page = f"{''.join([*BODY] * 9)}\n{text}\n"
    assert not [place for place in part_glued(page) if place > page.index("\n")]


def test_a_page_of_names_from_code_is_not_glued() -> None:
    manual = ["It calls turnSlowlyAgain, then stopNowThen.", "Ask millStone for openSluiceGate and closeSluiceGate."]
    assert part_glued("\n".join(manual * 9)) == set()


def test_where_blocks_stand_apart_a_line_with_two_together_is_none_of_ours() -> None:
    assert part_glued("\n".join([*BODY, "Share thisSave thisPrint this", *BODY])) == set()


def test_a_page_in_one_line_comes_out_as_if_it_had_lines() -> None:
    body = [*BODY, "It stood still since the old miller left.", "Nobody in the village remembers why he went."]
    apart = clean("\n\n".join([*MENU, TITLE, *body, "Share this article", "© The Ebbing Bugle"]))
    glued = clean("".join([*MENU, TITLE, *body, "Share this article", "© The Ebbing Bugle"]))
    assert glued.text == apart.text == "\n\n".join(body)


def test_scripts_around_them_count_for_nothing() -> None:
    script = "\n".join([f"mill.wheels.push({{slug: 'wheel-{n}', turns: {n}, open: null}});" for n in range(60)])
    page = f"{script}\n{''.join(BODY * 2)}\n{script}"
    assert len(part_glued(page)) == 2 * len(BODY) - 1
    assert part_glued(f"{script}\n{script}") == set()


@given(st.text() | st.lists(st.sampled_from([*BODY, *MENU, "   ", "  ", "\n", "\r", "aB", "A.", "麦。"])).map("".join))
def test_the_lines_of_any_page_still_give_it_back(text: str) -> None:
    places = part_glued(text)
    assert all(0 < place < len(text) for place in places)
    page = read_page(text, "text")
    assert "".join([text[line.start : line.end] for line in page.lines]) == text


@pytest.mark.parametrize("part", ["aA", "a.A", "Aa", "  ", "a.  A", "aaaB", ".”A", "a   ", BODY[0], "\n", "麦"])
def test_a_line_of_200_000_characters_has_an_answer(part: str) -> None:
    assert all(place > 0 for place in part_glued(part * (200_000 // len(part))))
