"""HTML entities that stayed behind in text."""

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"(?<!`)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def decode_entities(text: str) -> str:
    """`text` with one level of HTML entities read.

    They stay behind where a page escapes its text twice, or a scraper takes tags off with a pattern. A "&" without a
    semicolon is a name or an address, and what stands in backquotes is meant to be seen.

    >>> decode_entities("Fish &amp; chips: it&#8217;s 5&nbsp;&euro;")
    'Fish & chips: it’s 5 €'
    >>> decode_entities("AT&T, ?page=1&copy=2, R&D; write `&amp;`, &nonsense;")
    'AT&T, ?page=1&copy=2, R&D; write `&amp;`, &nonsense;'
    """
    return _ENTITY.sub(_read_entity, text)


def _read_entity(entity: re.Match[str]) -> str:
    # html.unescape alone would read "&notice;" as "¬ice;".
    read = html.unescape(entity[0]) if entity[0][1] == "#" else html5.get(entity[0][1:], entity[0])
    return " " if read.isspace() else read
