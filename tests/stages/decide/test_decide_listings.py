"""A line of a listing is not lost for having no words; a listing of which most goes is left as it is."""

import pytest
from builders import block, evidence

from groats.document import Decision, Form
from groats.stages.decide.listings import keep_whole_listings

CODE = ["public class Lamp {", "    private boolean lit;", "    // lit at dusk, put out at dawn", "}"]


def settle(keeps: list[bool], blanks: int = 0, form: Form = Form.CODE) -> list[bool]:
    rows = [(block(text, form=form, blank_before=blanks), 0.5) for text in CODE]
    return [stays.keep for stays in keep_whole_listings(evidence(rows), [Decision(keep=keep) for keep in keeps])]


@pytest.mark.parametrize(
    ("keeps", "expected"),
    [
        ([True, True, True, False], [True] * 4),
        ([False, True, True, False], [True] * 4),
        ([True, False, False, False], [True, False, False, False]),
        ([False] * 4, [False] * 4),
    ],
)
def test_the_lines_of_a_listing_stay_where_most_of_its_words_do(keeps: list[bool], expected: list[bool]) -> None:
    assert settle(keeps) == expected
    assert settle(keeps, blanks=1) == expected, "a blank line is within a listing"
    assert settle(keeps, blanks=2) == keeps, "two are between listings"
    assert settle(keeps, form=Form.PARAGRAPH) == keeps
