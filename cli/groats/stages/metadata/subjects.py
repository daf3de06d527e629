"""What the article is about: its tags and its section."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from groats.document import Label
from groats.stages.metadata.clues import Clues
from groats.stages.metadata.words import fold, key, site_words
from groats.unicode_ranges import IDEOGRAPHS

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
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)[\d.,+]+")  # and no year
_EASTERN = re.compile(rf"[\s{IDEOGRAPHS}]+")


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
    for n in clues.dropped:
        head = _HEAD_END.search(clues.texts[n], 0, 40)
        if head and _is_head(clues.texts[n][: head.start()]) and (tags := tidy_tags(_listed(clues, n, head.end()))):
            return tags
    lists = (_of_one_list(clues, run) for run in takewhile(lambda run: _may_go_on(clues, run), _runs(clues)))
    listed = [tag for n in next(filter(None, lists), ()) for tag in _without_head(clues, n)]
    return tidy_tags(tag for tag in listed if not _COUNT.fullmatch(tag.strip()))


def find_section(clues: Clues, site: str | None = None) -> str | None:
    """The last crumb but the title's own of a trail ("Home > World > Europe") above the title.

    Else the menu item that stands directly above the title, or what a line such as "Posted in Coast" names.
    """
    near = [clues.texts[n] for n in clues.between(-_ABOVE_TITLE, 1) if not clues.keeps[n]]
    above = [clues.texts[n] for n in clues.dropped_above]
    starts = site_words("trail", "home") | ({fold(site)} if site else set())
    title = key(clues.title or "")
    trails = [crumbs for line in near if len(crumbs := _CRUMB.split(line)) > 1]
    for trail in (*trails, _crumbs_below_each_other(above, starts)):
        crumbs = [crumb for text in trail if (crumb := _behind_you_are_here(text).strip())]
        home = bool(crumbs) and fold(crumbs[0]) in starts
        if len(crumbs) < 2 or not (home or len(crumbs) > 2):  # noqa: PLR2004 - "A > B" may be anything
            continue
        last = next((n for n, crumb in enumerate(crumbs) if n >= home and key(crumb) == title), len(crumbs))
        inner = [crumb for crumb in crumbs[home:last] if not _is_the_page(crumb, title)]
        if inner and len(inner[-1]) <= _LONGEST_SECTION:
            return inner[-1]
    return _menu_item_above(clues, starts) or _posted_in(clues)


def _crumbs_below_each_other(lines: Sequence[str], starts: frozenset[str]) -> list[str]:
    """The crumbs of a trail with a line for each, from its last start to the title.

    Either separators stand between them, or the start stands on the page twice: once in its menu, once here.
    """
    first = max(0, len(lines) - _TRAIL_ABOVE)
    start = next((place for place in reversed(range(first, len(lines))) if fold(lines[place]) in starts), None)
    if start is None:
        return []
    crumbs, bare = [lines[start]], lines[start + 1 :]
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
    repeated = len(bare) <= _MOST_CRUMBS and fold(lines[start]) in map(fold, lines[:start])
    return [*crumbs, *bare] if repeated and all(line[:1].isalpha() for line in bare) else []


def _is_the_page(crumb: str, title: str) -> bool:
    return bool(title and title.startswith(key(crumb).rstrip("…"))) or fold(crumb) in site_words("trail", "page")


def _behind_you_are_here(crumb: str) -> str:
    head = _HEAD_END.search(crumb)
    return crumb[head.end() :] if head and fold(crumb[: head.start()]) in site_words("trail", "you_are_here") else crumb


def _menu_item_above(clues: Clues, starts: frozenset[str]) -> str | None:
    """The line directly above the title where the page's menu has it too."""
    if clues.title is None:
        return None
    above = clues.between(-1, -1)
    menu = [clues.texts[n] for n in clues.dropped_above if clues.labels[n] is Label.NAVIGATION]
    if not above or clues.keeps[above[0]] or clues.labels[above[0]] is not Label.NAVIGATION:
        return None
    *others, text = menu
    if text not in others:
        return None
    named = text[:1].isalpha() and not any(map(str.isdigit, text)) and fold(text) not in starts
    button = not site_words("section", "never").isdisjoint(fold(text).split())
    return text if named and not button and len(text) <= _LONGEST_SECTION else None


def _posted_in(clues: Clues) -> str | None:
    for text in [clues.texts[n] for n in clues.labelled.get(Label.TAGS, ())]:
        if len(text) <= _LONGEST_SECTION:
            folded = fold(text)
            lead = next((lead for lead in _section_leads() if folded.startswith(lead)), None)
            if lead:
                return text[len(lead) :].strip()
    return None


def _listed(clues: Clues, n: int, start: int = 0) -> Sequence[str]:
    """The items of a line from `start` on: its links where it is nothing but those, else what commas or bars part.

    Without these, words of scripts that put no spaces into a name are items.
    """
    text = clues.texts[n][start:]
    rest, links = text, clues.links_of(n)
    for words in links if len(links) > 1 else ():
        rest = rest.replace(words, "", 1)
    if rest != text and not any(map(str.isalnum, rest)):
        return links
    items = _LISTED.split(text)
    return [part for item in items for part in (item.split() if _EASTERN.fullmatch(item.strip()) else [item])]


def _without_head(clues: Clues, n: int) -> Sequence[str]:
    """The items of a line without "Tagged" before them; none where it is that alone, or names the section."""
    text = clues.texts[n]
    if _is_head(text) or fold(text).startswith(_section_leads()):
        return ()
    first, space, _ = text.partition(" ")
    return _listed(clues, n, len(first + space) if _is_head(first) else 0)


def _runs(clues: Clues) -> list[list[int]]:
    """The runs of neighbouring lines that are labelled as tags and were not kept.

    A line that announces something else ("Newsletter") ends the one that it stands in: what follows is of that.
    """
    runs: list[list[int]] = []
    last: int | None = None
    for n in clues.labelled.get(Label.TAGS, ()):
        if clues.keeps[n]:
            continue
        place = clues.places[n]
        begins = last is None or place - last > 1
        last = place
        if begins:
            runs.append([])
            ended = False
        ended = ended or (n in clues.openers and not _is_head(clues.texts[n]))
        if not ended:
            runs[-1].append(n)
    return runs


def _of_one_list(clues: Clues, run: Sequence[int]) -> Sequence[int]:
    """The lines of a run that are tags: those in the first list of the markup that holds several, if there is one.

    Below a head alone ("Categories:") it is the list that follows, whatever it looks like. There are none in a list of
    which some was kept, nor in a run of nothing but heads.
    """
    bare = [n for n in run if not _is_head(clues.texts[n])]
    if not bare:
        return _below_head(clues, run[-1]) if run else ()
    counts = Counter(box for n in bare if (box := clues.list_of(n)) >= 0)
    listed = next((box for box, count in counts.items() if count > 1), None)
    if listed is None:
        return bare
    is_kept = any(map(clues.keeps.__getitem__, _inside(clues, listed)))
    return [] if is_kept else [n for n in bare if clues.list_of(n) == listed]


def _may_go_on(clues: Clues, run: Sequence[int]) -> bool:
    """Whether tags may stand in a run or behind it: none do behind a head below the title with none under it.

    "Related topics" head topics, and the footer below those is no list of tags either.
    """
    is_head = bool(run) and all(_is_head(clues.texts[n]) for n in run)
    return not is_head or clues.places[run[0]] < 0 or bool(_below_head(clues, run[-1]))


def _below_head(clues: Clues, head: int) -> Sequence[int]:
    """The lines of the list below a head that announces one."""
    following = range(head + 1, len(clues.texts))[:1]
    box = clues.list_of(following[0]) if following and _HEAD_END.search(clues.texts[head]) else -1
    inside = [n for n in _inside(clues, box) if n > head] if box >= 0 else []
    return [] if any(map(clues.keeps.__getitem__, inside)) else inside


def _inside(clues: Clues, box: int) -> Sequence[int]:
    return [n for n in range(len(clues.texts)) if clues.list_of(n) == box]


@functools.cache
def _section_leads() -> tuple[str, ...]:
    """What stands before the section of a post, the longest first: "published in the section" before "published in"."""
    return tuple(sorted((f"{lead} " for lead in site_words("section", "leads")), key=len, reverse=True))


def _is_head(text: str) -> bool:
    return fold(text).strip(" :：#") in site_words("tags", "heads")
