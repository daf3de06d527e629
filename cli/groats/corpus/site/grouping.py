"""Which pages are of one site."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

Grouping = Literal["auto", "host", "directory", "none"]

_ADDRESSES = ("canonical", "meta:og:url")


def find_site(name: str, url: str | None, declared: Sequence[tuple[str, str]], grouping: Grouping) -> str | None:
    """The site that a page is of, None if it is of none: a host ("example.org"), or a directory ("pages/news/").

    `name` is the page's in the run, with "/" between its parts; what lies in a container has the container for its
    directory. The host is that of `url`, else of the address that the page declares; "auto" takes the directory where
    there is no host.
    """
    if grouping == "none":
        return None
    if grouping != "directory":
        own = [value for key in _ADDRESSES for declared_as, value in declared if declared_as == key]
        host = next(filter(None, map(_find_host, [url or "", *own])), None)
        if host or grouping == "host":
            return host
    return f"{PurePosixPath(name).parent}/"


def _find_host(url: str) -> str | None:
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:  # "http://[x": a page may declare anything
        return None
    return host.rstrip(".").removeprefix("www.") if host else None
