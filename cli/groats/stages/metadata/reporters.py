"""Reporters as papers of China, Taiwan and Korea name them: beside the word for one, with their house and place."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from groats.stages.metadata.words import words
from groats.unicode_ranges import IDEOGRAPHS

_LONGEST = 80  # characters
_HAN = f"[{IDEOGRAPHS}]"
_LIST = rf"{_HAN}{{2,4}}(?:[、，,\s]\s?{_HAN}{{2,4}}){{0,3}}"
# REPORTER stands for the words for one, RANK for those before it in Korean.
_WITH_PLACE = (  # "〔記者林小滿／宜蘭報導〕", "記者 林小滿 / 宜蘭 報導"
    rf"[〔\[【（(]?(?:{_HAN}{{2,6}}[\s／/])?\s?REPORTER[\s:：]?\s?(?P<names>{_LIST})"
    rf"\s?[／/╱]\s?{_HAN}[^。，]{{0,16}}[〕\]】）)]?"
)
_SENT = (  # "本报讯（记者林小满）", "中央社記者林小滿台北5日電"
    rf"{_HAN}{{0,6}}\s?(?:[〔\[【（(]REPORTER\s?(?P<names>{_LIST})[〕\]】）)]"
    rf"|[〔（(]?{_HAN}{{0,4}}\s?REPORTER(?P<sent>{_HAN}{{3}}){_HAN}{{2,3}}\d{{1,2}}日(?:電|电|專電|专电)[〕）)]?)"
)
# "（记者 林小满）", "江城晚报记者 林小满"
_APART = rf"[〔\[【（(]?{_HAN}{{0,10}}?REPORTER[\s:：]\s?(?P<names>{_LIST})[〕\]】）)]?"
_GLUED = rf"REPORTER(?P<names>{_HAN}{{3}})"
_KOREAN = (  # "남해=이하늘 기자", "이하늘·박바다 기자 sky@rowan.example"
    r"(?:^|[\s=\[(·|])(?P<names>[가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,4})\s?RANK?REPORTER(?=$|[\s)\]=(])"
)
_BEFORE_KOREAN = 14  # characters: a paper, a place


class Reporters(NamedTuple):
    """The names in a line, and whether it says clearly that they are those of reporters."""

    names: tuple[str, ...]
    led: bool


def names_reporters(text: str) -> bool:
    """Whether it is worth while to read the reporters in a line."""
    return not text.isascii() and len(text) <= _LONGEST and any(word in text for word in _words("signs"))


def read_reporters(part: str) -> Reporters | None:
    """The reporters that a part of a line names in one of these ways, None if it names none."""
    if len(part) > _LONGEST or part.isascii():
        return None
    if any(word in part for word in _words("chinese")):
        for pattern, led in _chinese():
            if match := pattern.fullmatch(part):
                found = re.split(r"[、，,\s]+", next(filter(None, match.groups())))
                return Reporters(tuple(takewhile(lambda name: name not in _words("others"), found)), led=led)
    match = _korean().search(part)
    if match and match.start("names") <= _BEFORE_KOREAN and not match["names"].endswith(_words("no_names")):
        return Reporters(tuple(re.split(r"\s?[·ㆍ,]\s?", match["names"])), led="@" in part)
    return None


@cache
def _words(field: str) -> tuple[str, ...]:
    return tuple(words("names")["reporters"][field])


@cache
def _chinese() -> Sequence[tuple[re.Pattern[str], bool]]:
    """The ways of Chinese, and whether each says clearly that it names reporters."""
    reporter = _any_of(_words("chinese"))
    ways = (_WITH_PLACE, _SENT, _APART, _GLUED)
    return [(re.compile(way.replace("REPORTER", reporter)), way is not _GLUED) for way in ways]


@cache
def _korean() -> re.Pattern[str]:
    ranked = _KOREAN.replace("RANK", _any_of(_words("ranks")))
    return re.compile(ranked.replace("REPORTER", _any_of(_words("korean"))))


def _any_of(alternatives: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, alternatives))})"
