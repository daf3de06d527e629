import pytest
from drawing import build_page, rows_of
from rich.cells import cell_len

from groats.render.diff.frame import add_up, sum_up
from groats.render.diff.pages import InspectedPage, draw_table
from groats.render.diff.stat import fit_columns, stat_row

ONE = build_page("N Home", "N News", "S Share", "The mill.", "", "One.")
ALL = build_page("One.")
NONE = build_page("N Home")


def test_a_row_for_each_page_and_one_for_all() -> None:
    pages = [
        InspectedPage(name, b"", page) for name, page in {"one.txt": ONE, "all.txt": ALL, "none.txt": NONE}.items()
    ]
    assert rows_of(draw_table(pages, ["one.txt", "all.txt", "none.txt"], 80)) == [
        "page           lines   kept  of it            sure  removed",
        "one.txt            5      2  █████░░░░░  50%  0.99  navigation 2, share 1",
        "all.txt            1      1  ██████████ 100%  0.99",
        "none.txt           1      0  ░░░░░░░░░░   0%  0.99  navigation 1",
        "3 pages            7      3  █████░░░░░  50%        navigation 3, share 1",
    ]
    assert len(rows_of(draw_table(pages[:1], ["one.txt"], 80))) == 2


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("name", ["a/very/long/path/that/goes/on/and/on/and/on/page.txt", "石臼" * 40, "p"])
def test_names_are_cut_at_their_beginning_and_labels_at_their_end(name: str, width: int) -> None:
    columns = fit_columns([name], width)
    row = "".join(span.text for span in stat_row(name, sum_up(ONE.article), 0.5, columns))
    assert cell_len(row) <= max(width, 72)
    assert row.startswith(("…", name))


def test_labels_that_find_no_room_are_hinted_at() -> None:
    found = add_up([sum_up(build_page(*[f"N {n}" for n in range(9)], *[f"S {n}" for n in range(9)]).article)])
    columns = fit_columns(["p"], 80)._replace(labels=20)
    assert "".join(span.text for span in stat_row("p", found, 0.5, columns)).endswith("  navigation 9, …")


@pytest.mark.parametrize(
    ("room", "shown"), [(20, "navigation 1,000, …"), (19, "navigation 1,000, …"), (12, "navigation …")]
)
def test_of_labels_that_find_no_room_the_first_is_shown(room: int, shown: str) -> None:
    found = add_up([sum_up(build_page(*[f"N {n}" for n in range(1000)], "S 1").article)])
    columns = fit_columns(["p"], 80)._replace(labels=room)
    assert "".join(span.text for span in stat_row("p", found, 0.5, columns)).endswith(f"  {shown}")


def test_the_sum_of_an_empty_page_is_nothing() -> None:
    assert sum_up(build_page().article).share == 0
