"""What the first pass knows of a block beyond its shape: marks, markup, cues, copies, place, neighbours."""

import pytest
from builders import block, page

from groats.document import Block, CueHit, Form, Hints, Label, Line, Page
from groats.stages.features import FIRST_FEATURES, Columns, first_columns, read_shapes
from groats.stages.features.columns import scale

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."


def columns_of(made: Page, cues: dict[int, CueHit]) -> Columns:
    shapes, shaped = read_shapes(made.blocks)
    hits = [[cues[n]] if n in cues else [] for n in range(len(made.blocks))]
    return first_columns(made, shaped, [shape.size for shape in shapes], hits)


def column(made: Page, name: str, cues: dict[int, CueHit] | None = None) -> list[int]:
    columns = columns_of(made, cues or {})
    assert sorted(columns) == sorted(FIRST_FEATURES)
    return list(columns[name])


def indented(*columns: int) -> Page:
    lines = [Line(n, 0, 4, "lamp") for n in range(len(columns))]
    blocks = tuple(Block("lamp", (line,), indent=indent) for line, indent in zip(lines, columns, strict=True))
    return Page("text", tuple(lines), blocks)


def test_place_is_counted_in_blocks_and_in_words() -> None:
    made = page("Menu", PROSE, "Menu")
    assert column(made, "place") == [0, 83, 166]
    assert column(made, "words_before") == [0, 250 * 1 // 22, 250 * 21 // 22]
    assert column(made, "words_after") == [250 * 21 // 22, 250 * 1 // 22, 0]
    assert column(made, "from_top") == [0, scale(1), scale(2)] == column(made, "from_bottom")[::-1]
    assert column(page("***"), "words_before") == [0]


def test_copies_above_and_below_are_counted_case_aside() -> None:
    made = page("Menu", PROSE, "MENU", "menu", "Menu", "Menu")
    assert column(made, "seen_before") == [0, 0, 1, 2, 3, 3]
    assert column(made, "seen_after") == [3, 0, 3, 2, 1, 0]


def test_rows_of_similar_lines_are_seen() -> None:
    runs = column(page("a b", "c d", "e f", PROSE), "same_shape_run")
    assert runs == [scale(3)] * 3 + [scale(1)]
    assert column(page("a b", "c d", PROSE, "e f"), "short_run") == [scale(2), scale(2), 0, scale(1)]


def test_lines_that_come_again_every_second_line_have_a_rhythm() -> None:
    teasers = ["What the keeper saw from the tower", "15 March 2025"] * 3
    assert column(page(*teasers), "rhythm_2") == [0, 0, *[scale(4)] * 4]
    assert column(page(*teasers), "rhythm_3") == [0] * 6
    assert column(page("Home"), "rhythm_2") == [0]


def test_a_cue_counts_for_its_family_and_for_the_lines_below_if_it_opens() -> None:
    opener = CueHit("comments", Label.COMMENTS, whole=True, opens=True)
    made = page(PROSE, "3 comments", "Ada", "Tom")
    assert column(made, "cue_comments", {1: opener}) == [0, 2, 0, 0]
    assert column(made, "cue_comments", {1: CueHit("comments", Label.COMMENTS)}) == [0, 1, 0, 0]
    assert column(made, "since_comments", {1: opener}) == [0, 60, 59, 58]
    assert column(made, "since_related", {1: opener}) == [0] * 4
    assert column(made, "cue_strength", {1: opener}) == [0, 2, 0, 0]
    assert column(made, "cues_near", {1: opener}) == [1, 1, 1, 1]


def test_the_last_cue_that_opened_counts_and_one_out_of_sight_does_not() -> None:
    opener = CueHit("more", Label.RELATED, opens=True)
    since = column(page(*["line"] * 70), "since_related", {0: opener, 2: opener})
    assert since[:4] == [60, 59, 60, 59]
    assert since[61:64] == [1, 0, 0]


def test_a_cue_of_content_is_no_cue_of_furniture() -> None:
    notes = CueHit("notes", Label.HEADING, whole=True)
    assert column(page("Notes"), "cue_kept", {0: notes}) == [2]
    assert column(page("Notes"), "cue_strength", {0: notes}) == [0]


def test_markup_is_evidence_where_there_is_markup() -> None:
    hints = Hints(link_share=1.0, landmark="nav", depth=9)
    made = page(block("Menu", hints=hints), block("Menu", 2))
    assert column(made, "link_share") == [101, 1]
    assert column(made, "landmark") == [0, 3]
    assert column(made, "depth") == [10, 1]
    for name, value in {
        "link_share": 0,
        "landmark": 3,
        "depth": 0,
        "unseen": 0,
    }.items():
        assert column(page("Menu", "Menu"), name) == [value, value]


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.PARAGRAPH])
def test_each_form_has_its_column(form: Form) -> None:
    assert column(page("lamp", block("lamp", 2, form)), f"is_{form}") == [0, 1]


def test_blank_lines_are_counted_above_and_below() -> None:
    made = page(block("a", 1, blank_before=0), block("b", 2, blank_before=1), block("c", 3, blank_before=9))
    assert column(made, "blank_before") == [0, 1, 3]
    assert column(made, "blank_after") == [1, 3, 3]
    assert column(made, "page_blank_share") == [66] * 3


@pytest.mark.parametrize(
    ("indents", "found"),
    [
        pytest.param((0, 0, 0), [50, 50, 50], id="none"),
        pytest.param((4, 4, 4), [50, 50, 50], id="all alike"),
        pytest.param((3, 3, 0, 9, 99), [50, 50, 47, 56, 100], id="beside the usual one"),
        pytest.param((70, 70, 0), [50, 50, 0], id="far out"),
    ],
)
def test_an_indentation_is_told_beside_the_pages_usual_one(indents: tuple[int, ...], found: list[int]) -> None:
    assert column(indented(*indents), "indent") == found


def test_what_is_near_is_counted_on_both_sides() -> None:
    made = page("Home", "Menu", PROSE, "15 March 2025", *["Imprint"] * 8)
    assert column(made, "size_near_3")[0] == scale(1 + 1 + 20 + 3)
    assert column(made, "long_near_3") == [1] * 6 + [0] * 6
    assert column(made, "long_near_30") == [1] * 12
    assert column(made, "dates_near_3") == [1] * 7 + [0] * 5
    assert column(made, "ends_near_3") == column(made, "long_near_3")


def test_the_page_is_told_to_each_of_its_blocks() -> None:
    made = page(PROSE, "15 March 2025", "£ 3", "4 comments")
    cue = {3: CueHit("comments", Label.COMMENTS)}
    for name, value in {
        "page_blocks": scale(4),
        "page_long_share": 25,
        "page_mean_size": scale((20 + 3 + 1 + 2) / 4),
        "page_dates": 25,
        "page_money": 25,
        "page_comments": scale(1),
        "page_is_html": 0,
    }.items():
        assert column(made, name, cue) == [value] * 4
    assert column(Page("html", made.lines, made.blocks), "page_is_html") == [1] * 4


def test_a_title_named_by_the_page_is_seen() -> None:
    made = page("What the keeper saw | Courier", "What the keeper saw", PROSE)
    assert column(made, "in_first_line") == [1, 1, 0]
    assert column(made, "is_declared_title") == [0, 0, 0]
    declared = Page("html", made.lines, made.blocks, declared=(("meta:og:title", "What the Keeper Saw"),))
    assert column(declared, "is_declared_title") == [0, 1, 0]
    other = Page("html", made.lines, made.blocks, declared=(("meta:author", "What the Keeper Saw"),))
    assert column(other, "is_declared_title") == [0, 0, 0]


def test_of_a_flood_of_declared_titles_only_the_first_are_sought() -> None:
    made = page("Lamp 19", "Lamp 20")
    titles = tuple(("title", f"Lamp {n}") for n in (0, 0, *range(1000)))
    assert column(Page("html", made.lines, made.blocks, declared=titles), "is_declared_title") == [1, 0]


def test_only_what_a_block_is_told_of_its_own_family_of_cues_changes_with_it() -> None:
    made = page(PROSE, "Share", PROSE)
    without = columns_of(made, {})
    with_cue = columns_of(made, {1: CueHit("share", Label.SHARE, whole=True)})
    changed = {name for name, values in with_cue.items() if list(values) != list(without[name])}
    assert changed == {"cue_furniture", "cue_strength", "cues_near"}
