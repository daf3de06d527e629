"""Pages that a never-closed element would swallow: a comment, script or title whose end is missing."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

END = "groats-end"  # an element of this name after the page shows whether the parser is still inside something there

_PLAINTEXT = re.compile(r"<plaintext(?=[\s/>])", re.IGNORECASE)
_SHORT = frozenset({"title", "textarea"})  # hold no tags, so the next one ends them

# A tag that starts a block and does not stand in a string of a script.
_BLOCK = re.compile(
    r"""(?<!["'`(+])<(?:address|article|aside|blockquote|body|center|div|dl|figure|footer|form|h[1-6]|header|hr|main"""
    r"""|nav|ol|p|pre|section|table|ul)(?=[\s/>])""",
    re.IGNORECASE,
)


def is_swallowed(end: LexborNode | None, unseen: frozenset[str]) -> bool:
    """Whether the element after the page, None where there is none, stands in one of which nothing is seen."""
    if end is None:
        return True
    around = end.parent
    while around is not None:
        if around.tag in unseen:
            return True
        around = around.parent
    return False


def close_swallower(markup: str, swallowing: Collection[str]) -> str | None:
    """The markup with its first never-closed element closed before the next block; None if there is no such element."""
    opening_tag = re.compile(rf"<(?:!--|({'|'.join(sorted(swallowing))})(?=[\s/>]))", re.IGNORECASE)
    position = 0
    while opening := opening_tag.search(markup, position):
        name = opening[1]
        if name is None:
            end = markup.find("-->", opening.start() + 2)
            closing = "-->"
        else:
            closing = f"</{name}>"
            found = re.compile(f"</{name}", re.IGNORECASE).search(markup, opening.end())
            end = found.start() if found else -1
        if end < 0:
            return _insert(markup, closing, _find_block(markup, opening.end(), name))
        position = end
    plaintext = _PLAINTEXT.search(markup)
    if plaintext:
        return f"{markup[: plaintext.start()]}<pre{markup[plaintext.end() :]}"
    return _close_quote(markup)


def _find_block(markup: str, position: int, name: str | None) -> int:
    if name and name.lower() in _SHORT:
        return markup.find("<", position)
    block = _BLOCK.search(markup, position)
    return block.start() if block else -1


def _close_quote(markup: str) -> str | None:
    """The markup with the last quoted attribute closed at the end of its tag."""
    quote = max(markup.rfind('="'), markup.rfind("='")) + 1
    end = markup.find(">", quote)
    if not quote or markup.find(markup[quote], quote + 1) >= 0:
        return None
    return _insert(markup, markup[quote], end)


def _insert(markup: str, inserted: str, position: int) -> str | None:
    return f"{markup[:position]}{inserted}{markup[position:]}" if position >= 0 else None
