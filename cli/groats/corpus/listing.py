"""The pages that a directory is about, the doubtful first: raw pages, or those that `groats batch` cleaned into it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from groats.corpus.containers import Fields
from groats.corpus.destination import Destination
from groats.corpus.own import is_own
from groats.corpus.site import Grouping, Sites, read_profile, read_sites
from groats.document import Kind, Label, Options
from groats.errors import InputError, reason_of

REPORT = "groats-report.json"


class Wishes(NamedTuple):
    """What a run was told of how to clean: by the command line, and by the configuration of that time."""

    kind: Kind | None
    encoding: str | None
    keep: frozenset[Label]
    drop: frozenset[Label]
    rules: tuple[Path, ...]
    profile: Path | None

    def add_to(self, options: Options) -> Options:
        """The options with the kind, the encoding and the profile of the pages, where they do not say otherwise.

        Raises `UsageError` where the profile cannot be read.
        """
        profile = options.profile or (read_profile(self.profile) if self.profile else None)
        kind, encoding = options.kind or self.kind, options.encoding or self.encoding
        return replace(options, kind=kind, encoding=encoding, profile=profile)


class _Settings(Struct, frozen=True, rename=lambda name: name.strip("_").replace("_", " ")):
    from_: Literal["auto", "text", "html"] = "auto"
    encoding: str | None = None
    keep: list[Label] = []
    drop: list[Label] = []
    rules: list[str] = []
    profile: str | None = None
    site: Grouping = "none"
    text_field: str | None = None
    html_field: str | None = None
    id_field: str = "id"
    url_field: str = "url"

    def find_fields(self) -> Fields:
        return Fields(self.text_field, self.html_field, self.id_field, self.url_field)

    def find_wishes(self) -> Wishes:
        kind = None if self.from_ == "auto" else self.from_
        rules, profile = tuple(map(Path, self.rules)), Path(self.profile) if self.profile else None
        return Wishes(kind, self.encoding, frozenset(self.keep), frozenset(self.drop), rules, profile)


class _Page(Struct, frozen=True):
    source: str
    path: str
    confidence: float
    container: str | None = None
    site: str | None = None


class _Report(Struct, frozen=True):
    """What is read of the report that `groats.corpus.results` writes."""

    pages: list[_Page]
    settings: _Settings = _Settings()


_SUFFIXES = frozenset({"", ".htm", ".html", ".markdown", ".md", ".text", ".txt", ".xhtml"})


class Cleaned(NamedTuple):
    """What a run knew of a page: the name of the file of many that holds it, and its site ("" for none).

    `fields` are where the records of such files have their pages; `sites` the profiles of the sites, if there are any;
    `wishes` what the run was told of how to clean.
    """

    container: str
    site: str
    fields: Fields
    sites: Sites | None
    wishes: Wishes


class ListedPage(NamedTuple):
    """A raw page: its name in the run, where it is, how sure its cleaning was (None: not known yet), and how it went.

    The name is fit for UTF-8: what the file system has in another encoding is "?".
    """

    name: str
    path: Path
    confidence: float | None = None
    cleaned: Cleaned | None = None


def list_pages(dest: Path) -> list[ListedPage]:
    """The raw pages of a file, of a directory, or of the report that `groats batch` left in it, by `doubtful_first`.

    Raises `InputError` where there is no page, or where the report cannot be read.
    """
    if not dest.exists():
        raise InputError(f"{dest} does not exist: name a directory of pages, or one that groats batch wrote.")
    report = dest / REPORT
    try:
        pages = (
            [ListedPage(_scrub(dest.name), dest)]
            if dest.is_file()
            else list(_read_report(report))
            if report.is_file()
            else [ListedPage(_scrub(path.relative_to(dest).as_posix()), path) for path in _walk(dest)]
        )
    except OSError as error:
        raise InputError(f"{dest} cannot be read: {reason_of(error)}.") from error
    if not pages:
        raise InputError(f"{dest} has no pages: name a directory of text or HTML, or one that groats batch wrote.")
    return doubtful_first(pages)


def doubtful_first(pages: Sequence[ListedPage]) -> list[ListedPage]:
    """The pages by their confidence, those without one last, then by name."""
    return sorted(pages, key=lambda page: (page.confidence is None, page.confidence or 0.0, page.name))


def _walk(folder: Path) -> Iterator[Path]:
    """The files that look like pages, at any depth; nothing that is hidden, or that groats itself has left there."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file() and path.suffix.lower() in _SUFFIXES and not is_own(path.name):
            yield path


def _scrub(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _read_report(path: Path) -> Iterator[ListedPage]:
    """The pages that a report names; raises `OSError`, and `InputError` if it is none."""
    try:
        report = msgspec.json.decode(path.read_bytes(), type=_Report)
        sites = Destination(path.parent).sites
        profiles = (
            read_sites(sites, report.settings.site) if report.settings.site != "none" and sites.exists() else None
        )
        wishes = report.settings.find_wishes()
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{path} is no report of groats batch ({reason}): clean the pages again.") from error
    fields = report.settings.find_fields()
    for page in report.pages:
        cleaned = Cleaned(page.container or "", page.site or "", fields, profiles, wishes)
        yield ListedPage(_scrub(page.source), path.parent / page.path, page.confidence, cleaned)
