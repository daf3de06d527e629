"""Posts in the markup of forums (BBCode): what their reader reads is what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import clean
from groats.pipeline import read_page
from groats.stages.escapes.bbcode import read_bbcode

POST = """\
[b][size=18]How I mended the windlass[/size][/b]

[quote="millpond77"]Does anyone know how to free the pawl?[/quote]
First take the [I]whole[/I] drum off; I got a spring [url=https://springs.example/]here[/url][br]for four pounds [sic].

[img width=300]https://weir.example/pawl.jpg[/img]
[list]
[*]Two litres of oil
[li]A wire brush[/li][/list]
[code]torque[0] = 14[/code]
"""


def test_what_posts_mean_is_what_their_reader_reads() -> None:
    page = read_page(POST)
    assert [block.text for block in page.blocks] == [
        "How I mended the windlass",
        "Does anyone know how to free the pawl?",
        "First take the whole drum off; I got a spring here",
        "for four pounds [sic].",
        "Two litres of oil",
        "A wire brush",
        "torque[0] = 14",
    ]
    assert [block.marker for block in page.blocks if block.marker] == ["*", "*"]
    assert "".join(POST[line.start : line.end] for line in page.lines) == POST


def test_the_post_comes_out_without_tags() -> None:
    assert "I got a spring here" in clean(POST).text


@pytest.mark.parametrize(
    "text",
    {
        "brackets": "The [sic] weir [1] and the [old] cut [2].\n" * 9,
        "tags that nothing closes": "[b] [i] [u] [url] [quote]\n" * 9,
        "a page that speaks of them": "It says [b]so[/b], [i]so[/i] and [u]so[/u]. " + "The weir is open again. " * 999,
        "a page that explains them": "In BBCode you write [b]so[/b], [i]so[/i], and [list] opens a list.\n[/list]",
        "records": '{"text": "[b]a[/b] [i]b[/i] [u]c[/u]"}',
    }.values(),
    ids=lambda text: text[:12],
)
def test_other_texts_are_none(text: str) -> None:
    assert read_bbcode(text) is None


@given(st.lists(st.sampled_from(["[b]", "[/b]", "[img]", "[/img]", "[*]", "[", "]", "a ", "\n", "[/i]"])).map("".join))
def test_no_post_however_broken_is_too_much(text: str) -> None:
    raw = POST + text
    page = read_page(raw)
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
