"""What the article is about: its tags and its section."""

import functools
import re
from collections.abc import Iterable, Sequence

from groats.document import Label
from groats.stages.metadata.clues import Clue, Clues
from groats.stages.metadata.words import fold, key, words

_LONGEST_TAG = 60
_MOST_TAGS = 30
_LONGEST_SECTION = 40
_ABOVE_TITLE = 8  # blocks in which a trail stands

_LISTED = re.compile(r"\s*[|,;•·、，；،#＃]\s*")
_HEAD_END = re.compile("[:：]")
_CRUMB = re.compile(r"\s*[>›»→]\s*|\s+/\s+")


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags without marks, repetitions and what is too long to be one; at most thirty."""
    tidy: dict[str, str] = {}
    for tag in tags:
        text = tag.strip(" #.,:;|\"'“”")
        if text and key(text) and len(text) <= _LONGEST_TAG:
            tidy.setdefault(key(text), text)
    return tuple(tidy.values())[:_MOST_TAGS]


def find_tags(clues: Clues) -> tuple[str, ...]:
    """The tags of a line such as "Tags: a | b", of a list under "Topics", or of lines labelled so."""
    lines = [clue for clue in clues.lines if not clue.keep]
    for clue in lines:
        if tags := tidy_tags(_behind_a_head(clue.text)):
            return tags
    runs = _runs(lines)
    return (
        tidy_tags(tag for clue in runs[0] if not _is_head(clue.text) for tag in _LISTED.split(clue.text))
        if runs
        else ()
    )


def find_section(clues: Clues) -> str | None:
    """The last crumb but the title's own of a trail ("Home > World > Europe") above the title."""
    for clue in clues.lines:
        if clue.keep or not -_ABOVE_TITLE <= clue.after_title <= 1:
            continue
        crumbs = [crumb.strip() for crumb in _CRUMB.split(clue.text) if crumb.strip()]
        home = bool(crumbs) and fold(crumbs[0]) in _home()
        if len(crumbs) < 2 or not (home or len(crumbs) > 2):  # noqa: PLR2004 ("A > B" may be anything)
            continue
        title = key(clues.title or "")
        inner = [crumb for crumb in crumbs[home:] if not (title and title.startswith(key(crumb).rstrip("…")))]
        if inner and len(inner[-1]) <= _LONGEST_SECTION:
            return inner[-1]
    return None


def _behind_a_head(text: str) -> Sequence[str]:
    head = _HEAD_END.search(text[:40])
    return _LISTED.split(text[head.end() :]) if head and _is_head(text[: head.start()]) else ()


def _runs(lines: Sequence[Clue]) -> list[list[Clue]]:
    """The runs of neighbouring lines labelled as tags."""
    runs: list[list[Clue]] = []
    last: Clue | None = None
    for clue in lines:
        if clue.label is Label.TAGS:
            if last is not None and clue.after_title - last.after_title == 1:
                runs[-1].append(clue)
            else:
                runs.append([clue])
            last = clue
    return [run for run in runs if not all(_is_head(clue.text) for clue in run)]


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, words("site")["tags"]["heads"]))


@functools.cache
def _home() -> frozenset[str]:
    return frozenset(map(fold, words("site")["trail"]["home"]))


def _is_head(text: str) -> bool:
    return fold(text).strip(" :：#") in _heads()
