"""Where the links of a text lead: listed below it, or in brackets behind their words."""

import re

import pytest

from groats import Options, clean
from groats.stages.lines import parse_text
from groats.stages.lines.references import find_references
from groats.stages.lines.split import split_lines

PAGE = """\
   [1]Home [2]Shop

   The water mill at [3]Ebbing has ground its first sack of oats, and half the
   village stood on the bridge to watch the wheel turn on Sunday morning, as
   their grandparents had done on the day it was built.
"""
LINKS = "https://mill.example/", "https://mill.example/shop?item=" + "oats-" * 12, "https://ebbing.example/"
LISTED = "".join(f"   {n}. {link}\n" for n, link in enumerate(LINKS, start=1))
ELINKS = f"References\n\n   Visible links\n   1. {LINKS[0]}\n   2. The shop of the mill\n\t{LINKS[1]}\n"
LYNX = f"Verweise\n\n   Sichtbare Links:\n{LISTED}\n   Versteckte Links:\n   4. {LINKS[2]}\n"
W3M = f"References:\n\n[1] {LINKS[0]}\n[2] {LINKS[1]}\n"


def count(text: str) -> int:
    return find_references(text, split_lines(text))


@pytest.mark.parametrize("listed", [ELINKS, LYNX, W3M, f"References\n\n{LISTED}", f"{LISTED}\n\n"])
def test_the_list_of_links_below_a_page_is_found_with_its_headings(listed: str) -> None:
    assert count(f"{PAGE}\n{listed}") == listed.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"{PAGE}\nReferences\n\n{LISTED}\nCopyright of the mill\n",
        f"The mill has ground.[1] It stands.[2][3]\n\nReferences\n\n{LISTED}",
        f"{PAGE}\nReferences\n\n   1. A. Lind, The wheel, 1999, {LINKS[0]}\n",
        f"{PAGE}\nReferences\n\n   2. {LINKS[0]}\n",
    ],
)
def test_what_may_be_of_the_page_is_no_list_of_links(text: str) -> None:
    assert count(text) == 0


def test_the_last_line_above_a_list_without_a_heading_is_of_the_page() -> None:
    assert count(f"{PAGE}\nThe end.\n\n{LISTED}") == 3


def test_a_page_is_judged_as_if_no_list_of_links_stood_below() -> None:
    alone, listed = clean(re.sub(r"\[\d\]", "", PAGE)), clean(f"{PAGE}\n{ELINKS}", Options(explain=True))
    assert (listed.text, listed.confidence) == (alone.text, alone.confidence)
    assert {verdict.reasons for verdict in listed.verdicts[-5:]} == {("it says where a link leads",)}
    lines = listed.page.lines
    assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
    assert "".join(listed.source.text[line.start : line.end] for line in lines) == f"{PAGE}\n{ELINKS}"


def test_a_list_directly_below_a_header_takes_no_line_of_it() -> None:
    raw = f"---\ntitle: The mill grinds [1]again\nurl: {LINKS[0]}\n---\n{LISTED}"
    page = parse_text(raw)
    assert (page.header, page.references) == (4, 3)
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


def test_long_addresses_do_not_hide_the_margin() -> None:
    addresses = "\n".join(f"   Link: https://mill.example/{'oats/' * n}" for n in range(10, 60))
    assert len(parse_text(f"{addresses}\n\n{PAGE}").blocks[-1].lines) == 3


BRACKETS = f"""\
Home [{LINKS[0]}]
Shop
[{LINKS[1]}]

The water mill [/mill] at Ebbing [ebbing.html#top] has ground its first sack of
oats [javascript:show('oats', 3)], and half the village stood on the bridge to
watch the wheel
[https://mill.example/wheels/wheels-that-turn-again-on-sunday-mornings-in-spring]
turn [1] [sic].

[data:image/gif;base64,R0lGODlhAQABAAAAACw=]
"""


def test_addresses_in_brackets_go_where_a_text_has_them_behind_its_words() -> None:
    first, second, story, image = parse_text(BRACKETS).blocks
    assert (first.text, second.text, len(second.lines)) == ("Home", "Shop", 2)
    assert story.text.startswith("The water mill at Ebbing has ground its first sack of oats, and half the village")
    assert story.text.endswith("watch the wheel turn [1] [sic].")
    assert image.text.startswith("[data:")
    assert "data:" not in clean(BRACKETS).text
    (quoted,) = parse_text("Write [/mill] or [https://mill.example/].").blocks
    assert quoted.text == "Write [/mill] or [https://mill.example/]."


@pytest.mark.parametrize(
    "flood",
    ["[" + ".html" * 200_000, "[" * 200_000 + "]()" * 200_000, "](()" * 200_000, "[1]x\n" + "1. https://a\n" * 50_000],
)
def test_floods_of_brackets_and_addresses_are_read_in_linear_time(flood: str) -> None:
    # Quadratic, they would run into the time limit of the suite.
    raw = f"{BRACKETS}\n{flood}"
    assert "".join(raw[line.start : line.end] for line in parse_text(raw).lines) == raw


def test_lines_of_a_script_that_are_as_long_as_each_other_make_no_margin() -> None:
    rows = "\n".join(
        f"shares['M{n:03}'] = new Share('M{n:03}', 'Mill no. {n:03} of Ebbing and its weirs', '{n:03}');"
        for n in range(60)
    )
    addresses = "\n".join(f'load("https://mill.example/{"oats/" * 30}{n}");' for n in range(9))
    menu = "\n".join(
        ["Bakers ask for local flour, and get it at last", "How a weir is mended, in seven steps of stone"] * 3
    )
    assert all(len(block.lines) == 1 for block in parse_text(f"{addresses}\n{rows}\n\n{menu}").blocks[-6:])
    assert all(len(block.lines) == 1 for block in parse_text(f"{addresses}\n{rows}").blocks)


CITED = """\
* Home⟨1⟩
* Shop⟨2⟩

# The mill grinds again
By Nell Abbot⟨3⟩
![The wheel⟨4⟩]
The water mill at Ebbing⟨5⟩ has ground its first sack of oats, and half the village stood on the bridge to watch.
The stones are those of 1811. They only needed a good dressing, said the miller, Ada Thorne.

## References

⟨1⟩ https://mill.example/: Home
⟨2⟩ https://mill.example/shop: Shop
⟨3⟩ https://mill.example/nell: Nell Abbot
⟨4⟩ https://mill.example/wheel.jpg: The wheel
⟨5⟩ https://ebbing.example/: Ebbing
"""


def test_the_numbers_that_a_scraper_writes_behind_links_go() -> None:
    article = clean(CITED)
    assert article.page.references == 7
    assert article.text.startswith("The water mill at Ebbing has ground")
    assert "⟨" not in article.text
    assert article.metadata.authors == ("Nell Abbot",)
    assert clean("It holds ⟨1⟩ and ⟨2⟩ in turn, as any pair of brackets of that shape does.").text.count("⟨") == 2
