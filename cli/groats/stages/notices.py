"""Whether a page is a notice that stands in the place of one: an error, a refusal, a check for robots."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from groats.document import Block
from groats.tables import load_table

_MOST_WORDS = 120  # of a notice with all that stands around it
_LONGEST = 40  # words of a block of it: a longer one tells of something
_SHARE = 0.3  # of the words of a notice that stand in blocks with a phrase of one
_EDGES = " .!?…:;,-–—|*#\"'()[]¡¿。！？"
_APOSTROPHES = str.maketrans("’‘", "''")


class _Phrases(NamedTuple):
    whole: frozenset[str]
    within: tuple[str, ...]


def is_notice(blocks: Sequence[Block], sizes: Sequence[float]) -> bool:
    """Whether the page is short and much of it is what `data/notices.toml` knows; `sizes` are the blocks' words.

    A phrase alone is no sign: an article may speak of such pages, or show one. The numbers are chosen by hand; of the
    3,094 pages of the data that are HTML or short, five are taken for notices, and all five are.
    """
    words = sum(sizes)
    if not blocks or words > _MOST_WORDS:
        return False
    spoken = sum(
        size for block, size in zip(blocks, sizes, strict=True) if 0 < size <= _LONGEST and _is_part(block.text)
    )
    return spoken > 0 and spoken >= _SHARE * words


def _is_part(text: str) -> bool:
    folded = " ".join(text.casefold().translate(_APOSTROPHES).split())
    whole, within = _load_phrases()
    return folded.strip(_EDGES) in whole or any(phrase in folded for phrase in within)


@cache
def _load_phrases() -> _Phrases:
    rows = load_table("notices").values()
    whole = frozenset(phrase.casefold() for row in rows for phrase in row["whole"])
    return _Phrases(whole, tuple(phrase.casefold() for row in rows for phrase in row["within"]))
