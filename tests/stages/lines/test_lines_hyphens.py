"""Words parted at the end of a row are whole again, and those with a hyphen of their own keep it."""

import pytest

from groats.stages.lines import parse_text

SET = """\
The level of small rivers is measured by some forty thousand sen-
sors in this country alone, and most of them run on batteries. It
is common to compress the readings before they are sent. Compres-
sion needs a block of readings, and a block that is not full is
never sent. The well-known sensors of two makers use the same way
of compression, which no keeper of a weir would call a well-
known one, and the keeper of the lower weir did not know of it ei-
ther until the night when all of them fell silent at the same time.
"""
WRAPPED = """\
The keeper of the weir is a man of sixty-three who has lived there
all his life, and his wife, who is as old as he is, has a mother-
in-law in the town below. There are front-line workers and back-
end workers at the mill, and one of them has a well-thought-out
opinion on each question that may come up at table, and on twenty-
three more that nobody would ever think of asking in good company.
"""


def text(raw: str) -> str:
    (block,) = parse_text(raw).blocks
    return block.text


def test_words_that_stand_whole_elsewhere_tell_that_words_were_parted() -> None:
    whole = text(SET)
    for word in ("thousand sensors in", "sent. Compression needs", "know of it either until", "call a well-known one"):
        assert word in whole


def test_hyphens_stay_where_no_word_was_parted() -> None:
    whole = text(WRAPPED)
    for word in ("mother-in-law", "back-end", "twenty-three"):
        assert word in whole


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u2010", "¬"])
def test_hyphens_that_only_typesetters_use_part_words(hyphen: str) -> None:
    raw = SET.replace("sen-\n", f"sen{hyphen}\n").replace("sensors", "gauges").replace("ei-\n", "eu-\n")
    assert "forty thousand sensors in" in text(raw)
