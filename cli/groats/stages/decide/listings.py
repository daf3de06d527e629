"""The lines of one listing, of which most stay: all do."""

from collections.abc import Iterator

from groats.document import Decision, Evidence, Form, Page
from groats.stages.decide.settle import keep

_LEAST_STAY = 1 / 2  # of the words of a listing
_MOST_BLANK = 1  # lines between two parts of a listing


def keep_whole_listings(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A line of code stays where most of its listing does: the score knows words, and "}" has none."""
    whole: list[int] = []
    for listing in _find_listings(evidence.page):
        staying = [n for n in listing if decisions[n].keep]
        words = sum([evidence.sizes[n] for n in listing])
        if staying and sum([evidence.sizes[n] for n in staying]) >= _LEAST_STAY * words:
            whole += listing
    return keep(decisions, whole, "it is a line of a listing that stays")


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
