"""Whose page it is: the site's name, and titles without it."""

import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import urlsplit

from groats.stages.metadata.words import fold, key, site_words

LONGEST_NAME = 60
_MOST_SUFFIXES = 3  # "Title | Section | City | Site"
_SHORT_PART = 3  # letters of a part of an address that is none of a name: "www", "co", "com"
_LONG_KEY = 5  # letters of a name that may stand for a longer one
SEPARATOR = re.compile(r"\s*\|\s*|\s+(?:[-–—·•:»›«~]|::|\|\|)\s+")
ADDRESS = re.compile(r"(?:www\.)?([\w-]{2,60})(?:\.[a-z]{2,4}){0,2}\.[a-z]{2,12}", re.IGNORECASE)


def host_keys(address: str | None) -> frozenset[str]:
    """What a site's name is compared with: the longer parts of "news.rowan-post.co.uk", and all but its beginning."""
    try:
        host = urlsplit((address or "")[:2000]).hostname or ""
    except ValueError:
        return frozenset()
    match = ADDRESS.fullmatch(host.rpartition("www.")[2])
    parts = frozenset(key(part) for part in host.split(".")[:-1] if len(part) > _SHORT_PART)
    return parts | frozenset({key(match[1]), key(match[0])} if match else ())


def find_site(names: Sequence[str], hosts: frozenset[str]) -> str | None:
    """The site's name by the owners in its copyright lines; publishers only when no other name is there."""
    known = [name for name in names if key(name).removeprefix("the") in hosts or key(name) in hosts]
    own = [name for name in names if site_words("copyright", "groups").isdisjoint(fold(name).split())]
    return next(iter(known or own or names), None)


def cut_site(title: str, sites: Iterable[str | None], heading: str | None, lines: Collection[str]) -> str:
    """The title without the site's name before or behind it, where the page shows that it is one.

    It does so by naming the site (`sites`, as names or keys), by a `heading` that is the title without it, or by
    printing what stands there on another of its `lines`.
    """
    names = {key(site).removeprefix("the") for site in sites if site}
    for _ in range(_MOST_SUFFIXES):
        breaks = list(SEPARATOR.finditer(title))
        if not breaks:
            return title
        head, tail = title[: breaks[-1].start()], title[breaks[-1].end() :]
        first, rest = title[: breaks[0].start()], title[breaks[0].end() :]
        if head and (_names_a_site(tail, names) or _is_printed(tail, lines) or (heading and key(head) == key(heading))):
            title = head
        elif rest and (_names_a_site(first, names) or (heading and key(rest) == key(heading))):
            title = rest
        else:
            return title
    return title


def title_suffix(title: str, lines: Collection[str]) -> str | None:
    """The name behind a title's last bar or dash where the page prints it elsewhere too, None if it does not."""
    breaks = list(SEPARATOR.finditer(title))
    tail = title[breaks[-1].end() :] if breaks else ""
    return tail if tail and len(tail) <= LONGEST_NAME and _is_printed(tail, lines) else None


def _is_printed(text: str, lines: Collection[str]) -> bool:
    """Whether a line is the text; one that begins small is an ordinary word unless the line does so too."""
    if text[:1].islower():
        return text in lines
    wanted = key(text)
    return bool(wanted) and any(len(line) <= 2 * len(text) and key(line) == wanted for line in lines)


def _names_a_site(text: str, names: set[str]) -> bool:
    """Whether the text is one of the names, its address, begins with a long one, or has its letters as initials."""
    plain = key(text).removeprefix("the")
    if not plain:
        return False
    address = ADDRESS.fullmatch(text.strip())
    initials = key("".join(word[:1] for word in text.split()))
    return (
        plain in names
        or bool(address and key(address[1]) in names)
        or (len(initials) > len("ab") and initials in names)
        or any(len(name) >= _LONG_KEY and plain.startswith(name) for name in names)
    )
