"""Links to edit a section, which MediaWiki writes behind its heading: "History[edit]"."""

import re
from collections.abc import Sequence
from functools import cache

from groats.document import Block
from groats.tables import load_table

_LINK = re.compile(r" ?\[ ?([^\[\]|]{2,30})(?: ?\| ?([^\[\]|]{2,30}))? ?\]\Z")
_FEWEST = 2  # one alone may be what a text speaks of


def cut_edit_links(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such links at their ends, if the text has several."""
    places = [n for n, block in enumerate(blocks) if block.text.endswith("]") and _find_link(block.text) > 0]
    found = list(blocks)
    for n in places if len(places) >= _FEWEST else ():
        found[n] = blocks[n]._replace(text=blocks[n].text[: _find_link(blocks[n].text)])
    return found


def _find_link(text: str) -> int:
    """Where the link begins, 0 if there is none."""
    link = _LINK.search(text, max(0, len(text) - 70))
    return link.start() if link and all(word.strip().lower() in _words() for word in filter(None, link.groups())) else 0


@cache
def _words() -> frozenset[str]:
    return frozenset(load_table("machinery")["edit_links"])
