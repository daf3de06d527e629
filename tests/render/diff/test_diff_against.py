import pytest
from drawing import build_page, rows_of

from groats.render.diff.against import compare
from groats.render.diff.pages import InspectedPage, Other, draw_pages
from groats.render.diff.view import Look

LEDE = "After eleven silent years, the water mill at Ebbing has ground its first sack of oats."
NEXT = "Half the village stood on the bridge to watch the wheel turn on Sunday morning."
PAGE = build_page(
    "N Home", "T The mill grinds again", LEDE, NEXT, "L one sack of oats", "L rye", "S Share", f"N {LEDE}"
)


@pytest.mark.parametrize(
    ("other", "alone_kept", "alone_dropped", "foreign"),
    [
        (["The mill grinds again", LEDE, NEXT, "- one sack of oats", "- rye"], [], [], []),
        (["THE MILL grinds again!", f"{LEDE} {NEXT}", "* one sack of oats", "* Rye"], [], [], []),  # joined
        (["The mill grinds again", *LEDE.split(", "), NEXT, "one sack of oats", "rye"], [], [], []),  # broken
        (["The mill grinds again", LEDE, NEXT, "rye"], [], [4], []),
        (["Home", "The mill grinds again", LEDE, NEXT, "one sack of oats", "rye", "Share"], [0, 6], [], []),
        (["The mill grinds again", LEDE, NEXT, "one sack of oats", "rye", LEDE], [7], [], []),  # twice, so both
        (
            ["The mill grinds again", LEDE, NEXT, "one sack of oats", "rye", "A word of mine."],
            [],
            [],
            ["A word of mine."],
        ),
        ([LEDE.replace("eleven silent years", "a pause"), NEXT, "one sack of oats", "rye"], [], [1], []),
        ([], [], [1, 2, 3, 4, 5], []),
    ],
)
def test_what_each_alone_keeps_is_found(
    other: list[str], alone_kept: list[int], alone_dropped: list[int], foreign: list[str]
) -> None:
    found = compare(PAGE.article, "\n".join(other))
    assert (found.alone_kept, found.alone_dropped, found.foreign) == (alone_kept, alone_dropped, foreign)


def test_a_line_without_words_is_nobodys_difference() -> None:
    page = build_page("One sack of oats.", "* * *", "N | |")
    found = compare(page.article, "One sack of oats.")
    assert (found.alone_kept, found.alone_dropped, found.foreign) == ([], [], [])


def test_the_score_is_that_of_groats_text_against_the_other() -> None:
    score = compare(PAGE.article, f"The mill grinds again {LEDE} {NEXT}").score
    assert score.recall == 1
    assert 0.8 < score.precision < 1


def test_what_differs_is_shown_with_what_only_the_other_has_and_the_score() -> None:
    other = Other(
        "\x1bmill.txt", f"The mill grinds again\n{LEDE}\n- one sack of oats\n- rye\nShare\nA word\u202e of mine.\n"
    )
    rows = rows_of(draw_pages([InspectedPage("page.txt", b"", PAGE)], "inline", Look(width=100, context=0), other))
    assert rows[2:10] == [
        "    ⋯ 2 lines kept, 1 line removed",
        "4   Half the village stood on the bridge to watch the wheel  │ ␛mill.txt lacks it · kept as",
        "    turn on Sunday morning.                                  │ paragraph · reason of paragraph",
        "    ⋯ 2 lines kept",
        "7 - Share                                                    │ ␛mill.txt keeps it · share · reason",
        "                                                             │ of share",
        "    ⋯ 1 line removed",
        "",
    ]
    assert rows[-4:] == [
        "",
        "Only in ␛mill.txt:",
        "+ A word<U+202E> of mine.",
        "against ␛mill.txt: word F1 0.714, precision 0.625, recall 0.833; it alone keeps 1, groats alone 1",
    ]
