"""Reporters as papers of China, Taiwan and Korea name them: beside the word for one, with their house and place."""

import re
from itertools import takewhile
from typing import NamedTuple

from groats.unicode_ranges import IDEOGRAPHS

_OTHERS = frozenset({"攝影", "摄影", "攝", "摄", "編輯", "编辑", "報導", "报道", "通讯员", "通訊員"})
_WORDS = ("记者", "記者", "기자")
_LONGEST = 80  # characters
_HAN = f"[{IDEOGRAPHS}]"
_LIST = rf"{_HAN}{{2,4}}(?:[、，,\s]\s?{_HAN}{{2,4}}){{0,3}}"
# "〔記者林小滿／宜蘭報導〕", "記者 林小滿 / 宜蘭 報導"
_CHINESE = re.compile(
    rf"[〔\[【（(]?(?:{_HAN}{{2,6}}[\s／/])?\s?(?:記者|记者)[\s:：]?\s?(?P<names>{_LIST})"
    rf"\s?[／/╱]\s?{_HAN}[^。，]{{0,16}}[〕\]】）)]?"
)
# "（记者 林小满）", "江城晚报记者 林小满"
_CHINESE_APART = re.compile(rf"[〔\[【（(]?{_HAN}{{0,10}}?(?:記者|记者)[\s:：]\s?(?P<names>{_LIST})[〕\]】）)]?")
_CHINESE_GLUED = re.compile(rf"(?:記者|记者)(?P<names>{_HAN}{{3}})")
# "本报讯（记者林小满）", "中央社記者林小滿台北5日電"
_CHINESE_SENT = re.compile(
    rf"{_HAN}{{0,6}}\s?(?:[〔\[【（(](?:記者|记者)\s?(?P<names>{_LIST})[〕\]】）)]"
    rf"|[〔（(]?{_HAN}{{0,4}}\s?(?:記者|记者)(?P<sent>{_HAN}{{3}}){_HAN}{{2,3}}\d{{1,2}}日(?:電|电|專電|专电)[〕）)]?)"
)
_KOREAN = re.compile(  # "남해=이하늘 기자", "이하늘·박바다 기자 sky@rowan.example"
    r"(?:^|[\s=\[(·|])(?P<names>[가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,4})\s?(?:선임|수석|인턴|객원|수습|전문|시민|온라인)?"
    r"(?:기자|특파원|논설위원|통신원|칼럼니스트|편집위원)(?=$|[\s)\]=(])"
)
_BEFORE_KOREAN = 14  # characters: a paper, a place
_NO_KOREAN_NAME = ("부", "팀", "일보", "뉴스", "신문", "방송")  # "사회부 기자"


class Reporters(NamedTuple):
    """The names in a line, and whether it says clearly that they are those of reporters."""

    names: tuple[str, ...]
    led: bool


def _own_names(found: list[str]) -> tuple[str, ...]:
    """The names up to the word for what others did: "林小滿 攝影 陳大文"."""
    return tuple(takewhile(lambda name: name not in _OTHERS, found))


def names_reporters(text: str) -> bool:
    """Whether it is worth while to read the reporters in a line."""
    return not text.isascii() and len(text) <= _LONGEST and any(word in text for word in _WORDS)


def read_reporters(part: str) -> Reporters | None:
    """The reporters that a part of a line names in one of these ways, None if it names none."""
    if len(part) > _LONGEST or part.isascii():
        return None
    if "记者" in part or "記者" in part:
        for pattern in (_CHINESE, _CHINESE_SENT, _CHINESE_APART, _CHINESE_GLUED):
            if match := pattern.fullmatch(part):
                found = match["names"] or match["sent"]
                return Reporters(_own_names(re.split(r"[、，,\s]+", found)), led=pattern is not _CHINESE_GLUED)
    match = _KOREAN.search(part)
    if match and match.start("names") <= _BEFORE_KOREAN and not match["names"].endswith(_NO_KOREAN_NAME):
        return Reporters(tuple(re.split(r"\s?[·ㆍ,]\s?", match["names"])), led="@" in part)
    return None
