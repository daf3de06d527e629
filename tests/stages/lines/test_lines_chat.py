"""Chats: each message stays, with who says it and without when."""

import pytest

from groats import clean
from groats.stages.lines import parse_text

SAID = [
    "Ada Lind: Who brings the bunting to the weir?",
    "Tom: I have forty metres of it.",
    "Ada Lind: Good.",
    "Grace: The car park is full: walk!",
    "Tom: Is the museum open?",
    "Ada Lind: No.",
    "Grace: Not before Easter.",
    "Tom: See you at ten then.",
]
STAMPS = {
    "WhatsApp, brackets": "[12.05.24, 18:05:40] ",
    "WhatsApp, a dash": "3/14/24, 9:15\u202fAM - ",
    "Android": "14.03.2024, 09:15 - ",
    "a channel": "[09:15] ",
}


@pytest.mark.parametrize("stamp", STAMPS.values(), ids=STAMPS)
def test_messages_lose_their_time_and_all_of_them_stay(stamp: str) -> None:
    raw = "".join(f"{stamp}{line}\n" for line in SAID)
    page = parse_text(raw)
    assert [block.text for block in page.blocks] == SAID
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
    assert clean(raw).text.split("\n") == SAID


def test_logs_of_channels_have_names_in_angle_brackets() -> None:
    raw = "".join(f"09:{n:02} <ada> It grinds.\n" for n in range(10, 20))
    assert {block.text for block in parse_text(raw).blocks} == {"<ada> It grinds."}


@pytest.mark.parametrize(
    "line", ["20:15 The mill: a film", "14.03.2024, 09:15 Ebbing: the weir is open", "[1] Ada: Of weirs", "Ada: Hello"]
)
def test_programmes_and_notes_are_no_chat(line: str) -> None:
    assert parse_text(f"{line}\n" * 9).blocks[0].text == line


def test_a_chat_that_a_page_tells_of_stays_as_it_is() -> None:
    raw = "It was a long day at the weir, and they wrote of it.\n" * 9 + f"[09:15] {SAID[0]}\n" * 8
    assert parse_text(raw).blocks[-1].text == f"[09:15] {SAID[0]}"
