"""The edges of printed sheets are no part of the page."""

import textwrap

from groats import Options, clean
from groats.stages.lines import parse_text
from groats.stages.lines.printed import find_sheet_edges
from groats.stages.lines.split import split_lines

LINE_END = "\n"
STORY = (
    "The water mill at Ebbing has ground its first sack of oats, and half the village stood on the bridge to watch "
    "the wheel turn on Sunday morning, as their grandparents had done on the day that it was built; they had been told "
    "that nobody would ever see it turn again, for the stones were worn, the sluice had rotted, and the last miller "
    "left for the coast with all that could be carried, down to the bell which used to hang above the door and which "
    "is said to have been heard, on quiet evenings, as far as the weir that the monks had dug."
)


def print_sheets(rows_each: int) -> str:
    rows = textwrap.wrap(STORY, 72)
    sheets = [rows[n : n + rows_each] for n in range(0, len(rows), rows_each)]
    return "\f".join(
        f"3/3/25, 9:04 PM\n\n{LINE_END.join(sheet)}\n\nhttps://mill.example/\n\n{n}/{len(sheets)}\n"
        for n, sheet in enumerate(sheets, start=1)
    )


def test_what_all_sheets_have_at_an_edge_goes_and_the_story_goes_on() -> None:
    article = clean(print_sheets(2), Options(explain=True))
    assert article.text == STORY
    edges = [verdict for verdict in article.verdicts if not verdict.keep]
    assert {verdict.reasons for verdict in edges} == {("it stands at the edge of every sheet",)}
    assert len(edges) == 12
    numbers = [line.number for verdict in article.verdicts for line in verdict.block.lines]
    assert sorted(numbers) == [line.number for line in article.page.lines if line.text.strip()]


def test_a_text_of_two_sheets_or_without_any_has_no_edges() -> None:
    for raw in (print_sheets(5), print_sheets(2).replace("\f", "")):
        assert find_sheet_edges(raw, split_lines(raw)) == frozenset()


def test_what_stands_at_different_places_or_on_few_sheets_is_of_the_page() -> None:
    sheets = [f"Chapter\n{'One of many words. ' * n}\nThe end {n}\n" for n in range(20, 26)]
    raw = "\f".join(["\n".join(f"{n} words {k}" for k in "abcdefghij"[:n]) for n in range(2, 6)])
    assert len(parse_text(raw).edges) < len(parse_text(raw).blocks)
    assert len(parse_text("\f".join(sheets)).edges) == 12
    assert not parse_text("\f".join([*sheets[:2], *["Nothing of the kind\n" * 9] * 4])).edges & {1, 2, 3, 4, 5, 6}
