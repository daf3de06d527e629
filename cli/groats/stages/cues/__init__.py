"""Which known phrases of page furniture a line holds: evidence for `decide`, which alone drops lines.

The phrases are rows of TOML in data/cues, by label and language. What matching needs of them is compiled into
data/cues.json (`python -m groats.stages.cues` writes it), because reading the TOML takes twenty times as long.
"""

from groats.stages.cues.index import Cue, CueIndex, builtin_cues
from groats.stages.cues.match import find_all_cues, find_cues
from groats.stages.cues.rules import CueRow, builtin_rows, load_rules, read_rows

__all__ = [
    "Cue",
    "CueIndex",
    "CueRow",
    "builtin_cues",
    "builtin_rows",
    "find_all_cues",
    "find_cues",
    "load_rules",
    "read_rows",
]
