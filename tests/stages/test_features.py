"""What is counted of a block, by itself and beside the others."""

import pytest
from builders import block, page

from groats.document import CueHit, Form, Hints, Label, Page, Shape
from groats.stages.features import (
    CONTEXT_FEATURES,
    FIRST_FEATURES,
    TITLE_FEATURES,
    context_features,
    find_headings,
    find_main_run,
    find_rarity,
    first_features,
    pick_title,
    read_shape,
    title_candidates,
    title_features,
)
from groats.stages.features.shape import SHAPE_FEATURES

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."


MORE = "It had stood empty since its keeper left the lighthouse for a flat that the harbour board found him."


def shaped(text: str, name: str) -> float:
    return read_shape(block(text)).features[SHAPE_FEATURES.index(name)]


def shapes_of(made: Page) -> list[Shape]:
    return [read_shape(one) for one in made.blocks]


def column(made: Page, name: str, cues: dict[int, CueHit] | None = None) -> list[float]:
    hits = [[cues[n]] if cues and n in cues else [] for n in range(len(made.blocks))]
    rows = first_features(made, shapes_of(made), hits)
    assert all(len(row) == len(FIRST_FEATURES) for row in rows)
    return [row[FIRST_FEATURES.index(name)] for row in rows]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("one two three", 3),
        ("", 0),
        ("***", 0),
        ("港口委员会开会讨论灯塔的未来呢吧啊", 10),
        ("Ада Марлоу", 2),
    ],
)
def test_size_is_in_words_of_any_script(text: str, size: float) -> None:
    assert read_shape(block(text)).size == pytest.approx(size)


@pytest.mark.parametrize("text", ["It fell.", 'She said, "It fell."', "它倒了。", "Γιατί;", "क्यों गिरा।", "Why? »"])
def test_a_sentence_ends_with_its_own_scripts_mark(text: str) -> None:
    assert read_shape(block(text)).ends_sentence


@pytest.mark.parametrize("text", ["Share", "Read more »", "By Ada Marlow", "", "a, b,"])
def test_a_menu_item_ends_no_sentence(text: str) -> None:
    assert not read_shape(block(text)).ends_sentence


@pytest.mark.parametrize(
    "text", ["15 March 2025", "March 15, 2025", "2025-03-15", "15.03.25", "13:58", "2025年3月15日"]
)
def test_dates_are_seen(text: str) -> None:
    assert read_shape(block(text)).has_date


@pytest.mark.parametrize(
    "text", ["mars", "May I help", "1-800-555-0199", "In 2025 it fell.", PROSE + " 13:58 " + PROSE]
)
def test_what_is_no_date_line_is_none(text: str) -> None:
    assert not read_shape(block(text)).has_date


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("NEWS", "upper_share", 1.0),
        ("News for Ada", "capitals_share", pytest.approx(2 / 3)),
        ("Tags:", "ends_colon", 1.0),
        ("Why the ferry…", "ends_ellipsis", 1.0),
        ("ferry", "starts_lower", 1.0),
        ("see www.sandport.example", "address", 1.0),
        ("a | b | c", "symbols_share", pytest.approx(2 / 9)),
        ("12 of 24", "digits_share", pytest.approx(4 / 8)),
        ("One. Two. Three.", "sentences", 3.0),
    ],
)
def test_shape_features(text: str, name: str, value: float) -> None:
    assert shaped(text, name) == value


def test_neighbours_place_and_repetition_are_counted() -> None:
    made = page("Menu", PROSE, "Menu")
    assert column(made, "seen_before") == [0.0, 0.0, 1.0]
    assert column(made, "seen_after") == [1.0, 0.0, 0.0]
    assert column(made, "previous_ends_sentence") == [0.0, 0.0, 1.0]
    assert column(made, "next_ends_sentence") == [1.0, 0.0, 0.0]
    assert column(made, "place") == [0.0, pytest.approx(1 / 3), pytest.approx(2 / 3)]
    assert column(made, "words_before")[1] == pytest.approx(1 / 22)


def test_rows_of_similar_lines_are_seen() -> None:
    runs = column(page("a b", "c d", "e f", PROSE), "same_shape_run")
    assert runs[0] == runs[1] == runs[2] > runs[3]
    assert column(page("a b", "c d", PROSE, "e f"), "short_run")[2] == 0.0


def test_a_cue_counts_for_its_family_and_for_the_lines_below_if_it_opens() -> None:
    opener = CueHit("comments", Label.COMMENTS, whole=True, opens=True)
    made = page(PROSE, "3 comments", "Ada", "Tom")
    assert column(made, "cue_comments", {1: opener}) == [0.0, 2.0, 0.0, 0.0]
    since = column(made, "since_comments", {1: opener})
    assert since[0] == 0.0
    assert since[1] == 1.0 > since[2] > since[3] > 0.0
    assert column(made, "since_related", {1: opener}) == [0.0] * 4


def test_markup_is_evidence_where_there_is_markup() -> None:
    made = page(block("Menu", hints=Hints(link_share=1.0, landmark="nav", depth=9)), block("Menu", 2))
    assert column(made, "link_share") == [1.0, -1.0]
    assert column(made, "landmark") == [-3.0, 0.0]
    assert column(made, "depth") == [9.0, -1.0]


@pytest.mark.parametrize(
    ("sizes", "scores", "run"),
    [
        ([], [], (0, 0)),
        ([5.0], [0.4], (0, 0)),
        ([2.0, 30.0, 2.0, 30.0, 2.0], [0.1, 0.9, 0.4, 0.9, 0.1], (1, 4)),
        ([30.0, 200.0, 40.0], [0.9, 0.1, 0.9], (2, 3)),
    ],
)
def test_the_main_run_holds_most_of_the_content(sizes: list[float], scores: list[float], run: tuple[int, int]) -> None:
    assert find_main_run(sizes, scores) == run


LIGHTHOUSE = page("Lighthouse board meets", PROSE, "The lighthouse stood empty.", "Cheap flights to the sun")


def test_the_context_of_a_block_is_the_scores_around_it_and_the_words_of_the_run() -> None:
    shapes = shapes_of(LIGHTHOUSE)
    rows = context_features(shapes, [0.6, 0.9, 0.8, 0.2], find_rarity(shapes))
    found = [dict(zip(CONTEXT_FEATURES, row, strict=True)) for row in rows]
    assert [row["score_previous"] for row in found] == [-0.2, 0.6, 0.9, 0.8]
    assert [row["in_main_run"] for row in found] == [1.0, 1.0, 1.0, 0.0]
    assert found[2]["shared_with_main_run"] > 0 == found[3]["shared_with_main_run"]
    assert found[3]["since_content"] == 0.0
    assert context_features([], [], {}) == []


def test_the_title_lends_its_words_and_its_place() -> None:
    shapes = shapes_of(LIGHTHOUSE)
    rows = title_features(shapes, 0, find_rarity(shapes))
    found = [dict(zip(TITLE_FEATURES, row, strict=True)) for row in rows]
    assert [row["title_distance"] for row in found] == [0.0, 1.0, 2.0, 3.0]
    assert found[0]["shared_with_title"] == 1.0 > found[2]["shared_with_title"] > 0 == found[3]["shared_with_title"]
    assert len({tuple(row) for row in title_features(shapes, None, find_rarity(shapes))}) == 1


@pytest.mark.parametrize(
    ("main_run", "candidates"),
    [((0, 0), range(0)), ((0, 9), range(3)), ((5, 9), range(8)), ((90, 91), range(30, 91))],
)
def test_a_title_stands_above_the_main_run_or_at_its_head(main_run: tuple[int, int], candidates: range) -> None:
    assert title_candidates(main_run) == candidates


@pytest.mark.parametrize(
    ("scores", "title"), [([0.1, 0.9, 0.2], 4), ([0.9, 0.9, 0.2], 4), ([0.1, 0.2, 0.1], None), ([0.5, 0.1, 0.1], 3)]
)
def test_the_likeliest_candidate_is_the_title_if_it_is_likely_enough(scores: list[float], title: int | None) -> None:
    assert pick_title(range(3, 6), scores, 0.5) == title


def test_a_title_named_by_the_page_is_seen() -> None:
    made = page("What the keeper saw | Courier", "What the keeper saw", PROSE)
    assert column(made, "in_first_line") == [0.0, 1.0, 0.0]
    declared = Page("html", made.lines, made.blocks, declared=(("meta:og:title", "What the Keeper Saw"),))
    assert column(declared, "is_declared_title") == [0.0, 1.0, 0.0]


def test_headings_are_short_and_head_something_longer_or_a_list() -> None:
    item = block("oil", 9, Form.LIST)
    row = [block(text, n, blank_before=0) for n, text in enumerate(["Share", "Tweet"], start=6)]
    made = page(PROSE, "The tower", PROSE, "It fell.", PROSE, *row, "What now?", PROSE, "You need", item)
    found = find_headings(made, shapes_of(made), [()] * 11)
    assert [n for n, is_heading in enumerate(found) if is_heading] == [1, 7, 9]


def test_marks_and_cues_make_headings_and_a_row_of_short_lines_makes_none() -> None:
    rows = ["oil", "wick", "glass", PROSE, "Notes", "Tide table"]
    blocks = [block(text, n, blank_before=int(n in {1, 4, 5})) for n, text in enumerate(rows, start=1)]
    made = page(*blocks, block("End", 7, Form.HEADING))
    cues: list[list[CueHit]] = [[] for _ in range(7)]
    cues[4] = [CueHit("notes", Label.HEADING, whole=True)]
    assert find_headings(made, shapes_of(made), cues) == [False, False, False, False, True, False, True]
