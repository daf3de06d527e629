"""Links of Markdown around several blocks, such as the cards of a page: their brackets stand lines apart."""

import re
from collections import defaultdict
from collections.abc import Sequence

from groats.document import Block, Hints, Line
from groats.layout import TARGET

_BRACKET = re.compile(rf"\\.|!?\[|\](?:{TARGET})?")
_FARTHEST = 60  # lines
_CLOSED, _BREAK = "](", "\n\\"


def blank_breaks(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those blank that hold nothing but the backslash of a break, as between the parts of a link."""
    if _BREAK not in text:
        return lines
    return tuple([line._replace(text="") if line.text.strip() == "\\" else line for line in lines])


def open_links(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines without the brackets and addresses of links that hold a blank line, and the numbers of those inside.

    In linear time. A link that a writer wrapped holds none.
    """
    cuts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    inside: set[int] = set()
    opened: list[tuple[int, int, int]] = []
    for n in [n for n, line in enumerate(lines) if "[" in line.text or _CLOSED in line.text]:
        for bracket in _BRACKET.finditer(lines[n].text):
            if bracket[0].endswith("["):
                opened.append((n, *bracket.span()))
            elif bracket[0].startswith("]") and opened:
                above, start, end = opened.pop()
                if bracket[0] != "]" and _holds_blank(lines, above, n, end):
                    cuts[above].append((start, end))
                    cuts[n].append(bracket.span())
                    inside.update(range(above, n + 1))
    if not cuts:
        return lines, frozenset()
    shown = list(lines)
    for n, spans in cuts.items():
        shown[n] = lines[n]._replace(text=_cut(lines[n].text, spans))
    return tuple(shown), frozenset(lines[n].number for n in inside)


def mark_links(blocks: Sequence[Block], inside: frozenset[int]) -> list[Block]:
    """The blocks, those that begin inside of links known as links."""
    linked = Hints(link_share=1.0)
    return [block._replace(hints=linked) if block.lines[0].number in inside else block for block in blocks]


def _holds_blank(lines: Sequence[Line], above: int, below: int, end: int) -> bool:
    """Whether a link that one line opens and another closes holds a blank line, or nothing else in its first line."""
    if not 0 < below - above <= _FARTHEST:
        return False
    return not lines[above].text[end:].strip() or any(not line.text.strip() for line in lines[above + 1 : below])


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(spans):
        parts.append(text[done:start])
        done = end
    return "".join((*parts, text[done:]))
