"""The time of day that stands beside a date."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, timezone

from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.words import fold, folded_words, words

_NOON = 12
_EAST_MOST = 14  # hours from UTC: Kiribati
_BEFORE = 48  # characters before a date in which its time stands

# Behind a time, in Arabic, Persian, Greek and Bengali; what stands for them stands in dates.toml.
_BEHIND = r"صباح[اً]{1,2}|مساء[اً]{0,2}|ص|م|ق\.?ظ|ب\.?ظ|π\.?μ|μ\.?μ|এএম|পিএম"
_HOUR = (
    r"(?:(?P<half>午前|上午|오전|早上|午後|下午|오후|晚上)\s?)?(?P<h>\d{1,2})"
    r"(?:\s?[時时點点시]\s?(?:(?P<mi2>\d{1,2})\s?[分분])?"
    r"|(?P<p>[:.]|\s?[hH]\s?)(?P<mi>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?)?"
    r"(?!\d|[./]\d|\s?min)\s?"
    rf"(?:(?P<ap>[AaPp]\.?\s?[Mm](?![^\W\d_])\.?)|(?P<behind>{_BEHIND})(?![^\W\d_]))?"
)
_ZONE = (
    r"\s?\(?(?P<zone>(?:UTC|GMT)?[+−-]\d\d?(?::?[0-5]\d)?(?!\d)|[A-ZА-Я]{1,4}(?![^\W\d_]))?"
    r"(?:\s?(?P<clock>Uhr|hrs|น\.|[hH](?![^\W\d_])))?"
)
_TIME = re.compile(rf"(?<![\d:.,]){_HOUR}{_ZONE}")
_TIME_HERE = re.compile(_HOUR + _ZONE)
_LINK = r"[^\W\d_午上下오早晚]{1,12}"  # letters: "poniedziałek"
_BETWEEN = re.compile(
    r"\.?(?:\s?[(（]\w{1,3}[)）])?[\s,|•·–—@()/-]{0,5}"
    rf"(?:(?P<one>{_LINK})\.?[\s,:]{{0,2}})?(?:(?P<two>{_LINK})\.?[\s,]{{0,2}})?"
)
_GAP = re.compile(r"[\s,|•·–—()/-]{0,4}(?:[^\W\d_]{1,10}[.,]?[\s,]{0,2})?")
_ISO_TIME = re.compile(r"T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)")


def time_beside(text: str, behind: int, start: int, end: int) -> tuple[time | None, int, int]:
    """The time of day that stands after the date, else before it, and the span of date and time."""
    iso = _ISO_TIME.match(text, end)
    if iso:
        try:
            return datetime.fromisoformat(f"2000-01-01T{iso[0][1:]}").timetz().replace(microsecond=0), start, iso.end()
        except ValueError:
            return None, start, end
    for match in _times_after(text, end):
        clock = _clock(match)
        if clock:
            return clock, start, match.end()
    early = max(behind, start - _BEFORE)
    for match in list(_TIME.finditer(text, early, start))[::-1]:
        gap = _GAP.fullmatch(text, match.end(), start)
        if gap and not role_of(gap[0]) and (clock := _clock(match)):
            return clock, match.start(), end
    return None, start, end


def _times_after(text: str, end: int) -> Iterator[re.Match[str]]:
    """What may be a time behind a date, first over words such as "at" and days of the week between them."""
    known = folded_words("dates", "links", "words")
    between = _BETWEEN.match(text, end)
    if between and all(
        fold(word) in known or word.endswith(("曜", "曜日")) or word.startswith("星期")
        for word in (between["one"], between["two"])
        if word
    ):
        yield from filter(None, [_TIME_HERE.match(text, between.end())])
    yield from filter(None, [_TIME_HERE.match(text, end + (text[end : end + 1] == " "))])


def _clock(match: re.Match[str]) -> time | None:
    """The time of day that a match means, with its zone where that is known; None if it means none."""
    hour, minute, second = int(match["h"]), int(match["mi"] or match["mi2"] or 0), int(match["s"] or 0)
    mark, half = (match["ap"] or "")[:1].lower(), match["half"] or (match["behind"] or "").replace(".", "")
    halves = words("dates")["halves"]
    afternoon = mark == "p" or half in halves["after_noon"]
    morning = mark == "a" or half in halves["before_noon"]
    written_out = bool(match["mi"] or match["mi2"] or mark or match["clock"] or re.search("[時时點点시]", match[0]))
    dotted = match["p"] == "."
    if not written_out or (dotted and not (mark or match["clock"] or match["zone"] or _is_told(match))):
        return None
    if (afternoon and hour < _NOON) or (morning and hour == _NOON):
        hour = (hour + _NOON) % 24
    elif morning and hour > _NOON:
        return None
    try:
        return time(hour, minute, second, tzinfo=_zone(match["zone"] or ""))
    except ValueError:
        return None


def _is_told(match: re.Match[str]) -> bool:
    """Whether "kl." or its like stands before, or the end of the line behind, without which "10.23" is a number."""
    lead = match.string[max(0, match.start() - 8) : match.start()].rstrip(" .:,").rpartition(" ")[2]
    ends = match.end() == len(match.string.rstrip()) and match.start() > 0 and lead[-1:].isdigit()
    return ends or fold(lead) in folded_words("dates", "links", "words")


def _zone(name: str) -> timezone | None:
    """The distance from UTC that a zone's name or a number of hours means, None if unknown."""
    digits = name.removeprefix("UTC").removeprefix("GMT").replace("−", "-").replace(":", "")
    if digits[:1] in {"+", "-"}:
        hours, minutes = (int(digits[1:-2]), int(digits[-2:])) if len(digits) > len("+05") else (int(digits[1:]), 0)
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if digits[0] == "-" else offset) if hours <= _EAST_MOST else None
    hours_east = words("dates")["zones"].get(name)
    if hours_east is None:
        return None
    return timezone(timedelta(hours=hours_east)) if hours_east else UTC
