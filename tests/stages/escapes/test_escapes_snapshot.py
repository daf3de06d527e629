"""Snapshots of the tree that a browser gives to programs, as Playwright writes them: the HTML that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.document import Form
from groats.pipeline import read_page
from groats.stages.escapes.snapshot import read_snapshot

TREE = r"""
- banner [ref=e1]:
  - link "Tamblyn Courier" [ref=e2] [cursor=pointer]:
    - /url: /?a=1&b=2
    - img "Logo"
  - navigation "Main" [ref=e3]:
    - list:
      - listitem:
        - link "Home" [ref=e4]:
          - /url: /
      - listitem:
        - 'link "Letters: Ada''s"':
          - /url: /letters
  - textbox "Search the Courier"
  - button "Go"
- main [ref=e5]:
  - heading "The \"old\" weir <opens>" [level=1] [ref=e6]
  - paragraph [ref=e7]:
    - text: "Nine winters: the weir at"
    - link "Tamblyn" [ref=e8]:
      - /url: https://weir.example/tamblyn
    - text: ", closed since 2015, is open & free \"again\"."
  - list:
    - listitem: Boats of 14 metres may pass.
    - listitem: Larger ones may not.
  - table:
    - rowgroup:
      - row "Day Hours":
        - cell "Day"
        - cell "Hours"
  - generic:
    - paragraph: C:\new\x41 stays as it is, for nothing is escaped in it.
"""
PAGE = f"### Page\n- Page URL: https://courier.example/weir\n- Page Title: Weir - Courier\n```yaml{TREE}```\n"


def test_a_snapshot_is_read_as_the_page_that_it_is_of() -> None:
    page = read_page(PAGE)
    assert page.kind == "html"
    assert [(block.form, block.text) for block in page.blocks] == [
        (Form.PARAGRAPH, "Tamblyn Courier"),
        (Form.LIST, "Home"),
        (Form.LIST, "Letters: Ada's"),
        (Form.PARAGRAPH, "Go"),
        (Form.HEADING, 'The "old" weir <opens>'),
        (Form.PARAGRAPH, 'Nine winters: the weir at Tamblyn, closed since 2015, is open & free "again".'),
        (Form.LIST, "Boats of 14 metres may pass."),
        (Form.LIST, "Larger ones may not."),
        (Form.TABLE, "Day | Hours"),
        (Form.PARAGRAPH, r"C:\new\x41 stays as it is, for nothing is escaped in it."),
    ]
    landmarks = [block.hints.landmark for block in page.blocks if block.hints]
    assert landmarks == ["header", "nav", "nav", "header", *["main"] * 6]
    assert page.blocks[4].level == 1
    assert [link.address for link in page.blocks[5].hints.links] == ["https://weir.example/tamblyn"]  # type: ignore[union-attr]


CHROME = """\
## Latest page snapshot
uid=1_0 RootWebArea "Weir - Courier" url="https://courier.example/weir"
  uid=1_1 navigation
    uid=1_2 link "Home" url="https://courier.example/"
      uid=1_3 StaticText "Home"
    uid=1_4 link "Letters" url="https://courier.example/letters"
      uid=1_5 StaticText "Letters"
  uid=1_6 main
    uid=1_7 heading "The "old" weir" level="1"
    uid=1_8 StaticText "14 March 2024"
    uid=1_9 image "The lock"
    uid=1_10 button "Share" focusable
    uid=1_11 StaticText "Nine winters the "
    uid=1_12 link "weir" url="https://weir.example/"
      uid=1_13 StaticText "weir"
    uid=1_14 StaticText " was closed & empty."
    uid=1_15 StaticText "It is open."
"""


def test_a_snapshot_of_chrome_is_read_as_well() -> None:
    page = read_page(CHROME)
    assert [(block.form, block.text) for block in page.blocks] == [
        (Form.PARAGRAPH, "Home"),
        (Form.PARAGRAPH, "Letters"),
        (Form.HEADING, 'The "old" weir'),
        (Form.PARAGRAPH, "14 March 2024"),
        (Form.PARAGRAPH, "Share"),
        (Form.PARAGRAPH, "Nine winters the weir was closed & empty."),
        (Form.PARAGRAPH, "It is open."),
    ]
    assert {("title", "Weir - Courier"), ("canonical", "https://courier.example/weir")} <= set(page.declared)
    assert "".join(CHROME[line.start : line.end] for line in page.lines) == CHROME


def test_what_drives_the_browser_says_the_title_and_the_address() -> None:
    assert {("title", "Weir - Courier"), ("canonical", "https://courier.example/weir")} <= set(read_page(PAGE).declared)


def test_lines_are_those_of_the_snapshot() -> None:
    page = read_page(PAGE)
    assert "".join(PAGE[line.start : line.end] for line in page.lines) == PAGE
    assert "Boats of 14 metres" in PAGE[slice(*page.blocks[6].lines[0][1:3])]


def test_the_article_comes_out_and_its_menu_does_not() -> None:
    words = "The lock keeper said that the gates had been mended in the ninth winter, and that eels use the ramp."
    raw = TREE + "".join(f"    - paragraph: {words} {n}\n" for n in range(5))
    text = clean(raw).text
    assert words in text
    assert "Home" not in text
    assert "ref=" not in text


@pytest.mark.parametrize(
    "text",
    {
        "a list": "- paragraph: one\n- heading [level=1]\n" + "- Oats and rye\n- Barley, too\n" * 9,
        "a text about snapshots": f"How to read a snapshot\n\n{TREE[:200]}\n"
        + "It has a line a node, and says why.\n" * 9,
        "too few nodes": "- paragraph: one\n- paragraph: two\n",
    }.values(),
    ids=lambda text: text[:12],
)
def test_other_texts_are_none(text: str) -> None:
    assert read_snapshot(text) is None


def test_half_a_character_is_none() -> None:
    written = read_snapshot(r'- heading "The \ud800 weir\u00e9" [level=1]' + "\n- paragraph: It is open.\n" * 9)
    assert written is not None
    assert "The \ufffd weiré" in written.text


def test_digits_of_other_scripts_are_no_escape() -> None:
    written = read_snapshot('- heading "The \\x٣٤ weir" [level=1]' + "\n- paragraph: It is open.\n" * 9)
    assert written is not None
    assert "weir" in written.text


@given(st.text(alphabet="- :'\"[]\\/=\nalinktextp09<&", max_size=80))
def test_no_snapshot_however_broken_is_too_much(text: str) -> None:
    raw = TREE * 2 + text
    page = read_page(raw)
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
