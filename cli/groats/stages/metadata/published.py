"""When the article was published: the best of the dates around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.dates import FoundDate, Order, may_hold_date, read_dates, read_timestamp
from groats.stages.metadata.rarer import read_rarely, read_relative
from groats.stages.metadata.roles import role_of

_BELOW_TITLE = 14  # blocks
_ABOVE_TITLE = 6
_BELOW_END = 6
_DIRECTLY = 2
_BESIDE = 5
_FAR = 60  # blocks from the title and from the end: a date there is that of something else on the page
_SMALL_TALK = 40  # letters beside the date in a line that no label calls a date: "By Ada Lind", "3 min read"
_LONGEST_DATE_LINE = 160  # characters, with the dates of publication and update, a byline and a time of reading
_LEAD = 12  # characters before a date in a line that was kept: "Posted on"
_HEADING = 30  # characters of a line that says what the date below it is: "Last updated"

# Date in an address, as most publishing systems write it: /2025/03/15/ or /2025-03-15-.
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?!\d)")
_TIME_ALONE = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_LABELS = frozenset({Label.DATE, Label.BYLINE})
# Labels that a line with a date beside the title gets by mistake: "5 March 2025 - 12 Comments".
_MISTAKABLE = FOREIGN - {Label.RELATED, Label.NEWSLETTER} | {Label.MEDIA}
_TELLING = _LABELS | {Label.LEGAL}
_UNTOLD = FOREIGN | {Label.LEGAL, Label.MEDIA, Label.CAPTION, Label.TABLE, Label.CODE}

# How far to trust a place, the most trusted first. The line above a title is often the day of the visit.
_PUBLISHED_NEAR, _NEAR, _PUBLISHED, _ABOVE, _BELOW, _MISLABELLED, _LABELLED, _UPDATED = range(8)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the dates of a page are to be read: the order of day and month, its language, and when it was scraped."""

    order: Order | None
    language: str | None
    now: datetime | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    rank: int
    distance: int
    iso: str


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

    A date of update stands for that of publication only when nothing else is there. Another line or element that gives
    the same day more precisely gives the time of day.
    """
    candidates = sorted(_candidates(clues, reading))
    stamps = [stamp for stamp in map(read_timestamp, times[:20]) if stamp]
    updates = [candidate.iso for candidate in candidates if candidate.rank == _UPDATED]
    updated = max(updates, default=None)
    best = candidates[0] if candidates else None
    source = "date"
    if address_day and (best is None or best.rank in {_ABOVE, _BELOW, _LABELLED, _MISLABELLED, _UPDATED}):
        day, source = address_day, "address"
    elif best:
        day = best.iso[:10]
    elif len({stamp[:10] for stamp in stamps}) == 1:
        day, source = stamps[0][:10], "time"
    else:
        return Dates()
    dated = [candidate.iso for candidate in candidates if candidate.rank < _UPDATED or candidate is best] + stamps
    published = max((iso for iso in dated if iso[:10] == day), key=len, default=day)
    return Dates(published, updated if updated and updated[:10] >= day else None, source)


def find_shown(clues: Clues, reading: Reading) -> str | None:
    """The day that the page shows right beside its title, as that of nothing in particular or of the publication."""
    best = min(_candidates(clues, reading), default=None)
    if best is None or best.rank not in {_PUBLISHED_NEAR, _NEAR, _ABOVE} or best.distance > _BESIDE:
        return None
    return best.iso if len(best.iso) >= len("2025-03-15") else None


def _candidates(clues: Clues, reading: Reading) -> Iterator[_Candidate]:
    telling = [clues.labelled.get(label, ()) for label in _TELLING]
    near = clues.between(-_ABOVE_TITLE, _BELOW_TITLE), clues.between(clues.end + 1, clues.end + _BELOW_END)
    for clue in clues.at(*near, *telling):
        if len(clue.text) <= _LONGEST_DATE_LINE:
            yield from _read_line(clues, clue, reading)


def _read_line(clues: Clues, clue: Clue, reading: Reading) -> Iterator[_Candidate]:
    if not may_hold_date(clue.text):
        yield from _others(clue, reading)
        return
    beside = -_DIRECTLY <= clue.after_title <= 2 * _DIRECTLY and clue.after_end < 0
    told = clue.label in _MISTAKABLE and 0 < clue.after_title <= _BELOW_TITLE and bool(role_of(clue.text))
    if clue.label not in _UNTOLD or told or (beside and clue.label in _MISTAKABLE):
        text = clue.text + _time_below(clues, clue)
        found = read_dates(text, reading.order, _heading(clues, clue))
        for date in found:
            rank = _rank(clue, date, found)
            if rank is not None:
                yield _Candidate(rank, abs(clue.after_title), date.iso)
        if not found:
            yield from _others(clue, reading)
    elif clue.label is Label.LEGAL and not clue.keep:
        for date in read_dates(clue.text, reading.order):  # "© Rowan Docs. Last updated on 5 March 2025."
            if date.role == "updated":
                yield _Candidate(_UPDATED, abs(clue.after_title), date.iso)


def _others(clue: Clue, reading: Reading) -> Iterator[_Candidate]:
    """A date that only the moment of the visit tells ("3 hours ago"), or that is written in a rarer way."""
    near = 0 < clue.after_title <= _BELOW_TITLE or -_ABOVE_TITLE <= clue.after_title < 0
    if near and not clue.keep and clue.label not in _UNTOLD and len(clue.text) <= _SMALL_TALK:
        iso = read_relative(clue.text, reading.now) if reading.now else None
        if iso is None and clue.label is Label.DATE:
            iso = read_rarely(clue.text, reading.language)
        if iso:
            updated = role_of(clue.text) == "updated"
            yield _Candidate(_UPDATED if updated else _NEAR, abs(clue.after_title), iso)


def _heading(clues: Clues, clue: Clue) -> str:
    """The line above a date where it may say what that is the date of; else empty."""
    position = clues.between(clue.after_title, clue.after_title).start
    above = clues.texts[position - 1] if position else ""
    return above if len(above) <= _HEADING and not any(map(str.isdigit, above)) else ""


def _time_below(clues: Clues, clue: Clue) -> str:
    """The time of day that has a line of its own below a date, maybe behind a bar; empty if there is none."""
    below = clues.between(clue.after_title, clue.after_title).stop
    dates = [n for n in range(below, min(below + 2, len(clues.texts))) if clues.labels[n] is Label.DATE]
    times = [clues.texts[n] for n in dates if any(map(str.isalnum, clues.texts[n]))]
    return f" {times[0]}" if times and _TIME_ALONE.fullmatch(times[0]) else ""


def _rank(clue: Clue, date: FoundDate, found: Sequence[FoundDate]) -> int | None:
    """How far a date in a line can be trusted to be that of the article; None if it is not to be."""
    if date.role == "unrelated" or not (clue.label in _LABELS or _is_date_line(clue, found)):
        return None
    below, above = 0 < clue.after_title <= _BELOW_TITLE, -_ABOVE_TITLE <= clue.after_title < 0
    under = 0 < clue.after_end <= _BELOW_END
    if date.role == "updated":
        return _UPDATED
    if clue.label in _UNTOLD:
        return _MISLABELLED
    if date.role == "published":
        return _PUBLISHED_NEAR if below else _PUBLISHED
    if not below and not above and not under and min(abs(clue.after_title), abs(clue.after_end)) > _FAR:
        return None
    return _NEAR if below else _ABOVE if above else _BELOW if under else _LABELLED


def _is_date_line(clue: Clue, found: Sequence[FoundDate]) -> bool:
    """Whether little but dates stands in a line, so that it is none of the article's sentences."""
    rest = len(clue.text) - sum(date.end - date.start for date in found)
    near = abs(clue.after_title) <= 2 * _DIRECTLY
    if near and found and found[0].role and rest <= 2 * _SMALL_TALK and (not clue.keep or found[0].start <= _LEAD):
        return True
    return rest <= (_SMALL_TALK // 2 if clue.keep and not near else _SMALL_TALK) and not (
        clue.keep and clue.text.endswith((".", "。", "?", "!", ":"))
    )
