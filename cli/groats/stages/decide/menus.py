"""Short lines that follow one another, as those of a menu or of a list, and so go or stay together."""

import re
from collections.abc import Iterator

from groats.document import Decision, Evidence
from groats.odds import log_odds
from groats.stages.decide.settle import drop
from groats.unicode_ranges import STOPS, STOPS_ALONE

_ITEM_WORDS = 6.0
_FEWEST_ITEMS = 8
_STOP_OR_NUMBER = re.compile(rf"[\d:;：；{STOPS}{STOPS_ALONE}]")


def drop_menus(evidence: Evidence, decisions: list[Decision], threshold: float) -> list[Decision]:
    """A row of short lines goes whole if its mean log-odds are below those of the threshold: a menu has no good part.

    For text only, where nothing else holds a menu together: out of fold, the first set gains .0015 in the mean of its
    renderers, most on product pages (.01), and no renderer loses. From HTML it would lose .0003.
    """
    if evidence.page.kind == "html":
        return decisions
    least = log_odds(threshold)
    menus = [
        n
        for start, end in _find_rows(evidence)
        if sum(map(log_odds, evidence.scores[start:end])) < least * (end - start)
        for n in range(start, end)
    ]
    return drop(decisions, menus, "it stands in a row of short lines that are no content, taken together")


def _find_rows(evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The spans (start, end) of neighbouring short lines, without a stop or a number, of which there are enough."""
    start = 0
    for n, (block, shape) in enumerate(zip(evidence.page.blocks, evidence.shapes, strict=True)):
        if shape.size > _ITEM_WORDS or n == evidence.title or _STOP_OR_NUMBER.search(block.text):
            if n - start >= _FEWEST_ITEMS:
                yield start, n
            start = n + 1
    if len(evidence.shapes) - start >= _FEWEST_ITEMS:
        yield start, len(evidence.shapes)
