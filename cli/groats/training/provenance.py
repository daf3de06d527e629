"""Which weights were fitted together: those that groats runs with, and those of the folds that they are measured by."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

# What is found out or noted once the models stand.
_LATER = frozenset({"run", "made_on", "confidence", "out_of_fold_word_f1"})


def name_run(weights: Sequence[Mapping[str, Any]]) -> str:
    """The first twelve digits of a SHA-256 over all that was fitted: the folds' weights in order, then those of all.

    The same corpus and the same code give the same name on any day.
    """
    digest = sha256()
    for own in weights:
        fitted = {name: value for name, value in own.items() if name not in _LATER}
        digest.update(json.dumps(fitted, sort_keys=True, separators=(",", ":")).encode())
    return digest.hexdigest()[:12]
