"""What tells furniture of one kind from another: a dropped block's cues, those around it, its shape and place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from groats.document import Block, CueHit, Decision, Evidence, Form, Label

Situation = dict[str, float]

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
_FOOTER_SHARE = 0.85  # of the blocks: what follows is the foot of most pages
_AROUND = 3  # blocks
_NAME_WORDS = range(2, 5)
_FEWEST_REPEATED_WORDS = 4
_NUMBERS = re.compile(r"[\d\s.,:/#%()+\-]+[kKmM]?")
_COPYRIGHT = re.compile(r"[©®]|\(c\)\s*\d{4}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@")
_STEMS = (
    "comment",
    "relat",
    "share",
    "social",
    "tag",
    "author",
    "byline",
    "date",
    "cookie",
    "newsletter",
    "nav",
    "footer",
)
_LONGEST = 200  # characters of a line that the patterns look at


def find_situations(evidence: Evidence, decisions: Sequence[Decision]) -> list[Situation]:
    """For each block named numbers, mostly 0 (left out) and 1, that hint at its label; {} for a kept block."""
    blocks = evidence.page.blocks
    main = [_strongest(hits) for hits in evidence.cues]
    menus = _find_menus(evidence, decisions, main)
    wall = _wall_hint(main, decisions)
    kept = {
        block.text[:_LONGEST].casefold() for block, decision in zip(blocks, decisions, strict=True) if decision.keep
    }
    copies = Counter(block.text for block in blocks)
    title = blocks[evidence.title].text[:_LONGEST].casefold() if evidence.title is not None else ""
    situations: list[Situation] = []
    zone: tuple[int, Label] | None = None
    for n, (block, decision) in enumerate(zip(blocks, decisions, strict=True)):
        if decision.keep:
            zone = None
            situations.append({})
            continue
        found = {"always": 1.0} | wall
        found |= _own_cues(evidence.cues[n], main[n])
        found |= _cues_around(main, decisions, n)
        found |= _look(evidence, n)
        found |= _copies(block, kept, title, copies[block.text])
        found |= _place(evidence, decisions, n)
        found |= menus[n]
        size = bisect_right(_SIZES, evidence.shapes[n].size)
        if zone:
            near = bisect_right(_NEAR, n - zone[0] - 1)
            found |= {f"zone {zone[1]}": 1.0, f"zone {zone[1]} near {near}": 1.0, f"zone {zone[1]} size {size}": 1.0}
        opener = main[n]
        if opener and opener.opens and "menu" not in found:
            zone = (n, opener.label)
        situations.append(found)
    return situations


def find_openers(evidence: Evidence, labels: Sequence[Label]) -> list[str]:
    """For each block the text of the line above that announced its label, "" where none did or its own cue says it."""
    announced: dict[Label, str] = {}
    found = []
    for block, hits, label in zip(evidence.page.blocks, evidence.cues, labels, strict=True):
        found.append("" if label.is_kept or any(hit.label is label for hit in hits) else announced.get(label, ""))
        if label.is_kept:
            announced = {}
        announced |= {hit.label: block.text for hit in hits if hit.opens}
    return found


def _wall_hint(main: Sequence[CueHit | None], decisions: Sequence[Decision]) -> Situation:
    """One hint for every line of a page that keeps nothing and speaks of consent all over."""
    spoken = sum(1 for hit in main if hit and hit.label is Label.CONSENT)
    is_wall = not any(decision.keep for decision in decisions) and spoken >= _WALL_SHARE * len(decisions)
    return {"consent wall": 1.0} if is_wall else {}


def _strongest(hits: Sequence[CueHit]) -> CueHit | None:
    """The cue of furniture that says most: the one that fills the line, then by the order of labels."""
    return min(
        (hit for hit in hits if not hit.label.is_kept), key=lambda hit: (not hit.whole, _RANK[hit.label]), default=None
    )


def _own_cues(hits: Sequence[CueHit], strongest: CueHit | None) -> Situation:
    found = {f"cue {hit.label}": 1.0 for hit in hits}
    found |= {f"cue {hit.label} whole": 1.0 for hit in hits if hit.whole}
    if strongest:
        found[f"cue first {strongest.label}"] = 1.0
    return found


def _cues_around(main: Sequence[CueHit | None], decisions: Sequence[Decision], n: int) -> Situation:
    """The nearest cues above and below, as far as no kept block stands between."""
    found: Situation = {}
    for name, step in (("above", -1), ("below", 1)):
        for distance in range(1, _AROUND + 1):
            other = n + step * distance
            if not 0 <= other < len(main) or decisions[other].keep:
                break
            hit = main[other]
            if hit:
                found |= {f"{name} {hit.label}": 1.0, f"{name} {hit.label} {distance}": 1.0}
                if hit.opens:
                    found[f"{name} {hit.label} opens"] = 1.0
                break
    return found


def _look(evidence: Evidence, n: int) -> Situation:
    block, shape = evidence.page.blocks[n], evidence.shapes[n]
    text = block.text[:_LONGEST]
    blocks = evidence.page.blocks
    looks = {
        f"size {bisect_right(_SIZES, shape.size)}": True,
        "ends sentence": shape.ends_sentence,
        "question": text.endswith(("?", "？", "؟")),
        "ellipsis": text.endswith(("...", "…")),
        "colon": text.endswith((":", "：")),
        "date": shape.has_date,
        "date alone": shape.has_date and shape.size <= _SIZES[2],
        "numbers": _NUMBERS.fullmatch(text) is not None,
        "no words": not shape.words,
        "copyright": _COPYRIGHT.search(text) is not None,
        "address": _ADDRESS.search(text) is not None,
        "bars": " | " in text or " · " in text or " • " in text,
        "commas": text.count(", ") > 1 and not shape.ends_sentence,
        "name": _is_name(block, len(shape.words)),
        "name below it": n + 1 < len(blocks)
        and _is_name(block, len(shape.words))
        and blocks[n + 1].text.startswith(text),
        "name above it": n > 0 and len(blocks[n - 1].text) > 3 and text.startswith(blocks[n - 1].text),  # noqa: PLR2004 - a name
        "list": block.form is Form.LIST,
        "heading": block.form is Form.HEADING,
        "quote": block.form is Form.QUOTE,
        "table": block.form is Form.TABLE,
        "button": block.marker.startswith("("),
        "lower": text[:1].islower(),
        "upper": text.isupper(),
        "blank above": block.blank_before > 0,
        "blank below": n + 1 < len(blocks) and blocks[n + 1].blank_before > 0,
    }
    found = {name: 1.0 for name, holds in looks.items() if holds}
    if block.hints:
        found[f"landmark {block.hints.landmark}"] = 1.0
        found |= {f"named {stem}": 1.0 for stem in _STEMS if stem in block.hints.names}
        if block.hints.link_share > 0.8:  # noqa: PLR2004 - all of it but an icon or a count
            found["link"] = 1.0
    return found


def _is_name(block: Block, words: int) -> bool:
    return words in _NAME_WORDS and block.text.istitle()


def _copies(block: Block, kept: set[str], title: str, copies: int) -> Situation:
    text = block.text[:_LONGEST].casefold()
    found: Situation = {}
    if text in kept:
        found["copy of kept"] = 1.0
        if len(text.split()) >= _FEWEST_REPEATED_WORDS:
            found["long copy of kept"] = 1.0
    if title and len(text) > len(title) and text.startswith(title):
        found["title and more"] = 1.0
    if copies > 1:
        found["repeated"] = 1.0
    return found


def _place(evidence: Evidence, decisions: Sequence[Decision], n: int) -> Situation:
    """Above, in or below what is kept, beside it or at the page's end; with the length of the line."""
    count = len(decisions)
    start, end = evidence.main_run
    place = "nowhere" if start == end else "above" if n < start else "below" if n >= end else "within"
    if evidence.title is not None and place == "above" and n > evidence.title:
        place = "under title"
    found = {f"place {place}": 1.0, f"place {place} size {bisect_right(_SIZES, evidence.shapes[n].size)}": 1.0}
    if n and decisions[n - 1].keep:
        found |= {"kept above": 1.0, f"kept above {place}": 1.0}
    if n + 1 < count and decisions[n + 1].keep:
        found |= {"kept below": 1.0, f"kept below {place}": 1.0}
    if n == 0:
        found["first"] = 1.0
    if n >= _FOOTER_SHARE * count:
        found["footer"] = 1.0
    return found


def _find_menus(evidence: Evidence, decisions: Sequence[Decision], main: Sequence[CueHit | None]) -> list[Situation]:
    """For each block of a run of short dropped lines without a gap, the labels of the run's cues, as shares of it."""
    found: list[Situation] = [{} for _ in decisions]
    is_item = [
        not decision.keep and shape.size <= _SHORT for decision, shape in zip(decisions, evidence.shapes, strict=True)
    ]
    start = 0
    for n in range(1, len(decisions) + 1):
        both = n < len(decisions) and is_item[n - 1] and is_item[n]
        if both and not evidence.page.blocks[n].blank_before:
            continue
        items = range(start, n)
        if len(items) > _AROUND and is_item[start]:
            labels = Counter(hit.label for m in items for hit in [main[m]] if hit)
            shares = {f"menu {label}": met / len(items) for label, met in labels.items()}
            for m in items:
                found[m] = {"menu": 1.0, **shares}
        start = n
    return found
