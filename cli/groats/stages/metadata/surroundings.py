"""What stands around the lines that may name authors: dates, roles, and the words of the rest of the page."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from groats.stages.metadata.author_lines import ABOVE_TITLE, BELOW_TITLE, DIRECTLY_BELOW
from groats.stages.metadata.byline import find_days
from groats.stages.metadata.clues import Clue, Clues
from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.dates import month_numbers
from groats.stages.metadata.names import folded, folded_of, is_agency, is_role
from groats.stages.metadata.words import fold, key
from groats.unicode_ranges import INDIC_SIGNS, THAI_SIGNS

_ROLE_WITHIN = 8  # words at the beginning of a line that says what somebody is
_INITIALS = 2  # letters
_MOST_BESIDE = 3  # words
_LONGEST_DAY = 20  # characters
_LONGEST_DATE = 80  # characters of a line beside which a name alone is an author's
_DAY = re.compile(r"(?P<before>[^\W\d]+)?\.? ?\d{1,2}\.? ?(?P<behind>[^\W\d]+)?\.?")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: [^\W\d_]{1,3}\.?)?")
_GOES_ON = re.compile(r"[^\W_]|@|\.[^\W_]")  # a longer word, an address
_LETTERS = re.compile(rf"(?:[^\W\d_-]|[{INDIC_SIGNS}{THAI_SIGNS}])+(?:-[^\W\d_-]+)?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What tells a name from other words: the places of dates and roles, all lines, the parts of declared titles.

    The places beside lines with dates, those above what stands on such lines, and those of lines with roles are counted
    from the title.
    """

    dated: AbstractSet[int]
    above_dates: AbstractSet[int]
    roles: AbstractSet[int]
    clues: Clues
    title_parts: AbstractSet[str]

    def has_once(self, word: str, clue: Clue) -> bool:
        """Whether a word begins with a capital and no other line of the page is the same: no menu has it."""
        if not word[0].isupper():
            return False
        lines = zip(self.clues.places, self.clues.texts, strict=True)
        return key(word) not in [key(text) for place, text in lines if place != clue.after_title]

    def has_ordinary_word(self, names: tuple[str, ...]) -> bool:
        """Whether the page writes a word of the names small: then it is no name, but a heading or a menu item."""
        known = folded_of(("particles", "words"), ("houses", "words")) | {"the", "our"}
        small = [word.lower() for name in names for word in name.split() if word.lower() != word]
        asked = [word for word in small if len(word) > _INITIALS and word not in known]
        texts = (" " + "\n ".join(self.clues.texts), self.clues.sample)
        return any(f" {word}" in text and _holds_word(text, word) for word in asked for text in texts)


def read_surroundings(lines: Sequence[Clue], clues: Clues, title_parts: AbstractSet[str]) -> Surroundings:
    """What stands around the lines, of all on the page."""
    roles = {clue.after_title for clue in lines if _is_role_below(clue)}
    return Surroundings(_beside_dates(lines), _above_dates(lines), roles, clues, title_parts)


def _holds_word(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if (place == 0 or text[place - 1] == " ") and not _GOES_ON.match(text, end):
            return True
        place = text.find(word, end)
    return False


def _beside_dates(lines: Sequence[Clue]) -> AbstractSet[int]:
    """The places directly above and below lines with a date; marks and times alone ("•", "6:00") do not count."""
    marks = {clue.after_title for clue in lines if not any(map(str.isalnum, clue.text)) or _TIME.fullmatch(clue.text)}
    beside: set[int] = set()
    for clue in filter(_is_date_below, lines):
        for step in (-1, 1):
            place = clue.after_title + step
            while place in marks:
                place += step
            beside.add(place)
    return beside


def _above_dates(lines: Sequence[Clue]) -> AbstractSet[int]:
    """The places above a place, an address or an agency that stands on a date: "Ada Lind", "@ada", "5 March 2025"."""
    by_place = {clue.after_title: clue for clue in lines}
    above: set[int] = set()
    for clue in filter(_is_date_below, lines):
        place = clue.after_title - 1
        while place - 1 > 0 and place in by_place and _is_beside_a_name(by_place[place]):
            place -= 1
            above.add(place)
    return above


def _is_beside_a_name(clue: Clue) -> bool:
    """Whether a line below a name says where its bearer is or writes: a word, an address, "with RPA"."""
    words = clue.text.split()
    if clue.keep or len(words) > _MOST_BESIDE:
        return False
    alone = len(words) == 1 and clue.text[:1].isupper() and clue.text.isalpha()
    place = alone or fold(clue.text) in folded("places", "names")
    return place or (len(words) == 1 and "@" in clue.text) or is_agency(words[-1]) or bool(role_of(clue.text))


def _is_date_below(clue: Clue) -> bool:
    near = -ABOVE_TITLE <= clue.after_title <= BELOW_TITLE + 1 and len(clue.text) <= _LONGEST_DATE
    return near and bool(find_days(clue.text) or _is_day(clue.text))


def _is_day(text: str) -> bool:
    """Whether the line is a day without its year: "Jun 9", "9. Juni"."""
    day = _DAY.fullmatch(fold(text)) if len(text) <= _LONGEST_DAY else None
    return day is not None and (day["before"] or day["behind"]) in month_numbers()


def _is_role_below(clue: Clue) -> bool:
    """Whether the line says what somebody is: "Journalist", "Senior Editor at the Rowan Post"."""
    near = 0 < clue.after_title <= DIRECTLY_BELOW + 1 and len(clue.text) <= _LONGEST_DATE
    return near and any(map(is_role, _LETTERS.findall(fold(clue.text))[:_ROLE_WITHIN]))
