"""The blocks and lines of a page with their texts repaired."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate, repeat
from operator import add

from groats.document import Block, Form, Line, Page
from groats.stages.repair.text import load_signs, repair_text

_CUT = ("Â", "Ã")  # at the end of a block, whose white space is gone: of two characters the second was one


def repair_page(page: Page) -> Page:
    """`page` with the texts of its blocks and lines repaired, and what it declares; everything else as it was.

    What needs no repair is the same object as before. A block of which nothing is left to read is no block; its lines
    are blank.
    """
    mended, touched = _repair_lines(page)
    repaired = _repair_blocks(page.blocks, mended, touched)
    declared = _repair_declared(page.declared)
    if not repaired and not mended and declared is page.declared:
        return page
    blocks = [repaired.get(n, block) for n, block in enumerate(page.blocks)]
    if emptied := [block for block in repaired.values() if not block.text.strip()]:
        mended |= {line.number: line._replace(text="") for block in emptied for line in block.lines}
        blocks = _without_empty(blocks)
    lines = tuple([mended.get(line.number, line) for line in page.lines])
    return replace(page, lines=lines, blocks=tuple(blocks), declared=declared)


def _repair_lines(page: Page) -> tuple[dict[int, Line], set[int]]:
    """The lines that need repair, by their numbers, and the positions of the blocks that have such a line."""
    suspects = _find_suspects([line.text for line in page.lines])
    owners = {line.number: n for n, block in enumerate(page.blocks) for line in block.lines} if suspects else {}
    mended: dict[int, Line] = {}
    for position in suspects:
        line = page.lines[position]
        owner = owners.get(line.number)
        text = repair_text(line.text, is_code=owner is not None and page.blocks[owner].form is Form.CODE)
        if owner is None and text.strip():
            text = ""  # a line of no block is blank
        if text != line.text:
            mended[line.number] = line._replace(text=text)
    return mended, {owners[number] for number in mended if number in owners}


def _repair_declared(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The pairs with their values repaired; the same object where none needs it."""
    mended = list(pairs)
    for position in _find_suspects([value for _, value in pairs]):
        name, value = pairs[position]
        mended[position] = name, repair_text(value)
    return tuple(mended) if mended != list(pairs) else pairs


def _repair_blocks(blocks: Sequence[Block], mended: Mapping[int, Line], touched: AbstractSet[int]) -> dict[int, Block]:
    """The blocks that need repair by their positions, with the `mended` lines, by number, in place of the damaged ones.

    `touched` are the positions of the blocks that have such a line.
    """
    # A block that is its line, no more and no less, is as whole as that line.
    places = [
        n for n, block in enumerate(blocks) if block.text != block.lines[0].text or len(block.lines) > 1 or n in touched
    ]
    suspects = {places[n] for n in _find_suspects([blocks[place].text for place in places])}
    repaired: dict[int, Block] = {}
    for place in suspects.union(touched):
        block = blocks[place]
        lines = tuple([mended.get(line.number, line) for line in block.lines])
        text = block.text
        if place in touched and text.endswith(_CUT):
            text = repair_text(f"{text}\xa0").strip()
        elif place in suspects:
            text = repair_text(text, is_code=True) if block.form is Form.CODE else repair_text(text).strip(" ")
        if text != block.text or lines != block.lines:
            repaired[place] = block._replace(text=text, lines=lines)
    return repaired


def _without_empty(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that have something to read; the lines of the others count as blank above the next one."""
    read: list[Block] = []
    blank = 0
    for block in blocks:
        if block.text.strip():
            read.append(block._replace(blank_before=blank + block.blank_before) if blank else block)
            blank = 0
        else:
            blank += block.blank_before + len(block.lines)
    return read


def _find_suspects(texts: Sequence[str]) -> list[int]:
    """The positions of the texts that may need repair: few, so all are searched at once."""
    whole = "\n".join(texts)
    ends = list(accumulate(map(add, map(len, texts), repeat(1))))
    found: set[int] = set()
    for pattern in load_signs():
        sign = pattern.search(whole)
        while sign:
            found.add(position := bisect_right(ends, sign.start()))
            sign = pattern.search(whole, ends[position])  # one a text is enough: a flood may have millions
    return sorted(found)
