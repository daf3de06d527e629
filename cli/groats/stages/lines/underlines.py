"""The headings that a line of signs below them makes headings: of Markdown, of reStructuredText, of plain text."""

from collections.abc import Sequence
from itertools import pairwise

from groats.document import Block, Form
from groats.unicode_ranges import EAST_ASIAN

_SHORTEST = 3  # signs
_LONGEST = 200  # characters of a heading
_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 3}
_MOST_OVER, _FEWEST = 2, 2  # signs more than the words are wide, and headings, of plain text, where rules part anything


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


def attach_plain_underlines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of plain text with the lines of signs below and above headings made part of them, if two have one."""
    attached = list(blocks[:1])
    found = 0
    for above, block in pairwise(blocks):
        outer = attached[-2] if len(attached) > 1 and not above.blank_before else None
        top = outer if outer is not None and outer.text == block.text and _is_signs(outer.text) else above
        if _is_plain_underline(block, above) and (
            top is not above or _stands_alone(above, is_first=len(attached) == 1)
        ):
            lines = (*(top.lines if top is not above else ()), *above.lines, *block.lines)
            heading = top._replace(text=above.text, lines=lines, form=Form.HEADING, level=_LEVELS[block.text[0]])
            attached[-1 if top is above else -2 :] = [heading]
            found += 1
        else:
            attached.append(block)
    return attached if found >= _FEWEST else list(blocks)


def _is_signs(text: str) -> bool:
    return len(text) >= _SHORTEST and text[0] in _LEVELS and not text.strip(text[0])


def _is_plain_underline(block: Block, above: Block) -> bool:
    """Whether a block is a line of signs as wide as the words above it."""
    words = above.lines[0].text.strip()
    most = _MOST_OVER + sum([character >= EAST_ASIAN for character in words])
    is_below = not block.blank_before and _is_signs(block.text) and any(map(str.isalnum, words))
    return is_below and 0 <= len(block.text) - len(words) <= most


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
