import base64
import re
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from reports import ATTACKS, MENU, SUMMARY, build_diffs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from groats.corpus.report import PageDiff, render_report
from groats.corpus.report.escape import escape
from groats.corpus.source import Failure
from groats.document import Label

ELEMENTS = (
    "html head meta title style body header section h1 h2 p dl div dt dd svg rect text line table thead tbody tr th td "
    "details summary span bdi ol li del i"
)
ATTRIBUTES = (
    "aria-hidden aria-label charset class content dir height http-equiv id lang name preserveaspectratio role scope "
    "viewbox width x x1 x2 y y1 y2"
)


@pytest.fixture(scope="module")
def page() -> str:
    return render_report(SUMMARY, build_diffs())


@pytest.fixture(scope="module")
def tree(page: str) -> LexborHTMLParser:
    return LexborHTMLParser(page)


def text_of(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def elements(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    root = tree.root
    assert root is not None
    return (node for node in root.traverse() if node.tag not in {"-doctype", "!doctype"})


def test_there_is_nothing_in_it_but_what_was_meant(tree: LexborHTMLParser) -> None:
    assert {node.tag for node in elements(tree)} <= set(ELEMENTS.split())
    assert {name.lower() for node in elements(tree) for name in node.attributes} <= set(ATTRIBUTES.split())
    assert len(tree.css("style")) == len(tree.css("body")) == len(tree.css("title")) == 1


def test_the_policy_lets_in_nothing_but_its_own_style(page: str, tree: LexborHTMLParser) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = (meta.attributes["content"] for meta in tree.css("meta[http-equiv=Content-Security-Policy]"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "://" not in page
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_text_is_shown_as_it_is_written(tree: LexborHTMLParser) -> None:
    names = [node.text() for node in tree.css(".name")]
    for attack in ATTACKS[:-1]:
        assert any(attack in name for name in names)
    assert any("mill<U+202E>grind<U+2066>s<U+2069><U+200F>␛[31m␀<U+0085>" in name for name in names)


@given(st.text())
def test_escaped_text_is_one_text_without_unseen_characters(text: str) -> None:
    escaped = escape(text)
    shown = LexborHTMLParser(f"<p id=a>{escaped}</p>")
    assert [node.tag for node in elements(shown)] == ["html", "head", "body", "p"]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", escaped)
    escaped.encode()


@pytest.mark.parametrize("text", ["Mühle", "الطاحونة", "क्\u200dष", "می\u200cخواهم", "👩\u200d🌾", "水車 — “oats”"])
def test_no_script_is_harmed(text: str) -> None:
    assert escape(text) == text


def test_one_page_is_no_pages() -> None:
    assert "<title>groats: 1 page</title>" in render_report(replace(SUMMARY, pages=1), [])


def test_the_figures_are_told_first(tree: LexborHTMLParser) -> None:
    assert text_of(tree.css_first(".figures")) == (
        "1,234 pages cleaned 30% of the text removed 1 without any text left 2 failed 10 warnings 2 min "
        "13.7 pages a second"
    )


def test_settings_are_told_in_words_and_those_that_are_not_set_are_not(tree: LexborHTMLParser) -> None:
    assert [text_of(row) for row in tree.css("#settings tr")][:5] == [
        "format text",
        "rules a.toml, b.toml",
        "title no",
        "timeout 20",
        "max bytes 64,000,000",
    ]
    assert "profile" not in text_of(tree.css_first("#settings"))


def test_what_was_removed_is_told_by_label_the_most_first(tree: LexborHTMLParser) -> None:
    assert [text_of(row) for row in tree.css("#removed tbody tr")] == [
        "kept 70.0% 700,000",
        "navigation 20.0% 200,000",
        "app store 10.0% 99,500",
        "legal < 0.1% 500",
    ]
    widths = [float(rect.attributes["width"] or 0) for rect in tree.css("#removed > .bar rect")]
    assert widths == pytest.approx([700, 200, 99.5, 0.5])
    assert [text_of(row) for row in tree.css("#warnings tr")] == ["paywall 7", "no article 3"]


def test_the_histogram_has_a_column_and_a_number_for_each_tenth(tree: LexborHTMLParser) -> None:
    heights = [int(rect.attributes["height"] or 0) for rect in tree.css(".histogram rect")]
    assert len(heights) == 10
    assert (heights[1], heights[0], heights[9]) == (0, 2, max(heights))
    assert [text_of(node) for node in tree.css(".histogram text:not(.tick)")][-2:] == ["218", "1,000"]
    assert [text_of(node) for node in tree.css(".tick")][::10] == ["0.0", "1.0"]


def test_the_most_doubtful_pages_come_first_and_are_folded(tree: LexborHTMLParser) -> None:
    sure = [float(text_of(node)) for node in tree.css("details .confidence")]
    assert sure == sorted(sure)
    assert not tree.css("details[open]")
    assert text_of(tree.css("details")[0]) == "0.00 empty.txt empty input 0 of 0 lines kept"


def test_lines_are_shown_kept_or_removed_with_the_label_where_it_changes(tree: LexborHTMLParser) -> None:
    details = next(node for node in tree.css("details") if "script" in text_of(node.css_first(".name")))
    rows = [(node.attributes["class"], text_of(node)) for node in details.css("li")]
    assert rows[:5] == [
        ("drop", "navigation Menu 0"),
        ("drop", "Menu 1"),
        ("drop", "Menu 2"),
        ("drop", "Menu 3"),
        ("drop fold", rows[4][1]),
    ]
    assert re.fullmatch(r"\d+ more lines", rows[4][1])
    assert any(kind == "keep" and said.startswith("The mill at Ebbing") for kind, said in rows)
    assert rows[-1] == ("drop", "legal © 2025 The Ebbing Post")


def test_the_number_of_pages_and_failures_is_bounded_and_said() -> None:
    diffs = [replace(diff, name=f"{n}") for n in range(20) for diff in build_diffs()]
    failures = [Failure(f"{n}", "it is broken.") for n in range(30)]
    tree = LexborHTMLParser(render_report(replace(SUMMARY, failed=5030, failures=failures), diffs))
    assert len(tree.css("details")) == 50
    assert len(tree.css("#failures tr")) == 30
    assert text_of(tree.css_first("#failures p")) == "5,000 more are not listed here."


NOTHING = replace(
    SUMMARY, started="", seconds=0.0, settings={}, pages=0, empty=0, failed=0, kept=0, removed={}, warnings={},
    confidence=[0] * 10, failures=[], slowest=[],
)  # fmt: skip


@pytest.mark.parametrize("diffs", [[], [PageDiff("a", "", 1.0, [], 0, 0, [])]])
def test_what_has_nothing_to_say_is_left_out(diffs: list[PageDiff]) -> None:
    tree = LexborHTMLParser(render_report(NOTHING, diffs))
    assert [node.attributes["id"] for node in tree.css("section")] == [*(["doubtful"] * len(diffs)), "settings"]
    assert (
        text_of(tree.css_first(".figures"))
        == "0 pages cleaned 0% of the text removed 0 without any text left 0 failed 0 warnings 0.0 s"
    )


def test_a_run_that_removed_nothing_says_so() -> None:
    run = replace(NOTHING, pages=1, kept=9, removed={Label.NAVIGATION: 0}, seconds=7200.0)
    tree = LexborHTMLParser(render_report(run, []))
    assert [text_of(row) for row in tree.css("#removed tbody tr")] == ["kept 100.0% 9"]
    assert text_of(tree.css_first(".figures")).startswith("1 page cleaned 0% of the text removed")
    assert "2.0 h" in text_of(tree.css_first(".figures"))


def test_the_same_run_gives_the_same_page(page: str) -> None:
    assert render_report(SUMMARY, list(reversed(build_diffs()))) == page
    assert len(MENU) == 40
