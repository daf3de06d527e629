"""A site's profile as a TOML file: counts of hashed lines, no text of a page."""

import json
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from groats.document import Profile
from groats.errors import UsageError
from groats.paths import mask_bytes
from groats.tables import read_table

_VERSION = 1
_COUNT = Annotated[int, Meta(ge=2)]
_MARK = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    site: str
    pages: Annotated[int, Meta(ge=0)]
    lines: dict[_MARK, _COUNT]


def to_toml(profile: Profile) -> str:
    """The profile as the text of a file, the lines on most pages first; the same for equal profiles."""
    ranked = sorted(profile.lines.items(), key=lambda line: (-line[1], line[0]))
    # A string of JSON is one of TOML, but for halves of surrogate pairs and for DEL, which TOML wants escaped.
    site = json.dumps(mask_bytes(profile.site), ensure_ascii=False).replace("\x7f", "\\u007f")
    head = (
        "# Learnt by groats: on how many of a site's pages each line stands, by a hash of the line.\n"
        f"version = {_VERSION}\nsite = {site}\npages = {profile.pages}\n\n[lines]\n"
    )
    return head + "".join(f"{mark:016x} = {count}\n" for mark, count in ranked)


def read_profile(path: Path) -> Profile:
    """The profile in a file; raises `UsageError`, naming the file and the place, where it cannot be used."""
    raw = read_table(path, name="a profile that groats learn wrote", mend="learn the profile anew")
    if raw.get("version", _VERSION) != _VERSION:
        raise UsageError(f"{path} is a profile of version {raw['version']!r}, not {_VERSION}: learn it anew.")
    try:
        file = msgspec.convert(raw, _File)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path} is no profile of a site ({error}): learn it anew.") from error
    if any(count > file.pages for count in file.lines.values()):
        raise UsageError(f"{path} has a line on more pages than the site's {file.pages}: learn the profile anew.")
    return Profile(file.site, file.pages, {int(mark, 16): count for mark, count in file.lines.items()})
