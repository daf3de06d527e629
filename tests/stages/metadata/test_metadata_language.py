"""The language of an article."""

import pytest
from metadata_pages import BODY, metadata_of

from groats.stages.metadata.language import find_language


def test_a_page_without_text_is_in_the_language_of_its_lines() -> None:
    assert metadata_of(("consent", BODY)).language == "en"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (BODY, "de", "en"),
        (
            "Der Hafen bleibt bis zum Ende des Monats für große Schiffe geschlossen, sagte der Rat der Stadt.",
            None,
            "de",
        ),
        ("港は月末まで閉鎖されます。", None, "ja"),
        ("港口將關閉至月底。", None, "zh"),
        ("항구는 월말까지 닫힙니다.", None, "ko"),
        ("Το λιμάνι μένει κλειστό", None, "el"),
        ("הנמל נשאר סגור", "en", "he"),
        ("ท่าเรือปิดถึงสิ้นเดือน", None, "th"),
        ("נמל הרוגייט יישאר סגור לאוניות גדולות עד סוף החודש, אמרה המועצה ביום שלישי בבוקר.", None, "he"),
        ("Sony", None, None),
        ("Sony", "pt-br", "pt"),
        ("Sony", "iw", "he"),
        ("Sony", "nb-no", "no"),
        ("Sony", "ceb", None),
        ("255", None, None),
        ("", None, None),
    ],
)
def test_the_language_is_that_of_the_text_then_the_declared_one(
    text: str, declared: str | None, language: str | None
) -> None:
    assert find_language(text, declared) == language


def test_controls_do_not_stop_the_identification_of_a_language() -> None:
    assert find_language(BODY.replace(" ", " \x00\x85\ufdd0\ud800"), None) == "en"
    assert find_language(f"{BODY}\U0002fffe", "fr") == "fr"


def test_code_says_nothing_of_the_language() -> None:
    assert metadata_of(("code", BODY)).language is None


def test_a_declared_language_must_have_the_form_of_one() -> None:
    declared = [("lang", "<script>"), ("meta:content-language", "fr_FR")]
    assert metadata_of(("paragraph", "Sony"), declared=declared).language == "fr"
