"""A sample as numbers: rows of features a block, and what people marked of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groats.document import Page
from groats.pipeline import read_page
from groats.score import tokens
from groats.stages.cues import find_cues
from groats.stages.features import (
    context_features,
    find_main_run,
    find_rarity,
    first_features,
    read_shape,
    title_candidates,
    title_features,
)
from groats.training.align import block_shares
from groats.training.corpus import Sample

Floats = NDArray[np.float32]

_SIZE_POWER = 0.7  # between counting every block alike and counting every word alike
_TITLE_SHARE = 0.6  # of the noted title's words: a site's name behind it may lack
_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class Extract:
    """What a fit needs of one sample, one entry a block; `gold_tokens` is the length of the reference.

    `weights` add up to the sample's weight, whatever its length. `title` is the position of the block that is the
    noted title, None where none is or none was noted.
    """

    rows: Floats
    shares: Floats
    sizes: Floats
    weights: Floats
    gold_tokens: int
    title: int | None


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
        weights=sample.weight * weights / weights.sum(),
        gold_tokens=len(tokens(sample.gold)),
        title=_find_noted_title(texts, shares, sample.title),
    )


def extract_context(sample: Sample, scores: Sequence[float]) -> tuple[Floats, range]:
    """The rows that the first pass's scores add, and the positions where they let the title stand."""
    shapes = [read_shape(block) for block in _page(sample).blocks]
    rows = context_features(shapes, scores, find_rarity(shapes))
    return np.array(rows, np.float32), title_candidates(find_main_run([shape.size for shape in shapes], scores))


def extract_title(sample: Sample, title: int | None) -> Floats:
    """The rows that a title adds."""
    shapes = [read_shape(block) for block in _page(sample).blocks]
    return np.array(title_features(shapes, title, find_rarity(shapes)), np.float32)


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


def _page(sample: Sample) -> Page:
    return read_page(sample.raw, "html" if sample.renderer == "html" else "text")
