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

_TRAIL_ABOVE = 12  # the same where each crumb and each mark between them has a line of its own

_LISTED = re.compile(r"\s*[|,;•·、，；،#＃]\s*")
_HEAD_END = re.compile("[:：]")
_CRUMB = re.compile(r"\s*[>›»→‹＞]\s*|\s+/\s+")
_BETWEEN = " >›»→‹＞/|"
_MOST_CRUMBS = 3  # without separators between them
_EASTERN = re.compile(r"[\s\u3005\u3040-\u30ff\u3400-\u9fff]+")


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
        head = _HEAD_END.search(clue.text[:40])
        if head and _is_head(clue.text[: head.start()]) and (tags := tidy_tags(_listed(clue.text[head.end() :]))):
            return tags
    runs = _runs(lines)
    return tidy_tags(tag for clue in runs[0] for tag in _listed(_without_head(clue.text))) if runs else ()


def find_section(clues: Clues, site: str | None = None) -> str | None:
    """The last crumb but the title's own of a trail ("Home > World > Europe") above the title.

    Else the menu item that stands directly above the title, or what a line such as "Posted in Coast" names.
    """
    above = [clue for clue in clues.lines if clue.after_title <= 1 and not clue.keep]
    near = [clue.text for clue in above if clue.after_title >= -_ABOVE_TITLE]
    starts = _words("trail", "home") | ({fold(site)} if site else set())
    title = key(clues.title or "")
    for trail in (*(_CRUMB.split(line) for line in near), _crumbs_below_each_other(above, starts)):
        crumbs = [crumb for text in trail if (crumb := _behind_you_are_here(text).strip())]
        home = bool(crumbs) and fold(crumbs[0]) in starts
        if len(crumbs) < 2 or not (home or len(crumbs) > 2):  # noqa: PLR2004 ("A > B" may be anything)
            continue
        inner = [crumb for crumb in crumbs[home:] if not _is_the_page(crumb, title)]
        if inner and len(inner[-1]) <= _LONGEST_SECTION:
            return inner[-1]
    return _menu_item_above(clues, starts) or _posted_in(clues)


def _crumbs_below_each_other(above: Sequence[Clue], starts: frozenset[str]) -> list[str]:
    """The crumbs of a trail with a line for each, from its last start to the title.

    Either separators stand between them, or the start stands on the page twice: once in its menu, once here.
    """
    lines = [clue.text for clue in above if clue.after_title < 0]
    places = [place for place, line in enumerate(lines) if fold(line) in starts]
    if not places or len(lines) - places[-1] > _TRAIL_ABOVE:
        return []
    crumbs, bare = [lines[places[-1]]], lines[places[-1] + 1 :]
    between = False
    for line in bare:
        name = line.strip(_BETWEEN)
        if name and (between or name != line):
            crumbs.append(name)
        elif name:
            break
        between = not name
    if len(crumbs) > 1:
        return crumbs
    repeated = fold(lines[places[-1]]) in [fold(lines[place]) for place in places[:-1]]
    return [*crumbs, *bare] if repeated and len(bare) <= _MOST_CRUMBS else []


def _is_the_page(crumb: str, title: str) -> bool:
    return bool(title and title.startswith(key(crumb).rstrip("…"))) or fold(crumb) in _words("trail", "page")


def _behind_you_are_here(crumb: str) -> str:
    head = _HEAD_END.search(crumb)
    return crumb[head.end() :] if head and fold(crumb[: head.start()]) in _words("trail", "you_are_here") else crumb


def _menu_item_above(clues: Clues, starts: frozenset[str]) -> str | None:
    """The line directly above the title where the page's menu has it too."""
    if clues.title is None:
        return None
    above = [clue for clue in clues.lines if clue.after_title < 0 and not clue.keep]
    items = {clue.text for clue in above if clue.label is Label.NAVIGATION and clue.after_title < -1}
    for clue in above:
        named = clue.text[:1].isalpha() and not any(map(str.isdigit, clue.text)) and fold(clue.text) not in starts
        fits = clue.after_title == -1 and len(clue.text) <= _LONGEST_SECTION
        button = not _words("section", "never").isdisjoint(fold(clue.text).split())
        if fits and named and not button and clue.label is Label.NAVIGATION and clue.text in items:
            return clue.text
    return None


def _posted_in(clues: Clues) -> str | None:
    for clue in clues.lines:
        lead = next((lead for lead in _words("section", "leads") if fold(clue.text).startswith(f"{lead} ")), None)
        if lead and clue.label is Label.TAGS and len(clue.text) <= _LONGEST_SECTION:
            return clue.text[len(lead) :].strip()
    return None


def _listed(text: str) -> Sequence[str]:
    """The items of a list; without commas or bars, words of scripts that put no spaces into a name are items."""
    items = _LISTED.split(text)
    return [part for item in items for part in (item.split() if _EASTERN.fullmatch(item.strip()) else [item])]


def _without_head(text: str) -> str:
    """A line labelled as tags without "Tagged" before them; empty where it is that alone, or names the section."""
    if _is_head(text) or any(fold(text).startswith(f"{lead} ") for lead in _words("section", "leads")):
        return ""
    first, _, rest = text.partition(" ")
    return rest if _is_head(first) else text


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
def _words(table: str, field: str) -> frozenset[str]:
    return frozenset(map(fold, words("site")[table][field]))


def _is_head(text: str) -> bool:
    return fold(text).strip(" :：#") in _words("tags", "heads")
