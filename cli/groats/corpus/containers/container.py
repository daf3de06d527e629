"""A file that holds many pages, as its readers are told of it."""

from dataclasses import dataclass, field
from pathlib import Path

from groats.corpus.source import Failure
from groats.errors import InputError


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a row or record that hold the page's text or HTML, its id and its address.

    With neither `text` nor `html` given, a row's page is in "html", else in "text"; with one of them, it is there.
    """

    text: str | None = None
    html: str | None = None
    id: str = "id"
    url: str = "url"


@dataclass(frozen=True, slots=True)
class Container:
    """A file of many pages: `name` is its name in the run, and no page may be larger than `max_bytes`."""

    path: Path
    name: str
    max_bytes: int
    fields: Fields = field(default_factory=Fields)

    def name_page(self, part: int | str) -> str:
        """The name in the run of the page that stands at this number, or under this name, in the file."""
        return f"{self.name}/{part}"

    def fail(self, part: int | str, reason: str) -> Failure:
        """A failure of one page."""
        return Failure(self.name_page(part), reason)


class PageError(InputError):
    """Why one page cannot be read: the end of a sentence that begins with its name."""


def too_large(max_bytes: int) -> str:
    """What is said of a page of more bytes than a page may have."""
    return f"the page has more than {max_bytes:,} bytes (see --max-bytes)."
