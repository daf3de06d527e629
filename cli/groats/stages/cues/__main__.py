"""Compiles the rows of data/cues into data/cues.jsonl; a test fails until it has been run."""

from groats.stages.cues.index import COMPILED, compile_cues, pack_cues
from groats.stages.cues.rules import builtin_rows

if __name__ == "__main__":
    cues = compile_cues((row.cue, row.phrases) for row in builtin_rows())
    COMPILED.write_bytes(pack_cues(cues))
