"""What tells furniture of one kind from another: a dropped block's cues, those around it, its look and place."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, compress, pairwise, repeat
from operator import and_, not_
from typing import TypeAlias

from groats.document import WALL_SHARE, CueHit, Decision, Evidence, Label
from groats.stages.features.company import find_company
from groats.stages.features.looks import Group, find_forms, find_looks, find_markup

Situation: TypeAlias = Sequence[Group]

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
_MENU_SHARE = 0.2  # of a menu's lines: if so many have cues of one label, it may be that of all
_FOOTER_SHARE = 0.85  # of the blocks: what follows is the foot of most pages
_AROUND = 3  # blocks
_MOST_SEEN = 2000  # sets of cues that are remembered: those of a line are mostly one


def find_situations(evidence: Evidence, decisions: Sequence[Decision]) -> list[Situation]:
    """For each block the names of all that hints at its label, in groups; () for a kept block."""
    keeps = [decision.keep for decision in decisions]
    if all(keeps):
        return [()] * len(keeps)
    drops = list(map(not_, keeps))
    dropped = list(compress(range(len(drops)), drops))
    blocks = list(compress(evidence.page.blocks, drops))
    lengths = evidence.sizes
    sizes = list(map(bisect_right, repeat(_SIZES), lengths))
    gaps = [block.blank_before > 0 for block in evidence.page.blocks]
    main = [_strongest(tuple(hits)) if hits else None for hits in evidence.cues]
    menus = _find_menus(list(map(and_, drops, map(_SHORT.__ge__, lengths))), gaps, main)
    groups = zip(
        _find_places(evidence, keeps, dropped, sizes),
        compress(menus, drops),
        compress(_find_zones(main, keeps, sizes, menus), drops),
        compress(_near_cues("above", main, keeps), drops),
        compress(_near_cues("below", main[::-1], keeps[::-1])[::-1], drops),
        [_own_cues(tuple(hits)) if hits else () for hits in compress(evidence.cues, drops)],
        find_company(evidence, keeps, gaps),
        find_looks([block.text for block in blocks], compress(evidence.shapes, drops)),
        find_forms(blocks),
        find_markup(blocks),
        [_wall_hint(main, keeps)] * len(dropped),
        strict=True,
    )
    found: list[Situation] = [()] * len(keeps)
    for n, own in zip(dropped, groups, strict=True):
        found[n] = list(filter(None, own))
    return found


def name_hints(situation: Situation) -> list[str]:
    """The hints of a situation one by one."""
    return list(chain.from_iterable(situation))


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


def _wall_hint(main: Sequence[CueHit | None], keeps: Sequence[bool]) -> Group:
    """One hint for every line of a page that keeps nothing and speaks of consent all over."""
    if any(keeps):
        return ()
    spoken = sum(1 for hit in main if hit and hit.label is Label.CONSENT)
    return ("consent wall",) if spoken >= WALL_SHARE * len(keeps) else ()


@lru_cache(_MOST_SEEN)
def _strongest(hits: tuple[CueHit, ...]) -> CueHit | None:
    """The cue of furniture that says most: the one that fills the line, then by the order of labels."""
    return min(
        (hit for hit in hits if not hit.label.is_kept), key=lambda hit: (not hit.whole, _RANK[hit.label]), default=None
    )


@lru_cache(_MOST_SEEN)
def _own_cues(hits: tuple[CueHit, ...]) -> Group:
    strongest = _strongest(hits)
    found = {hint for hit in hits for hint in _cue_hints(hit.label, hit.whole)}
    return (*found, f"cue first {strongest.label}") if strongest else (*found,)


@cache
def _cue_hints(label: Label, whole: bool) -> Group:  # noqa: FBT001 - a key of the cache
    return (f"cue {label}", f"cue {label} whole") if whole else (f"cue {label}",)


def _near_cues(side: str, main: Sequence[CueHit | None], keeps: Sequence[bool]) -> list[Group]:
    """The nearest cue before each block, as far as no kept block stands between."""
    found: list[Group] = []
    last, distance = None, 0
    for hit, keep in zip(main, keeps, strict=True):
        distance += 1
        found.append(_near_hints(side, last.label, distance, last.opens) if last and distance <= _AROUND else ())
        if hit or keep:
            last, distance = None if keep else hit, 0
    return found


@cache
def _near_hints(side: str, label: Label, distance: int, opens: bool) -> Group:  # noqa: FBT001 - a key of the cache
    found = (f"{side} {label}", f"{side} {label} {distance}")
    return (*found, f"{side} {label} opens") if opens else found


def _find_zones(
    main: Sequence[CueHit | None], keeps: Sequence[bool], sizes: Sequence[int], menus: Sequence[Group]
) -> list[Group]:
    """What the last cue that opens something announced, and how far above it stands, until a block is kept."""
    found: list[Group] = []
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
def _zone_hints(label: Label, near: int, size: int) -> Group:
    return f"zone {label}", f"zone {label} near {near}", f"zone {label} size {size}"


def _find_places(
    evidence: Evidence, keeps: Sequence[bool], dropped: Sequence[int], sizes: Sequence[int]
) -> list[Group]:
    """Above, in or below what is kept, beside it or at the page's end; with the length of the line."""
    start, end = evidence.main_run
    title = evidence.title if evidence.title is not None else len(keeps)
    kept = [False, *keeps, False]
    foot = _FOOTER_SHARE * len(keeps)
    found: list[Group] = []
    for n in dropped:
        if start == end:
            place = "nowhere"
        elif n >= start:
            place = "below" if n >= end else "within"
        else:
            place = "under title" if n > title else "above"
        found.append(_place_hints(place, sizes[n], kept[n], kept[n + 2], n == 0, n >= foot))
    return found


@cache
def _place_hints(place: str, size: int, *holds: bool) -> Group:
    found = compress(("kept above", "kept below", "first", "footer"), holds)
    beside = (f"{hint} {place}" for hint in compress(("kept above", "kept below"), holds))
    return "always", f"size {size}", f"place {place}", f"place {place} size {size}", *found, *beside


def _find_menus(is_item: Sequence[bool], gaps: Sequence[bool], main: Sequence[CueHit | None]) -> list[Group]:
    """For each block of a run of items without a gap, the labels that a good part of the run has."""
    found: list[Group] = [()] * len(is_item)
    goes_on = map(and_, map(and_, is_item, [False, *is_item]), map(not_, gaps))
    starts = compress(range(len(is_item)), map(not_, goes_on))
    for start, end in pairwise([*starts, len(is_item)]):
        if end - start > _AROUND and is_item[start]:
            labels = Counter(hit.label for hit in main[start:end] if hit)
            named = [f"menu {label}" for label, met in labels.items() if met >= _MENU_SHARE * (end - start)]
            named += [f"menu {label} half" for label, met in labels.items() if met >= (end - start) / 2]
            found[start:end] = [("menu", *named)] * (end - start)
    return found
