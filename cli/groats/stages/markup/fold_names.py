"""What page authors call the hidden parts of a page: those to be unfolded, and those that stay hidden."""

import functools
import re
from dataclasses import dataclass

from groats.tables import load_table

_LONGEST = 300  # characters of an id and classes that are looked at


@dataclass(frozen=True, slots=True)
class Folds:
    """What `data/folds.toml` says: a pattern of names for each kind, and the roles and attributes of folds."""

    fold: re.Pattern[str]
    veil: re.Pattern[str]
    copy: re.Pattern[str]
    roles: frozenset[str]
    attributes: frozenset[str]


@functools.cache
def load_folds() -> Folds:
    """The table of folds."""
    table = load_table("folds")
    kinds = {kind: re.compile("|".join(row["pattern"] for row in table[kind])) for kind in ("fold", "veil", "copy")}
    return Folds(**kinds, roles=frozenset(table["roles"]), attributes=frozenset(table["attributes"]))


def is_fold(names: str) -> bool:
    """Whether an id and classes, in lower case, are those of a part to be unfolded."""
    return load_folds().fold.search(names, 0, _LONGEST) is not None


def is_copy(names: str) -> bool:
    """Whether they are those of the only copy of something that can be read."""
    return load_folds().copy.search(names, 0, _LONGEST) is not None


def is_veil(names: str) -> bool:
    """Whether they are those of a part that stays hidden."""
    return load_folds().veil.search(names, 0, _LONGEST) is not None
