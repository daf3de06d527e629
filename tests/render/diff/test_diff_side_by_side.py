from drawing import build_page, draw

from groats.document import Label, Options
from groats.pipeline import inspect
from groats.render.diff.side_by_side import draw_side_by_side
from groats.render.diff.view import Look

PAGE = build_page(
    "N Home", "N News", "T The mill grinds again", "", "One.", "", "Two.", "Three.", "Four.", "S Share", "L oats"
)


def test_what_became_of_each_line_stands_to_the_right_of_it() -> None:
    assert draw(PAGE, Look(width=60, context=1), style=draw_side_by_side) == [
        "     input                      │ clean text",
        " 1 - Home                       │ × navigation, 2 lines ·",
        " 2 - News                       │ reason of navigation",
        " 3   The mill grinds again      │ The mill grinds again",
        "     ⋯ 3 lines kept",
        " 9   Four.                      │ Four.",
        "10 - Share                      │ × share · reason of share",
        "11   oats                       │ - oats",
    ]


def test_all_of_the_page_is_there_where_nothing_is_folded() -> None:
    rows = draw(PAGE, Look(width=60, context=None), style=draw_side_by_side)
    assert [row[-6:].strip() for row in rows[4:9]] == ["│", "│ One.", "│", "│ Two.", "Three."]


def test_lines_that_were_joined_have_their_paragraph_beside_them() -> None:
    words = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years. "
    text = "\n".join((words * 5)[n : n + 72].strip() for n in range(0, 400, 72))
    page = inspect(text + "\n\nShare\n", Options())
    assert len(page.article.verdicts[0].block.lines) > 2
    rows = draw(page, Look(width=150, context=None), style=draw_side_by_side)
    assert rows[1].startswith("1   The miller of Ebbing")
    assert "│ The miller of Ebbing" in rows[1]
    assert sum("The miller of Ebbing opened" in row.split("│")[1] for row in rows[1:8]) < 6


def test_the_title_is_shown_as_it_is_written() -> None:
    page = inspect(
        b"<!doctype html><title>The mill grinds</title><h1>  The  mill grinds </h1>"
        b"<p>After eleven silent years, the water mill at Ebbing has ground its first sack of oats.",
        Options(),
    )
    rows = draw(page, Look(width=120, context=None), style=draw_side_by_side)
    assert rows[1].split("│")[1] == " The mill grinds"


def test_with_one_label_a_kept_line_still_has_the_clean_text_beside_it() -> None:
    look = Look(width=60, context=0, only=frozenset({Label.LIST}))
    assert draw(PAGE, look, style=draw_side_by_side)[-1] == "11   oats                       │ - oats"


def test_doubtful_lines_are_set_apart() -> None:
    page = build_page("N Home", "One.", scores={0: 0.3, 1: 0.5})
    rows = draw(page, Look(width=60, context=0, doubtful=True), style=draw_side_by_side)
    assert rows[1:3] == ["2   One.                       │ One.", ""]
    assert rows[3].startswith("1 - Home                       │ × navigation 0.30")
