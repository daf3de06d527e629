"""The table of tags, read once."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from groats.document import Form
from groats.stages.markup.templates import TEMPLATE
from groats.tables import load_table


@dataclass(frozen=True, slots=True)
class Tags:
    """What `data/tags.toml` says of tags: sets of names, and what a name stands for."""

    unseen: frozenset[str]
    apart: frozenset[str]
    block: frozenset[str]
    spaced: frozenset[str]
    inline: frozenset[str]
    childless: frozenset[str]
    end_optional: frozenset[str]
    formatting: frozenset[str]
    fences: frozenset[str]
    swallowing: frozenset[str]
    forms: Mapping[str, Form]
    landmarks: Mapping[str, str]
    roles: Mapping[str, str]
    known: frozenset[str]

    def without_scripts(self) -> "Tags":
        """The same for a browser without scripts, which shows <noscript>; opened templates are blocks too."""
        return replace(self, unseen=self.unseen - {"noscript"}, block=self.block | {"noscript", TEMPLATE})


@functools.cache
def load_tags() -> Tags:
    """The table of tags."""
    table = load_table("tags")
    forms = {tag: Form(form) for tag, form in table.pop("forms").items()}
    sets = {name: frozenset(tags) for name, tags in table.items() if isinstance(tags, list)}
    known = frozenset().union(*sets.values())
    return Tags(**sets, known=known, forms=forms, landmarks=table["landmarks"], roles=table["roles"])
