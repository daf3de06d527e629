"""Markdown in which its writer left the boxes of the page: their marks go, and what a page says of tags stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Form
from groats.pipeline import read_page
from groats.stages.lines import parse_text
from groats.stages.lines.split import split_lines
from groats.stages.lines.tags import hide_tags

SPAN = '<span\nclass="oats" title="a > b">'
STORY = (
    f"After eleven silent years, the mill at Ebbing\nhas ground its first sack of {SPAN}oats</span>. All came\nto see."
)
BOXES = f"""\
<div id="page" class="site"
data-open="0">

<div class="menu">

- <a href="/">Home</a>
- [News](/news)

</div>

# The mill at Ebbing grinds again

<div class="body">

{STORY}

![](/wheel.png)\\
By Nell Abbot

[More](/more) [of](/of) [it](/it)

</div>

</div>
"""
FENCES = """\
::::: {#page .site role="main"}
::: menu
- [Home](/){.link}
- [[News]{.short}](/news){.link
  target="_blank"}
:::

# The mill at Ebbing grinds again {#mill .title}

[]{#top}After silent years, the [water
mill]{.place} at Ebbing has ground its first sack of
oats. {This} stays, as [that].

+-------+------+
| Wheat | 4.50 |
+-------+------+
:::::
"""


def texts(raw: str) -> list[str]:
    return [block.text for block in read_page(raw).blocks]


def test_tags_go_and_soft_line_breaks_with_them() -> None:
    assert texts(BOXES) == [
        "Home",
        "News",
        "The mill at Ebbing grinds again",
        " ".join(STORY.replace(SPAN, "").replace("</span>", "").split()),
        "![](/wheel.png)\\",
        "By Nell Abbot",
        "More of it",
    ]
    assert [block.form for block in read_page(BOXES).blocks][:3] == [Form.LIST, Form.LIST, Form.HEADING]


def test_fences_and_attributes_go() -> None:
    assert texts(FENCES) == [
        "Home",
        "News",
        "The mill at Ebbing grinds again",
        "After silent years, the water mill at Ebbing has ground its first sack of oats. {This} stays, as [that].",
        "| Wheat | 4.50 |",
    ]


SPOKEN_OF = {
    "tags in prose": "The <div> element is a box, and a <span> stands in a line.\n\n" * 9,
    "tags as code": "Write `<div>` and then `</div>`.\n\n" * 9,
    "a page about HTML": "<ul>\n\nA list has items, and each of these may have a list.\n\nIt ends here.\n\n</ul>\n\n"
    * 2
    + "Nothing else is in it.\n\n" * 9,
    "addresses": "Write to <ann@ostvik.example>.\n\n" * 9,
    "a fence or two": "::: note\n\nThe lamp is lit.\n\n:::\n\nNo more.",
    "a NUL": f"\0{BOXES}",
}


@pytest.mark.parametrize("text", SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_what_is_spoken_of_stays(text: str) -> None:
    lines = split_lines(text)
    assert hide_tags(text, lines) is lines


def test_the_lines_keep_their_spans() -> None:
    for text in (BOXES, FENCES):
        page = parse_text(text)
        assert "".join([text[line.start : line.end] for line in page.lines]) == text


PIECES = [
    "<div>",
    "</div>",
    '<a b="c>',
    "::: {.a}",
    ":::",
    "[a]{.b}",
    "[",
    "]",
    "{",
    "}",
    "`",
    "\\",
    "\n",
    "\n\n",
    "oats",
    "<",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_marks_are_read(text: str) -> None:
    page = parse_text(text)
    assert "".join([text[line.start : line.end] for line in page.lines]) == text


@pytest.mark.parametrize("piece", ["<", "<a ", '<a b="', "</", "</a", "[", "]{", "{.", "[a]{.b}", "\\", " {#"])
def test_a_megabyte_of_beginnings_has_an_answer(piece: str) -> None:
    text = ":::\n" * 4 + piece * (1_000_000 // len(piece))
    assert len(hide_tags(text, split_lines(text))) == 5
