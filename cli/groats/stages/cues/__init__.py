"""Which known phrases of page furniture a line holds: evidence for `decide`, which alone drops lines.

The phrases are rows of TOML in data/cues, a file a language. What matching needs of them is compiled into
data/cues.jsonl (`python -m groats.stages.cues` writes it), because reading the TOML takes twenty times as long.
"""

from groats.stages.cues.index import Cue, CueIndex, Where, builtin_cues, compile_cues
from groats.stages.cues.match import find_all_cues, find_cues
from groats.stages.cues.rules import (
    CUE_KEYS,
    CueRow,
    builtin_rows,
    compile_rows,
    read_entries,
    read_labels,
    read_row,
    read_rows,
    read_texts,
    refuse_unknown,
)
from groats.stages.cues.tokens import cut_phrase, first_words

__all__ = [
    "CUE_KEYS",
    "Cue",
    "CueIndex",
    "CueRow",
    "Where",
    "builtin_cues",
    "builtin_rows",
    "compile_cues",
    "compile_rows",
    "cut_phrase",
    "find_all_cues",
    "find_cues",
    "first_words",
    "read_entries",
    "read_labels",
    "read_row",
    "read_rows",
    "read_texts",
    "refuse_unknown",
]
