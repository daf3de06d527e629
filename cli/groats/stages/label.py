"""What each block is, from the closed vocabulary: its form if it stays; its cue, its zone or its shape if it goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groats.document import Decision, Evidence, Form, Label

_BY_FORM = {
    Form.PARAGRAPH: Label.PARAGRAPH,
    Form.HEADING: Label.HEADING,
    Form.LIST: Label.LIST,
    Form.QUOTE: Label.QUOTE,
    Form.CODE: Label.CODE,
    Form.TABLE: Label.TABLE,
    Form.CAPTION: Label.CAPTION,
}


@dataclass(frozen=True, slots=True)
class _Zone:
    """How far an opening cue reaches: blocks below it, the most words that they may have, labels that it swallows."""

    blocks: int
    words: float
    swallows: frozenset[Label] = frozenset()


_ASIDES = frozenset({Label.BYLINE, Label.DATE, Label.METADATA, Label.OTHER, Label.MEDIA})
_ZONES = {
    Label.APP_STORE: _Zone(30, 4, _ASIDES | {Label.NAVIGATION}),
    Label.SHARE: _Zone(15, 4, _ASIDES),
    Label.TAGS: _Zone(25, 6, _ASIDES),
    Label.NAVIGATION: _Zone(80, 8),
    Label.RELATED: _Zone(60, 200, _ASIDES),
    Label.COMMENTS: _Zone(2000, 2000, _ASIDES | {Label.SHARE, Label.BIO, Label.NAVIGATION}),
    Label.NEWSLETTER: _Zone(8, 60, _ASIDES | {Label.CONSENT}),
    Label.CONSENT: _Zone(15, 200, _ASIDES | {Label.LEGAL}),
    Label.PAYWALL: _Zone(10, 60, _ASIDES),
    Label.LEGAL: _Zone(15, 80),
    Label.BIO: _Zone(3, 100),
    Label.MEDIA: _Zone(2, 12),
    Label.BYLINE: _Zone(2, 5),
    Label.ADVERTISEMENT: _Zone(3, 12),
}

# Of several cues the one that says most wins: a sentence on cookies that links the privacy policy speaks of consent.
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

_NUMBERS = re.compile(r"[\d\s.,:/#%()+\-]+[kKmM]?")
_COPYRIGHT = re.compile(r"[©®]|\(c\)\s*\d{4}", re.IGNORECASE)
_FEWEST_REPEATED_WORDS = 4
_MENU_WORDS = 7  # a line of a menu; longer ones are teasers or sentences
_NAME_WORDS = range(2, 5)
_MOST_DATE_WORDS = 12


def label_blocks(evidence: Evidence, decisions: Sequence[Decision]) -> list[Label]:
    """The label of each block, on the side that its decision names."""
    kept = {
        block.text.casefold() for block, decision in zip(evidence.page.blocks, decisions, strict=True) if decision.keep
    }
    labels = []
    zone: Label | None = None
    opened = 0
    for n, decision in enumerate(decisions):
        if decision.keep:
            zone = None
            labels.append(_kept_label(evidence, n))
            continue
        hits = sorted(
            (hit for hit in evidence.cues[n] if not hit.label.is_kept),
            key=lambda hit: (not hit.whole, _RANK[hit.label]),
        )
        own = hits[0].label if hits else _label_of_shape(evidence, n, kept)
        inside = zone is not None and _reaches(_ZONES[zone], n - opened, evidence.shapes[n].size)
        if inside and zone is not None and (own is None or own in _ZONES[zone].swallows):
            label = zone
        else:
            label = own or _label_of_place(evidence, n)
        opener = next((hit.label for hit in hits if hit.opens and hit.label in _ZONES), None)
        if opener is not None and (label is opener or not inside):
            zone, opened = opener, n
        labels.append(label)
    return labels


def _kept_label(evidence: Evidence, n: int) -> Label:
    if n == evidence.title:
        return Label.TITLE
    label = _BY_FORM[evidence.page.blocks[n].form]
    return Label.HEADING if label is Label.PARAGRAPH and evidence.headings[n] else label


def _reaches(zone: _Zone, distance: int, size: float) -> bool:
    return distance <= zone.blocks and size <= zone.words


def _label_of_shape(evidence: Evidence, n: int, kept: set[str]) -> Label | None:
    """What a dropped line without a cue is by its own look, None where it has none."""
    text, shape = evidence.page.blocks[n].text, evidence.shapes[n]
    if shape.size >= _FEWEST_REPEATED_WORDS and text.casefold() in kept:
        return Label.DUPLICATE
    if shape.has_date and shape.size <= _MOST_DATE_WORDS:
        return Label.DATE
    if _COPYRIGHT.search(text[:200]):
        return Label.LEGAL
    if _NUMBERS.fullmatch(text[:200]):
        return Label.METADATA
    if _is_name_above_biography(evidence, n):
        return Label.BYLINE
    if n and _is_name_above_biography(evidence, n - 1):
        return Label.BIO
    return None


def _is_name_above_biography(evidence: Evidence, n: int) -> bool:
    """Whether the block is a name that the next one, of some length, begins with."""
    blocks = evidence.page.blocks
    text = blocks[n].text
    return (
        n + 1 < len(blocks)
        and len(evidence.shapes[n].words) in _NAME_WORDS
        and text.istitle()
        and blocks[n + 1].text.startswith(text)
        and len(blocks[n + 1].text) > 2 * len(text)
    )


def _label_of_place(evidence: Evidence, n: int) -> Label:
    """What a dropped line that says nothing of itself is likeliest to be, by its length and its place."""
    if evidence.shapes[n].size <= _MENU_WORDS:
        return Label.NAVIGATION
    start, end = evidence.main_run
    return Label.RELATED if n >= end > start else Label.OTHER
