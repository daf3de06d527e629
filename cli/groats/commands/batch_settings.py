"""What `groats batch` was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from groats.corpus.destination import Destination
from groats.corpus.source import Found
from groats.corpus.walk import Selection, find_sources
from groats.paths import escape_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groats.corpus.containers import Fields
    from groats.corpus.report import Setting
    from groats.corpus.site import Grouping
    from groats.document import Options


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line says."""

    arguments: Sequence[Path]
    dest: Path
    options: Options
    written: Literal["text", "markdown", "json"]
    title: bool
    links: bool
    rules: Sequence[Path]
    site: Grouping
    profile: Path | None
    jobs: int
    include: Sequence[str]
    exclude: Sequence[str]
    fields: Fields
    resume: bool
    overwrite: bool
    timeout: float
    max_bytes: int
    report: Path | None
    quiet: bool

    def find(self) -> Iterator[Found]:
        """The pages."""
        left_out = [self.dest, *([self.report] if self.report else [])]
        selection = Selection(self.max_bytes, self.include, self.exclude, self.fields, left_out)
        return find_sources(self.arguments, selection)

    def describe_all(self) -> dict[str, Setting]:
        """What the run was told: also how pages are found, and what they must not exceed."""
        fields = self.fields
        return self.describe() | {
            "text field": None if fields.text is None else escape_bytes(fields.text),
            "html field": None if fields.html is None else escape_bytes(fields.html),
            "id field": escape_bytes(fields.id),
            "url field": escape_bytes(fields.url),
            "include": list(map(escape_bytes, self.include)),
            "exclude": list(map(escape_bytes, self.exclude)),
            "timeout": self.timeout,
            "max bytes": self.max_bytes,
        }

    def describe(self) -> dict[str, Setting]:
        """What the result of a page depends on."""
        options = self.options
        return {
            "format": "records" if Destination(self.dest).is_file else self.written,
            "from": options.kind or "auto",
            "encoding": options.encoding,
            "keep": [label.value for label in sorted(options.keep)],
            "drop": [label.value for label in sorted(options.drop)],
            "rules": [escape_bytes(str(path.absolute())) for path in self.rules],
            "title": self.title,
            "links": self.links,
            "now": options.now.isoformat() if options.now else None,
            "site": self.site,
            "profile": escape_bytes(str(self.profile.absolute())) if self.profile else None,
        }
