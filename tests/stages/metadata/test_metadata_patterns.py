"""Patterns that are written to be searched for quickly find what the plain ones find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.metadata.byline import APART, SEPARATOR
from groats.stages.metadata.dates import may_hold_date
from groats.stages.metadata.rights import MARK

PLAIN_MARK = re.compile(r"©|ⓒ|\(c\)(?!\w)|(?<!\w)copyright(?!\w)|版权所有|版權所有|著作権", re.IGNORECASE)
PLAIN_DATE = re.compile(r"(?:19|20)\d\d|\d\d[./]\d\d[./]\d\d", re.ASCII)
PIECES = (
    *(
        "©",
        "Ⓒ",
        "(c)",
        "(C)",
        "(",
        "c",
        "copyright",
        "CopyRight",
        "copyrıght",
        "COPYRİGHT",
        "版权所有",
        "版權所有",
        "版",
    ),
    *("著作権", "|", "•", "–", "-", "—", " ", "\t", "\u3000", "x", "_", "19", "20", "1999", "25", ".", "/", "7"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(texts)
def test_a_mark_of_copyright_is_found_in_any_case(text: str) -> None:
    assert [mark.span() for mark in MARK.finditer(text)] == [mark.span() for mark in PLAIN_MARK.finditer(text)]


@given(texts)
def test_parts_stand_apart_where_a_separator_is(text: str) -> None:
    assert (APART.search(text) is None) == (SEPARATOR.search(text) is None)


@given(texts)
def test_a_year_or_a_short_date_may_be_a_date(text: str) -> None:
    assert may_hold_date(text) == (PLAIN_DATE.search(text) is not None)


@pytest.mark.parametrize("text", ["٢٠٢٥", "۲۵/۰۳/۲۴", "２０２５"])
def test_digits_of_other_scripts_may_be_a_date(text: str) -> None:
    assert may_hold_date(text)
