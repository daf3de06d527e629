"""Transcripts with the time of each line, as players of films and podcasts show them, and people copy them."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from groats.document import Line

# Within the first ten seconds a transcript begins. One search is enough for most texts.
_SIGN, _SIGNS = "0:0", [f"{before}{zero}:0" for before in "\n [(" for zero in ("0", "00")]
_CLOCK = r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)"
_STAMP = re.compile(rf"[\[(]?{_CLOCK}(?:[.,]\d{{1,3}})?[\])]?(?=$|[\s:])[\s:–—-]{{0,4}}")
_CLOSING = re.compile(rf"\D{{1,60}}[\s(\[]{_CLOCK}[\])]?:?")  # "Ada Lind (00:12):"
_WITHIN = re.compile(rf"\D{{1,60}}[\[(]{_CLOCK}\\?[\])]")  # "**Ada Lind** \\[00:12\\] It grinds."
_START, _MINUTE, _FEWEST = 10, 60, 8  # seconds before which a transcript begins, and in which nothing is said; times
_LEAST_SAID = 2  # characters a second: people say ten, or four ideographs; lists of chapters and songs have one in five


_Stamp: TypeAlias = tuple[int, re.Match[str]]  # the position of its line, and what tells the time in that


class Stamped(NamedTuple):
    """The lines of a text without their times, and the numbers of those that were nothing else, and that are said."""

    lines: tuple[Line, ...]
    times: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()


def read_stamps(text: str, lines: tuple[Line, ...]) -> Stamped:
    """The lines of a transcript that stands in the text without their times; the same lines where there is none.

    Its times begin at once, go on, and have as much between them as people say.
    """
    if _SIGN not in text or not (text[0] == "0" or any(map(text.__contains__, _SIGNS))):
        return Stamped(lines)
    stamps = _find_run(lines, [(n, stamp) for n, line in enumerate(lines) if (stamp := _find_stamp(line.text))])
    if len(stamps) < _FEWEST:
        return Stamped(lines)
    shown = list(lines)
    times, said = set(), set()
    for n, stamp in stamps:
        line = lines[n]
        rest = line.text.strip()[stamp.end() :] if stamp.re is _STAMP else line.text
        if rest:
            shown[n] = line._replace(text=rest)
            said.add(line.number)
        else:
            times.add(line.number)
        if not rest or stamp.re is _CLOSING:
            below = next((m for m in range(n + 1, len(lines)) if lines[m].text.strip()), n)
            said.add(lines[below].number)
    return Stamped(tuple(shown), frozenset(times), frozenset(said - times))


def _find_stamp(text: str) -> re.Match[str] | None:
    text = text.strip()
    if text[:2].lstrip("[(")[:1].isdigit():
        return None if "-->" in text else _STAMP.match(text)
    closing = _CLOSING.fullmatch(text) if text.rstrip(":)]")[-2:].isdigit() else None
    return closing or (_WITHIN.match(text) if "]" in text or ")" in text else None)


def _read_time(stamp: re.Match[str]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in stamp.groups())
    return 3600 * hours + 60 * minutes + seconds


def _find_run(lines: Sequence[Line], stamps: Sequence[_Stamp]) -> list[_Stamp]:
    """The most times that follow each other, from one at the beginning on, at the pace of people who speak."""
    longest: list[_Stamp] = []
    run: list[_Stamp] = []
    for (n, stamp), following in zip_longest(stamps, stamps[1:]):
        if run and not _goes_on(lines, run[-1], (n, stamp)):
            if following and _goes_on(lines, run[-1], following):
                continue  # a time that someone speaks of
            run = []
        if run or _read_time(stamp) < _START:
            run.append((n, stamp))
        longest = max(longest, run, key=len)
    return longest


def _goes_on(lines: Sequence[Line], above: _Stamp, below: _Stamp) -> bool:
    """Whether as much is said between two times as people say; a minute may pass in silence."""
    seconds = _read_time(below[1]) - _read_time(above[1])
    return seconds >= 0 and sum(len(line.text) for line in lines[above[0] : below[0]]) >= _LEAST_SAID * (
        seconds - _MINUTE
    )
