"""What the pages of a site share: which pages are of one site, how often each line stands on them, kept in a file."""

from groats.corpus.site.census import Census, Lines, pack_lines
from groats.corpus.site.file import read_profile, to_toml
from groats.corpus.site.grouping import Grouping, find_site
from groats.corpus.site.sites import Sites, read_sites, write_sites

__all__ = [
    "Census",
    "Grouping",
    "Lines",
    "Sites",
    "find_site",
    "pack_lines",
    "read_profile",
    "read_sites",
    "to_toml",
    "write_sites",
]
