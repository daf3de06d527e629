"""How a dropped block looks, as names of hints at its label."""

import re
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import TypeAlias

from groats.document import Block, Form, Shape

Group: TypeAlias = tuple[str, ...]  # of hints that come together, on many blocks

LONGEST = 200  # characters of a line that are looked at
_DATE_ALONE = 8.5  # words: with so few a date is all there is
_NUMBERS = re.compile(r"[\d\s.,:/#%()+\-]+[kKmM]?")
_COPYRIGHT = re.compile(r"\(c\)\s*\d{4}", re.IGNORECASE)
_OF_FORM: dict[Form, Group] = {
    Form.LIST: ("list",),
    Form.HEADING: ("heading",),
    Form.QUOTE: ("quote",),
    Form.TABLE: ("table",),
}
_OF_ENDING = {
    "?": "question",
    "？": "question",
    "؟": "question",
    ":": "colon",
    "：": "colon",
}
_LOOKS = (
    "ends sentence",
    "date",
    "date alone",
    "no words",
    "numbers",
    "copyright",
    "address",
    "bars",
    "commas",
    "lower",
    "upper",
)
_LOWER, _UPPER, _LINK = ("lower",), ("upper",), ("link",)
_ALL_LINK = 0.8  # of the characters: all of it but an icon or a count
_STEMS = (
    "comment",
    "relat",
    "share",
    "tag",
    "author",
    "date",
    "cookie",
    "newsletter",
    "nav",
    "footer",
)
_NAMED = {stem: f"named {stem}" for stem in _STEMS}


def find_looks(texts: Sequence[str], shapes: Iterable[Shape]) -> list[Group]:
    """For each text the hints that it gives by itself; a third of the lines that are dropped come again on the page."""
    looks = {text: _find_look(text, shape) for text, shape in dict(zip(texts, shapes, strict=True)).items()}
    return [looks[text] for text in texts]


def _find_look(text: str, shape: Shape) -> Group:
    """The hints that a text gives by itself; a search that costs something waits for a sign that it has to find."""
    if len(text) <= LONGEST and text.replace(" ", "").isalpha() and text[0] != " ":  # as most of a menu
        return _LOWER if text[0].islower() else _UPPER if text.isupper() else ()
    text = text[:LONGEST]
    plain = text.isascii()
    ends_sentence, has_date = shape.ends_sentence, shape.has_date
    holds = (
        ends_sentence,
        has_date,
        has_date and shape.size <= _DATE_ALONE,
        not shape.words,
        not text[:1].isalpha() and _NUMBERS.fullmatch(text) is not None,
        (not plain and ("©" in text or "®" in text)) or ("(" in text and _COPYRIGHT.search(text) is not None),
        "@" in text or "www." in text or "http:" in text or "https:" in text,
        " | " in text or (not plain and (" · " in text or " • " in text)),
        not ends_sentence and text.count(", ") > 1,
        text[:1].islower(),
        text.isupper(),
    )
    found = tuple(compress(_LOOKS, holds))
    return (*found, _OF_ENDING[text[-1]]) if text[-1:] in _OF_ENDING else found


def find_forms(blocks: Sequence[Block]) -> list[Group]:
    """For each block the hints of its form."""
    return [_OF_FORM.get(block.form, ()) for block in blocks]


def find_markup(blocks: Sequence[Block]) -> list[Group]:
    """For each block the hints of the elements around it, and whether it is a link."""
    found: list[Group] = []
    stems: dict[str, Group] = {}
    for block in blocks:
        hints = block.hints
        if not hints:
            found.append(())
            continue
        if hints.names not in stems:
            stems[hints.names] = tuple([hint for stem, hint in _NAMED.items() if stem in hints.names])
        link = _LINK if hints.link_share > _ALL_LINK else ()
        found.append((f"landmark {hints.landmark}", *stems[hints.names], *link))
    return found
