"""Blocks and evidence built by hand, for tests of what is done with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from groats.document import Block, CueHit, Doubt, Evidence, Form, Hints, Kind, Line, Page, Shape, Vocabulary
from groats.pipeline import build_evidence
from groats.stages.features import BUCKETS, KINDS, NAME_BUCKETS, Columns, read_shapes
from groats.stages.score import Models, Weights, read_model


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


def shapes_of(*texts: str | Block) -> list[Shape]:
    """The shapes of a block each."""
    return read_shapes(page(*texts).blocks)[0]


def numbers(columns: Columns) -> dict[str, list[int]]:
    """The columns as lists, to be compared."""
    return {name: list(values) for name, values in columns.items()}


def evidence(
    rows: Sequence[tuple[str | Block, float]],
    cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None,
    title: int | None = None,
    lead: float = 0.0,
    kind: Kind = "text",
) -> Evidence:
    """The evidence on a page of (text, score) rows, with the cues of the blocks at some positions.

    `lead` is how far its words speak for an article.
    """
    made = replace(page(*(text for text, _ in rows)), kind=kind)
    hits = [(cues or {}).get(n, ()) for n in range(len(rows))]
    return build_evidence(
        made,
        read_shapes(made.blocks)[0],
        [(hit,) if isinstance(hit, CueHit) else hit for hit in hits],
        [score for _, score in rows],
        title,
        lead=lead,
    )


def weights() -> Weights:
    """Weights that a child can follow: what is long is content, what stands at the head of it the title."""
    by_size = {"questions": [["size", 0, 40]], "trees": [[0, 0, 5, 2]], "base": -2.5, "steps": 1.0}
    by_score = {"questions": [["score", 0, 50]], "trees": [[0, 0, 5, 2]], "base": -2.5, "steps": 1.0}
    by_run = {"questions": [["in_main_run", 0, 0]], "trees": [[0, 5, 0, 2]], "base": -2.5, "steps": 1.0}
    models = Models(
        first=read_model(by_size),
        title=read_model(by_run),
        second=read_model(by_score),
        title_threshold=0.5,
        doubt=Doubt(0.0, 0.0),
    )
    return Weights(
        models={"text": models, "html": models},
        vocabulary=Vocabulary(
            words=bytes(n * 37 % 255 for n in range(BUCKETS)),
            pairs=bytes(n * 91 % 255 for n in range(BUCKETS)),
            names=bytes(n * 53 % 255 for n in range(NAME_BUCKETS)),
            kinds={kind: bytes(n * (5 + number) % 255 for n in range(BUCKETS)) for number, kind in enumerate(KINDS)},
        ),
        confidence={"always": 1.0},
        labels={},
    )
