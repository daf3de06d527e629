"""How a dropped block looks, as names of hints at its label."""

import re
from itertools import compress

from groats.document import Block, Form, Hints, Shape

LONGEST = 200  # characters of a line that are looked at
_DATE_ALONE = 8.5  # words: with so few a date is all there is
_NUMBERS = re.compile(r"[\d\s.,:/#%()+\-]+[kKmM]?")
_COPYRIGHT = re.compile(r"\(c\)\s*\d{4}", re.IGNORECASE)
_OF_FORM = {Form.LIST: "list", Form.HEADING: "heading", Form.QUOTE: "quote", Form.TABLE: "table"}
_OF_ENDING = {
    "?": "question",
    "？": "question",
    "؟": "question",
    ":": "colon",
    "：": "colon",
    "…": "ellipsis",
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
    "ellipsis",
    "lower",
    "upper",
    "button",
)
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


def find_looks(block: Block, shape: Shape) -> list[str]:
    """The hints that a block gives by itself. Searches that cost something wait for the sign that they begin with."""
    text = block.text[:LONGEST]
    plain = text.isascii()
    holds = (
        shape.ends_sentence,
        shape.has_date,
        shape.has_date and shape.size <= _DATE_ALONE,
        not shape.words,
        not text[:1].isalpha() and _NUMBERS.fullmatch(text) is not None,
        (not plain and ("©" in text or "®" in text)) or ("(" in text and _COPYRIGHT.search(text) is not None),
        "@" in text or "www." in text or "http:" in text or "https:" in text,
        " | " in text or (not plain and (" · " in text or " • " in text)),
        not shape.ends_sentence and text.count(", ") > 1,
        text.endswith("..."),
        text[:1].islower(),
        text.isupper(),
        block.marker.startswith("("),
    )
    found = list(compress(_LOOKS, holds))
    if text[-1:] in _OF_ENDING:
        found.append(_OF_ENDING[text[-1]])
    if block.form in _OF_FORM:
        found.append(_OF_FORM[block.form])
    return found + _find_markup(block.hints) if block.hints else found


def _find_markup(hints: Hints) -> list[str]:
    found = [f"landmark {hints.landmark}", *(f"named {stem}" for stem in _STEMS if stem in hints.names)]
    return [*found, "link"] if hints.link_share > 0.8 else found  # noqa: PLR2004 - all of it but an icon or a count
