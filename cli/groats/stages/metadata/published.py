"""When the article was published: the best of the dates around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.dates import FoundDate, Order, may_hold_date, read_dates, read_timestamp

_BELOW_TITLE = 14  # blocks
_ABOVE_TITLE = 6
_BELOW_END = 6
_SMALL_TALK = 40  # letters beside the date in a line that no label calls a date: "By Ada Lind", "3 min read"
_LONGEST_DATE_LINE = 160  # characters, with the dates of publication and update, a byline and a time of reading
_HEADING = 30  # characters of a line that says what the date below it is: "Last updated"

# Date in an address, as most publishing systems write it: /2025/03/15/ or /2025-03-15-.
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?!\d)")
_TIME_ALONE = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_LABELS = frozenset({Label.DATE, Label.BYLINE})
_TELLING = _LABELS | {Label.LEGAL}
_UNTOLD = FOREIGN | {Label.LEGAL, Label.MEDIA, Label.CAPTION, Label.TABLE, Label.CODE, Label.TITLE}

# How far to trust a place, the most trusted first. The line above a title is often the day of the visit.
_PUBLISHED_NEAR, _NEAR, _PUBLISHED, _ABOVE, _BELOW, _LABELLED, _UPDATED = range(7)


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    rank: int
    distance: int
    iso: str


def address_date(address: str | None) -> str | None:
    """The day that an address names, None if it names none."""
    match = _IN_ADDRESS.search((address or "")[:2000])
    return read_timestamp(f"{match[1]}-{match[3]}-{match[4]}") if match else None


def find_date(clues: Clues, order: Order | None, address_day: str | None, times: Sequence[str]) -> str | None:
    """The date of publication, ISO 8601, by the lines around the article, the address and the page's time elements.

    A date of update counts only when nothing else is there. Another line or element that gives the same day more
    precisely gives the time of day.
    """
    candidates = sorted(_candidates(clues, order))
    stamps = [stamp for stamp in map(read_timestamp, times[:20]) if stamp]
    best = candidates[0] if candidates else None
    if address_day and (best is None or best.rank in {_ABOVE, _BELOW, _LABELLED, _UPDATED}):
        day = address_day
    elif best:
        day = best.iso[:10]
    elif len({stamp[:10] for stamp in stamps}) == 1:
        day = stamps[0][:10]
    else:
        return None
    dated = [candidate.iso for candidate in candidates if candidate.rank < _UPDATED or candidate is best] + stamps
    return max((iso for iso in dated if iso[:10] == day), key=len, default=day)


def _candidates(clues: Clues, order: Order | None) -> Iterator[_Candidate]:
    places = [
        number
        for number, clue in enumerate(clues.lines)
        if -_ABOVE_TITLE <= clue.after_title <= _BELOW_TITLE
        or 0 < clue.after_end <= _BELOW_END
        or clue.label in _TELLING
    ]
    for number in places:
        clue = clues.lines[number]
        if len(clue.text) > _LONGEST_DATE_LINE or not may_hold_date(clue.text):
            continue
        if clue.label not in _UNTOLD:
            text = clue.text + _time_below(clues.lines[number + 1 : number + 3])
            found = read_dates(text, order, _heading(clues.lines[number - 1]) if number else "")
            for date in found:
                rank = _rank(clue, date, found)
                if rank is not None:
                    yield _Candidate(rank, abs(clue.after_title), date.iso)
        elif clue.label is Label.LEGAL and not clue.keep:
            for date in read_dates(clue.text, order):  # "© Rowan Docs. Last updated on 5 March 2025."
                if date.role == "updated":
                    yield _Candidate(_UPDATED, abs(clue.after_title), date.iso)


def _heading(above: Clue) -> str:
    """The line above a date where it may say what that is the date of; else empty."""
    return above.text if len(above.text) <= _HEADING and not any(map(str.isdigit, above.text)) else ""


def _time_below(following: Sequence[Clue]) -> str:
    """The time of day that has a line of its own below a date, maybe behind a bar; empty if there is none."""
    times = [clue.text for clue in following if clue.label is Label.DATE and any(map(str.isalnum, clue.text))]
    return f" {times[0]}" if times and _TIME_ALONE.fullmatch(times[0]) else ""


def _rank(clue: Clue, date: FoundDate, found: Sequence[FoundDate]) -> int | None:
    """How far a date in a line can be trusted to be that of the article; None if it is not to be."""
    if date.role == "unrelated" or not (clue.label in _LABELS or _is_date_line(clue, found)):
        return None
    below, above = 0 < clue.after_title <= _BELOW_TITLE, -_ABOVE_TITLE <= clue.after_title < 0
    under = 0 < clue.after_end <= _BELOW_END
    if date.role == "updated":
        return _UPDATED
    if date.role == "published":
        return _PUBLISHED_NEAR if below else _PUBLISHED
    return _NEAR if below else _ABOVE if above else _BELOW if under else _LABELLED


def _is_date_line(clue: Clue, found: Sequence[FoundDate]) -> bool:
    """Whether little but dates stands in a line, so that it is none of the article's sentences."""
    rest = len(clue.text) - sum(date.end - date.start for date in found)
    return rest <= (_SMALL_TALK // 2 if clue.keep else _SMALL_TALK) and not (
        clue.keep and clue.text.endswith((".", "。", "?", "!", ":"))
    )
