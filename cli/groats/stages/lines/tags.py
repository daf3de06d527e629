"""What writers of Markdown left of the boxes of a page: tags as they were, or pandoc's own marks for them."""

import re
from collections.abc import Iterable, Iterator

from groats.document import Line

_BOXED = 0.2  # of the lines with text are nothing but tags: a page about HTML has fewer
_FEWEST_FENCES = 4
_TAG = re.compile(r"""(?<!`)</?[a-zA-Z][a-zA-Z0-9-]*+(?:[^<>"']|"[^"<\n]*+"|'[^'<\n]*+')*+>""")
_FENCE = re.compile(r"^[ \t>]*+:{3,}+[^\n]*+", re.MULTILINE)  # "::: {.menu}" and ":::"
# As in "[words]{.menu}", "[words](address){.menu}" and "# Heading {#top}".
_BRACKET = re.compile(r"\\.|[\[\]]|(?<=[\])`])\{[^{}`]*+\}|[ ]\{[#.][^{}\n]*+\}$", re.MULTILINE)
_NO_LINE_END = re.compile(r"[^\r\n]")
_HIDDEN = "\0"


def hide_tags(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without tags, fences and attributes, if the text has fences or many tags; else the same.

    Their spans stay as they are. In linear time.
    """
    fences = [fence.span() for fence in _FENCE.finditer(text)] if ":::" in text else []
    is_fenced = len(fences) >= _FEWEST_FENCES
    if _HIDDEN in text or not (is_fenced or text.count("</") >= len(lines) * _BOXED / 2):
        return lines
    shown = _blank(
        text, sorted((*(tag.span() for tag in _TAG.finditer(text)), *fences, *_find_attributes(text, fences)))
    )
    bare = [shown[line.start : line.start + len(line.text)].replace(_HIDDEN, "") for line in lines]
    filled = [bool(left.strip()) for left, line in zip(bare, lines, strict=True) if line.text.strip()]
    if not is_fenced and filled.count(False) < _BOXED * len(filled):
        return lines
    return tuple([line._replace(text=left) for line, left in zip(lines, bare, strict=True)])


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a sign for each character in the spans, which are in order, but for the ends of lines."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if end > done:
            parts += (text[done:start], _NO_LINE_END.sub(_HIDDEN, text[max(start, done) : end]))
            done = end
    return "".join((*parts, text[done:]))


def _find_attributes(text: str, fences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where attributes stand, and the brackets around the words that they are for; none in a text without fences."""
    opened: list[int] = []
    closed: tuple[int, int] | None = None
    for mark in _BRACKET.finditer(text) if fences else ():
        if mark[0] == "[":
            opened.append(mark.start())
        elif mark[0] == "]":
            closed = (opened.pop(), mark.start()) if opened else None
        elif mark[0].endswith("}"):
            yield mark.span()
            if closed and closed[1] == mark.start() - 1:
                yield from ((place, place + 1) for place in closed)
