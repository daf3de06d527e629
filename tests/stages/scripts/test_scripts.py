"""What browsers run is told from what people read, and from the code that an article shows to them."""

import re
from pathlib import Path

import pytest
from builders import block
from hypothesis import given
from hypothesis import strategies as st

from groats import Label, Options, clean
from groats.document import Form, Line
from groats.pipeline import inspect, read_page
from groats.rules import load_rules
from groats.stages.scripts import find_scripts
from groats.stages.scripts.signs import count_marks

STATE = (
    'window.__MILL__={"wheel":{"turning":true,"sluices":[{"open":null}]},"photo":"https:\\/\\/example.org\\/w.jpg"};'
)
MUST_GO = {
    "a tracker": [
        "var _mq = window._mq || [];",
        "_mq.push(['setAccount', 'MILL-1']);",
        "(function() {",
        "var s = document.createElement('script'); s.async = true;",
        "s.src = '//stats.example.org/m.js';",
        "document.getElementsByTagName('head')[0].appendChild(s);",
        "})();",
    ],
    "a style sheet": [
        ".mill-box { float: left; }",
        ".mill-box h2, .mill-box h3 {",
        "font-size: 14px;",
        "text-decoration: none !important;",
        "-webkit-box-shadow: 0 0 3px rgba(0,0,0,.3);",
        "}",
        "@media (max-width: 600px) { .mill-box { display: none; } }",
    ],
    "data of one line": [STATE * 3],
    "a linked description": [
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"The mill"' + "}" * 230
    ],
    "data without a sign": [
        '[{"name":"Mill at Ebbing","sacks":[10,2],"wheel":"overshot"}' + ',{"name":"Weir"}' * 70 + "]"
    ],
    "megabytes": ["!function(){" + "a&&(b={c:1});" * 100_000 + "window.mill=a}();"],
}
MUST_STAY = {
    "prose": [
        "The mill at Ebbing grinds again; its wheel, built in 1790, had stood still for years (and nobody cared)."
    ]
    * 8,
    "a lesson": [
        "Every page has a clock:",
        "const clock = new Clock();",
        "clock.start({ every: 60 });",
        "function tick() {",
        "  console.log(clock.now);",
        "}",
        "Save it, and look at the console.",
    ],
    "an answer": ['{"name":"Mill at Ebbing","sacks":[10,2],"wheel":"overshot","weirs":["Ebbing","Harrow"]}'] * 3,
    "settings": ["[mill]", "wheel = 'overshot';", "sluices = { upper: 2, lower: 1 };", "stones = 4;"],
    "a list of ends": ["flour of wheat;", "flour of rye;", "groats of oats; and", "bran."] * 4,
    "Greek questions": ["Πού είναι ο μύλος;", "Ποιος τον έχτισε;", "Πότε θα γυρίσει ξανά;"] * 5,
    "prices": ["Wheat: $4.50 & up", "Rye = $3.20", "Oats <organic> $5.10"] * 4,
}
ARTICLE = [
    "The mill at Ebbing grinds again",
    "After eleven quiet years the wheel of the old mill at Ebbing turned on Monday, and half the village came to see.",
    "The miller, who had mended each of its paddles by hand, said that the first sack of flour would go to the school.",
]


@pytest.mark.parametrize("lines", MUST_GO.values(), ids=MUST_GO)
def test_what_browsers_run_is_found(lines: list[str]) -> None:
    assert find_scripts([block(line) for line in lines]) == set(range(len(lines)))


@pytest.mark.parametrize("lines", MUST_STAY.values(), ids=MUST_STAY)
def test_what_people_read_is_not(lines: list[str]) -> None:
    assert find_scripts([block(line) for line in lines]) == set()


def test_a_sentence_between_two_scripts_is_none() -> None:
    tracker = MUST_GO["a tracker"]
    lines = [*tracker, ARTICLE[1], *tracker]
    assert find_scripts([block(line) for line in lines]) == set(range(len(lines))) - {len(tracker)}


def test_a_comment_within_scripts_is_one_with_them_whatever_it_says() -> None:
    tracker = MUST_GO["a tracker"]
    lines = [*tracker, "/**", *ARTICLE, *ARTICLE, "*/", *tracker]
    assert find_scripts([block(line) for line in lines]) == set(range(len(lines)))
    unclosed = find_scripts([block(line) for line in [*tracker, "/**", *ARTICLE, *tracker]])
    assert unclosed.isdisjoint(range(len(tracker) + 1, len(tracker) + 1 + len(ARTICLE)))
    assert find_scripts([block(line) for line in ["/* See below */", *ARTICLE, "*/"]]) == set()


def test_a_comment_ends_where_its_first_end_stands() -> None:
    tracker = MUST_GO["a tracker"]
    lines = [*tracker, "/* See below */ var mill = 1;", *ARTICLE, "See the weir */", *tracker]
    article = range(len(tracker) + 1, len(tracker) + 1 + len(ARTICLE))
    assert find_scripts([block(line) for line in lines]).isdisjoint(article)


def test_a_comment_in_code_that_is_shown_is_none() -> None:
    tracker, shown = MUST_GO["a tracker"], "/* The wheel of the mill is drawn here, and the weir below it. */"
    text = "\n\n".join(["# Mills", *ARTICLE, *tracker, f"```css\n{shown}\n```", *tracker, *ARTICLE])
    blocks = read_page(text, "text").blocks
    assert [own.text for own in blocks].index(shown) not in find_scripts(blocks)


LEFT_BEHIND = [
    'mill.show("sluice-2");',
    '"wheel": "overshot",',
    "// how fast it turns",
    "a.mill-link:hover {",
    "rates = [];",
]


@pytest.mark.parametrize("line", LEFT_BEHIND)
def test_where_all_scripts_were_left_in_the_least_of_them_is_found(line: str) -> None:
    dumped = [STATE * 3, *ARTICLE, *MUST_GO["a tracker"], *ARTICLE, line, line, *ARTICLE, *MUST_GO["a style sheet"]]
    found = find_scripts([block(text) for text in dumped])
    assert [text for n, text in enumerate(dumped) if n not in found] == ARTICLE * 3
    assert find_scripts([block(text) for text in [*ARTICLE, line, line, *ARTICLE]]) == set()


def test_code_within_fences_is_meant_to_be_read() -> None:
    fence = Line(1, 0, 3, "```js")
    shown = block("\n".join(MUST_GO["a tracker"]), form=Form.CODE)._replace(lines=(fence,))
    assert find_scripts([shown]) == set()
    assert find_scripts([shown._replace(lines=(fence._replace(text="var _mq;"),))]) == {0}


@given(st.text(st.sampled_from('aB:{;",()./ \n=é')))
def test_marks_are_counted_from_the_left_and_share_no_character(text: str) -> None:
    spelled_out = r'[{};=<>$&]|"[:,]|\(\)|\)[.,]|[a-z]:[^\s/]'
    assert count_marks(text) == len(re.findall(spelled_out, text))


@given(st.lists(st.text(min_size=1).filter(str.strip)))
def test_any_lines_have_an_answer(lines: list[str]) -> None:
    assert find_scripts([block(line) for line in lines]) <= set(range(len(lines)))


def test_scripts_around_an_article_leave_it_as_it_is() -> None:
    tracker, style = MUST_GO["a tracker"], MUST_GO["a style sheet"]
    alone = clean("\n\n".join(ARTICLE))
    dumped = clean("\n\n".join(["\n".join(style), ARTICLE[0], "\n".join(tracker), *ARTICLE[1:], STATE * 3]))
    assert dumped.text == alone.text
    assert dumped.metadata == alone.metadata
    assert dumped.confidence == alone.confidence
    gone = [line for line in dumped.lines if line.line.text in {*tracker, *style, STATE * 3}]
    assert len(gone) == len(tracker) + len(style) + 1
    assert {(line.keep, line.label) for line in gone} == {(False, Label.OTHER)}


def test_each_line_has_its_own_reasons_with_scripts_between() -> None:
    page = "\n\n".join([STATE * 3, ARTICLE[0], STATE * 3, *ARTICLE[1:], "Share this article"])
    inspection = inspect(page, Options())
    scripts = [n for n, verdict in enumerate(inspection.article.verdicts) if verdict.block.text.startswith("window")]
    assert scripts == [0, 2]
    assert {inspection.explain(n) for n in scripts} == {("it is a script, a style sheet or data, not text",)}
    alone = inspect("\n" + "\n\n".join([*ARTICLE, "Share this article"]), Options())
    assert [inspection.explain(n) for n in (1, 3, 4, 5)] == [alone.explain(n) for n in range(4)]


def test_who_wants_scripts_gets_them(tmp_path: Path) -> None:
    page = "\n\n".join([*ARTICLE, STATE * 3])
    assert STATE not in clean(page).text
    assert STATE in clean(page, Options(keep={Label.OTHER})).text
    path = tmp_path / "rules.toml"
    path.write_text('[[rule]]\nname = "state"\naction = "keep"\nlabels = ["other"]\nsources = ["*.txt"]\n')
    rules = load_rules([path])
    kept = clean(page, Options(rules=rules, source="mill.txt", explain=True))
    assert STATE in kept.text
    assert any("your rule" in reason for reason in kept.verdicts[-1].reasons)


def test_a_page_of_scripts_alone_has_no_article() -> None:
    article = clean("\n".join(MUST_GO["a tracker"]))
    assert article.text == ""
    assert article.warnings == ("no_article",)


def test_in_html_code_is_what_the_page_shows() -> None:
    shown = "".join(f"<pre>{line}</pre>" for line in MUST_GO["a tracker"])
    assert "createElement" in clean(f"<h1>Trackers</h1><p>{ARTICLE[1]}</p>{shown}<p>{ARTICLE[2]}</p>").text
