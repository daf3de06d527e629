"""When the article was published: the best of the dates around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groats.stages.metadata.clues import Clues
from groats.stages.metadata.datelines import UPDATES, Reading, Trust, find_candidates
from groats.stages.metadata.dates import read_timestamp

_BESIDE = 5  # blocks from the title to a date that may stand against a declared one

# Date in an address, as most publishing systems write it: /2025/03/15/ or /2025-03-15-.
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?!\d)")


def address_date(address: str | None) -> str | None:
    """The day that an address names, None if it names none."""
    match = _IN_ADDRESS.search((address or "")[:2000])
    return read_timestamp(f"{match[1]}-{match[3]}-{match[4]}") if match else None


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article was published and last updated, ISO 8601, and where the first of the two was read."""

    published: str | None = None
    updated: str | None = None
    source: str = "date"


def find_dates(clues: Clues, reading: Reading, address_day: str | None, times: Sequence[str]) -> Dates:
    """The dates by the lines around the article, the address and the page's time elements.

    A date of update near the title stands for that of publication only when nothing better is there; one farther away
    is the page's rather than the article's. Another line or element that gives the same day more precisely gives the
    time of day.
    """
    candidates = sorted(find_candidates(clues, reading))
    stamps = [stamp for stamp in map(read_timestamp, times[:20]) if stamp]
    updated = max((candidate.iso for candidate in candidates if candidate.trust in UPDATES), default=None)
    telling = bool(candidates and clues.sample)  # without an article no line tells when it was published
    best = candidates[0] if telling and candidates[0].trust is not Trust.UPDATED else None
    source = "date"
    if address_day and (best is None or best.trust >= Trust.ABOVE):
        day, source = address_day, "address"
    elif best:
        day = best.iso[:10]
    else:
        return Dates(updated=updated)
    dated = [candidate.iso for candidate in candidates if candidate.trust not in UPDATES or candidate is best] + stamps
    published = max((iso for iso in dated if iso[:10] == day), key=len, default=day)
    return Dates(published, updated if updated and updated[:10] >= day else None, source)


def find_shown(clues: Clues, reading: Reading) -> str | None:
    """The day that the page shows as that of the publication, or right beside its title as that of nothing else."""
    best = min(find_candidates(clues, reading), default=None)
    if best is None or best.trust > Trust.ABOVE or len(best.iso) < len("2025-03-15"):
        return None
    return best.iso if best.trust in {Trust.PUBLISHED_NEAR, Trust.PUBLISHED} or best.distance <= _BESIDE else None
