"""The rows of a sentence in one line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from groats.stages.lines.hyphens import SOFT

# What follows a hyphen that stands for the rest of a word.
_BETWEEN_HYPHENS = frozenset(
    {"and", "or", "to", "und", "oder", "bzw.", "bis", "y", "o", "e", "et", "ou", "en", "of", "och", "og", "i", "и",
     "или"}
)  # fmt: skip
_CJK = re.compile("[\u2e80-\u303e\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_CLOSES = re.compile(r"[,.;)\]!?%’”»、。，；：]|:(?!\w)")  # ":Author:" is a field


def join_rows(parts: Sequence[str]) -> str:
    """The parts of a sentence in one line: with a space, but not where they are one word or a script has none."""
    joined = [parts[0]]
    for previous, part in pairwise(parts):
        if previous.endswith(SOFT):
            joined[-1] = joined[-1].removesuffix(SOFT)
        glued = _CLOSES.match(part) or (_CJK.match(previous[-1]) and _CJK.match(part[0]))
        joined.append(part if glued or _is_one_word(previous, part) else " " + part)
    return "".join(joined)


def _is_one_word(above: str, below: str) -> bool:
    """Whether a word was parted at its hyphen: "twenty-" and "three", but not "front-" and "and back-end"."""
    if above.endswith(SOFT):
        return True
    if not (above.endswith(("-", "\u2010")) and above[-2:-1].isalpha() and below[0].islower()):
        return False
    return below.split(None, 1)[0].rstrip(",") not in _BETWEEN_HYPHENS
