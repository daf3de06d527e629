"""What can be counted of every block: by itself, beside its neighbours, and with the page in view."""

from groats.stages.features.first import FIRST_FEATURES, first_features
from groats.stages.features.headings import find_headings
from groats.stages.features.second import SECOND_FEATURES, find_main_run, second_features
from groats.stages.features.shape import read_shape
from groats.stages.features.title import find_title

__all__ = [
    "FIRST_FEATURES",
    "SECOND_FEATURES",
    "find_headings",
    "find_main_run",
    "find_title",
    "first_features",
    "read_shape",
    "second_features",
]
