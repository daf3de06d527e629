"""How the user wants a page to be cleaned."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from groats.document.label import Label
from groats.document.page import Kind
from groats.errors import UsageError

_LABELS = frozenset(Label)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the pages of a site share: on how many of its `pages` each line stands, for those on two or more.

    A line is known by its `groats.stages.familiar.fingerprint`. `site` is a host or a directory, for people to read.
    """

    site: str
    pages: int
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Options:
    """How to clean: `kind` and `encoding` None find out by themselves; `keep` and `drop` move labels to the other side.

    `url` is the page's address, which may tell its date and site, and from which its links are seen.

    `explain` gives every verdict its reasons, with which a page takes some three times as long.
    `whole` reads all of the page, however long; else its beginning, a second's worth, with the warning `cut_short`.

    `now` is the moment at which the page was scraped: without it, "3 hours ago" is no date.

    `rules` are the user's own (see `groats.rules.load_rules`): they win over the decision. `source` is the page's
    name, by which a rule may say that it is for some pages only.

    `profile` tells what other pages of the site have too: such lines are likelier furniture.
    """

    kind: Kind | None = None
    encoding: str | None = None
    url: str | None = None
    keep: AbstractSet[Label] = frozenset()
    drop: AbstractSet[Label] = frozenset()
    rules: Any = None  # a groats.rules.Rules: the nouns know no other layer
    source: str | None = None
    profile: Profile | None = None
    explain: bool = False
    whole: bool = True
    now: datetime | None = None

    def __post_init__(self) -> None:
        """Raises `UsageError` for a kind or a label that does not exist."""
        if self.kind not in {None, *get_args(Kind)}:
            raise UsageError(f"There is no kind {self.kind!r}: a page is read as {' or '.join(get_args(Kind))}.")
        for label in (*self.keep, *self.drop):
            if label not in _LABELS:
                raise UsageError(f"There is no label {label!r}; the labels are {', '.join(Label)}.")
