"""What the pages of a site share: which pages are of one site, how often each line stands on them, kept in a file."""

from groats.corpus.site.census import Census
from groats.corpus.site.file import read_profile, to_toml
from groats.corpus.site.grouping import Grouping, find_site

__all__ = ["Census", "Grouping", "find_site", "read_profile", "to_toml"]
