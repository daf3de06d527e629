"""Which blocks read like headings: by their marks, or short, without an end, and above something that they head."""

import re
from collections.abc import Sequence
from itertools import repeat
from operator import is_

from groats.document import Block, CueHit, Form, Label, Page, Shape

_HEADED = frozenset({Form.LIST, Form.TABLE, Form.CODE})
_MOST_WORDS = 14.0
_TIMES = 1.5
_LEAST_BELOW = 6.0  # words: what a heading heads
_SPOKEN = ("[", "(", "“", "„", "«", "「", "‘", '"')
_QUESTION = ("?", "？", "؟")
_UNFINISHED = (",", ";", "-", ":", "，", "、", "：", "；")
# What authors call the elements that are headings without being tagged so.
_CALLED = re.compile(r"title|head(?:ing|line)|question|(?<![^\W_])h[1-6](?![^\W_])", re.IGNORECASE)
_HEADING_TAGS = frozenset({"summary", "legend"})


def find_headings(page: Page, shapes: Sequence[Shape], cues: Sequence[Sequence[CueHit]]) -> list[bool]:
    """For each block whether it reads like a heading; in HTML it must also look like one, or be called so."""
    blocks = page.blocks
    is_html = page.kind == "html"
    forms = [block.form for block in blocks]
    gaps = [block.blank_before > 0 for block in blocks]
    sizes = [shape.size for shape in shapes]
    found = list(map(is_, forms, repeat(Form.HEADING)))
    named = {n for n, hits in enumerate(cues) for hit in hits if hit.whole and hit.label is Label.HEADING}
    below = zip(sizes[1:], gaps[1:], map(_HEADED.__contains__, forms[1:]), strict=True)
    for n, (size, gap, hits, (size_below, gap_below, is_headed)) in enumerate(
        zip(sizes, gaps, cues, below, strict=False)
    ):
        if not 0 < size <= _MOST_WORDS or forms[n] is not Form.PARAGRAPH:
            continue
        heads = is_headed or (size_below > _LEAST_BELOW and size_below > _TIMES * size)
        alone = gap and gap_below
        if heads or alone or hits:
            is_named = n in named
            if is_named or alone or (heads and not _is_one_of_a_row(blocks, shapes, n)):
                found[n] = _is_open(blocks[n], shapes[n]) and (is_named or not is_html or _is_set_off(page, n))
    return found


def _is_open(block: Block, shape: Shape) -> bool:
    """Whether a short block may be a heading by its own look; one in quotes or brackets, or with a speaker, is none."""
    text = block.text
    if text.startswith(_SPOKEN) or text.endswith(_UNFINISHED) or not any(map(str.isalpha, text)):
        return False
    if text.endswith(_QUESTION):
        return ": " not in text
    return not shape.ends_sentence


def _is_set_off(page: Page, n: int) -> bool:
    """Whether the markup makes the text of a block bold, or calls its element something like a heading."""
    hints = page.blocks[n].hints
    if hints is None or hints.is_bold:
        return True
    own = page.boxes[hints.box].names if page.boxes else ""
    return hints.tag in _HEADING_TAGS or _CALLED.search(own) is not None


def _is_one_of_a_row(blocks: Sequence[Block], shapes: Sequence[Shape], n: int) -> bool:
    """Whether a short line stands directly above, as over an item of a list or a line of verse; or it begins facts."""
    if ": " in blocks[n].text and ": " in blocks[n + 1].text and not blocks[n + 1].blank_before:
        return True  # "Pay: 20 a day" above "Hours: five a day"
    return (
        n > 0
        and not blocks[n].blank_before
        and blocks[n - 1].form is Form.PARAGRAPH
        and 0 < shapes[n - 1].size <= _MOST_WORDS
    )
