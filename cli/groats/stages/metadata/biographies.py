"""People by their biographies: "Ada Lind is a writer in Harrow", or a name above what its bearer does."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from groats.document import Label
from groats.stages.metadata.author_lines import ABOVE_TITLE, BELOW_END, DIRECTLY_BELOW
from groats.stages.metadata.byline import read_byline
from groats.stages.metadata.clues import Clues
from groats.stages.metadata.names import folded, folded_of, is_house, leading_name
from groats.stages.metadata.words import fold

_KEPT = 2  # blocks at the end of the article among which a biography may be
_BELOW = 16  # blocks below its end
_LONGEST_NAME = 40  # characters
_SHORTEST = 30  # characters of a biography
_SHORTEST_WORD = 3  # letters
_FULL_NAME = 2  # words
_BETWEEN = 2  # lines from a name down to its biography: "Ada Lind", "Writer", "Ada is"
_ROLE_WITHIN = 16  # words
_MOST_REPEATED = 5  # lines that begin with a name
_LETTERS = re.compile(r"[^\W\d_]+")


def find_described(clues: Clues, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The one person of whom a biography tells, nobody where biographies tell of several.

    It stands below the article or at its end, or anywhere below for a name that stands alone near the title. `is_name`
    tells whether what has the shape of a name may be one on this page.
    """
    lines = {**dict(zip(clues.places, clues.texts, strict=True)), **clues.openings}
    for names in (_described_below(lines, clues.end), _announced(clues), _repeated(lines, clues)):
        found = tuple(dict.fromkeys(filter(is_name, names)))
        if found:
            return found if len(found) == 1 else ()
    return ()


def _described_below(lines: Mapping[int, str], end: int) -> Iterator[str]:
    """The subjects of the biographies around the end of the article."""
    around = range(end - _KEPT, end + _BELOW + 1)
    telling = {place for place in (around.start - 1, *around) if _says_a_role(lines.get(place, ""))}
    for place in [place for place in around if place in telling or place - 1 in telling]:
        text = lines.get(place, "")
        above = [lines.get(place - step, "") for step in range(1, _BETWEEN + 1)]
        if len(text) < _SHORTEST:
            continue
        name = next((line for line in above if _heads(line, text)), None) or _subject(text)
        if name:
            yield name


def _announced(clues: Clues) -> Iterator[str]:
    """The names directly below the article, labelled as its biography, above a line that leads to more of them."""
    below = clues.at(clues.between(clues.end + 1, clues.end + BELOW_END + 1))
    for clue, following in pairwise(below):
        if clue.label is Label.BIO and _leads_to_more(following.text) and _is_name(clue.text):
            yield clue.text


def _repeated(lines: Mapping[int, str], clues: Clues) -> Iterator[str]:
    """The names that stand alone near the title, and again farther down at the head of a biography."""
    whole = "\n".join(["", *lines.values()])
    biographies = {clues.places[position] for position in clues.labelled.get(Label.BIO, ())}
    for clue in clues.at(clues.between(-ABOVE_TITLE, DIRECTLY_BELOW)):
        if clue.keep or not 1 < whole.count(f"\n{clue.text}") <= _MOST_REPEATED or not _is_name(clue.text):
            continue
        again = [(place, text) for place, text in lines.items() if place > 0 and text.startswith(clue.text)]
        if any(place + 1 in biographies if text == clue.text else _says_a_role(text) for place, text in again):
            yield clue.text


def _says_a_role(text: str) -> bool:
    """Whether the first words of a line say what somebody is, or does for a living."""
    telling = folded_of(("roles", "words"), ("biographies", "works"))
    return not telling.isdisjoint(_LETTERS.findall(fold(text[:200]))[:_ROLE_WITHIN])


def _leads_to_more(text: str) -> bool:
    """Whether a short line leads to a biography: "View all posts", "About the author"."""
    words = _LETTERS.findall(fold(text)) if len(text) <= _LONGEST_NAME else []
    return not folded("biographies", "words").isdisjoint(words)


def _heads(line: str, text: str) -> bool:
    """Whether a line is nothing but a name that the text below it goes on to speak of: "Ada Lind", "Lind is"."""
    split = line.split()
    begins = [line, *(word for word in split[:: max(1, len(split) - 1)] if len(word) >= _SHORTEST_WORD)]
    spoken = any(text.startswith(begin) and _goes_on(text[len(begin) :]) for begin in begins)
    return (spoken or text.startswith(f"{line},")) and _is_name(line)


def _is_name(line: str) -> bool:
    """Whether a line is nothing but the full name of a person."""
    if len(line) > _LONGEST_NAME or len(line.split()) < _FULL_NAME or is_house(line):
        return False
    byline = read_byline(line)
    return byline is not None and byline.names == (line,)


def _subject(text: str) -> str | None:
    """The name of two words or more before the verb of a sentence: "Ada Lind is"."""
    name = leading_name(text)
    return name if name and text.startswith(name) and _goes_on(text[len(name) :]) else None


def _goes_on(rest: str) -> bool:
    """Whether a sentence goes on with what its subject is or does."""
    verb = fold(rest[1:].partition(" ")[0])
    return rest[:1] == " " and verb in folded_of(("biographies", "verbs"), ("biographies", "works"))
