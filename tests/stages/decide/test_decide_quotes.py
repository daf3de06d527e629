"""Who is quoted stays with the quote."""

from dataclasses import replace

import pytest
from builders import evidence

from groats.document import Decision
from groats.stages.decide.neighbours import keep_quoted
from groats.stages.markup import parse_html

KEPT, DROPPED = Decision(keep=True), Decision(keep=False, rule="a phrase of page furniture or a date is in it")

QUOTES = {
    "who is quoted": ("<blockquote><div><a href=/p>Ada said:</a></div><div>It squeaks.</div></blockquote>", 0.2, True),
    "another script": ("<blockquote><p>林达：</p><p>It squeaks.</p></blockquote>", 0.2, True),
    "what is hardly likely": ("<blockquote><p>Ada said:</p><p>It squeaks.</p></blockquote>", 0.05, False),
    "no colon": ("<blockquote><p>Share</p><p>It squeaks.</p></blockquote>", 0.2, False),
    "a line of its own": ("<p>Share:</p><blockquote>It squeaks.</blockquote>", 0.2, False),
    "a line in no quote": ("<p>Share:</p><p>It squeaks.</p>", 0.2, False),
}


@pytest.mark.parametrize(("html", "score", "stays"), QUOTES.values(), ids=QUOTES)
def test_the_line_at_the_head_of_a_quote_that_says_whose_it_is_stays(html: str, score: float, *, stays: bool) -> None:
    page = parse_html(html)
    texts = [block.text for block in page.blocks]
    found = replace(evidence(list(zip(texts, [score, 0.9], strict=True))), page=page)
    assert [decision.keep for decision in keep_quoted(found, [DROPPED, KEPT])] == [stays, True]
    assert [decision.keep for decision in keep_quoted(found, [DROPPED, DROPPED])] == [False, False]


def test_only_the_first_line_of_a_quote_says_whose_it_is() -> None:
    page = parse_html("<blockquote><p>It squeaks.</p><p>Share:</p><p>It squeaks.</p></blockquote>")
    found = replace(evidence([("a", 0.9), ("b", 0.2), ("c", 0.9)]), page=page)
    assert [decision.keep for decision in keep_quoted(found, [KEPT, DROPPED, KEPT])] == [True, False, True]
