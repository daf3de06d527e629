"""Whether the day or the month comes first: by the page's other dates, its language, and the days that it names."""

import pytest

from groats.stages.metadata.day_order import find_order


@pytest.mark.parametrize(
    ("text", "language", "order"),
    [
        ("03/05/2025\n14/05/2025", "en", "day_first"),
        ("03/05/2025\n05/14/2025", "en", "month_first"),
        ("13/05/2025\n05/14/2025", "de", None),
        ("03/05/2025", "de", "day_first"),
        ("03/05/2025", "en", None),
        ("03/05/2025", "en-US", "month_first"),
        ("03/05/2025", "en_gb", "day_first"),
        ("03/05/2025", "ja", None),
        ("03/05/2025", "th", "day_first"),
        ("03/05/2025", "bn", "day_first"),
        ("03/05/2025", "fa", None),
        ("03/05/2025", None, None),
        ("99/99/2025", "fr-FR", "day_first"),
        ("Tue, 03/05/2024 - 08:12", "en", "month_first"),
        ("Friday 03/05/2024", "en-US", "day_first"),
        ("Mon, 03/05/2024", "en", None),
        ("Tue, 03/05/2024\nFri, 03/05/2024", "en", None),
        ("Wed, 05/05/2024", "en", None),
        ("Tue, 99/99/2024", "en", None),
        ("03/05/2025 - 13:55", "en", "day_first"),  # who writes the month first counts hours to twelve
        ("03/05/2025 - 11:55", "en", None),
        ("03/05/2025 13:55", "en-US", "month_first"),
        ("14/05/\n2025", "en", None),  # no date runs over two lines
        ("\u0661\u0664/05/\u0662\u0660\u0662\u0665", "en", "day_first"),
    ],
)
def test_the_order_comes_from_the_other_dates_then_from_the_language(
    text: str, language: str | None, order: str | None
) -> None:
    assert find_order(text.split("\n"), language) == order


@pytest.mark.parametrize(
    ("lines", "stamps", "order"),
    [
        (["03/05/2025", "May 3, 2025"], [], "day_first"),
        (["03/05/2025", "March 5, 2025"], [], "month_first"),
        (["03/05/2025", "March 5, 2025", "May 3, 2025"], [], None),
        (["03/05/2025", "May 4, 2025"], [], None),
        (["03/05/2025"], ["2025-05-03T10:00"], "day_first"),
        (["03/05/2025", "16 February 2026"], [], "day_first"),
        (["03/05/2025", "16 February 2026", "March 1, 2026"], [], None),
        ([], ["2025-05-03"], None),
    ],
)
def test_the_order_comes_from_days_that_the_page_names_otherwise(
    lines: list[str], stamps: list[str], order: str | None
) -> None:
    assert find_order(lines, "en", stamps) == order
