"""Subtitles and transcripts: what is said stays, all of it; when it is said goes."""

import pytest

from groats import Options, clean
from groats.stages.lines import parse_text
from groats.stages.lines.join import join_rows

SAID = [
    "Good evening and welcome to the mill.",
    "My guest is Ada Thorne, who dressed the stones",
    "that have lain idle for eleven years.",
    "Thank you.",
    "Ada, what is a dressed stone?",
    "One with furrows that lead the flour out.",
    "And who can still do that?",
    "Three people, and one of them is ninety.",
    "Subscribe!",
    "Goodbye.",
]


def _clock(second: int, sign: str = ",") -> str:
    return f"00:{second // 60:02}:{second % 60:02}{sign}250"


def _srt(said: list[str]) -> str:
    cues = [f"{n}\n{_clock(4 * n)} --> {_clock(4 * n + 3)}\n{text}\n" for n, text in enumerate(said, start=1)]
    return "\n".join(cues)


def _words(text: str) -> list[str]:
    return text.split()


def test_all_that_subtitles_say_stays_and_is_no_title() -> None:
    article = clean(_srt(SAID), Options(explain=True))
    assert _words(article.text) == _words(" ".join(SAID))
    assert article.title is None
    assert {line.reasons[-1] for line in article.lines if line.line.text and not line.keep} == {
        "it says when something is said"
    }
    assert clean(article.text).text == article.text


def test_sentences_go_on_from_cue_to_cue() -> None:
    assert "who dressed the stones that have lain idle" in clean(_srt(SAID)).text
    assert len(parse_text(_srt(SAID * 6)).said) == 60
    assert 2 < clean(_srt(SAID * 6)).text.count("\n\n") < 12


VTT = (
    "WEBVTT\nKind: captions\n\nNOTE\nmade by\nhand\n\n"
    "1\n00:01.000 --> 00:02.000 align:start\n<v.loud Ada>Oats\n\n"
    "STYLE\n::cue { color: red }\n\nthe end\n00:02.000 --> 00:03.000\n<i>and</i> {\\an8}rye,\n\n"
    "00:03.000 --> 00:04.000\n<v Tom>and barley.</v>\n"
)
SRT = (
    "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nADA: Oats\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nand rye,\r\n"
    "\r\n3\r\n0:0:3.0 --> 0:0:4.0\r\nTOM: and barley.\r\n"
)


@pytest.mark.parametrize("raw", [VTT, SRT], ids=["WebVTT", "SubRip"])
def test_names_and_notes_of_cues_are_not_said_and_speakers_are_named(raw: str) -> None:
    page = parse_text(raw)
    said = [block.text for block in page.blocks if block.lines[0].number in page.said]
    assert [text.title() for text in said] == ["Ada: Oats And Rye,", "Tom: And Barley."]
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


def test_a_row_that_stays_on_the_screen_is_said_once() -> None:
    rolling = (
        "WEBVTT\n\n00:00:00.100 --> 00:00:02.300\n \nthe<00:00:00.480><c> mill</c>\n\n"
        "00:00:02.300 --> 00:00:02.400\nthe mill\n \n\n"
        "00:00:02.400 --> 00:00:04.000\nthe mill\ngrinds<00:00:03.100><c> oats</c>\n\n"
        "00:00:04.000 --> 00:00:04.100\ngrinds oats\n \n"
    )
    assert clean(rolling).text == "the mill grinds oats"


def test_who_speaks_behind_a_dash_has_a_line() -> None:
    page = parse_text(_srt(["- Is it ground?\n- Not yet.", "[a bell]", "- Now."]))
    assert [block.text for block in page.blocks if block.form == "list"] == [
        "Is it ground?",
        "Not yet. [a bell]",
        "Now.",
    ]


def test_a_text_about_subtitles_is_none() -> None:
    page = parse_text(f"How to write subtitles\n\nA file looks like this:\n\n{_srt(SAID)}")
    assert not page.said
    assert not parse_text("1\n00:00:01,000 --> 00:00:02,000\nOats\n").said, "too few"


STAMPS = {
    "above": "{0}\n{1}\n",
    "in brackets": "[{0}] ADA: {1}\n",
    "behind": "Ada Thorne ({0}):\n{1}\n\n",
    "beside": "{0} {1}\n",
    "within": "**Ada Thorne** \\[{0}\\] {1}\n\n",
}


def _stamped(form: str, said: list[str], pace: int = 4) -> str:
    return "".join(form.format(f"{n * pace // 60:02}:{n * pace % 60:02}", text) for n, text in enumerate(said))


@pytest.mark.parametrize("form", STAMPS.values(), ids=STAMPS)
def test_what_is_said_at_a_time_stays(form: str) -> None:
    below = "\nRelated videos\n12:10\nOats\n08:20\nRye\n"
    article = clean(f"Home\nVideos\nSign in\n\nThe mill grinds again\n\n{_stamped(form, SAID)}{below}")
    assert all(text in article.text for text in SAID)
    assert not {"12:10", "Oats", "Home", "Videos"} & set(article.text.splitlines())
    assert ("00:04" in article.text) is (form in {STAMPS["behind"], STAMPS["within"]}), (
        "it is part of the line that names who speaks"
    )


@pytest.mark.parametrize("form", ["{0}\n{1}\n", "{0} {1}\n", "[{0}] {1}\n"])
def test_the_first_ten_minutes_may_have_one_digit(form: str) -> None:
    raw = _stamped(form, SAID).replace("00:", "0:")
    assert list(filter(None, clean(raw).text.splitlines())) == SAID


def test_a_time_that_someone_speaks_of_is_said() -> None:
    said = [*SAID[:5], "10:30 or 11:00, when do you open?", *SAID[5:]]
    assert len(parse_text(_stamped("{0}\n{1}\n", said)).said) == 11


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_stamped("{0} {1}\n", SAID, pace=100), id="chapters"),
        pytest.param(_stamped("{0}\n{1}\n", SAID).replace("00:", "09:"), id="a timetable"),
        pytest.param(_stamped("{0}\n{1}\n", SAID[:7]), id="too few"),
        pytest.param("\n".join(reversed(_stamped("{0} {1}\n", SAID).splitlines())), id="results"),
    ],
)
def test_other_lines_with_times_are_no_transcript(raw: str) -> None:
    page = parse_text(raw)
    assert not page.said
    assert not page.times


def test_a_field_that_begins_with_its_colon_is_not_glued_to_the_line_above() -> None:
    assert join_rows([":Author: Ada Thorne", ":Date: today"]) == ":Author: Ada Thorne :Date: today"
    assert join_rows(["the mill", ": it grinds"]) == "the mill: it grinds"
