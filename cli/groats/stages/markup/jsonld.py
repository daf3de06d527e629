"""JSON-LD, flattened to pairs."""

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

_LONGEST = 1_000_000  # characters: more is a catalogue
_MOST_NODES = 2_000

_FIELDS = (
    "@type", "headline", "name", "author", "creator", "datePublished", "dateCreated", "uploadDate", "dateModified",
    "publisher", "articleSection", "keywords", "inLanguage", "copyrightHolder", "copyrightYear", "copyrightNotice",
)  # fmt: skip
_NOT_THE_PAGE = frozenset(
    {
        "BreadcrumbList", "ListItem", "ImageObject", "SearchAction", "WebSite", "Organization", "NewsMediaOrganization",
        "Person", "SiteNavigationElement", "Corporation", "LocalBusiness", "Comment", "Review", "Offer", "ItemList",
    }
)  # fmt: skip


def flatten(source: str) -> list[tuple[str, str]]:
    """The pairs ("ld:headline", "...") of the things that the JSON-LD says the page is about; () if it is broken."""
    if len(source) > _LONGEST:
        return []
    try:
        value = json.loads(source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    things = list(_things(value))
    names = {
        thing["@id"]: thing["name"]
        for thing in things
        if isinstance(thing.get("@id"), str) and isinstance(thing.get("name"), str)
    }
    pairs = []
    for thing in things:
        types = [each for each in _listed(thing.get("@type")) if isinstance(each, str)]
        if not _NOT_THE_PAGE.isdisjoint(types):
            continue
        for field in _FIELDS:
            for each in _listed(thing.get(field)):
                text = _text(each, names)
                if text:
                    pairs.append((f"ld:{field}", text))
    return pairs


def _things(value: object) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists and graphs, and what a page is said to be about."""
    queue = deque([value])
    for _ in range(_MOST_NODES):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, list):
            queue.extend(value[:_MOST_NODES])
        elif isinstance(value, dict):
            yield value
            queue += [
                value[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(value.get(key), list | dict)
            ]


def _listed(value: object) -> list[object]:
    return value[:_MOST_NODES] if isinstance(value, list) else [value]


def _text(value: object, names: dict[str, str]) -> str:
    """What a value says in words: itself, or the name of what it is or refers to."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or names.get(str(value.get("@id")))
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())
