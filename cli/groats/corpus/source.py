"""A page to clean in a run over many, or why there is none."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from groats.document import Kind, Options


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page to clean, by its name in the run; its bytes are read late where it is a file of its own.

    `name` is relative with "/" between parts: "a/b.html", "dump.tar/a/b.txt", "pages.jsonl/17". `data` is None for a
    plain file, which the worker reads, so that a page that cannot be read or never ends fails alone; of any other,
    `container` is the name in the run of the file that holds it. `id` is what the container itself calls the page,
    `encoding` what it says of the bytes; both go before what groats would find out. `is_decoded` says that the bytes
    were text already, which the container had decoded: whatever the user says of its bytes, these are UTF-8.
    """

    name: str
    path: Path
    data: bytes | None = None
    kind: Kind | None = None
    url: str | None = None
    id: str | None = None
    encoding: str | None = None
    container: str = ""
    is_decoded: bool = False

    @property
    def held(self) -> int:
        """The bytes of the page that are in memory."""
        return len(self.data or b"")

    def adapt(self, options: Options) -> Options:
        """The options for this page: what the user says goes before what the file of many pages says."""
        return replace(
            options,
            kind=options.kind or self.kind,
            encoding="utf-8" if self.is_decoded else options.encoding or self.encoding,
            url=options.url or self.url,
            source=self.name,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that was not cleaned, and the sentence that says why."""

    name: str
    reason: str

    @property
    def held(self) -> int:
        """None of its bytes are in memory."""
        return 0


Found: TypeAlias = PageSource | Failure
