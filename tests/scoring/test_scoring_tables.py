from scored_pages import scored

from groats.scoring.measures import score_page
from groats.scoring.summary import estimate, group
from groats.scoring.tables import tabulate_groups, tabulate_pages, tabulate_scores

LINE = "one two three four"
PAGES = [
    scored("a", LINE, LINE, set="s", type="article"),
    scored("b", LINE, None, set="t", type="article"),
    scored("c", "", "", set="t", type="article"),
]


def test_the_scores_are_a_row_each_with_the_name_last() -> None:
    head, first, *_ = tabulate_scores(estimate([PAGES[0].score]), 1)
    assert head == ("mean", "low", "high", "of 1 page")
    assert first == ("1.000", "1.000", "1.000", "word_f1")
    assert tabulate_scores({}, 2) == [("mean", "low", "high", "of 2 pages")]


def test_each_grouping_is_a_table_and_what_is_unknown_a_dash() -> None:
    (sets,) = tabulate_groups(group(PAGES))
    assert sets == [
        ("pages", "f1", "low", "high", "prec", "recall", "exact", "shingle", "set"),
        ("2", "0.500", "0.000", "1.000", "0.500", "0.500", "0.500", "0.000", "t"),
        ("1", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000", "s"),
    ]
    assert tabulate_groups([]) == []


def test_pages_show_how_many_words_were_wanted_and_given() -> None:
    assert tabulate_pages(PAGES[:2]) == [
        ("f1", "prec", "recall", "shingle", "wanted", "given", "page"),
        ("1.000", "1.000", "1.000", "1.000", "4", "4", "a"),
        ("0.000", "0.000", "0.000", "0.000", "4", "0", "b"),
    ]


def test_snippets_have_columns_where_there_are_any() -> None:
    from dataclasses import replace  # noqa: PLC0415 - of this test alone

    page = replace(PAGES[0], score=score_page(LINE, LINE, ["one"], ["five"]))
    head, first, second = tabulate_pages([page, PAGES[1]])
    assert head[4:6] == ("with", "without")
    assert (first[4:6], second[4:6]) == (("1.000", "0.000"), ("-", "-"))
    (_, groups, _) = tabulate_groups(group([page, PAGES[1]]))[0]
    assert groups[8:10] == ("1.000", "0.000")
