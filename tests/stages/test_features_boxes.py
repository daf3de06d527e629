"""What the boxes of the markup tell of the blocks in them."""

from builders import block, page
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Element, Hints, Page
from groats.pipeline import read_page
from groats.stages.features import BOX_FEATURES, Columns, box_columns, read_shapes
from groats.stages.features.columns import scale

ARTICLE = "".join(
    f"<p>The wheel at Ebbing has turned since the spring of 18{n}, and nobody minds.</p>" for n in range(6)
)
CARDS = "".join(f'<div class="card"><h3>Story {n}</h3><p>Half the village came to see it.</p></div>' for n in range(4))
HTML = (
    '<ul class="menu"><li><a href="/">Home</a><li><a href="/w">Weather</a><li><a href="/n">News</a></ul>'
    f'<div class="story"><h1>The wheel turns</h1>{ARTICLE}'
    '<div class="note"><p>Nell Abbot</p><p>writes of weirs.</p></div></div>'
    f'<div class="more">{CARDS}</div>'
)


def read(html: str, likely: str) -> tuple[Page, Columns]:
    """A page and its columns, where the blocks with a word are likely content and no others."""
    found = read_page(html, "html")
    scores = [0.9 if likely in one.text else 0.1 for one in found.blocks]
    return found, box_columns(found, [shape.size for shape in read_shapes(found.blocks)[0]], scores)


def column(name: str, html: str = HTML, likely: str = "wheel") -> dict[str, int]:
    """What the column holds for each block, by the beginning of its text."""
    found, columns = read(html, likely)
    return {one.text[:15]: value for one, value in zip(found.blocks, columns[name], strict=True)}


def test_text_has_no_boxes() -> None:
    assert box_columns(page("The wheel turns.", "Home"), [3.0, 1.0], [0.9, 0.1]) == {
        name: [0, 0] for name in BOX_FEATURES
    }


def test_a_block_beside_content_is_told_from_one_among_links() -> None:
    content, links = column("box_content_1"), column("box_links_1")
    assert content["The wheel at Eb"] > 80
    assert content["Home"] < 30
    assert links["The wheel at Eb"] < 5
    assert links["Home"] > 90


def test_what_a_block_promises_itself_says_nothing_of_those_around_it() -> None:
    lone = column("box_content_1", '<div class="menu"><p>Home</p><p>The wheel</p><p>News</p></div>')
    assert lone["The wheel"] < lone["Home"] == lone["News"]


def test_the_box_of_the_article_is_the_least_that_holds_most_of_the_content() -> None:
    out, inside = column("article_box_out"), column("article_box_in")
    assert (out["The wheel at Eb"], inside["The wheel at Eb"]) == (1, 0)  # the paragraph lies in it
    assert out["Nell Abbot"] > out["The wheel at Eb"]
    assert out["Home"] > 1
    assert inside["Home"] == 1  # out to the body, and from there one in


def test_like_boxes_share_their_luck() -> None:
    found, columns = read(HTML, "Half")
    cards = [n for n, one in enumerate(found.blocks) if one.text.startswith("Story")]
    assert {columns["siblings"][n] for n in cards} == {scale(4)}
    assert all(columns["sibling_content"][n] > 50 for n in cards)
    assert all(columns["alike_blocks"][n] == scale(4) for n in cards)
    assert columns["sibling_content"][0] < 20


def test_a_page_in_boxes_as_deep_as_can_be_read_is_counted() -> None:
    deep = '<div class="d">' * 300 + "<p>The wheel turns.</p>" + "</div>" * 300
    _, columns = read(deep + HTML, "wheel")
    assert max(map(max, columns.values())) <= 254


@st.composite
def boxed_pages(draw: st.DrawFn) -> tuple[Page, list[float], list[float]]:
    """Any tree of boxes, with blocks anywhere in it, their words and their scores."""
    outers = [draw(st.integers(-1, n - 1)) for n in range(draw(st.integers(1, 12)))]
    boxes = tuple(Element(outer, draw(st.sampled_from(["p", "div card", "li"]))) for outer in outers)
    places = draw(st.lists(st.none() | st.integers(0, len(boxes) - 1), min_size=1, max_size=9))
    blocks = tuple(
        block("word", number, hints=None if place is None else Hints(box=place, link_share=draw(st.floats(0, 1))))
        for number, place in enumerate(places)
    )
    rows = [(draw(st.floats(0, 1e6)), draw(st.floats(0, 1))) for _ in blocks]
    return Page("html", (), blocks, boxes=boxes), [size for size, _ in rows], [score for _, score in rows]


@given(boxed_pages())
def test_every_block_of_any_tree_has_small_whole_numbers(case: tuple[Page, list[float], list[float]]) -> None:
    found, sizes, scores = case
    columns = box_columns(found, sizes, scores)
    assert tuple(columns) == BOX_FEATURES
    assert all(len(values) == len(found.blocks) for values in columns.values())
    assert all(0 <= value <= 254 for values in columns.values() for value in values)
