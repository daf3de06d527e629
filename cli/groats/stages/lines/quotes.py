"""What mail quotes: rows behind a ">", wrapped as the mail that they were taken from."""

import re
from collections.abc import Sequence

from groats.document import Block
from groats.stages.lines.split import Rows

_MARK = re.compile(r"(?:>[ \t]?)+")
_PROMPT = ">>> "  # of Python
_BARE = "> \t"


def without_quote_marks(rows: Rows) -> Rows:
    """The rows without their marks, which count as indentation; a blank row parts one depth from another."""
    marks = [_read_mark(text) for text in rows.texts]
    texts = [text[len(mark) :] or text for text, mark in zip(rows.texts, marks, strict=True)]
    blanks = list(rows.blanks)
    for n in range(1, len(texts)):
        if marks[n].count(">") != marks[n - 1].count(">") or is_bare(texts[n]) or is_bare(texts[n - 1]):
            blanks[n] = max(1, blanks[n])
    return rows._replace(
        texts=texts,
        indents=[indent + len(mark) for indent, mark in zip(rows.indents, marks, strict=True)],
        blanks=blanks,
        firsts="".join([text[0] for text in texts]),
    )


def is_bare(text: str) -> bool:
    """Whether a row is a mark and nothing else: a blank row of what is quoted."""
    return text.startswith(">") and not text.strip(_BARE)


def attach_bare_marks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each bare mark made part of the one above it, and a blank line for it above the next one."""
    attached: list[Block] = []
    blank = 0
    for block in blocks:
        if attached and is_bare(block.text):
            attached[-1] = attached[-1]._replace(lines=(*attached[-1].lines, *block.lines))
            blank = 1
        else:
            attached.append(block._replace(blank_before=max(blank, block.blank_before)))
            blank = 0
    return attached


def _read_mark(text: str) -> str:
    mark = _MARK.match(text)
    return mark[0] if mark and not text.startswith(_PROMPT) else ""
