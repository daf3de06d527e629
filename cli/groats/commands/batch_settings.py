"""What `groats batch` was told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from groats.corpus.destination import Destination
from groats.corpus.walk import Found, Selection, find_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groats.corpus.containers import Fields
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

    def describe_all(self) -> dict[str, str]:
        """What the run was told: also how pages are found, and what they must not exceed."""
        fields = self.fields
        return self.describe() | {
            "text field": fields.text or "",
            "html field": fields.html or "",
            "id field": fields.id,
            "url field": fields.url,
            "include": ", ".join(self.include),
            "exclude": ", ".join(self.exclude),
            "timeout": f"{self.timeout:g}",
            "max bytes": f"{self.max_bytes}",
        }

    def describe(self) -> dict[str, str]:
        """What the result of a page depends on, in words."""
        options = self.options
        return {
            "format": "records" if Destination(self.dest).is_file else self.written,
            "from": options.kind or "auto",
            "encoding": options.encoding or "auto",
            "keep": ", ".join(sorted(options.keep)),
            "drop": ", ".join(sorted(options.drop)),
            "rules": os.pathsep.join(str(path.absolute()) for path in self.rules),
            "title": "yes" if self.title else "no",
            "site": self.site,
            "profile": str(self.profile.absolute()) if self.profile else "",
        }
