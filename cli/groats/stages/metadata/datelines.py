"""The lines of a page that may tell when its article was published or updated, and how far each is to be trusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from groats.document import Label
from groats.stages.metadata.byline import read_lead
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.dates import FoundDate, Order, may_hold_date, read_dates
from groats.stages.metadata.rare_dates import read_rarely
from groats.stages.metadata.relative_dates import read_relative, tells_reading_time

_BELOW_TITLE = 14  # blocks
_ABOVE_TITLE = 6  # blocks above a title, and above the first line that was kept
_BELOW_END = 6
_DIRECTLY = 2
_FAR = 60  # blocks below the title: a date there, inside the article, is its own where a label says so
_SMALL_TALK = 45  # letters beside the date in a line that no label calls a date: "By Ada Lind", "3 min read"
_LONGEST_TOLD = 60  # characters of a line far from the title that says of its date that it is the article's
_HOURS = 4  # characters behind a time: " ч."
_LEAD = 12  # characters before the date that a line begins with: "Posted on"
_HEADING = 30  # characters of a line that says what the date below it is: "Last updated"
_DATELINE = 120  # characters of the article in which its dateline stands
_LONGEST_PLACE = 40  # characters before the day in it
_BARS = frozenset("|•·∙●")
_ABOVE_LEAD = 40  # blocks above the title; a summary, a list of contents or of picks may stand between
_BESIDE_DATE = 4  # lines from a date on in which stands how long one reads: "Dec 18, 2025", "•", "10", "mins read"

# "HARROW, March 5, 2025 (RPA) – The council": what follows the day of a dateline.
_SOURCE = re.compile(r"\.?\s?(?:\([^()]{1,40}\)|/[^/]{1,40}/)?\s?(?:--|[–—-])\s?[^\s\d]")
_PLACE = re.compile(r"(?:[^\W\d_]{4}|[A-ZÀ-ÞΑ-ΩА-Я]{2}).*[,)–—-]\s?(?:[^\W\d_]{1,3}\s)?")  # not "On Monday,"
_TIME_ALONE = re.compile(r"\d{1,2}(?::\d\d(?::\d\d)?(?: (?:Uhr|uur|hrs|h|ч\.|น\.))?|[.h]\d\d (?:Uhr|uur|h))")
_LABELS = frozenset({Label.DATE, Label.BYLINE})
# Labels that a line with a date beside the title gets by mistake: "5 March 2025 - 12 Comments".
_MISTAKABLE = FOREIGN - {Label.RELATED, Label.NEWSLETTER} | {Label.MEDIA}
_TELLING = _LABELS | {Label.LEGAL}
# What a time of day directly below its date may be taken for, since it is a number; the length of a film is not.
_OF_TIMES = frozenset({Label.METADATA, Label.BYLINE, Label.NAVIGATION, Label.OTHER, Label.SHARE})
_UNTOLD = FOREIGN | {Label.LEGAL, Label.MEDIA, Label.CAPTION, Label.TABLE, Label.CODE}


class Trust(IntEnum):
    """What a date is by its line and the place of that, the most trusted first.

    A line farther above a title often tells the day of the visit, one below the article that of the next.
    """

    PUBLISHED_NEAR = 0
    NEAR = 1
    PUBLISHED = 2
    ABOVE = 3
    MISLABELLED = 4
    DATELINE = 5
    UPDATED_NEAR = 6
    BELOW = 7
    LABELLED = 8
    UPDATED = 9


UPDATES = frozenset({Trust.UPDATED_NEAR, Trust.UPDATED})


@dataclass(frozen=True, slots=True)
class Reading:
    """How the dates of a page are to be read: the order of day and month, its language, and when it was scraped."""

    order: Order | None
    language: str | None
    now: datetime | None = None


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A date, ISO 8601, with its trust and its distance from the title in blocks: the least is the best.

    Of two lines as near to the title the one that tells a time of day is the better.
    """

    trust: Trust
    distance: int
    timeless: bool
    iso: str


def find_candidates(clues: Clues, reading: Reading) -> Iterator[Candidate]:
    """The dates in the lines around the title, above the text, below its end, and where a label or a word calls them.

    A label calls a line a date, a byline or legal; words call its date that of the publication.
    """
    telling = [clues.labelled.get(label, ()) for label in _TELLING]
    near = clues.between(-_ABOVE_TITLE, _BELOW_TITLE), clues.between(clues.end + 1, clues.end + _BELOW_END)
    text = next((n for n, keep in enumerate(clues.keeps) if keep and clues.places[n]), 0)
    for clue in clues.at(*near, *telling, range(max(0, text - _ABOVE_TITLE), text), _called_published(clues)):
        yield from _read_line(clues, clue, reading)
    yield from _read_timed(clues, reading)
    if day := _read_dateline(clues, reading):
        yield Candidate(Trust.DATELINE, clues.start, "T" not in day, day)


def _read_dateline(clues: Clues, reading: Reading) -> str | None:
    """The day before a dash at the beginning of the article, maybe behind a place: "Harrow, 5 March 2025 –"."""
    lines = clues.between(clues.start, clues.start)
    text = clues.openings.get(clues.start) or (clues.texts[lines.start] if lines else "")
    found = read_dates(text, reading.order) if may_hold_date(text[:_DATELINE]) else ()
    if not found or found[0].start > _LONGEST_PLACE or found[0].role in {"updated", "unrelated"}:
        return None
    is_place = found[0].start == 0 or _PLACE.fullmatch(text, 0, found[0].start)
    return found[0].iso if is_place and _SOURCE.match(text, found[0].end) else None


def _read_timed(clues: Clues, reading: Reading) -> Iterator[Candidate]:
    """The dates of short dropped lines above the title with a time of reading in them or right below."""
    above = clues.between(-_ABOVE_LEAD, -1)
    for position in clues.dated:
        lines = clues.texts[position : position + _BESIDE_DATE]
        if position not in above or clues.keeps[position] or clues.labels[position] in FOREIGN:
            continue
        found = read_dates(lines[0], reading.order) if len(lines[0]) <= _LONGEST_TOLD else ()
        if len(found) == 1 and found[0].role in {"", "published"} and tells_reading_time(" ".join(lines)):
            yield Candidate(Trust.ABOVE, -clues.places[position], "T" not in found[0].iso, found[0].iso)


def _called_published(clues: Clues) -> list[int]:
    """The positions of short dropped lines with a year that they, or the lines above, call that of the publication."""
    return [
        position
        for position in clues.dated
        if not clues.keeps[position]
        and clues.labels[position] not in FOREIGN
        and len(clues.texts[position]) <= _LONGEST_TOLD
        and (role_of(clues.texts[position]) or role_of(_heading(clues, position))) == "published"
    ]


def _read_line(clues: Clues, clue: Clue, reading: Reading) -> Iterator[Candidate]:
    found = _read(clues, clue, reading) if may_hold_date(clue.text) else ()
    told = clue.label not in _UNTOLD or _is_mislabelled(clue)
    trusted = [(_trust(clue, date, found), date) for date in found] if told else []
    timeless = not any("T" in date.iso for date in found)
    if any(trust is not None for trust, _ in trusted):
        for trust, date in trusted:
            if trust is not None:
                yield Candidate(trust, abs(clue.after_title), timeless, date.iso)
    elif found and _closes(clue, found[0]):
        yield Candidate(Trust.BELOW, abs(clue.after_title), timeless, found[0].iso)
    elif not found:
        yield from _others(clue, reading)
    elif clue.label is Label.LEGAL and not clue.keep:
        for date in found:  # "© Rowan Docs. Last updated on 5 March 2025."
            if date.role == "updated":
                yield Candidate(Trust.UPDATED, abs(clue.after_title), timeless, date.iso)


def _read(clues: Clues, clue: Clue, reading: Reading) -> tuple[FoundDate, ...]:
    """The dates of a line, together with what stands above and below it."""
    place = clues.between(clue.after_title, clue.after_title)
    return read_dates(clue.text + _time_below(clues, place.stop), reading.order, _heading(clues, place.start))


def _is_mislabelled(clue: Clue) -> bool:
    """Whether a line, whatever its label, stands beside the title as only the article's own date does.

    Farther below it must say what its date is the date of; so must what is labelled as leading elsewhere.
    """
    if not role_of(clue.text):
        return clue.label in _MISTAKABLE and -_DIRECTLY <= clue.after_title <= 2 * _DIRECTLY and clue.after_end < 0
    return 0 < clue.after_title <= (_BELOW_TITLE if clue.label in _MISTAKABLE else _DIRECTLY) and (
        clue.label in FOREIGN | _MISTAKABLE
    )


def _closes(clue: Clue, date: FoundDate) -> bool:
    """Whether a line right below the article begins with a date, parted from the rest: "5 March 2025 | 6 Comments".

    Or whether one close below it holds a row of what an article is filed by.
    """
    leads_on = clue.label in {Label.RELATED, Label.NEWSLETTER}
    parted = clue.text[date.end :].lstrip()[:1] in _BARS | {"("}
    if 0 < clue.after_end <= _BELOW_END and _is_glued(clue.text, date):
        return True
    return not leads_on and 0 < clue.after_end <= 2 * _DIRECTLY and date.start <= _LEAD and parted


def _is_glued(text: str, date: FoundDate) -> bool:
    """Whether words are glued to both sides of a date, as in a row of boxes: "GARDENSAda LindMarch 5, 2025pests"."""
    return text[max(0, date.start - 1) : date.start].islower() and text[date.end : date.end + 1].isalpha()


def _others(clue: Clue, reading: Reading) -> Iterator[Candidate]:
    """A date that only the moment of the visit tells ("3 hours ago"), or that is written in a rarer way."""
    near = 0 < clue.after_title <= _BELOW_TITLE or -_ABOVE_TITLE <= clue.after_title < 0
    if near and not clue.keep and clue.label not in _UNTOLD and len(clue.text) <= _SMALL_TALK:
        iso = read_relative(clue.text, reading.now) if reading.now else None
        if iso is None and clue.label is Label.DATE:
            iso = read_rarely(clue.text, reading.language)
        if iso:
            trust = Trust.UPDATED_NEAR if role_of(clue.text) == "updated" else Trust.NEAR
            yield Candidate(trust, abs(clue.after_title), "T" not in iso, iso)


def _heading(clues: Clues, position: int) -> str:
    """The line above a date where it may say what that is the date of; else empty."""
    above = clues.texts[position - 1] if position else ""
    return above if len(above) <= _HEADING and not any(map(str.isdigit, above)) else ""


def _time_below(clues: Clues, position: int) -> str:
    """The time of day that has a line of its own from a position on, maybe behind a bar; empty if there is none."""
    lines = range(position, min(position + 2, len(clues.texts)))
    near = [n for n in lines if clues.labels[n] is Label.DATE or (n == position and clues.labels[n] in _OF_TIMES)]
    times = [clues.texts[n] for n in near if any(map(str.isalnum, clues.texts[n]))]
    return f" {times[0]}" if times and _TIME_ALONE.fullmatch(times[0]) else ""


def _trust(clue: Clue, date: FoundDate, found: Sequence[FoundDate]) -> Trust | None:
    """How far a date in a line can be trusted to be that of the article; None if it is not to be."""
    labelled = clue.label in _LABELS and not _is_sentence(clue, date)
    if date.role == "unrelated" or not (labelled or _is_date_line(clue, found)):
        return None
    below, above = 0 < clue.after_title <= _BELOW_TITLE, -_ABOVE_TITLE <= clue.after_title < 0
    opens = 0 < clue.after_title <= _DIRECTLY and date is found[0] and date.start <= _LEAD
    if date.role == "updated":
        in_head = below or above or (clue.after_title > 0 > clue.after_start)
        return Trust.UPDATED_NEAR if in_head else Trust.UPDATED
    if clue.label in _UNTOLD and not opens:
        return Trust.MISLABELLED
    if date.role == "published":
        return Trust.PUBLISHED_NEAR if below and clue.after_end <= _BELOW_END else Trust.PUBLISHED
    return _trust_by_place(clue, date, below=below, above=above)


def _is_sentence(clue: Clue, date: FoundDate) -> bool:
    """Whether a date stands in the middle of what is too long for a byline: of a caption, whatever its label."""
    amid = date.start > _SMALL_TALK and not _is_set_off(clue, date)
    return amid and not date.role and len(clue.text) > 2 * _SMALL_TALK


def _trust_by_place(clue: Clue, date: FoundDate, *, below: bool, above: bool) -> Trust | None:
    """How far a date that nothing is said of can be trusted: the nearer to the title, the more."""
    telling = clue.label in _LABELS or "T" in date.iso
    if below or (telling and -_DIRECTLY <= clue.after_title < 0):
        return Trust.NEAR
    if above:
        return Trust.ABOVE
    if 0 < clue.after_end <= _BELOW_END:
        return Trust.BELOW
    inside = 0 < clue.after_title <= _FAR and clue.after_end < 0
    return Trust.LABELLED if inside or -_BELOW_TITLE <= clue.after_title <= 0 else None


def _is_date_line(clue: Clue, found: Sequence[FoundDate]) -> bool:
    """Whether little but dates stands in a line, so that it is none of the article's sentences.

    Beside the title there may be more, and more still where it begins with what its date is the date of.
    """
    rest = len(clue.text) - sum(date.end - date.start for date in found)
    near = abs(clue.after_title) <= 2 * _DIRECTLY
    begins = near and found[0].start <= _LEAD
    if begins and (found[0].role or read_lead(clue.text[found[0].end :].strip()).rest):
        return True
    told = not clue.keep and any(date.role for date in found)
    if near and rest <= 2 * _SMALL_TALK and (told or _is_set_off(clue, found[0])):
        return True
    return rest <= (_SMALL_TALK // 2 if clue.keep and not near else _SMALL_TALK) and not (
        clue.keep and clue.text.endswith((".", "。", "?", "!", ":")) and not _ends_in_time(clue, found[-1])
    )


def _ends_in_time(clue: Clue, date: FoundDate) -> bool:
    """Whether the stop at the end of a line is that of a time: "Sat. 21 Feb 2026, 7:45 p.m.", "07:30 ч."."""
    return "T" in date.iso and len(clue.text) - date.end <= _HOURS


def _is_set_off(clue: Clue, date: FoundDate) -> bool:
    """Whether bars part a date from what stands beside it: "Ada Lind | 5 March 2025 | Gardens".

    The ends of the line do as well; where it was dropped, one side is enough: "Read by Ada Lind on 5 March 2025."
    """
    before, behind = clue.text[: date.start].rstrip(), clue.text[date.end :].lstrip(" .")
    parted = [side in _BARS | {""} for side in (before[-1:], behind[:1])]
    return all(parted) if clue.keep else any(parted)
