"""The profiles of a run's sites in a file, from which each worker reads the few that it needs at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from groats.atomic_files import open_synced
from groats.corpus.site.grouping import Grouping, find_site
from groats.document import Profile
from groats.stages.familiar import FEWEST_PAGES

_HELD = 16  # profiles in the memory of a worker: the pages of a site mostly come together


class _Head(Struct, frozen=True):
    site: str


class _Line(_Head, frozen=True):
    pages: int
    lines: dict[int, int]


class _Place(NamedTuple):
    """Where the profile of a site begins in the file and how long it is, in bytes, and a digest of it."""

    start: int
    length: int
    digest: str


@dataclass(frozen=True, slots=True)
class Sites:
    """The profiles of all sites that have three different pages or more, at most 10,000 of them."""

    grouping: Grouping
    path: Path
    places: Mapping[str, _Place]

    def site_of(self, name: str, url: str | None, declared: Sequence[tuple[str, str]]) -> str:
        """The site of a page, as `find_site` finds it; "" where it is of none."""
        return find_site(name, url, declared, self.grouping) or ""

    def digest_of(self, site: str) -> str:
        """The same string for the same profile; "" where the site has none."""
        place = self.places.get(site)
        return place.digest if place else ""

    def find(self, site: str) -> Profile | None:
        """The profile of a site; raises `OSError` if the file is gone."""
        place = self.places.get(site)
        return _read(self.path, place) if place else None


def write_sites(path: Path, grouping: Grouping, profiles: Iterable[Profile]) -> Sites:
    """The profiles that can change something, once they are in the file, a line of JSON each; raises `OSError`."""
    places: dict[str, _Place] = {}
    start = 0
    with open_synced(path) as file:
        for profile in profiles:
            if profile.pages < FEWEST_PAGES or not profile.lines:
                continue
            line = msgspec.json.encode(_Line(profile.site, profile.pages, dict(profile.lines))) + b"\n"
            file.write(line)
            places[profile.site] = _place(start, line)
            start += len(line)
    return Sites(grouping, path, places)


def read_sites(path: Path, grouping: Grouping) -> Sites:
    """The profiles that `write_sites` wrote; raises `OSError`, and `ValueError` if the file holds anything else."""
    places: dict[str, _Place] = {}
    start = 0
    with path.open("rb") as file:
        for line in file:
            places[msgspec.json.decode(line, type=_Head).site] = _place(start, line)
            start += len(line)
    return Sites(grouping, path, places)


def _place(start: int, line: bytes) -> _Place:
    return _Place(start, len(line), blake2b(line, digest_size=8).hexdigest())


@lru_cache(_HELD)
def _read(path: Path, place: _Place) -> Profile:
    with path.open("rb") as file:
        file.seek(place.start)
        line = msgspec.json.decode(file.read(place.length), type=_Line)
    return Profile(line.site, line.pages, line.lines)
