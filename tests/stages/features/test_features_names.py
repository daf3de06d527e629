"""What the names of the boxes around a block speak for."""

import re
from zlib import crc32

from builders import block, page
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Element, Hints, Page, Vocabulary
from groats.pipeline import read_page
from groats.stages.features import BUCKETS, KINDS, NAME_BUCKETS, NAME_FEATURES, name_columns, read_names

TALE = "<p>The wheel at Ebbing has turned since the spring of 1871, and nobody minds.</p>"


def place(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass")) % NAME_BUCKETS


def says(**names: int) -> Vocabulary:
    """A vocabulary in which a few names say something."""
    table = bytearray([127]) * NAME_BUCKETS
    for name, value in names.items():
        table[place(name)] = value
    nothing = bytes([127]) * BUCKETS
    return Vocabulary(words=nothing, pairs=nothing, names=bytes(table), kinds=dict.fromkeys(KINDS, nothing))


def row(html: str, vocabulary: Vocabulary, number: int = 0) -> dict[str, int]:
    """What each column holds for a block of a page."""
    columns = name_columns(read_names(read_page(html, "html")), vocabulary)
    return {name: values[number] for name, values in columns.items()}


def test_text_has_no_names() -> None:
    found = read_names(page("The wheel turns.", "Home"))
    assert name_columns(found, says(wheel=200)) == {name: [127, 127] for name in NAME_FEATURES}
    assert found.find_all() == [[], []]


def test_the_names_of_the_box_those_of_the_one_around_and_all_are_told_apart() -> None:
    html = f"<div class=story><div class=aside><div id=note>{TALE}</div></div></div>"
    found = row(html, says(story=200, aside=50, note=150))
    assert (found["box_name_least"], found["box_name_most"]) == (127, 127)  # that of the paragraph
    assert (found["outer_name_least"], found["outer_name_most"]) == (127, 150)
    assert (found["any_name_least"], found["any_name_most"]) == (50, 200)
    assert 127 < found["outer_name_mean"] < 150


def test_words_in_a_name_numbers_roles_and_properties_count() -> None:
    for html, name in {
        f"<div class=entry-content>{TALE}</div>": "entry-content",
        f"<div class=entry-content >{TALE}</div>": "content",
        f"<div class=EntryContent>{TALE}</div>": "content",
        f"<div id=post_4711>{TALE}</div>": "post_0",
        f"<div role=main>{TALE}</div>": "role=main",
        f"<div itemprop=articleBody>{TALE}</div>": "prop=articlebody",
        f"<blockquote>{TALE}</blockquote>": "<blockquote",
    }.items():
        assert row(html, says(**{name: 200}))["any_name_most"] == 200, html
        assert row(html, says(other=200))["any_name_most"] == 127, html


def spell_out(element: Element) -> set[int]:
    """The places of a box's names one by one."""
    names = re.sub(r"\d+", "0", element.names[:200])
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+|0|[^\W\da-zA-Z]+", names)
    return {place(name) for name in ("<div", *names.lower().split(), *map(str.lower, parts))}


@given(st.lists(st.text(st.sampled_from("abAB09٣_-.Σσİ é\t\u2028\ud800"), max_size=250), min_size=1, max_size=5))
def test_names_are_placed_together_as_they_are_one_by_one(names: list[str]) -> None:
    boxes = tuple(Element(n - 1, f"div {n}", each) for n, each in enumerate(names))
    found = read_names(Page("html", (), (), boxes=boxes)).names
    assert [set(each) for each in found] == [spell_out(box) for box in boxes]
    assert [len(set(each)) for each in found] == [len(each) for each in found]


def test_more_names_than_are_remembered_are_placed() -> None:
    boxes = tuple(Element(-1, "div", "x" * (n % 200) + "y" * (n // 200)) for n in range(5000))
    for _ in range(2):
        assert [set(each) for each in read_names(Page("html", (), (), boxes=boxes)).names] == list(
            map(spell_out, boxes)
        )


def test_what_the_whole_page_is_called_says_nothing_of_its_parts() -> None:
    assert set(row(f"<body class=story>{TALE}", says(story=200, **{"<body": 200})).values()) == {127}


def test_each_name_around_a_block_is_met_once() -> None:
    found = read_names(read_page(f"<div class=story><div class=story>{TALE}</div></div>", "html"))
    assert found.find_all() == [sorted({place("<div"), place("<p"), place("story")})]


def test_names_without_end_are_cut() -> None:
    found = row(f'<div class="{"a " * 500_000} story">{TALE}</div>', says(story=200, a=50))
    assert (found["any_name_least"], found["any_name_most"]) == (50, 127)


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(-1, 30)), min_size=1, max_size=12), st.data())
def test_every_block_of_any_boxes_has_small_whole_numbers(boxes: list[tuple[str, int]], data: st.DataObject) -> None:
    elements = tuple(Element(min(outer, n - 1), "div", names) for n, (names, outer) in enumerate(boxes))
    places = data.draw(st.lists(st.none() | st.integers(0, len(boxes) - 1), min_size=1, max_size=9))
    blocks = tuple(
        block("word", number, hints=None if place is None else Hints(box=place)) for number, place in enumerate(places)
    )
    table = bytes(data.draw(st.lists(st.integers(0, 254), min_size=7, max_size=7))) * NAME_BUCKETS
    vocabulary = Vocabulary(words=b"", pairs=b"", names=table[:NAME_BUCKETS], kinds={})
    columns = name_columns(read_names(Page("html", (), blocks, boxes=elements)), vocabulary)
    assert tuple(columns) == NAME_FEATURES
    assert all(len(values) == len(blocks) for values in columns.values())
    assert all(0 <= value <= 254 for values in columns.values() for value in values)
