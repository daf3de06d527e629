"""The nouns of the user's rules."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groats.document import Label
from groats.stages.cues import CueIndex, CueRow


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the lines that all its conditions fit stay (`keep`) or go, as `label` (None: as what they are).

    The conditions, each None or empty where it asks for nothing: `phrases` are in the line, `sections` are the headings
    that it stands below, `labels` are what groats takes it for, and `sources` are the pages.
    """

    name: str
    file: Path
    keep: bool
    label: Label | None
    phrases: CueRow | None
    sections: CueRow | None
    labels: frozenset[Label]
    sources: Any = None  # a pathspec.GitIgnoreSpec: only rules with sources bring it in


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in their order, the first of those that fit a line wins; and all their phrases, and those of sections.

    The cues of the two indexes are named by the rule's place in `rules`.
    """

    rules: tuple[Rule, ...]
    phrases: CueIndex
    sections: CueIndex
