"""The nouns of a run over many pages: what is to be cleaned, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from groats.document import Kind


@dataclass(frozen=True, slots=True)
class Source:
    """One page to clean, by its name in the run; its bytes are read late where it is a file of its own.

    `name` is relative with "/" between parts: "a/b.html", "dump.tar/a/b.txt", "pages.jsonl/17". `data` is None for a
    plain file, which the worker reads, so that a page that cannot be read or never ends fails alone.
    """

    name: str
    path: Path
    data: bytes | None = None
    kind: Kind | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that was not cleaned, and the sentence that says why."""

    name: str
    reason: str
