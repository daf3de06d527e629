"""What can be counted of every block: by itself, beside its neighbours, and with the page in view."""

from groats.stages.features.context import CONTEXT_FEATURES, context_features, find_main_run
from groats.stages.features.first import FIRST_FEATURES, first_features
from groats.stages.features.headings import find_headings
from groats.stages.features.shape import read_shape
from groats.stages.features.situation import find_openers, find_situations
from groats.stages.features.title import TITLE_FEATURES, pick_title, title_candidates, title_features
from groats.stages.features.words import find_rarity

__all__ = [
    "CONTEXT_FEATURES",
    "FIRST_FEATURES",
    "TITLE_FEATURES",
    "context_features",
    "find_headings",
    "find_main_run",
    "find_openers",
    "find_rarity",
    "find_situations",
    "first_features",
    "pick_title",
    "read_shape",
    "title_candidates",
    "title_features",
]
