"""Dates told from the moment of the visit, and times of reading, which are told from them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.metadata.relative_dates import read_relative, tells_reading_time

NOW = datetime.fromisoformat("2025-03-15T14:30+01:00")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 hours ago", "2025-03-15T11:30+01:00"),
        ("an hour ago", "2025-03-15T13:30+01:00"),
        ("Updated 20 minutes ago", "2025-03-15T14:10+01:00"),
        ("yesterday", "2025-03-14"),
        ("vor 2 Stunden", "2025-03-15T12:30+01:00"),
        ("vor einer Stunde", "2025-03-15T13:30+01:00"),
        ("gestern", "2025-03-14"),
        ("il y a 5 minutes", "2025-03-15T14:25+01:00"),
        ("hace 3 días", "2025-03-12"),
        ("há 2 horas", "2025-03-15T12:30+01:00"),
        ("3 ore fa", "2025-03-15T11:30+01:00"),
        ("2 dagen geleden", "2025-03-13"),
        ("2 godziny temu", "2025-03-15T12:30+01:00"),
        ("3 часа назад", "2025-03-15T11:30+01:00"),
        ("πριν 2 ώρες", "2025-03-15T12:30+01:00"),
        ("2 saat önce", "2025-03-15T12:30+01:00"),
        ("2 timmar sedan", "2025-03-15T12:30+01:00"),
        ("3小时前", "2025-03-15T11:30+01:00"),
        ("2時間前", "2025-03-15T12:30+01:00"),
        ("2시간 전", "2025-03-15T12:30+01:00"),
        ("5 मिनट पहले", "2025-03-15T14:25+01:00"),
        ("3 giờ trước", None),
        ("5 phút trước", "2025-03-15T14:25+01:00"),
        ("3 ชั่วโมงที่แล้ว", "2025-03-15T11:30+01:00"),
        ("৫ মিনিট আগে", "2025-03-15T14:25+01:00"),
        ("prije 2 dana", "2025-03-13"),
        ("пре 2 сата", "2025-03-15T12:30+01:00"),
        ("преди 2 часа", "2025-03-15T12:30+01:00"),
        ("prieš 5 minutes", "2025-03-15T14:25+01:00"),
        ("pirms 2 stundām", "2025-03-15T12:30+01:00"),
        ("3 tundi tagasi", "2025-03-15T11:30+01:00"),
        ("acum 2 ore", "2025-03-15T12:30+01:00"),
        ("3 ساعت پیش", "2025-03-15T11:30+01:00"),
        ("2 گھنٹے پہلے", "2025-03-15T12:30+01:00"),
        ("pred 2 hodinami", "2025-03-15T12:30+01:00"),
        ("hôm qua", "2025-03-14"),
        ("danas", "2025-03-15"),
        ("šiandien", "2025-03-15"),
        ("dienos prieš karą", None),
        ("2 сағат бұрын", "2025-03-15T12:30+01:00"),
        ("fyrir 2 klst", "2025-03-15T12:30+01:00"),
        ("пред 2 часа", "2025-03-15T12:30+01:00"),
        ("2 orë më parë", "2025-03-15T12:30+01:00"),
        ("5 dəqiqə əvvəl", "2025-03-15T14:25+01:00"),
        ("2 ժամ առաջ", "2025-03-15T12:30+01:00"),
        ("5 წუთის წინ", "2025-03-15T14:25+01:00"),
        ("2 மணி நேரத்திற்கு முன்பு", "2025-03-15T12:30+01:00"),
        ("5 నిమిషాల క్రితం", "2025-03-15T14:25+01:00"),
        ("2 तासांपूर्वी", "2025-03-15T12:30+01:00"),
        ("3 dae gelede", "2025-03-12"),
        ("duela 2 ordu", "2025-03-15T12:30+01:00"),
        ("dünən", "2025-03-14"),
        ("hoxe", "2025-03-15"),
        ("நேற்றைய படகு", None),
        ("dje", "2025-03-14"),
        ("para 2 horas", None),
        ("3 min read", None),
        ("5 hours", None),
        ("400 days ago", None),
        ("long ago", None),
        ("0 hours ago", None),
        ("yesterdays", None),
        ("", None),
    ],
)
def test_a_relative_time_is_counted_from_the_visit(text: str, iso: str | None) -> None:
    assert read_relative(text, NOW) == iso


@pytest.mark.parametrize("text", ["3 hours ago", "yesterday", "2 weeks ago"])
def test_before_the_first_day_of_all_there_is_none(text: str) -> None:
    assert read_relative(text, datetime.min.replace(tzinfo=UTC)) is None


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_none(text: str) -> None:
    iso = read_relative(text, NOW)
    assert iso is None or datetime.fromisoformat(iso).year == 2025 or datetime.fromisoformat(iso).year == 2024


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("11 min read", True),
        ("March 5, 2025 • 4 mins read", True),
        ("Lesezeit: 4 Minuten", True),
        ("读完需要3分钟", True),
        ("5 хвилин читання", True),
        ("11 minutes ago", False),
        ("vor 4 Minuten", False),
        ("3 hours of reading", False),
        ("minutes of the council", False),
    ],
)
def test_a_time_of_reading_is_no_time_since(text: str, *, told: bool) -> None:
    assert tells_reading_time(text) is told
