"""The style inline, and what all styles have in common: what is shown, what is folded, what is said beside it."""

import pytest
from drawing import build_page, draw, rows_of

from groats.document import Label, Options
from groats.pipeline import inspect
from groats.render.diff.inline import draw_inline
from groats.render.diff.paint import Span, colour_of, paint
from groats.render.diff.view import Look, stake_of, view_page

PAGE = build_page(
    "N Home", "N News", "", "S Share", "T The mill grinds again", "", "One.", "Two.", "", "Three.", "Four.", "N Contact"
)


def test_removed_lines_are_marked_and_have_their_label_and_reason_beside_them() -> None:
    assert draw(PAGE) == [
        " 1 - Home                         │ navigation, 2 lines ·",
        " 2 - News                         │ reason of navigation",
        "",
        " 4 - Share                        │ share · reason of share",
        " 5   The mill grinds again",
        "     ⋯ 3 lines kept",
        "11   Four.",
        "12 - Contact                      │ navigation · reason of",
        "                                  │ navigation",
    ]


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (Look(width=60, context=0), ["1", "2", "4", "⋯ 5 lines kept", "12"]),
        (Look(width=60, context=1), ["1", "2", "4", "5", "⋯ 3 lines kept", "11", "12"]),
        (Look(width=60, context=2), ["1", "2", "4", "5", "7", "8", "10", "11", "12"]),  # one alone is not worth folding
        (Look(width=60, context=None), ["1", "2", "4", "5", "7", "8", "10", "11", "12"]),
        (
            Look(width=60, context=0, only=frozenset({Label.SHARE})),
            ["⋯ 2 lines removed", "4", "⋯ 5 lines kept, 1 line removed"],
        ),
        (
            Look(width=60, context=0, only=frozenset({Label.TITLE})),
            ["⋯ 3 lines removed", "5", "⋯ 4 lines kept, 1 line removed"],
        ),
        (
            Look(width=60, context=0, notes={1: "mill.txt keeps it"}),
            ["⋯ 1 line removed", "2", "⋯ 5 lines kept, 2 lines removed"],
        ),
    ],
)
def test_what_is_asked_for_is_shown_with_its_surroundings(look: Look, shown: list[str]) -> None:
    rows = [row[:5].strip(" -") or row.strip() for row in draw(PAGE, look) if not row.startswith("      ")]
    assert [row for row in rows if row and not row.startswith("│")] == shown


def test_words_on_a_line_come_before_its_label() -> None:
    rows = draw(PAGE, Look(width=90, context=0, notes={1: "mill.txt keeps it"}))
    assert rows[1].endswith("│ mill.txt keeps it · navigation ·")


def test_a_kept_line_that_is_asked_for_says_as_what_it_was_kept() -> None:
    (row,) = [row for row in draw(PAGE, Look(width=90, context=0, only=frozenset({Label.TITLE}))) if "mill" in row]
    assert row == " 5   The mill grinds again                             │ kept as title · reason of title"


def test_why_gives_all_lines_their_score_and_reasons() -> None:
    rows = draw(PAGE, Look(width=60, context=None, why=True))
    assert rows[:2] == [" 1 - Home", "         navigation 0.99 · reason of navigation"]
    assert rows[-4:-2] == ["11   Four.", "         paragraph 0.99 · reason of paragraph"]


def test_in_a_narrow_terminal_notes_stand_below() -> None:
    assert draw(PAGE, Look(width=40, context=0))[:5] == [
        " 1 - Home",
        " 2 - News",
        "     · navigation, 2 lines · reason of",
        "     navigation",
        "",
    ]


def test_doubtful_lines_come_by_what_is_at_stake() -> None:
    page = build_page("N Home", "A long line that was kept.", "S Share", "Sure.", scores={0: 0.3, 1: 0.55, 2: 0.1})
    rows = draw(page, Look(width=90, context=0, doubtful=True))
    assert [text for row in rows if (text := row[:30].strip())] == ["2   A long line that was kept.", "1 - Home"]
    assert "kept as paragraph 0.55" in rows[0]
    foot = rows_of(draw_inline("p", view_page(page, Look(width=120, doubtful=True)), []))[-1]
    assert foot.startswith("2 lines in doubt; kept 2 of 4 lines")
    one = build_page("A long line that was kept.", "S Share", scores={0: 0.55, 1: 0.1})
    foot = rows_of(draw_inline("p", view_page(one, Look(width=120, doubtful=True)), []))[-1]
    assert foot.startswith("1 line in doubt;")
    around = draw(page, Look(width=90, context=1, doubtful=True))
    assert [row[:1] for row in around if row[:3].strip() or not row] == ["1", "2", "3", "", "1", "2"]


@pytest.mark.parametrize(
    ("keep", "score", "at_stake"), [(True, 0.9, False), (True, 0.7, True), (False, 0.1, False), (False, 0.9, True)]
)
def test_a_line_is_doubtful_where_its_score_does_not_settle_it(*, keep: bool, score: float, at_stake: bool) -> None:
    (verdict,) = build_page("One.").article.verdicts
    assert (stake_of(verdict._replace(keep=keep, score=score)) > 0) is at_stake


def test_the_reason_of_a_group_is_that_of_most_lines() -> None:
    whys = {0: ("dull", "one of many"), 1: ("one of many",), 2: ("one of many", "bright")}
    assert draw(build_page("N a", "N b", "N c", reasons=whys), Look(width=90))[0].endswith("3 lines · one of many")


def test_a_cue_says_more_than_what_holds_for_most_lines() -> None:
    whys = {0: ("one of many",), 1: ("one of many",), 2: ("one of many", "cue menu-en (navigation)")}
    assert draw(build_page("N a", "N b", "N c", reasons=whys), Look(width=90))[0].endswith("3 lines · cue menu-en")


def test_the_label_of_a_cue_is_said_where_it_is_another() -> None:
    assert draw(build_page("N a", reasons={0: ("cue app (app_store)",)}), Look(width=90))[0].endswith(
        "cue app (app_store)"
    )


def test_a_megabyte_in_a_line_is_cut_with_words() -> None:
    rows = draw(build_page("N " + "oats " * 200_000))
    assert len(rows) == 20
    assert "characters more" in rows[-1]


def test_the_head_names_the_page_and_its_warnings_the_foot_says_what_came_of_it() -> None:
    rows = draw(PAGE, name="a\x1b[2Jb.txt", warnings=["the text ends at a paywall.", "it is \u202e odd."])
    assert rows[:4] == [
        "a␛[2Jb.txt  text · confidence 0.99",
        "! the text ends at a paywall.",
        "! it is <U+202E> odd.",
        "",
    ]
    assert rows[-3:] == [
        "",
        "kept 5 of 9 lines, 67 % of the characters; removed:",
        "navigation 3, share 1",
    ]


def test_an_empty_page_and_one_of_which_nothing_is_removed_say_so() -> None:
    assert draw(build_page()) == []
    assert rows_of(draw_inline("p", view_page(build_page("One.", "Two."), Look()), []))[2:] == [
        "    ⋯ 2 lines kept",
        "",
        "kept 2 of 2 lines, 100 % of the characters; removed: nothing",
    ]


def test_html_is_shown_as_its_page_shows_it() -> None:
    page = inspect(
        b"<!doctype html><nav><ul><li>Home<li>News<ul><li>Local</ul></ul></nav><p>The mill at Ebbing grinds.", Options()
    )
    rows = draw(page, Look(width=90, context=None))
    assert [row[:30].rstrip() for row in rows] == [
        "1 - • Home",
        "2 - • News",
        "3 -   • Local",
        "4   The mill at Ebbing grinds.",
    ]


def test_what_the_repair_takes_away_is_seen_in_the_input() -> None:
    page = inspect(
        "The mill at Ebbing \u202egrinds\x1b[31m again, and half the village stood on the bridge.", Options()
    )
    (row,) = [row for row in draw(page, Look(width=120, context=None)) if "mill" in row]
    assert "Ebbing <U+202E>grinds␛[31m again" in row


def test_only_colours_tell_rows_of_a_terminal_from_those_of_a_file() -> None:
    row = [Span("7 - ", "dim"), Span("Share", "magenta"), Span("  ")]
    assert paint(row, colour=True) == "\x1b[2m7 - \x1b[0m\x1b[35mShare\x1b[0m  "
    assert paint(row, colour=False) == "7 - Share"


@pytest.mark.parametrize("label", Label)
def test_removed_labels_have_colours_that_are_legible_on_dark_and_light(label: Label) -> None:
    assert colour_of(label) in ({""} if label.is_kept else {"red", "magenta", "dim"})
