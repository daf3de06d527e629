"""Dates that only dateparser reads."""

import sys

import pytest

from groats.stages.metadata.rare_dates import read_rarely


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("15. ožujka 2025.", "hr", "2025-03-15"),
        ("25 মার্চ 2025", "bn", "2025-03-25"),
        ("12 มีนาคม 2025", "th", "2025-03-12"),
        ("November 20, 9999 7:00 PM", "en", None),
        ("March 2025", "en", None),
        ("Chapter 2025", "en", None),
        ("2025-58-15", "en", None),
        ("1-800-555-0199", "en", None),
        ("mars", "fr", None),
        ("03/05/2025", "en", None),
        ("Published 03/05/2025", "en", None),
        ("15. ožujka 2025.", None, None),
        ("15. ožujka 2025.", "xx", None),
    ],
)
def test_a_rarer_date_is_read_strictly_in_the_language_of_the_page(
    text: str, language: str | None, iso: str | None
) -> None:
    assert read_rarely(text, language) == iso


def test_without_dateparser_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)
    assert read_rarely("15. ožujka 2025.", "hr") is None
