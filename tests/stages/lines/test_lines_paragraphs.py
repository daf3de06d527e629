"""Paragraphs that their writer wrapped are whole though the page around them was not wrapped."""

import pytest

from groats.stages.lines import parse_text

MAIL = """\
I can confirm this. We saw the same thing at the lower weir, and it took us
two nights to find out what happens. The new firmware compresses the
readings before it sends them, and the compression waits for a full block.
At night the water hardly moves, so that the values are all alike and the
block never fills. Then the watchdog throws it away, and nobody hears of it
until the keeper counts the readings of the week and finds some missing.

There are two ways around it, and the first one costs nothing but a little
battery, which we could not measure.
"""
ARCHIVE = (
    "This is the archive of all who keep weirs along the river and in the hills above, and of those who would like to "
    "keep one; whoever writes to it should know that it can be read by anybody, now and in a hundred years.\n\n"
    "Previous message (by thread): the call for talks\n\n"
    "Messages sorted by: [ date ] [ thread ] [ subject ] [ author ]"
)


def texts(raw: str) -> list[str]:
    return [block.text for block in parse_text(raw).blocks]


def test_a_mail_is_joined_in_an_archive_whose_lines_are_longer() -> None:
    whole = [paragraph.replace("\n", " ").strip() for paragraph in MAIL.split("\n\n")]
    assert texts(f"{ARCHIVE}\n\n{MAIL}\n{ARCHIVE}")[3:5] == whole


def test_a_short_paragraph_alone_is_not_joined() -> None:
    assert len(texts(f"{ARCHIVE}\n\n{MAIL[MAIL.index('There') :]}\n{ARCHIVE}")) == 8


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("The mill at {} grinds again after eleven years of rest on the hill", id="headlines"),
        pytest.param("a sack of oats from {} that was ground on the stones of the mill", id="items that begin alike"),
        pytest.param("{} is the first of them, and it was the last to be ground this year;", id="items with a stop"),
        pytest.param("{}.grind(stones, speed=12)  # and wait until the sack is full of meal", id="code"),
        pytest.param("{}-https://mill.example/oats/a-sack-of-oats-that-was-ground/page/index", id="addresses"),
    ],
)
def test_lines_that_are_as_long_as_each_other_are_not_joined(row: str) -> None:
    names = ("ebbing", "hollin", "oatfield", "long field", "wendlohe", "moorkamp", "torfhaus", "ostenholz")
    assert len(texts(f"{ARCHIVE}\n\n" + "\n".join(map(row.format, names)))) == 11


def test_verse_stays_verse() -> None:
    stanza = "the water goes where the water goes,\nand nobody asks it why,\nthe miller knows what the miller knows,\n"
    assert len(texts(f"{ARCHIVE}\n\n{stanza}and so in the end do I\n")) == 7


JUSTIFIED = """\
       The  sensor  sends  its  readings every ten minutes, whether the block
       is full or not.  That costs a little battery, and nothing is lost when
       the  water  is calm.  Nobody has to walk along the river at night, and
       the keeper of the weir may sleep until the alarm wakes him.

       Where  many  sensors  share a radio link, they take turns.  The keeper
       says  how  many  there  are,  and  each of them waits for as long as a
       message takes, times its own number.
"""


def test_justified_rows_are_no_rows_of_a_table() -> None:
    assert texts(JUSTIFIED) == [" ".join(paragraph.split()) for paragraph in JUSTIFIED.split("\n\n")]


def test_rows_of_a_table_stay_beside_justified_text() -> None:
    table = "       ebbing     hollin     oatfield     moorkamp     torfhaus     wendlohe\n" * 4
    assert len(texts(JUSTIFIED + "\n" + table)) == 6
