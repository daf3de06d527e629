"""The pages that `groats batch` cleaned, as the report says that it left behind."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from groats.corpus.containers import Fields
from groats.corpus.destination import Destination
from groats.corpus.results import ReportedPage
from groats.corpus.site import Grouping, Sites, read_profile, read_sites
from groats.document import Kind, Label, Options
from groats.errors import InputError


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


class _Settings(Struct, frozen=True, rename=lambda name: name.strip("_").replace("_", " ")):
    """What is read of what the command wrote down."""

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


class _Report(Struct, frozen=True):
    """What is read of the report that `groats.corpus.results` writes."""

    pages: list[ReportedPage]
    settings: _Settings = _Settings()


def read_report(dest: Destination) -> Iterator[tuple[ReportedPage, Cleaned]]:
    """The pages that the report of a run names; raises `OSError`, and `InputError` if it is none."""
    try:
        report = msgspec.json.decode(dest.report.read_bytes(), type=_Report)
        is_counted = report.settings.site != "none" and dest.sites.exists()
        profiles = read_sites(dest.sites, report.settings.site) if is_counted else None
        wishes = report.settings.find_wishes()
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{dest.report} is no report of groats batch ({reason}): clean the pages again.") from error
    fields = report.settings.find_fields()
    for page in report.pages:
        yield page, Cleaned(page.container or "", page.site or "", fields, profiles, wishes)
