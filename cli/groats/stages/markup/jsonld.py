"""JSON-LD, flattened to pairs, thing by thing."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from groats.stages.markup.script_data import WRAPPING, find_objects
from groats.stages.markup.xhtml import CDATA, CDATA_END

_LONGEST = 1_000_000  # characters: more is a catalogue
_MOST_THINGS = 2_000
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")  # of other things

_FIELDS = (
    "@type",
    "headline",
    "name",
    "author",
    "creator",
    "datePublished",
    "dateCreated",
    "dateModified",
    "publisher",
    "articleSection",
    "keywords",
    "inLanguage",
    "copyrightHolder",
    "copyrightYear",
    "copyrightNotice",
    "isAccessibleForFree",
)
_FREE = "isAccessibleForFree"  # the one of them that is true or false

# Things beside the page: their names and dates are not the page's.
_BESIDE = frozenset(
    {
        "AggregateRating",
        "Answer",
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
        "Rating",
        "SearchAction",
        "SiteNavigationElement",
        "WebSite",
        "WPFooter",
        "WPHeader",
        "WPSideBar",
    }
)
# The types of schema.org that a page is written as, by how their names end: NewsArticle, BlogPosting,
# DiscussionForumPosting, SocialMediaPosting, LiveBlogPosting. What else a page may be comes next, the page itself last.
_WRITTEN = ("Article", "Posting", "Report", "Review", "Recipe", "Question", "Product", "JobPosting", "Book", "Course")
_PAGES = ("WebPage", "ItemPage", "CollectionPage", "QAPage", "FAQPage", "AboutPage", "ProfilePage", "SearchResultsPage")
ARTICLE, OTHER, PAGE = range(3)

# Markup that a headline or a name is written with; as text it would be "&lt;em&gt;".
_TAG = re.compile(r"</?(?:(br|p)|a|abbr|b|em|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(?=\s*+[}\]])")
_STRING = r'"((?:[^"\\]|\\.){1,2000}+)"'
_SALVAGED = re.compile(rf'"(headline|datePublished|dateModified|dateCreated|articleSection)"\s*+:\s*+{_STRING}')
_AUTHOR = re.compile(rf'"author"\s*+:\s*+(?:\[\s*+)?(?:\{{[^{{}}]{{0,300}}?"name"\s*+:\s*+)?{_STRING}')

Pairs = list[tuple[str, str]]


def flatten(source: str) -> list[tuple[int, Pairs]]:
    """What the JSON-LD says of the page, thing by thing: how near the thing is to an article, and its pairs.

    The pairs ("ld:headline", "...") are in the order of the source; [] if nothing is said. A thing that is named
    ("author": {"@type": "Person", "name": "..."}), here or elsewhere in the same script, stands by its name; a list
    gives a pair for each. Of JSON that is broken or cut off, headline, dates, section and first author are read all
    the same.
    """
    if len(source) > _LONGEST:
        return []
    values = list(_read(source.replace(CDATA, "").replace(CDATA_END, "").strip(WRAPPING)))
    if not values:
        return _salvage(source)
    things = [thing for value in values for thing in find_objects(value, _MOST_THINGS, _held_by)]
    names = {str(thing["@id"]): thing.get("name") for thing in things if "@id" in thing}
    found = []
    for thing in things:
        types = [each for each in _listed(thing.get("@type")) if isinstance(each, str)]
        if _BESIDE.isdisjoint(types) and (pairs := _describe(thing, names)):
            found.append((_rank(types), pairs))
    return found


def _describe(thing: Mapping[str, Any], names: Mapping[str, object]) -> Pairs:
    """What is said of a thing, pair by pair; `names` are those of the things of the script by their ids."""
    return [
        (f"ld:{field}", text)
        for field in _FIELDS
        for value in _listed(thing.get(field))
        if (text := str(value).lower() if field == _FREE and isinstance(value, bool) else _text(value, names))
    ]


def _read(source: str) -> Iterator[object]:
    """The values in a script: one, or several after each other; none if it is broken beyond a stray comma."""
    for tidied in (source, _TRAILING_COMMA.sub("", html.unescape(source) if "&quot;" in source else source)):
        decoder = json.JSONDecoder(strict=False)
        values: list[object] = []
        place = 0
        try:
            while place < len(tidied) and len(values) < _MOST_THINGS:
                value, place = decoder.raw_decode(tidied, place)
                values.append(value)
                while place < len(tidied) and tidied[place] in " \t\r\n,;":
                    place += 1
        except (ValueError, RecursionError):
            continue
        yield from values
        return


def _salvage(source: str) -> list[tuple[int, Pairs]]:
    """What can be read of JSON that is broken."""
    found: dict[str, str] = {}
    for match in _SALVAGED.finditer(source):
        found.setdefault(f"ld:{match[1]}", match[2])
    if author := _AUTHOR.search(source):
        found["ld:author"] = author[1]
    pairs = [(name, text) for name, value in found.items() if (text := _unescape(value))]
    return [(ARTICLE, pairs)] if pairs else []


def _unescape(value: str) -> str:
    try:
        return _text(json.loads(f'"{value}"', strict=False), {})
    except ValueError:
        return ""


def _rank(types: list[str]) -> int:
    """How near a thing of these types is to an article: `ARTICLE`, `OTHER` or `PAGE`."""
    if any(name.endswith(_WRITTEN) for name in types):
        return ARTICLE
    return PAGE if any(name in _PAGES for name in types) else OTHER


def _held_by(thing: dict[str, Any]) -> list[object]:
    """What a graph holds, and what a page is said to be about; of frequent questions none is that."""
    unasked = "mainEntity" if "FAQPage" in _listed(thing.get("@type")) else ""
    return [thing[key] for key in _HOLDERS if key in thing and key != unasked]


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
    return " ".join(html.unescape(_TAG.sub(lambda tag: " " if tag[1] else "", str(value))).split())
