"""Blocks and evidence built by hand, for tests of what is done with them."""

from collections.abc import Mapping, Sequence

from groats.document import Block, CueHit, Evidence, Form, Hints, Line, Page
from groats.stages.features import find_headings, find_main_run, read_shape


def block(
    text: str, number: int = 1, form: Form = Form.PARAGRAPH, *, blank_before: int = 1, hints: Hints | None = None
) -> Block:
    """A block of one line."""
    return Block(text, (Line(number, 0, len(text), text),), form, blank_before=blank_before, hints=hints)


def page(*texts: str | Block) -> Page:
    """A page of one block a text."""
    blocks = tuple(
        text if isinstance(text, Block) else block(text, number) for number, text in enumerate(texts, start=1)
    )
    return Page("text", tuple(line for one in blocks for line in one.lines), blocks)


def evidence(
    rows: Sequence[tuple[str | Block, float]],
    cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None,
    title: int | None = None,
) -> Evidence:
    """The evidence on a page of (text, score) rows, with the cues of the blocks at some positions."""
    made = page(*(text for text, _ in rows))
    shapes = [read_shape(one) for one in made.blocks]
    scores = [score for _, score in rows]
    hits = [(cues or {}).get(n, ()) for n in range(len(rows))]
    listed = [(hit,) if isinstance(hit, CueHit) else hit for hit in hits]
    return Evidence(
        page=made,
        shapes=shapes,
        cues=listed,
        headings=find_headings(made, shapes, listed),
        scores=scores,
        main_run=find_main_run([shape.size for shape in shapes], scores),
        title=title,
    )
