"""HTML to a page: parsing, the walk over the tree, and the lines that its blocks make."""

from collections.abc import Sequence

from groats.document import Block, Form, Hints, Line, Page
from groats.stages.markup.boxes import Draft
from groats.stages.markup.spans import find_starts
from groats.stages.markup.walk import walk


def parse_html(text: str) -> Page:
    """The page that the HTML in `text` is, as a browser shows it: a line for each line of the rendered page.

    Every line of code has its own line; everything else is one line a block. The spans of the lines tile the source,
    but where a line starts is found by searching the source for its first words, as the parser keeps no offsets:
    where the source spells them with entities a span may start late or be empty.
    """
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser  # noqa: PLC0415: plain text does without it

    if not text:
        return Page("html", (), ())
    tree = LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS, scripting=True)
    root = tree.root
    drafts, declarations = walk(root) if root is not None else ([], None)
    lines, blocks = _number_lines(text, drafts)
    return Page("html", lines, blocks, tuple(declarations.pairs) if declarations else ())


def _number_lines(source: str, drafts: Sequence[Draft]) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    texts = [draft.text.split("\n") if draft.form is Form.CODE else [draft.text] for draft in drafts]
    beginnings = (
        line.lstrip() if draft.form is Form.CODE else draft.beginning.partition("\n")[0]
        for draft, lines in zip(drafts, texts, strict=True)
        for line in lines
    )
    starts = [*find_starts(source, beginnings), len(source)]
    if len(starts) == 1:
        return (Line(1, 0, len(source), ""),), ()
    starts[0] = 0
    lines: list[Line] = []
    blocks: list[Block] = []
    for draft, rows in zip(drafts, texts, strict=True):
        first = len(lines)
        for number, row in enumerate(rows, first):
            lines.append(Line(number + 1, starts[number], starts[number + 1], row))
        box = draft.box
        hints = Hints(draft.link_share, box.tag, box.landmark, box.depth, box.names)
        blocks.append(Block(draft.text, tuple(lines[first:]), draft.form, draft.level, draft.marker, 0, draft.blank_before, hints))
    return tuple(lines), tuple(blocks)
