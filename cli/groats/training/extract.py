"""A sample as numbers: columns of features, and what people marked of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groats.document import Page
from groats.pipeline import read_page, without_aside
from groats.scoring.words import tokens
from groats.stages.cues import find_all_cues
from groats.stages.features import (
    PLAIN_FEATURES,
    SCORED_FEATURES,
    TITLE_FEATURES,
    Columns,
    NamedBoxes,
    find_main_run,
    find_wordings,
    hash_words,
    plain_columns,
    read_names,
    read_shapes,
    scored_columns,
    title_candidates,
    title_columns,
)
from groats.training.align import block_shares
from groats.training.corpus import Sample

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

_SIZE_POWER = 0.7  # between counting every block alike and counting every word alike
_LEAST_CONTENT = 0.2  # of a page: one with less in its reference weighs no more
_TITLE_SHARE = 0.6  # of the noted title's words: a site's name behind it may lack
_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class Extract:
    """What a fit needs of one sample, one entry a block.

    `words` is the row of the blocks' words that `hash_words` makes, `sizes` their number. `names` are the boxes that
    the blocks stand in. `title` is the position of the block that is the noted title, None where none is or none was
    noted.
    """

    columns: Bytes
    words: list[int]
    names: NamedBoxes
    sizes: list[float]
    shares: Floats
    weights: Floats
    title: int | None


def extract_first(sample: Sample) -> Extract | None:
    """The first pass's columns of a sample, without those of its words; None for a page without blocks or too large."""
    page = read_sample(sample)
    texts = [block.text for block in page.blocks]
    shares = block_shares(texts, sample.gold) if texts else None
    if shares is None:
        return None
    lengths = np.array([len(tokens(text)) for text in texts], np.float32)
    shapes, shaped = read_shapes(page.blocks)
    sizes = [shape.size for shape in shapes]
    marked = np.array(shares, np.float32)
    return Extract(
        columns=as_table(
            plain_columns(page, shaped, sizes, find_all_cues(texts), find_wordings(shapes)), PLAIN_FEATURES
        ),
        words=hash_words(shapes),
        names=read_names(page),
        sizes=sizes,
        shares=marked,
        weights=sample.weight * _weigh(lengths, marked),
        title=_find_noted_title(texts, shares, sample.title),
    )


def extract_context(sample: Sample, first: Columns, scores: Sequence[float]) -> tuple[Bytes, range]:
    """The columns that the first pass's scores add, and the positions where they let the title stand."""
    page = read_sample(sample)
    shapes, _ = read_shapes(page.blocks)
    sizes = [shape.size for shape in shapes]
    columns = scored_columns(page, first, sizes, scores, find_wordings(shapes))
    return as_table(columns, SCORED_FEATURES), title_candidates(find_main_run(sizes, scores))


def extract_title(sample: Sample, title: int | None) -> Bytes:
    """The columns that a title adds."""
    shapes, _ = read_shapes(read_sample(sample).blocks)
    return as_table(title_columns(find_wordings(shapes), title), TITLE_FEATURES)


def read_sample(sample: Sample) -> Page:
    """The page of a sample, without what is set aside before anything is judged."""
    return without_aside(read_page(sample.raw, sample.kind))


def as_table(columns: Columns, names: Sequence[str]) -> Bytes:
    """The columns side by side, a row a block."""
    return np.array([list(columns[name]) for name in names], np.uint8).T


def _weigh(lengths: Floats, shares: Floats) -> Floats:
    """How much each block counts: as much as the page's word F1 moves with it.

    F1 is a ratio to the words that are kept and that should be, so a block of a page with a short article counts for
    more than one of the same length on a page of long ones; that of a page with next to none not without end.
    """
    weights = (lengths + 1.0) ** _SIZE_POWER
    content = float((weights * shares).sum())
    found: Floats = weights / max(content, _LEAST_CONTENT * float(weights.sum()))
    return found


def _find_noted_title(texts: Sequence[str], shares: Sequence[float], title: str) -> int | None:
    """The last block above the middle of the content whose words are the noted title's, but for a site's name."""
    wanted = tokens(title)
    likely = [n for n, share in enumerate(shares) if share >= _CONTENT]
    found = None
    for n, text in enumerate(texts[: likely[len(likely) // 2] + 1] if likely else texts):
        words = tokens(text) if len(text) < 2 * len(title) else []
        if (
            words
            and len(words) >= _TITLE_SHARE * len(wanted)
            and (words == wanted[: len(words)] or words == wanted[-len(words) :])
        ):
            found = n
    return found
