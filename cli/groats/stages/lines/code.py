"""The code that a text shows, told by its signs where nothing fences it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, count, repeat
from operator import attrgetter, is_

from groats.document import Block, Form

_CODE_LAST = re.compile(r"[{}:;,)\]]")
_CODE_SIGN = re.compile(r"[=(){}<>\[\]$_*]")
# Words at most in a line that ends with a colon, or with a semicolon and has no such sign.
_CODE_WORDS, _STATEMENT_WORDS = 5, 2
_CODE_FIRST = re.compile("[$>#/<cdefgilnprstvw]")  # of what begins like code, if it has no " = " and no ")" at its end
_CODE_START = re.compile(
    r"(?:\$ |>>> |#!|#include\b|//|/\*|</?\w|(?:def|class) \w+.*:$|(?:import|from) [\w.]+(?: import\b.*)?$"
    r"|(?:const|let|var|public|private|static|func|fn|return|if|for|while|elif|else|try|sudo|pip|npm|git) .*[=(){};:]"
    r"|[\w.\[\]]+ = \S|[\w.]+\(\S*\)$)"
)
_LONGEST = 200  # characters
_INDENTED = 4  # columns, as code in Markdown


def find_code(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those lines marked as code that look like it and have a neighbour that does.

    What is indented directly under code is more of it: arguments, continued expressions.
    """
    looks = _find_looks(blocks)
    code = set(compress(count(), map(is_, map(attrgetter("form"), blocks), repeat(Form.CODE))))
    code.update([n for n in looks if _is_surely_code(blocks, n, looks)])
    found = list(blocks)
    for n in sorted(code):
        if found[n].form is not Form.CODE:
            found[n] = _to_code(found[n])
        below = n + 1
        while below < len(found) and _goes_on(found[below], looks=below in looks):
            found[below] = _to_code(found[below])
            below += 1
    return found


def _find_looks(blocks: Sequence[Block]) -> set[int]:
    """The positions of the paragraphs that look like code."""
    texts = [block.text for block in blocks]
    candidates = {last.start() for last in _CODE_LAST.finditer("".join([text[-1] for text in texts]))}
    candidates.update([first.start() for first in _CODE_FIRST.finditer("".join([text[0] for text in texts]))])
    if "=" in "".join(texts):
        candidates.update([n for n, text in enumerate(texts) if " = " in text])
    return {n for n in candidates if blocks[n].form is Form.PARAGRAPH and _looks_like_code(texts[n])}


def _is_surely_code(blocks: Sequence[Block], n: int, looks: AbstractSet[int]) -> bool:
    """Whether a block that looks like code stands beside another one or above what is indented, or is indented."""
    if n - 1 in looks or n + 1 in looks or (n + 1 < len(blocks) and _is_inside(blocks[n], blocks[n + 1])):
        return True
    return blocks[n].indent >= _INDENTED and _ends_like_code(blocks[n].text)


def _is_inside(block: Block, below: Block) -> bool:
    """Whether `below` is indented directly under a line of code."""
    return below.form is Form.PARAGRAPH and not below.blank_before and below.indent > block.indent + 1


def _goes_on(block: Block, *, looks: bool) -> bool:
    """Whether a block directly under code is more of it."""
    return block.form is Form.PARAGRAPH and (looks or (not block.blank_before and block.indent > 0))


def _looks_like_code(text: str) -> bool:
    return len(text) < _LONGEST and (_ends_like_code(text) or _CODE_START.match(text) is not None)


def _ends_like_code(text: str) -> bool:
    """Whether it ends with a brace, a ":" after a bracket or a ";", or is made of closing brackets.

    A sentence that leads over to what it names ends with "):" too, but has more words. The items of a list that lost
    its bullets and lines of verse end with a semicolon too, but are longer and have no signs of code.
    """
    last = text[-1]
    if last == ";":
        return _has_few_words(text, _STATEMENT_WORDS) or _CODE_SIGN.search(text) is not None
    if last == ":":
        return text[:-1].rstrip().endswith(")") and _has_few_words(text, _CODE_WORDS)
    return last in "{}" or (text[0] in ")]}" and not text.removesuffix(",").strip(")]}"))


def _has_few_words(text: str, most: int) -> bool:
    return len(text.split(None, most)) <= most


def _to_code(block: Block) -> Block:
    return block._replace(text="\n".join(line.text.rstrip() for line in block.lines), form=Form.CODE)
