"""Which blocks read like headings: by their marks, or short, without an end, and above something that they head."""

from collections.abc import Sequence

from groats.document import Block, CueHit, Form, Label, Page, Shape

_HEADED = frozenset({Form.LIST, Form.TABLE, Form.CODE})
_MOST_WORDS = 14.0
_TIMES = 1.5
_LEAST_BELOW = 6.0  # words: what a heading heads
_SPOKEN = ("[", "(", "“", "„", "«", "「", "‘", '"')
_QUESTION = ("?", "？", "؟")
_UNFINISHED = (",", ";", "-", ":", "，", "、", "：")


def find_headings(page: Page, shapes: Sequence[Shape], cues: Sequence[Sequence[CueHit]]) -> list[bool]:
    """For each block whether it reads like a heading."""
    blocks = page.blocks
    found = [block.form is Form.HEADING for block in blocks]
    for n, (block, shape, below) in enumerate(zip(blocks, shapes, blocks[1:], strict=False)):
        if 0 < shape.size <= _MOST_WORDS and block.form is Form.PARAGRAPH and _is_open(block, shape):
            named = bool(cues[n]) and any(hit.label is Label.HEADING and hit.whole for hit in cues[n])
            heads = shapes[n + 1].size > max(_TIMES * shape.size, _LEAST_BELOW) or below.form in _HEADED
            alone = block.blank_before > 0 and below.blank_before > 0
            found[n] = named or alone or (heads and not _is_one_of_a_row(blocks, shapes, n))
    return found


def _is_open(block: Block, shape: Shape) -> bool:
    """Whether a short block may be a heading by its own look; one in quotes or brackets, or with a speaker, is none."""
    text = block.text
    if text.startswith(_SPOKEN) or text.endswith(_UNFINISHED):
        return False
    if text.endswith(_QUESTION):
        return ": " not in text
    return not shape.ends_sentence


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
