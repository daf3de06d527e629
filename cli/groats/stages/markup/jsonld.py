"""JSON-LD, flattened to pairs."""

import html
import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

_LONGEST = 1_000_000  # characters: more is a catalogue
_MOST_THINGS = 2_000
_WRAPPING = " \t\r\n/*;<!->"  # comment marks and the like around the JSON, which begins and ends with a bracket

_FIELDS = (
    "@type",
    "headline",
    "name",
    "author",
    "creator",
    "datePublished",
    "dateCreated",
    "uploadDate",
    "dateModified",
    "publisher",
    "articleSection",
    "keywords",
    "inLanguage",
    "copyrightHolder",
    "copyrightYear",
    "copyrightNotice",
)

# Things beside the page: their names and dates are not the page's.
_BESIDE = frozenset(
    {
        "BreadcrumbList",
        "Comment",
        "Corporation",
        "ImageObject",
        "ItemList",
        "ListItem",
        "LocalBusiness",
        "NewsMediaOrganization",
        "Offer",
        "Organization",
        "Person",
        "SearchAction",
        "SiteNavigationElement",
        "WebSite",
    }
)


def flatten(source: str) -> list[tuple[str, str]]:
    """The pairs ("ld:headline", "...") of what the JSON-LD says of the page, in order; none if it is broken.

    A thing that is named ("author": {"@type": "Person", "name": "..."}), here or elsewhere in the same script, stands
    by its name; a list gives a pair for each.
    """
    if len(source) > _LONGEST:
        return []
    try:
        value = json.loads(source.replace("<![CDATA[", "").replace("]]>", "").strip(_WRAPPING), strict=False)
    except (ValueError, RecursionError):
        return []
    things = list(_things(value))
    names = {str(thing["@id"]): thing.get("name") for thing in things if "@id" in thing}
    return [
        (f"ld:{field}", text)
        for thing in things
        if _BESIDE.isdisjoint(each for each in _listed(thing.get("@type")) if isinstance(each, str))
        for field in _FIELDS
        for each in _listed(thing.get(field))
        if (text := _text(each, names))
    ]


def _things(value: object) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists and graphs, and what a page is said to be about."""
    queue = deque([value])
    for _ in range(_MOST_THINGS):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, list):
            queue.extend(value[:_MOST_THINGS])
        elif isinstance(value, dict):
            yield value
            queue.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _text(value: object, names: Mapping[str, object]) -> str:
    """What a value says in words: itself, or the name of what it is or refers to."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or names.get(str(value.get("@id")))
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(html.unescape(str(value)).split())
