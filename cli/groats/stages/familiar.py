"""What stands on many pages of a site is its furniture, even where it reads like prose."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from heapq import nsmallest

from groats.document import Block, Decision, Profile
from groats.odds import likelihood, log_odds

# By how much less likely in log-odds: at once, more until a fourth of the other pages have the line, and in the last
# pass again from half of them to all, so that no neighbour brings such a line back. Chosen on pages of sites that the
# weights had not seen, see tests/bench/site_profiles.py.
_AT_ONCE, _MORE, _MOST = 1.0, 2.0, 3.0
_MANY, _HALF = 0.25, 0.5
_OF_TWO = 0.5  # of that, for a line of two pages: it may be the beginning of a story, to which the other page links
_DOUBTLESS = 0.2  # in the first pass: what the page itself takes for furniture would only disturb its neighbours
FEWEST_PAGES = 3  # of a profile that counts: on fewer, a line that stands twice may be a story that was printed twice
_MOST_LINES = 1_000  # of a page
_LONGEST_NUMBERS = 80  # characters
_NUMBER = re.compile(r"\d+")


def fingerprint(text: str) -> int:
    """64 bits that are the same for lines that differ in case, white space and numbers alone (BLAKE2b)."""
    plain = _NUMBER.sub("0", " ".join(text.casefold().split()))
    return int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def fingerprint_page(blocks: Sequence[Block]) -> dict[int, int]:
    """The different lines of a page by their fingerprints, each with its length in characters.

    Of a page with more than 1,000 they are those with the smallest fingerprints, so the same ones on every page.
    """
    found = {fingerprint(block.text): len(block.text) for block in blocks}
    return found if len(found) <= _MOST_LINES else {mark: found[mark] for mark in nsmallest(_MOST_LINES, found)}


def find_familiar(blocks: Sequence[Block], profile: Profile | None) -> list[int]:
    """For each block on how many pages of the site it stands; 0 where the profile does not name it.

    A line that is mostly numbers, such as a date, says something else on each page.
    """
    if profile is None or profile.pages < FEWEST_PAGES:
        return [0] * len(blocks)
    return [0 if _is_mostly_numbers(block.text) else profile.lines.get(fingerprint(block.text), 0) for block in blocks]


def _is_mostly_numbers(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBERS and sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))


def discount_familiar(
    scores: Sequence[float], familiar: Sequence[int], profile: Profile | None, *, last: bool = False
) -> list[float]:
    """The scores, each less where the line stands on other pages of the site; never more.

    What recurs also tells of the lines beside it, so the scores of both passes are discounted, and the second sees
    those of the first: on sites of five pages or more that gained .036 of word F1, the second pass's alone .031.
    """
    if profile is None:
        return list(scores)
    most, least = (_MOST, 0.0) if last else (0.0, _DOUBTLESS)
    return [
        _discount(score, count, profile.pages, most) if count > 1 and score >= least else score
        for score, count in zip(scores, familiar, strict=True)
    ]


def name_familiar(
    block: Block, decision: Decision, reasons: tuple[str, ...], profile: Profile | None
) -> tuple[str, ...]:
    """The reasons of a verdict; those of a dropped line begin with how many pages of the site have it."""
    (count,) = find_familiar([block], profile)
    if decision.keep or count <= 1 or profile is None:
        return reasons
    return (f"on {count} of {profile.pages} pages of this site", *reasons)


def _discount(score: float, count: int, pages: int, most: float) -> float:
    share = (count - 1) / max(1, pages - 1)
    loss = (_AT_ONCE + _MORE * min(1.0, share / _MANY)) * (1.0 if count > 2 else _OF_TWO)  # noqa: PLR2004 - see there
    loss += most * max(0.0, (share - _HALF) / (1.0 - _HALF))
    return min(score, likelihood(log_odds(score) - loss))
