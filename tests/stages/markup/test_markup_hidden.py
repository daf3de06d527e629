"""What a browser hides: folded parts and streamed ones are read, a page's only copy is, all else is not."""

from collections.abc import Callable

import pytest

from groats.document import Page
from groats.stages.decide.hidden import load_classes
from groats.stages.markup import parse_html
from groats.stages.markup.fold_names import is_copy, is_fold, is_veil
from groats.tables import load_table

TABLE = load_table("folds")
PROSE = "The ferry to Skarholm sails again from Monday, after eleven weeks in the yard."
MORE = "Its captain says that the old engine would have lasted another year at most."


def texts_of(html: str) -> list[str]:
    return [block.text for block in parse_html(html).blocks]


def origins_of(page: Page) -> list[str]:
    return [block.hints.origin for block in page.blocks if block.hints]


FINDS: dict[str, Callable[[str], object]] = {
    "fold": is_fold,
    "veil": is_veil,
    "copy": is_copy,
    "showing": load_classes().showing.search,
}
ROWS = [(side, name) for side in FINDS for row in TABLE[side] for name in row["hits"]]
MISSES = [(side, name) for side in FINDS for row in TABLE[side] for name in row["misses"]]


@pytest.mark.parametrize(("side", "name"), ROWS)
def test_the_names_of_folds_and_of_what_stays_hidden_are_known(side: str, name: str) -> None:
    assert FINDS[side](name)


@pytest.mark.parametrize(("side", "name"), MISSES)
def test_names_that_merely_look_alike_are_not(side: str, name: str) -> None:
    assert not FINDS[side](name)


FOLDED = {
    "tab panel": "<div role=tabpanel hidden>",
    "region of an accordion": "<div role=region style='height: 0; visibility: hidden'>",
    "named by its heading": "<div aria-labelledby=h2 hidden>",
    "answer": "<div class=faq__answer style='display:none'>",
    "text to read more": "<span class='intro more-text' style='display: none'>",
    "in an article": "<article><div id=product-description hidden>",
}


@pytest.mark.parametrize("tags", FOLDED.values(), ids=FOLDED)
def test_what_a_reader_unfolds_is_read_and_marked(tags: str) -> None:
    page = parse_html(f"<p>{PROSE}</p>{tags}{MORE}")
    assert [block.text for block in page.blocks] == [PROSE, MORE]
    assert origins_of(page) == ["", "folded"]


VEILED = {
    "no name": "<div hidden>",
    "menu with tabs": "<div class='menu tab-pane' style='display:none'>",
    "modal": "<div class=modal id=details hidden>",
    "tab panel in a footer": "<footer><div role=tabpanel hidden>",
    "list": "<ul class=collapse hidden><li>",
    "dialog": "<dialog class=answer hidden>",
    "tab panel in something hidden": "<div hidden><div role=tabpanel hidden>",
}


@pytest.mark.parametrize("tags", VEILED.values(), ids=VEILED)
def test_what_is_not_to_be_read_there_is_left_out(tags: str) -> None:
    assert texts_of(f"<p>{PROSE} {MORE}</p>{tags}Sign in to write to the crew.") == [f"{PROSE} {MORE}"]


def test_a_fold_of_links_is_a_menu() -> None:
    links = "<a href=1>Ferries</a> <a href=2>Harbours</a> <a href=3>Timetables of all lines</a>"
    assert texts_of(f"<p>{PROSE}</p><div class=collapse hidden><p>{links}</div>") == [PROSE]


def test_a_fold_of_what_the_page_shows_is_a_copy() -> None:
    html = f"<p>{PROSE}<p>{MORE}<div class=tab-panel hidden><p>{PROSE}<p>{MORE}</div>"
    assert texts_of(html) == [PROSE, MORE]


STREAMED = {
    "boundary": ("B:0", "S:0"),
    "placeholder": ("P:1a", "S:1a"),
}


@pytest.mark.parametrize(("place", "part"), STREAMED.values(), ids=STREAMED)
def test_a_streamed_part_stands_in_its_place(place: str, part: str) -> None:
    html = (
        f'<main><h1>Ferries</h1><template id="{place}"></template><p>{MORE}</p></main><footer>The Tide</footer>'
        f'<div hidden id="{part}"><p>{PROSE}</p></div>'
    )
    page = parse_html(html)
    assert [(block.text, block.hints and block.hints.landmark) for block in page.blocks] == [
        ("Ferries", "main"),
        (PROSE, "main"),
        (MORE, "main"),
        ("The Tide", "footer"),
    ]
    assert origins_of(page) == [""] * 4


LOST = {
    "no place": '<div hidden id="S:1"><p>end</div>',
    "an empty one": '<template id="B:1"></template>end<div hidden id="S:1"></div>',
    "in itself": '<div hidden id="S:1"><template id="B:1"></template>end</div>',
    "in each other": (
        '<div hidden id="S:1"><template id="B:2"></template>end</div>'
        '<div hidden id="S:2"><template id="P:1"></template></div>'
    ),
    "one place twice": '<template id="B:1"></template><template id="B:1"></template><div hidden id="S:1">end</div>',
}


@pytest.mark.parametrize("html", LOST.values(), ids=LOST)
def test_a_streamed_part_comes_once_wherever_its_place_is(html: str) -> None:
    assert texts_of(f"<p>{PROSE}</p>{html}") == [PROSE, "end"]


def test_a_template_without_a_part_is_left_out() -> None:
    html = f'<p>{PROSE}</p><template id="B:7"><p>x</p></template><template><p>y</p></template><div hidden id="S:1">end'
    assert texts_of(html) == [PROSE, "end"]


def test_a_shadow_root_is_shown() -> None:
    html = f"<p>{PROSE}</p><tide-card><template shadowrootmode=open><div>{MORE}</div></template></tide-card>"
    page = parse_html(html)
    assert [block.text for block in page.blocks] == [PROSE, MORE]
    assert origins_of(page) == ["", ""]


@pytest.mark.parametrize(
    ("tags", "origin"),
    [
        ("<noscript>", "noscript"),
        ("<template>", "template"),
        ("<div hidden>", "hidden"),
        ("<main style='display:none'>", ""),
    ],
)
def test_the_only_copy_of_a_page_is_read_wherever_it_stands(tags: str, origin: str) -> None:
    end = f"</{tags.strip('<>').split()[0]}>"
    page = parse_html(f"<p>Loading</p>{tags}<h1>Ferries</h1><p>{PROSE}</p>{end}<script>start()</script>")
    assert [block.text for block in page.blocks] == ["Loading", "Ferries", PROSE]
    assert origins_of(page) == ["", origin, origin]
