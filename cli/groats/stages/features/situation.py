"""What tells furniture of one kind from another: a dropped block's cues, those around it, its look and place."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import TypeAlias

from groats.document import CueHit, Decision, Evidence, Label
from groats.stages.features.looks import LONGEST, find_looks

Situation: TypeAlias = Sequence[str]

# Of several cues the one that says most comes first: a sentence on cookies that links the privacy policy speaks of
# consent, whatever else it names.
_ORDER = (
    Label.CONSENT,
    Label.PAYWALL,
    Label.NEWSLETTER,
    Label.APP_STORE,
    Label.COMMENTS,
    Label.RELATED,
    Label.ADVERTISEMENT,
    Label.LEGAL,
    Label.BIO,
    Label.BYLINE,
    Label.TAGS,
    Label.DATE,
    Label.MEDIA,
    Label.SHARE,
    Label.METADATA,
    Label.NAVIGATION,
    Label.OTHER,
)
_RANK = {label: rank for rank, label in enumerate(_ORDER)}
_SIZES = (1.5, 4.5, 8.5, 20.5)  # words: the edges between a word, a menu item, a headline, a sentence, a paragraph
_SHORT = 6.5  # words: at most a menu item
_NEAR = (1, 5, 20)  # blocks: the edges between right above, near, far and out of sight
_WALL_SHARE = 0.12  # of the lines
_MENU_SHARE = 0.2  # of a menu's lines: if so many have cues of one label, it may be that of all
_FOOTER_SHARE = 0.85  # of the blocks: what follows is the foot of most pages
_AROUND = 3  # blocks
_NAME_WORDS = range(2, 5)
_SHORTEST_NAME = 4  # characters
_FEWEST_REPEATED_WORDS = 4
_COMPANY = (
    "blank above",
    "blank below",
    "name",
    "name below it",
    "name above it",
    "copy of kept",
    "long copy of kept",
    "title and more",
    "repeated",
)


def find_situations(evidence: Evidence, decisions: Sequence[Decision]) -> list[Situation]:
    """For each block the names of all that hints at its label; () for a kept block."""
    keeps = [decision.keep for decision in decisions]
    main = [_strongest(hits) if hits else None for hits in evidence.cues]
    sizes = [bisect_right(_SIZES, shape.size) for shape in evidence.shapes]
    menus = _find_menus(evidence, keeps, main)
    hints = zip(
        _find_places(evidence, keeps, sizes),
        _find_zones(main, keeps, sizes, menus),
        menus,
        _near_cues("above", main, keeps),
        _near_cues("below", main[::-1], keeps[::-1])[::-1],
        _find_company(evidence, keeps),
        strict=True,
    )
    wall = _wall_hint(main, keeps)
    return [
        ()
        if keep
        else [
            *wall,
            *place,
            *zone,
            *menu,
            *above,
            *below,
            *company,
            *(_own_cues(hits, first) if hits else ()),
            *find_looks(block, shape),
        ]
        for keep, (place, zone, menu, above, below, company), hits, first, block, shape in zip(
            keeps, hints, evidence.cues, main, evidence.page.blocks, evidence.shapes, strict=True
        )
    ]


def find_openers(evidence: Evidence, labels: Sequence[Label]) -> list[str]:
    """For each block the text of the line above that announced its label, "" where none did or its own cue says it."""
    announced: dict[Label, str] = {}
    found = []
    for block, hits, label in zip(evidence.page.blocks, evidence.cues, labels, strict=True):
        if label.is_kept:
            announced = {}
        found.append("" if any(hit.label is label for hit in hits) else announced.get(label, ""))
        for hit in hits:
            if hit.opens:
                announced[hit.label] = block.text
    return found


def _wall_hint(main: Sequence[CueHit | None], keeps: Sequence[bool]) -> Situation:
    """One hint for every line of a page that keeps nothing and speaks of consent all over."""
    if any(keeps):
        return ()
    spoken = sum(1 for hit in main if hit and hit.label is Label.CONSENT)
    return ("consent wall",) if spoken >= _WALL_SHARE * len(keeps) else ()


def _strongest(hits: Sequence[CueHit]) -> CueHit | None:
    """The cue of furniture that says most: the one that fills the line, then by the order of labels."""
    return min(
        (hit for hit in hits if not hit.label.is_kept), key=lambda hit: (not hit.whole, _RANK[hit.label]), default=None
    )


def _own_cues(hits: Sequence[CueHit], strongest: CueHit | None) -> Situation:
    found = {hint for hit in hits for hint in _cue_hints(hit.label, hit.whole)}
    return [*found, f"cue first {strongest.label}"] if strongest else [*found]


@cache
def _cue_hints(label: Label, whole: bool) -> Situation:  # noqa: FBT001 - a key of the cache
    return (f"cue {label}", f"cue {label} whole") if whole else (f"cue {label}",)


def _near_cues(side: str, main: Sequence[CueHit | None], keeps: Sequence[bool]) -> list[Situation]:
    """The nearest cue before each block, as far as no kept block stands between."""
    found: list[Situation] = []
    last, distance = None, 0
    for hit, keep in zip(main, keeps, strict=True):
        distance += 1
        found.append(_near_hints(side, last.label, distance, last.opens) if last and distance <= _AROUND else ())
        if hit or keep:
            last, distance = None if keep else hit, 0
    return found


@cache
def _near_hints(side: str, label: Label, distance: int, opens: bool) -> Situation:  # noqa: FBT001 - a key of the cache
    found = (f"{side} {label}", f"{side} {label} {distance}")
    return (*found, f"{side} {label} opens") if opens else found


def _find_zones(
    main: Sequence[CueHit | None], keeps: Sequence[bool], sizes: Sequence[int], menus: Sequence[Situation]
) -> list[Situation]:
    """What the last cue that opens something announced, and how far above it stands, until a block is kept."""
    found: list[Situation] = []
    zone, since = None, 0
    for hit, keep, size, menu in zip(main, keeps, sizes, menus, strict=True):
        if keep:
            zone = None
        found.append(_zone_hints(zone, bisect_right(_NEAR, since), size) if zone else ())
        since += 1
        if hit and hit.opens and not menu and not keep:
            zone, since = hit.label, 0
    return found


@cache
def _zone_hints(label: Label, near: int, size: int) -> Situation:
    return f"zone {label}", f"zone {label} near {near}", f"zone {label} size {size}"


def _find_company(evidence: Evidence, keeps: Sequence[bool]) -> list[Situation]:
    """What the blocks beside each dropped one, what is kept, and its copies on the page say of it."""
    blocks = evidence.page.blocks
    texts = ["", *(block.text[:LONGEST] for block in blocks), ""]
    folded = [text.casefold() for text in texts[1:-1]]
    kept = set(compress(folded, keeps))
    copies = Counter(texts)
    title = folded[evidence.title] if evidence.title is not None else "\n"  # no block begins with that
    gaps = [*(block.blank_before > 0 for block in blocks[1:]), False]
    found: list[Situation] = []
    for n, (block, keep) in enumerate(zip(blocks, keeps, strict=True)):
        if keep:
            found.append(())
            continue
        above, text, below = texts[n : n + 3]
        name = len(evidence.shapes[n].words) in _NAME_WORDS and block.text.istitle()
        copy = folded[n] in kept
        holds = (
            block.blank_before > 0,
            gaps[n],
            name,
            name and below.startswith(text),
            text.startswith(above) and len(above) >= _SHORTEST_NAME,
            copy,
            copy and len(text.split()) >= _FEWEST_REPEATED_WORDS,
            folded[n].startswith(title) and folded[n] != title,
            copies[text] > 1,
        )
        found.append(tuple(compress(_COMPANY, holds)))
    return found


def _find_places(evidence: Evidence, keeps: Sequence[bool], sizes: Sequence[int]) -> list[Situation]:
    """Above, in or below what is kept, beside it or at the page's end; with the length of the line."""
    start, end = evidence.main_run
    title = evidence.title if evidence.title is not None else len(keeps)
    kept_above, kept_below = [False, *keeps], [*keeps[1:], False]
    foot = _FOOTER_SHARE * len(keeps)
    found: list[Situation] = []
    for n, size in enumerate(sizes):
        if start == end:
            place = "nowhere"
        elif n >= start:
            place = "below" if n >= end else "within"
        else:
            place = "under title" if n > title else "above"
        found.append(_place_hints(place, size, kept_above[n], kept_below[n], n == 0, n >= foot))
    return found


@cache
def _place_hints(place: str, size: int, *holds: bool) -> Situation:
    found = compress(("kept above", "kept below", "first", "footer"), holds)
    beside = (f"{hint} {place}" for hint in compress(("kept above", "kept below"), holds))
    return "always", f"size {size}", f"place {place}", f"place {place} size {size}", *found, *beside


def _find_menus(evidence: Evidence, keeps: Sequence[bool], main: Sequence[CueHit | None]) -> list[Situation]:
    """For each block of a run of short dropped lines without a gap, the labels that a good part of the run has."""
    found: list[Situation] = [()] * len(keeps)
    is_item = [not keep and shape.size <= _SHORT for keep, shape in zip(keeps, evidence.shapes, strict=True)]
    start = 0
    for n in range(1, len(keeps) + 1):
        if n < len(keeps) and is_item[n - 1] and is_item[n] and not evidence.page.blocks[n].blank_before:
            continue
        if n - start > _AROUND and is_item[start]:
            labels = Counter(hit.label for hit in main[start:n] if hit)
            named = [f"menu {label}" for label, met in labels.items() if met >= _MENU_SHARE * (n - start)]
            named += [f"menu {label} half" for label, met in labels.items() if met >= (n - start) / 2]
            found[start:n] = [("menu", *named)] * (n - start)
        start = n
    return found
