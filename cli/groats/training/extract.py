"""A sample as numbers: a row of features a block, and how much of the block people marked as content."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groats.document import Page
from groats.pipeline import read_page
from groats.score import tokens
from groats.stages.cues import find_cues
from groats.stages.features import find_title, first_features, read_shape, second_features
from groats.training.align import block_shares
from groats.training.corpus import Sample

_SIZE_POWER = 0.7  # between counting every block alike and counting every word alike


@dataclass(frozen=True, slots=True)
class Extract:
    """What a fit needs of one sample, one entry a block; `gold_tokens` is the length of the reference.

    `weights` add up to 1: a page counts as one whatever its length.
    """

    rows: NDArray[np.float32]
    shares: NDArray[np.float32]
    sizes: NDArray[np.float32]
    weights: NDArray[np.float32]
    gold_tokens: int


def extract_first(sample: Sample) -> Extract | None:
    """The first pass's rows of a sample with what they should say; None for a page without blocks or too large."""
    page = _page(sample)
    texts = [block.text for block in page.blocks]
    shares = block_shares(texts, sample.gold) if texts else None
    if shares is None:
        return None
    sizes = np.array([len(tokens(text)) for text in texts], np.float32)
    weights = (sizes + 1.0) ** _SIZE_POWER
    shapes = [read_shape(block) for block in page.blocks]
    rows = first_features(page, shapes, [find_cues(text) for text in texts])
    return Extract(
        rows=np.array(rows, np.float32),
        shares=np.array(shares, np.float32),
        sizes=sizes,
        weights=weights / weights.sum(),
        gold_tokens=len(tokens(sample.gold)),
    )


def extract_second(sample: Sample, scores: Sequence[float]) -> NDArray[np.float32]:
    """The rows that the second pass adds, given the first pass's scores."""
    page = _page(sample)
    shapes = [read_shape(block) for block in page.blocks]
    title = find_title(page, shapes, [find_cues(block.text) for block in page.blocks], scores)
    return np.array(second_features(shapes, scores, title), np.float32)


def _page(sample: Sample) -> Page:
    kind = "html" if sample.renderer == "html" else "text"
    return read_page(sample.raw, kind)
