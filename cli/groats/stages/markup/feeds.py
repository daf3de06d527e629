"""Feeds (RSS 2.0, RSS 1.0 and Atom): their items as articles, the HTML in them no longer escaped."""

import html
import re

from groats.stages.markup.xhtml import CDATA, CDATA_END

_FEED = re.compile(
    r"\s*+(?:<\?xml[^<>]*+>\s*+)?(?:<\?[^<>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:rss|feed|rdf:RDF)(?=[\s>])",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<(?:item|entry)(?=[\s>])", re.IGNORECASE)
_BODIES = ("content:encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubDate", "published", "dc:date", "updated")


def is_feed(text: str) -> bool:
    """Whether `text` is a feed."""
    return _FEED.match(text) is not None


def read_feed(text: str) -> str:
    """The items of a feed as HTML: each an <article> with its title as a heading and its fullest body.

    What a feed of one item says of that is what the page declares, else the title of the feed.
    """
    channel, *items = _ITEM.split(text)
    title = _find(channel, "title")
    head = _write_head(items[0], title) if len(items) == 1 else _write_title(title)
    return head + "".join(_write_item(item) for item in items)


def _write_head(item: str, site: str) -> str:
    date = next(filter(None, (_find(item, tag) for tag in _DATES)), "")
    author = _find(item, "dc:creator") or _find(_find(item, "author"), "name")
    declared = (("og:site_name", site), ("article:published_time", date), ("author", author))
    metas = [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in declared if value]
    return _write_title(_find(item, "title")) + "".join(metas)


def _write_title(title: str) -> str:
    return f"<title>{html.escape(title)}</title>"


def _write_item(item: str) -> str:
    body = next(filter(None, (_find(item, tag) for tag in _BODIES)), "")
    return f"<article><h2>{html.escape(_find(item, 'title'))}</h2>{body}</article>\n"


def _find(item: str, tag: str) -> str:
    """What the first element of a name holds: its CDATA as it is, or its text with the entities read."""
    start = re.search(rf"<{tag}(?=[\s>])[^<>]*+>", item, re.IGNORECASE)
    if start is None:
        return ""
    end = item.find(f"</{tag}", start.end())
    content = item[start.end() : end if end >= 0 else len(item)].strip()
    if content.startswith(CDATA):
        return content.removeprefix(CDATA).partition(CDATA_END)[0]
    return content if "<" in content else html.unescape(content)
