"""What went wrong, worded to go on a sentence with."""

import pytest

from groats.wording import count_of, describe_mistake, reason_of


def test_things_are_counted_as_people_count_them() -> None:
    assert [count_of(number, "page") for number in (0, 1, 2_000)] == ["0 pages", "1 page", "2,000 pages"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (OSError("AF_UNIX path too long"), "AF_UNIX path too long"),
        (ValueError("JSON is malformed."), "JSON is malformed"),
        (OSError(), ""),
    ],
)
def test_a_reason_goes_on_with_a_sentence(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason


def test_a_mistake_is_named_on_one_line_however_long_its_words_are() -> None:
    words = describe_mistake(ValueError("the page\nsays " + "oats " * 100))
    assert words.startswith("groats made a mistake (ValueError: the page says oats oats")
    assert len(words) < 300
