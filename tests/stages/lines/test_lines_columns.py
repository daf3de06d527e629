"""Columns side by side are read one after another; tables stay tables."""

import textwrap
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import Options, clean
from groats.stages.lines import parse_text
from groats.stages.lines.columns import cut_columns
from groats.stages.lines.split import split_lines

STORY = (
    "The water mill at Ebbing has ground its first sack of oats, and half the village stood on the bridge to watch "
    "the wheel turn on Sunday morning, as their grandparents had done on the day that it was built.\n"
    "They had been told that nobody would ever see it turn again, for the stones were worn, the sluice had rotted, "
    "and the last miller left for the coast with all that could be carried, down to the bell which used to hang above "
    "the door and which is said to have been heard, on quiet evenings, as far as the weir that the monks had dug.\n"
    '"We counted four hundred and twelve wooden teeth," said Orla Fenwick, who has led the work for nine winters, "and '
    "there is not one among them that we did not have to cut, dry, oil and fit by hand, some of them twice, because "
    'the damp of the valley gets into everything that is not moved."\n'
    "The parish will open the mill on the first weekend of each month from April to October, and flour can be bought "
    "at the door as long as the sacks last, though nobody knows how long that will be after a summer as dry as this "
    "one, in which the stream fell lower than the marks that were cut into the bridge a hundred years ago.\n"
    "Next winter the diggers mean to clear the leat above the pond, which has not carried water since the road was "
    "widened; those who know the stream say that it will take two winters and a good deal more than spades. Whoever "
    "owns one and does not mind cold feet is asked to leave word at the smithy, where the tea is."
).splitlines()
MENU = (
    "Home|News|Farming|Weather|Letters|Village shop|Tide tables|Lost and found|Church notes|Sports|Archive|Contact us"
)
BOX = (
    "Most read|Ferry timetable changes on Monday|Hound found in organ loft|What frost means for plums|"
    "Well is dry again|Auction of the Marsh herd|How to mend a wall|Barley falls for a third week"
)
MILL = "ミルの水車が三十一年ぶりに回り始め、村の半分が橋の上からそれを見守った。粉はもう売り切れたという。"


def wrap(paragraphs: list[str], width: int) -> list[str]:
    return [row for paragraph in paragraphs for row in [*textwrap.wrap(paragraph, width), ""]][:-1]


def set_beside(*columns: tuple[int, list[str]]) -> str:
    """The columns side by side, each as many characters wide as is said."""
    rows = zip_longest(*[rows for _, rows in columns], fillvalue="")
    widths = [width for width, _ in columns]
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def read(raw: str) -> list[str]:
    return [block.text for block in parse_text(raw).blocks]


def test_a_menu_the_article_and_a_box_are_read_one_after_another() -> None:
    raw = set_beside((17, MENU.split("|")), (48, wrap(STORY, 45)), (40, BOX.split("|")))
    assert read(raw) == [*MENU.split("|"), *STORY, *BOX.split("|")]
    article = clean(raw)
    assert article.text == "\n\n".join(STORY)
    lines = article.page.lines
    assert "".join(raw[line.start : line.end] for line in lines) == raw
    assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
    assert [lines[n].text for n in range(3)] == ["Home", wrap(STORY, 45)[0], "Most read"]
    owned = [line.number for block in article.page.blocks for line in block.lines]
    assert sorted(owned) == [line.number for line in lines if line.text.strip()]


def test_what_stands_above_and_below_the_columns_keeps_its_place() -> None:
    head = "The Ebbing Herald, which has been printed every week since the flood of 1871, in the old ferry house"
    feet = "All rights are with the printers of the Ebbing Herald, who answer letters on the first day of each month"
    raw = "\n".join([head, "", set_beside((17, MENU.split("|")), (48, wrap(STORY, 45))), "", feet])
    assert read(raw) == [head, *MENU.split("|"), *STORY, feet]


def test_the_sheets_of_a_paper_are_read_one_after_another() -> None:
    rows = wrap(STORY, 48) * 2
    sheets = [set_beside((52, rows[n : n + 16]), (48, rows[n + 16 : n + 32])) for n in range(0, len(rows), 32)]
    found = " ".join(read("\n\f".join(sheets)))
    assert found.split() == " ".join(rows).split()


def test_wide_characters_take_two_columns() -> None:
    rows = textwrap.wrap(MILL * 14, 20)
    menu = ["ホーム", "ニュース", "天気予報", "お問い合わせ", "読者の声", "村の店", "教会", "潮見表"]
    raw = "\n".join(left + " " * (16 - 2 * len(left)) + right for left, right in zip_longest(menu, rows, fillvalue=""))
    parts = cut_columns(split_lines(raw))[1]
    assert [[line.text for line in part if line.text] for part in parts if part] == [menu, rows]


DEFINITIONS = set_beside(
    (20, [cell for n in range(30) for cell in (f"--mill-{n}", "", "")]),
    (60, [row for n in range(30) for row in [*textwrap.wrap(STORY[n % 4][:110], 50)[:3]]]),
)
TABLE = set_beside(
    (24, [f"Sluice number {n}" for n in range(40)]), (30, ["opened by hand in April"] * 40), (9, ["1871"] * 40)
)
CODE = "\n".join(
    f"{verb}(sack, {n * 37});".ljust(28) + f"// {verb}s what is left at {n}"
    for n, verb in enumerate(["grind", "sift", "weigh", "pour", "dry"] * 8)
)
LOG = "\n".join(f"06:{n:02}:11  the sluice was opened by {n * 7919} turns" for n in range(60))
ITEMS = "\n".join(f"  • {row}" for row in wrap(STORY, 60))
SPACED = "\n\n".join(textwrap.fill(text.replace(", ", ",  "), 70) for text in STORY * 3)


@pytest.mark.parametrize("raw", [DEFINITIONS, TABLE, CODE, LOG, ITEMS, SPACED, "\n".join(STORY), "a  b\n" * 9, ""])
def test_tables_items_and_code_are_no_columns_of_a_page(raw: str) -> None:
    lines = split_lines(raw)
    assert cut_columns(lines) == (lines, [list(lines)])


def test_columns_that_tabs_set_are_no_columns_of_a_page() -> None:
    raw = set_beside((17, MENU.split("|")), (48, wrap(STORY, 45)))
    assert len(cut_columns(split_lines(raw))[1]) > 1
    assert len(cut_columns(split_lines(raw.replace("\n", "\t\n")))[1]) == 1


@given(
    st.lists(st.text("ab ツ\u3000\xa0", max_size=24), max_size=40),
    st.integers(16, 60),
    st.sampled_from(["", "\n\f", "\n" + "x" * 500 + "\n"]),
)
def test_the_lines_give_the_text_back_and_each_is_read_once(rows: list[str], width: int, between: str) -> None:
    raw = between.join([set_beside((30, rows), (width, wrap(STORY, width)), (20, rows))] * 2)
    lines, parts = cut_columns(split_lines(raw))
    assert "".join(raw[line.start : line.end] for line in lines) == raw
    shown = [line.number for line in lines if line.text.strip()]
    assert sorted(line.number for part in parts for line in part if line.text.strip()) == shown
    assert {word for line in lines for word in line.text.split()} == set(raw.split())


def test_cleaning_a_page_of_columns_again_changes_nothing() -> None:
    raw = set_beside((17, MENU.split("|")), (48, wrap(STORY, 45)), (40, BOX.split("|")))
    text = clean(raw, Options(kind="text")).text
    assert clean(text, Options(kind="text")).text == text
