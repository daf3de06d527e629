"""The columns of each pass, put together in one place for who judges a page and for who learns from it."""

from collections.abc import Sequence

from groats.document import CueHit, Page, Vocabulary
from groats.stages.features.boxes import BOX_FEATURES, box_columns
from groats.stages.features.columns import Columns
from groats.stages.features.context import CONTEXT_FEATURES, context_columns
from groats.stages.features.first import FIRST_FEATURES, first_columns
from groats.stages.features.names import NAME_FEATURES, NamedBoxes, name_columns
from groats.stages.features.wordings import COHESION_FEATURES, Wordings, cohesion_columns
from groats.stages.features.words import KIND_FEATURES, WORD_FEATURES, kind_columns, word_columns

PLAIN_FEATURES = (*FIRST_FEATURES, *COHESION_FEATURES)
SPOKEN_FEATURES = (*WORD_FEATURES, *KIND_FEATURES, *NAME_FEATURES)
SCORED_FEATURES = (*CONTEXT_FEATURES, *BOX_FEATURES)

# Columns of which a model may also ask what they say of the blocks around, and how far away.
NEIGHBOURED = dict.fromkeys(
    ("size", "ends_sentence", "date", "is_list", "is_heading", "cue_strength", "blank_before", "starts_lower",
     "capitals", "word_mean", "pair_mean", "link_share", "seen_after"),
    (-2, -1, 1, 2),
)  # fmt: skip
SCORE_OFFSETS = (-3, -2, -1, 1, 2, 3)


def plain_columns(
    page: Page, shaped: Columns, sizes: Sequence[float], cues: Sequence[Sequence[CueHit]], wordings: Wordings
) -> Columns:
    """The columns of `PLAIN_FEATURES`, which ask no vocabulary; the arguments are those of `first_columns`."""
    return first_columns(page, shaped, sizes, cues) | cohesion_columns(wordings)


def spoken_columns(hashed: Sequence[int], names: NamedBoxes, sizes: Sequence[float], vocabulary: Vocabulary) -> Columns:
    """The columns of `SPOKEN_FEATURES`: what words and names speak for; `hashed` is what `hash_words` finds."""
    return word_columns(hashed, sizes, vocabulary) | kind_columns(hashed, vocabulary) | name_columns(names, vocabulary)


def scored_columns(
    page: Page, first: Columns, sizes: Sequence[float], scores: Sequence[float], wordings: Wordings
) -> Columns:
    """The columns of `SCORED_FEATURES`, which the first pass's scores add to its columns."""
    return context_columns(first, sizes, scores, wordings) | box_columns(page, sizes, scores)
