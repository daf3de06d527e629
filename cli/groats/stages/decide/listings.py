"""The lines of one listing, of which most stay: all do."""

from collections.abc import Iterator

from groats.document import Decision, Evidence, Form, Page
from groats.stages.decide.settle import keep

_MOST_STAY = 1 / 2  # of the lines that have words
_MOST_BLANK = 1  # lines between two parts of a listing


def keep_whole_listings(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line of code stays where most of its listing does: the score knows words, and "}" has none."""
    for listing in _find_listings(evidence.page):
        gone = [n for n in listing if not decisions[n].keep]
        if not 0 < len(gone) < len(listing):
            continue
        words = sum(evidence.shapes[n].size for n in listing)
        lost = sum(evidence.shapes[n].size for n in gone)
        if lost <= (1 - _MOST_STAY) * words:
            decisions = keep(decisions, gone, "it is a line of a listing that stays")
    return decisions


def _find_listings(page: Page) -> Iterator[list[int]]:
    """The positions of the lines of each listing."""
    listing: list[int] = []
    for n, block in enumerate(page.blocks):
        if block.form is not Form.CODE or block.blank_before > _MOST_BLANK:
            if listing:
                yield listing
            listing = []
        if block.form is Form.CODE:
            listing.append(n)
    if listing:
        yield listing
