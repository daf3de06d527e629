"""The headings of Markdown that a line of signs below them makes headings."""

from collections.abc import Sequence
from itertools import pairwise

from groats.document import Block, Form

_SHORTEST = 3  # signs
_LONGEST = 200  # characters of a heading


def attach_underlines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each line of "=" or "-" that underlines a line by itself made part of it, a heading.

    A line of "-" has to be as wide as the words: else it may be a rule, or one of a table of one column.
    """
    attached = list(blocks[:1])
    for above, block in pairwise(blocks):
        level = _read_level(block, above) if _stands_alone(above, is_first=len(attached) == 1) else 0
        if level:
            attached[-1] = above._replace(form=Form.HEADING, level=level, lines=(*above.lines, *block.lines))
        else:
            attached.append(block)
    return attached


def _stands_alone(block: Block, *, is_first: bool) -> bool:
    """Whether a block is one line of words below a blank one, as no last line of a paragraph is."""
    is_line = block.form is Form.PARAGRAPH and len(block.lines) == 1 and len(block.text) <= _LONGEST
    return is_line and (is_first or block.blank_before > 0) and any(map(str.isalnum, block.text))


def _read_level(block: Block, above: Block) -> int:
    """The level of the heading that a block makes of the one above it, 0 if none."""
    text = block.text
    if block.blank_before or len(text) < _SHORTEST or text.strip(text[0]):
        return 0
    is_as_wide = len(text) == len(above.lines[0].text.strip())
    return 1 if text[0] == "=" else 2 if text[0] == "-" and is_as_wide else 0
