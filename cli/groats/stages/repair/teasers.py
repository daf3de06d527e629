"""Links to the rest of a story that are glued to what stands beside them."""

import re
from functools import cache

from groats.tables import load_table


def part_teasers(text: str) -> str:
    """`text` with a space between a "Read more" and what was glued to it when the tags went away.

    Only phrases of two words are told, and only where a sentence ends before them or a capital follows.

    >>> part_teasers("He resigned.Read moreThe minister, 3 min readShare")
    'He resigned. Read more The minister, 3 min read Share'
    >>> part_teasers("Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER")
    'Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER'
    """
    return load_teaser().sub(_part_teaser, text)


@cache
def load_teaser() -> re.Pattern[str]:
    """What any of the phrases in `data/machinery.toml` is found by."""
    return re.compile("|".join(map(re.escape, _teasers())))


@cache
def _teasers() -> tuple[str, ...]:
    return tuple(load_table("machinery")["teasers"])


def _part_teaser(teaser: re.Match[str]) -> str:
    (start, end), phrase, text = teaser.span(), teaser[0], teaser.string
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    ends_before = before.endswith((*".!?…»”",)) or (before.isalpha() and before[1:].islower())
    is_glued_before = phrase[0].isupper() and ends_before and not text.endswith(_teasers(), 0, start)
    is_glued_after = after[:1].isupper() and (phrase[-1].islower() or after[1:].islower())
    return " " * is_glued_before + phrase + " " * is_glued_after
