"""What the boxes of the markup tell of the blocks in them."""

from builders import block, page
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Element, Hints, Page
from groats.pipeline import read_page
from groats.stages.features import BOX_FEATURES, Columns, box_columns, read_shapes
from groats.stages.features.columns import percent, scale

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


def test_from_afar_the_article_is_all_the_same_how_far() -> None:
    boxes = tuple(Element(outer, "div") for outer in range(-1, 39))
    blocks = tuple(block("word", n, hints=Hints(box=n)) for n in range(40))
    found = Page("html", (), blocks, boxes=boxes)
    around = box_columns(found, [200.0] + [1.0] * 39, [1.0] + [0.0] * 39)
    within = box_columns(found, [1.0] * 39 + [200.0], [0.0] * 39 + [1.0])
    assert list(around["article_box_out"]) == [*range(20), *[19] * 20]
    assert list(within["article_box_in"]) == [*[19] * 20, *range(19, -1, -1)]


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


@st.composite
def exact_pages(draw: st.DrawFn) -> tuple[Page, list[float], list[float]]:
    """Any tree of boxes whose sums are exact in whatever order they are added."""
    found, _, _ = draw(boxed_pages())
    blocks = tuple(
        one._replace(hints=one.hints and one.hints._replace(link_share=draw(st.integers(0, 4)) / 4))
        for one in found.blocks
    )
    sizes = [draw(st.integers(0, 210)) / 2 for _ in blocks]
    return Page("html", (), blocks, boxes=found.boxes), sizes, [draw(st.integers(0, 8)) / 8 for _ in blocks]


@given(exact_pages())
def test_what_is_around_a_block_is_what_counting_it_box_by_box_finds(
    case: tuple[Page, list[float], list[float]],
) -> None:
    found, sizes, scores = case
    columns = box_columns(found, sizes, scores)
    for number in range(len(found.blocks)):
        expected = count_around(found, sizes, scores, number)
        assert {name: columns[name][number] for name in expected} == expected


def count_around(found: Page, sizes: list[float], scores: list[float], number: int) -> dict[str, int]:
    """What is said of one block, for which all others are looked at."""
    hints = [one.hints or Hints() for one in found.blocks]
    words = [min(size, 200) + 1.0 for size in sizes]
    content = [size * score for size, score in zip(words, scores, strict=True)]
    linked = [size * own.link_share for size, own in zip(words, hints, strict=True)]
    whole = sum(content) or 1.0

    def climb(box: int) -> list[int]:
        return [box, *climb(found.boxes[box].outer)] if box >= 0 else []

    def held(box: int) -> list[int]:
        return [n for n, own in enumerate(hints) if box in climb(own.box)]

    def share(values: list[float], members: list[int], without: list[int]) -> int:
        others = [n for n in members if n not in without]
        return 1 + percent(sum([values[n] for n in others]) / sum([words[n] for n in others])) if others else 0

    def look(box: int) -> tuple[str, ...]:
        return tuple(found.boxes[around].look for around in climb(box)[:3])

    row: dict[str, int] = {}
    way = climb(hints[number].box)
    wider = [box for n, box in enumerate(way) if len(held(box)) > (len(held(way[n - 1])) if n else 1)]
    for step in (1, 2):
        box = wider[step - 1] if step <= len(wider) else None
        members = held(box) if box is not None else []
        row[f"box_content_{step}"] = share(content, members, [number])
        row[f"box_links_{step}"] = share(linked, members, [number])
        row[f"box_blocks_{step}"] = scale(len(members))
        row[f"box_part_{step}"] = 1 + percent(sum([content[n] for n in members]) / whole) if members else 0
    alike = [n for n, own in enumerate(hints) if look(own.box) == look(hints[number].box)]
    row |= {"alike_content": share(content, alike, [number]), "alike_blocks": scale(len(alike))}
    row |= {"sibling_content": 0, "sibling_part": 0, "siblings": 0}
    for box in way[:-1]:
        siblings = [n for n, other in enumerate(found.boxes) if other[:2] == found.boxes[box][:2]]
        if len(siblings) > 1:
            members = [n for each in siblings for n in held(each)]
            row["sibling_content"] = share(content, members, held(box))
            row["sibling_part"] = percent(sum([content[n] for n in members]) / whole)
            row["siblings"] = scale(len(siblings))
            break
    return row
