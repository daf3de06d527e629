"""Pages in the markup of MediaWiki: what a reader of the wiki reads is what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.stages.escapes.wikitext import read_wikitext
from groats.stages.lines import parse_text

PAGE = """\
{{Short description|A mill}}
{{Infobox mill
| name = Ebbing mill
| river = {{nowrap|The [[Ebb]]}}
}}
<!-- {{not}} read -->
The '''Ebbing mill''' is a [[Water mill|water mill]] on the [[Ebb]] with a wheel of {{convert|4|m|ft}}.<ref name="a">
{{cite book |title=Of mills}}</ref> It ''ground'' oats{{citation needed|date=May 2024}} until 2014.<ref name="a" />

== History ==
[[File:Mill.jpg|thumb|The mill in [[Ebbing]] in 1811]]
It was built in 1811<br/>by the {{lang|de|Müller}} [[Ada Thorne]], who [https://mill.example/ada wrote] of it.

* Oats
** Rye
# Barley
: Wheat

=== Wheels ===
{| class="wikitable"
|+ Wheels
! Year !! scope="col" | Width
|-
| style="color:red" | 1811 || 4 m
|-
| 1904 || 5 m
|}

== See also ==
* [[:Category:Mills]]

[[Category:Mills]]
[[de:Mühle Ebbing]]
"""


def _read(text: str) -> list[str]:
    written = read_wikitext(text)
    assert written is not None
    return [line for line in written.text.splitlines() if line.strip()]


def test_what_a_page_means_is_what_its_reader_reads() -> None:
    assert _read(PAGE) == [
        "The Ebbing mill is a water mill on the Ebb with a wheel of 4 m. It ground oats until 2014.",
        "## History",
        "It was built in 1811 by the Müller Ada Thorne, who wrote of it.",
        "* Oats",
        "  * Rye",
        "* Barley",
        "Wheat",
        "### Wheels",
        " Wheels",
        " Year \t Width",
        " 1811 \t 4 m",
        " 1904 \t 5 m",
        "## See also",
        "* Category:Mills",
    ]


def test_a_page_of_a_wiki_is_read_as_it_is_shown() -> None:
    article = clean(PAGE)
    assert article.text.startswith("The Ebbing mill is a water mill on the Ebb")
    assert "1811\t4 m\n" in article.text
    assert not {"{{", "[[", "''", "=="} & set(article.text.split())
    assert "".join(PAGE[line.line.start : line.line.end] for line in article.lines) == PAGE


@pytest.mark.parametrize(
    "text",
    [
        "A note of [[Ada]], [[Tom]] and [[Ivy]].\n\n# Mills\n\n{{title}}\n",
        "= Mills\n\n[[top]]\n[[end]]\n[[wheels]]\nSee <<top>>, {{name}}.\n",
        "In a wiki, '''bold''' is {{bold}} and [[a link]] leads on.",
        "list = [[1, 2], [3, 4]]\nother = [[5]]\nprint(f'{{list}}')\n== done ==\n",
    ],
    ids=["notes", "AsciiDoc", "a text about wikis", "code"],
)
def test_what_is_no_wikitext_is_read_as_it_is(text: str) -> None:
    assert read_wikitext(text) is None


PIECES = st.sampled_from(
    (
        "{{",
        "}}",
        "[[",
        "]]",
        "|",
        "<ref>",
        "</ref>",
        "<!--",
        "-->",
        "''",
        "=",
        "\n",
        "a",
        "[http://x y]",
        "!!",
        "{|",
        ":",
        " ",
    )
)


@given(st.lists(PIECES, max_size=60))
def test_any_markup_is_read(pieces: list[str]) -> None:
    text = PAGE + "".join(pieces)
    written = read_wikitext(text)
    assert written is not None
    assert written.places == sorted(written.places)
    parse_text(written.text)


@pytest.mark.parametrize("piece", ["{{", "[[a", "}}", "<ref>", "[[a]] {{b}}", "!!", "[http://", "''", "= ", '|a="'])
def test_a_flood_of_markup_is_read_in_linear_time(piece: str) -> None:
    assert read_wikitext(PAGE + piece * 200_000) is not None  # by its square it would run into the time limit


def test_a_heading_that_never_ends_is_read_in_linear_time() -> None:
    assert read_wikitext(f"{PAGE}={chr(9) * 200_000}") is not None


def test_ends_of_lines_do_not_matter() -> None:
    page = PAGE + "----\nOats\n"
    assert clean(page.replace("\n", "\r\n")).text == clean(page).text
