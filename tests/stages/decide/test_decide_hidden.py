"""What a class hides goes unless it is certain; what the same class hides on some screens only stays."""

from dataclasses import replace

import pytest
from builders import evidence

from groats.document import Decision
from groats.stages.decide.hidden import drop_hidden
from groats.stages.markup import parse_html

NOTICE = "Parcels to the islands are sent on Thursdays, and free from three sacks."


def stays(html: str, score: float, title: int | None = None) -> list[bool]:
    page = parse_html(html)
    found = replace(evidence([(block.text, score) for block in page.blocks], title=title), page=page)
    return [decision.keep for decision in drop_hidden(found, [Decision(keep=True)] * len(page.blocks))]


@pytest.mark.parametrize("names", ["hide", "promo hidden", "d-none", "sr-only", "notice is-hidden left"])
def test_what_a_class_hides_goes_with_all_in_it(names: str) -> None:
    html = f"<p>Oats by the sack</p><div class='{names}'><p>{NOTICE}</p><ul><li>Rye</ul></div><p>Wheat</p>"
    assert stays(html, 0.6) == [True, False, False, True]
    assert stays(html, 0.8) == [True] * 4, "it is certain: a text to be unfolded"
    assert stays(html, 0.6, title=1) == [True, True, False, True]


@pytest.mark.parametrize(
    "names",
    ["hidden md:block", "d-none d-md-flex", "hidden-xs", "hide@small hide", "overflow-hidden", "hidden visible-lg"],
)
def test_what_is_hidden_on_some_screens_only_stays(names: str) -> None:
    assert stays(f"<p>Oats by the sack</p><div class='{names}'>{NOTICE}</div>", 0.6) == [True, True]


def test_a_page_of_text_hides_nothing() -> None:
    found = evidence([("hidden", 0.6)])
    assert drop_hidden(found, [Decision(keep=True)]) == [Decision(keep=True)]
