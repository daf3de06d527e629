"""What can be counted of every block: by itself, beside its neighbours, and with the page in view."""

from groats.stages.features.boxes import BOX_FEATURES, box_columns
from groats.stages.features.columns import UNTOLD, Columns
from groats.stages.features.context import CONTEXT_FEATURES, LIKENESS, context_columns, find_main_run
from groats.stages.features.first import FIRST_FEATURES, first_columns
from groats.stages.features.headings import find_headings
from groats.stages.features.names import NAME_BUCKETS, NAME_FEATURES, NamedBoxes, name_columns, read_names
from groats.stages.features.passes import (
    NEIGHBOURED,
    PLAIN_FEATURES,
    SCORE_OFFSETS,
    SCORED_FEATURES,
    SPOKEN_FEATURES,
    plain_columns,
    scored_columns,
    spoken_columns,
)
from groats.stages.features.shape import read_shapes
from groats.stages.features.situation import find_openers, find_situations, name_hints
from groats.stages.features.title import TITLE_FEATURES, pick_opening, pick_title, title_candidates, title_columns
from groats.stages.features.wordings import COHESION_FEATURES, cohesion_columns, find_wordings
from groats.stages.features.words import (
    BUCKETS,
    EDGE,
    KIND_FEATURES,
    KINDS,
    WORD_FEATURES,
    article_lead,
    hash_pairs,
    hash_words,
    kind_columns,
    word_columns,
)

__all__ = [
    "BOX_FEATURES",
    "BUCKETS",
    "COHESION_FEATURES",
    "CONTEXT_FEATURES",
    "EDGE",
    "FIRST_FEATURES",
    "KINDS",
    "KIND_FEATURES",
    "LIKENESS",
    "NAME_BUCKETS",
    "NAME_FEATURES",
    "NEIGHBOURED",
    "PLAIN_FEATURES",
    "SCORED_FEATURES",
    "SCORE_OFFSETS",
    "SPOKEN_FEATURES",
    "TITLE_FEATURES",
    "UNTOLD",
    "WORD_FEATURES",
    "Columns",
    "NamedBoxes",
    "article_lead",
    "box_columns",
    "cohesion_columns",
    "context_columns",
    "find_headings",
    "find_main_run",
    "find_openers",
    "find_situations",
    "find_wordings",
    "first_columns",
    "hash_pairs",
    "hash_words",
    "kind_columns",
    "name_columns",
    "name_hints",
    "pick_opening",
    "pick_title",
    "plain_columns",
    "read_names",
    "read_shapes",
    "scored_columns",
    "spoken_columns",
    "title_candidates",
    "title_columns",
    "word_columns",
]
