"""Where tags went away and nothing came instead, scripts and text stand in one line, and are parted.

`SCRIPTS` hold signs enough to say that the page was dumped with all its scripts.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.pipeline import read_page
from groats.stages.scripts import part_scripts

TRACKER = (
    "(function(){var m=window.mill||{};m.q=m.q||[];m.q.push(['page',document.referrer]);var s=document.createElement"
    "('script');s.async=true;s.src='//stats.example.org/m.js';document.body.appendChild(s);setTimeout(m.go,50);})();"
)
STYLE = (
    ".mill-box{display:none;background:#eee;border-radius:4px}@media(max-width:600px){.mill-box{margin-top:0;padding:0;"
    "font-size:14px}.mill-box h2{text-decoration:none!important;z-index:2}}"
)
STATE = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"The mill","isAccessibleForFree":true,"image":'
    '[{"@type":"ImageObject","url":"https://example.org/w.jpg","width":1200}],"author":{"@type":"Person"}}'
)
SCRIPTS = f"{TRACKER}\n{STYLE}\n"
LEDE = (
    "After eleven quiet years the wheel of the old mill at Ebbing turned on Monday, and half the village came to see. "
    "The miller, who had mended each of its paddles by hand, said that the first sack would go to the school."
)
GREEK = (
    "Ύστερα από έντεκα ήσυχα χρόνια ο τροχός του παλιού μύλου γύρισε τη Δευτέρα, και το μισό χωριό ήρθε να τον δει. "
    "Ο μυλωνάς είπε ότι το πρώτο σακί αλεύρι θα πάει στο σχολείο, και το δεύτερο στους γείτονες."
)
QUOTED = "We ground oats on Monday, and rye on Tuesday, and nobody in the village minded the noise of it. " * 3


def pieces(line: str) -> list[str]:
    """The pieces that a line is parted into on a page with scripts."""
    page = SCRIPTS + line
    return [page[start:end] for start, end in pairwise((len(SCRIPTS), *sorted(part_scripts(page)), len(page)))]


PARTED = {
    "a script before text": [TRACKER, LEDE],
    "text before a script": [LEDE, TRACKER],
    "text between scripts": [STYLE, LEDE, TRACKER],
    "a space between them": [TRACKER, f" {LEDE} ", STYLE],
    "data before text": [STATE, LEDE],
    "text before data": [LEDE, STATE],
    "text of another script": [TRACKER, GREEK, f"window.mill={STATE};", GREEK],
    "a comment's end": [f"/*<![CDATA[*/ {TRACKER} /*]]>*/", LEDE],
}
WHOLE = {
    "a script": TRACKER * 3,
    "text": LEDE * 3,
    "a few words beside a script": f"{TRACKER}Home News Sport",
    "text that data quote": STATE[:-1] + f',"articleBody":"{QUOTED}","wordCount":55,"keywords":["mill"]}}',
    "text that data quote with tags": STATE[:-1] + f',"text":"<p>{QUOTED}</p><p>{QUOTED}</p>","wordCount":110}}',
    "text that data quote with escapes": STATE[:-1] + f',"text":"\\n({QUOTED})\\n{QUOTED}\\n","wordCount":110}}',
    "text with references": "A &amp; B&#8217;s mill; " + QUOTED.replace(", and", "&#8217;s &amp; &quot;so&quot;"),
    "a long name": f"{TRACKER}{'mill' * 80}",
}


@pytest.mark.parametrize("parts", PARTED.values(), ids=PARTED)
def test_text_and_scripts_are_parted_where_they_meet(parts: list[str]) -> None:
    assert pieces("".join(parts)) == parts


@pytest.mark.parametrize("line", WHOLE.values(), ids=WHOLE)
def test_what_holds_one_of_them_stays_whole(line: str) -> None:
    assert pieces(line) == [line]


@pytest.mark.parametrize("parts", PARTED.values(), ids=PARTED)
def test_a_page_without_more_scripts_is_no_careless_dump(parts: list[str]) -> None:
    lesson = "window.mill = {}; document.write('<p>It grinds.</p>');"
    lines = ["".join(part if part in {LEDE, GREEK} else lesson * 4 for part in parts)] * 2
    assert part_scripts("\n".join(lines)) == set()


@pytest.mark.parametrize(
    "parts",
    [[LEDE, STATE, LEDE], [f"window.mill={STATE};", LEDE], [f"[[{STATE},2]]", LEDE], [LEDE, f"window.go({STATE})"]],
)
def test_data_are_told_from_text_without_any_script_on_the_page(parts: list[str]) -> None:
    page = "".join(parts)
    assert [page[start:end] for start, end in pairwise((0, *sorted(part_scripts(page)), len(page)))] == parts


@pytest.mark.parametrize("data", [STATE[:-1], '{"mill":1}', "[[" * 9_000 + STATE, '{"a":[' * 9_000])
def test_what_is_broken_short_or_nested_without_end_is_left_in_its_line(data: str) -> None:
    assert part_scripts(f"{LEDE}{data}{LEDE}") == set()


def test_an_article_between_scripts_in_its_lines_comes_out_alone() -> None:
    alone = clean(f"The mill at Ebbing grinds again\n\n{LEDE}\n\n{QUOTED}")
    glued = clean(f"{STYLE}\nThe mill at Ebbing grinds again\n\n{LEDE}{TRACKER}\n\n{STATE}{QUOTED}{TRACKER}\n{STATE}")
    assert glued.text == alone.text
    assert [line.line.text for line in glued.lines if not line.keep and line.line.text] == [
        *(STYLE, TRACKER, STATE, TRACKER, STATE)
    ]


GLUED = st.lists(st.sampled_from([TRACKER, STYLE, STATE, LEDE, GREEK, QUOTED, "\n", "\r\n", "x", " "]), max_size=12)


@given(GLUED.map("".join) | st.text())
def test_the_lines_of_any_page_still_give_it_back(text: str) -> None:
    edges = part_scripts(text)
    assert all(0 < edge < len(text) and text[edge - 1] not in "\r\n" for edge in edges)
    lines = read_page(text, "text").lines
    assert "".join([text[line.start : line.end] for line in lines]) == text
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize(
    "part",
    [
        TRACKER,
        LEDE,
        "{",
        "}",
        "(",
        "[[",
        '{"',
        '["a",',
        '{"a":b}',
        '{"a":"b"}',
        STATE,
        "a:",
        "&#8217;",
        "mill",
        "麦",
        TRACKER + LEDE,
        '"',
    ],
)
def test_a_megabyte_in_a_line_has_an_answer(part: str) -> None:
    assert len(part_scripts(SCRIPTS + part * (1_000_000 // len(part)))) < 10_000
