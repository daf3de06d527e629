"""Subtitles (SubRip, WebVTT, what Teams and Zoom write of a meeting): what is said, without numbers and times."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.document import Block, Form, Line
from groats.stages.lines.join import join_rows
from groats.unicode_ranges import STOPS

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_CUE = re.compile(rf"{_TIME} *--> *{_TIME}(?:[ \t].*)?")
_FEWEST = 3  # cues
_HEAD = "WEBVTT"
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")  # of WebVTT
_NUMBER = re.compile(r"\d{1,6}|[0-9a-f-]{36}(?:/[\d-]{1,20})?")  # by which a cue is called: Teams writes UUIDs
_MARK = re.compile(
    r"<v(?:\.[^\s<>]{1,50})?\s+([^<>\n]{1,100})>|</?[a-z0-9.:]{1,30}(?:\s[^<>\n]{0,100})?>|\{\\[^{}\n]{1,60}\}"
)
_SPEAKER = re.compile(r"(?:>>|[A-Z][A-Z .'’-]{1,30}:|[-–—] ?(?=\S))")
_DASH = re.compile(r"[-–—] ?(?=\S)")
_LONG, _LONGEST = 300, 600  # characters after which a paragraph ends with a sentence, and with a cue
_QUOTES = "”’»\"')]"


class Subtitles(NamedTuple):
    """The blocks of subtitles, and the numbers of the lines that are said, and of those that are not."""

    blocks: Sequence[Block]
    said: frozenset[int]
    times: frozenset[int]


class _Row(NamedTuple):
    line: Line
    text: str
    speaker: str = ""


def read_subtitles(lines: Sequence[Line]) -> Subtitles | None:
    """What is said in subtitles; None where the lines are none.

    Sentences go on from cue to cue: a block ends with one, where it is long enough for a paragraph, and where another
    speaks. A row that stays on the screen with the next one, as in captions that a machine made, is said once.
    """
    texts = [line.text.strip("\ufeff \t") for line in lines]
    cues = [n for n, text in enumerate(texts) if "-->" in text and _CUE.fullmatch(text)]
    top = next((n for n, text in enumerate(texts) if text), 0)
    is_vtt = texts[top].startswith(_HEAD)
    if len(cues) < _FEWEST or not (is_vtt or cues[0] - top <= 1):
        return None
    said = list(_find_said(lines, texts, cues))
    spoken = frozenset([row.line.number for row in said])
    times = [line for line, text in zip(lines, texts, strict=True) if text and line.number not in spoken]
    blocks = [_to_block(part) for part in _part(said)]
    blocks += [Block(line.text.strip(), (line,)) for line in times]
    blocks.sort(key=lambda block: block.lines[0].number)
    return Subtitles(blocks, spoken, frozenset([line.number for line in times]))


def _find_said(lines: Sequence[Line], texts: Sequence[str], cues: Sequence[int]) -> Iterator[_Row]:
    """The rows below the times of the cues, up to the blank line or to what the next one is called, each once."""
    shown: tuple[str, ...] = ()
    for cue, following in zip(cues, [*cues[1:], len(lines)], strict=True):
        rows = []
        end = following - (following < len(lines) and _is_name(texts, following - 1))
        is_aside = False
        for n in range(cue + 1, end):
            is_first = not texts[n - 1]
            is_aside = (is_aside and not is_first) or (is_first and _ASIDE.fullmatch(texts[n]) is not None)
            if texts[n] and not is_aside:
                speaker = _MARK.match(texts[n])
                text = " ".join(_MARK.sub("", texts[n]).split())
                rows.append(_Row(lines[n], text, (speaker[1] or "").strip() if speaker else ""))
        yield from (row for row in rows if row.text and row.text not in shown)
        shown = tuple(row.text for row in rows) or shown


def _is_name(texts: Sequence[str], n: int) -> bool:
    """Whether a cue is called what stands directly above it: a number, or what stands below a blank line."""
    return _NUMBER.fullmatch(texts[n]) is not None or (bool(texts[n]) and not texts[n - 1])


def _part(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows of each paragraph."""
    part: list[_Row] = []
    size = 0
    speaker = ""
    for row in rows:
        is_other = row.speaker not in {"", speaker} or _SPEAKER.match(row.text) is not None
        ended = part and part[-1].text.rstrip(_QUOTES).endswith(tuple(STOPS))
        if part and (is_other or size > _LONGEST or (ended and size > _LONG)):
            yield part
            part, size = [], 0
        speaker = row.speaker or speaker
        part.append(row)
        size += len(row.text)
    if part:
        yield part


def _to_block(rows: Sequence[_Row]) -> Block:
    """A paragraph, begun with its speaker's name where a mark gave it; behind a dash, an item."""
    text = join_rows([row.text for row in rows])
    lines = tuple(row.line for row in rows)
    if dash := _DASH.match(text):
        return Block(text[dash.end() :], lines, Form.LIST, 1, "-")
    return Block(f"{rows[0].speaker}: {text}" if rows[0].speaker else text, lines)
