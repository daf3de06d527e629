"""What careless programs leave of a page: its tags off, its scripts perhaps not, its lines joined."""

import html
import re
from collections.abc import Callable
from functools import partial
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser

_TAG, _HIDDEN = re.compile("<[^>]*>"), re.compile(r"(?is)<(script|style)\b.*?</\1>")


def _take_text(page: str, between: str, *, scripts: bool) -> str:
    """The text nodes of a page with `between` between them, as `get_text()` and `textContent` give them."""
    tree = LexborHTMLParser(page)
    if not scripts:
        tree.strip_tags(["script", "style"])
    return tree.body.text(separator=between) if tree.body else ""


def _take_tags_off(page: str, instead: str, *, scripts: bool) -> str:
    """The page with `instead` in the place of each tag, as a pattern such as `<[^>]+>` leaves it."""
    return html.unescape(_TAG.sub(instead, page if scripts else _HIDDEN.sub(" ", page)))


def join_lines(text: str) -> str:
    """The text in one line, as `" ".join(text.split())` and `get_text(" ", strip=True)` give it."""
    return " ".join(text.split())


DUMPS: dict[str, Callable[[str], str]] = {
    "a line a text node": partial(_take_text, between="\n", scripts=False),
    "a line a text node, scripts too": partial(_take_text, between="\n", scripts=True),
    "text nodes glued": partial(_take_text, between="", scripts=False),
    "text nodes glued, scripts too": partial(_take_text, between="", scripts=True),
    "a line for each tag, scripts too": partial(_take_tags_off, instead="\n", scripts=True),
    "a space for each tag": partial(_take_tags_off, instead=" ", scripts=False),
    "a space for each tag, scripts too": partial(_take_tags_off, instead=" ", scripts=True),
    "all in one line": lambda page: join_lines(_take_text(page, " ", scripts=False)),
}
# What stands between the lines of a text instead of what a browser sets there.
RELINED = {"in one line": " ", "no blank lines": "\n", "a blank line between all": "\n\n"}


def dump_page(name: str, page: str) -> str:
    """The page, HTML, as one of the dumps; which one hangs on its name alone, and is as good as random."""
    return list(DUMPS.values())[draw(name, len(DUMPS))](page)


def reline_text(name: str, text: str) -> str:
    """The text relined in one of the ways, in half of all cases in one line; which one hangs on the name as well."""
    ways = (*RELINED.values(), RELINED["in one line"])
    return reline(text, ways[draw(name, len(ways))])


def reline(text: str, between: str) -> str:
    """The lines of a text with that between them, its words with single spaces."""
    return between.join(filter(None, map(join_lines, text.splitlines())))


def draw(name: str, sides: int) -> int:
    """A number from 0 to one less than `sides` that hangs on the name alone, and is as good as random."""
    return int(sha256(f"dump {name}".encode()).hexdigest(), 16) % sides
