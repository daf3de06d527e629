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
_COMMENT, _COMMENT_END = "/*", "*/"


def find_code(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those lines marked as code that look like it and have a neighbour that does.

    What is indented directly under code is more of it: arguments, continued expressions. So is what stands as far in
    directly above it, and the lines of a comment, which begin with an asterisk.
    """
    looks = _find_looks(blocks)
    code = set(compress(count(), map(is_, map(attrgetter("form"), blocks), repeat(Form.CODE))))
    code.update([n for n in looks if _is_surely_code(blocks, n, looks)])
    found = list(blocks)
    for n in sorted(code):
        above = n - 1
        while above >= 0 and _begins_above(found[above], found[above + 1]):
            found[above] = _to_code(found[above])
            above -= 1
        found[n] = _to_code(found[n])
        is_comment = _opens_comment(found[n].text)
        below = n + 1
        while below < len(found) and _goes_on(found[below], looks=below in looks, is_comment=is_comment):
            found[below] = _to_code(found[below])
            is_comment = _opens_comment(found[below].text) or (is_comment and _COMMENT_END not in found[below].text)
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
    """Whether a block that looks like code stands beside another one or above what is in it, or is indented."""
    if n - 1 in looks or n + 1 in looks or (n + 1 < len(blocks) and _is_inside(blocks[n], blocks[n + 1])):
        return True
    return blocks[n].indent >= _INDENTED and _ends_like_code(blocks[n].text)


def _is_inside(block: Block, below: Block) -> bool:
    """Whether `below` is indented directly under a line of code, or a line of the comment that this one opens."""
    if below.blank_before:
        return False
    if below.form is Form.PARAGRAPH and below.indent > block.indent + 1:
        return True
    return _opens_comment(block.text) and _is_in_comment(below)


def _goes_on(block: Block, *, looks: bool, is_comment: bool) -> bool:
    """Whether a block directly under code is more of it."""
    if is_comment and not block.blank_before and _is_in_comment(block):
        return True
    return block.form is Form.PARAGRAPH and (looks or (not block.blank_before and block.indent > 0))


def _is_in_comment(block: Block) -> bool:
    return block.lines[0].text.lstrip().startswith("*")


def _begins_above(block: Block, code: Block) -> bool:
    """Whether a block directly above code is more of it, as far in as that."""
    return block.form is Form.PARAGRAPH and not code.blank_before and block.indent == code.indent >= _INDENTED


def _opens_comment(text: str) -> bool:
    """Whether code ends within a comment that begins with a line of its own."""
    start = text.rfind(_COMMENT)
    return start >= 0 and not text[:start].rpartition("\n")[2].strip() and _COMMENT_END not in text[start:]


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
    if block.form is Form.CODE:
        return block
    return block._replace(text="\n".join(line.text.rstrip() for line in block.lines), form=Form.CODE)
