"""What code is full of and prose is not: marks, and the signs of `data/scripts.toml`."""

import re
from functools import cache

from groats.tables import load_table

# Prose has next to none of these, code has one every dozen characters: [{};=<>$&], "[:,] and (), )[.,], [a-z]:[^\s/].
# Written so that the search passes at once what begins none of them; "a:b:c" holds one, for "b" is part of the first.
MARKS = re.compile(r'[{};=<>$&"():](?:(?<=[{};=<>$&])|(?<=")[:,]|(?<=\()\)|(?<=\))[.,]|(?<=[a-z]:)(?:[a-z]:?|[^\s/]))')
_USUAL = ("{", "}", ";", '":')
# Different signs, more than a lesson shows: whoever left those in left all in. Of 504 of the data's pages with their
# scripts, 464 have so many; of 2,559 as Chromium's text, one.
LEFT_IN = 8


def count_usual(text: str) -> int:
    """How many of the most frequent marks `text` has: all but a few pages of text have so few that they are done."""
    return sum(map(text.count, _USUAL))


def count_marks(text: str) -> int:
    """How many marks `text` has; those that overlap count as one."""
    return len(MARKS.findall(text))


@cache
def signs() -> re.Pattern[str]:
    """The pattern that finds a sign."""
    groups = load_table("scripts").values()
    return re.compile("|".join(re.escape(sign) for group in groups for sign in group))
