"""The site's name as the page prints it at its head, confirmed by its title, its copyright or another line."""

import re
from collections.abc import Iterator, Sequence

from groats.document import Label
from groats.stages.metadata.clues import Clues
from groats.stages.metadata.names import folded
from groats.stages.metadata.site import LONGEST_NAME, SEPARATOR
from groats.stages.metadata.words import fold, key, site_words

_HEAD = 12  # lines above the title among which the name stands
_FIRST = 3  # of these, those that may be the name when only prose confirms it
_SHORTEST = 4  # letters of a name of one word that prose confirms: scripts without spaces
_VERSION = re.compile(r"\s+v?\d{1,4}(?:\.\d{1,4}){1,3}(?:\s+documentation)?$")
_WORD = re.compile(r"[^\W_]+")

# Lines in which a site speaks of itself.
_SPEAKS = frozenset({Label.LEGAL, Label.NEWSLETTER, Label.APP_STORE, Label.SHARE})


def find_masthead(clues: Clues, titles: Sequence[str], owners: Sequence[str]) -> str | None:
    """The name beside the page's title ("Title | Site"), else the line at its head that names the owner.

    `titles` are the page's titles as declared, `owners` the names in its copyright lines. None without confirmation.
    """
    head = list(_head(clues))
    lines = [clues.texts[position] for position in clues.dropped_above]
    first = clues.texts[0] if clues.texts else ""
    beside = _beside_the_title((*titles, *lines), clues.title, head, first)
    if beside:
        return beside
    for owner in owners:
        for name in head:
            if _is_name_of(name, owner):
                return name
    speaking = [clues.texts[position] for position in clues.dropped if clues.labels[position] in _SPEAKS]
    return next((name for name in head[:_FIRST] if head.count(name) == 1 and _is_spoken_of(name, speaking)), None)


def _head(clues: Clues) -> Iterator[str]:
    """The first short lines of navigation above the title."""
    count = 0
    for position in range(clues.between(0, 0).start):
        if clues.keeps[position] or count >= _HEAD:
            return
        text = clues.texts[position]
        if clues.labels[position] in {Label.NAVIGATION, Label.METADATA} and len(text) <= LONGEST_NAME:
            count += 1
            yield text


def _beside_the_title(lines: Sequence[str], title: str | None, head: Sequence[str], first: str) -> str | None:
    """What stands behind the title in a longer line, or before it, where the page's head prints it too.

    The first line of a page is often its declared title: what is behind the title there needs no other print.
    """
    wanted = key(title or "")
    printed = {key(name) for name in head}
    for line in lines if wanted else ():
        if len(line) < len(wanted):
            continue  # most lines are those of a menu
        letters = key(line)
        begins, ends = letters.startswith(wanted), letters.endswith(wanted)
        if not (begins or ends):
            continue
        parts = [part.strip() for part in SEPARATOR.split(line)]
        if len(parts) == 1:
            continue
        before, behind = parts[0], _VERSION.sub("", parts[-1])
        if begins and wanted != key(behind) and key(behind):
            short = next((name for name in head if behind.startswith(f"{name} ")), None)
            if short or key(behind) in printed or behind != parts[-1] or (line == first and parts[0] == title):
                return short or behind
        if (
            ends
            and wanted != key(before)
            and key(before) in printed
            and fold(before) not in site_words("trail", "home")
        ):
            return before
    return None


def _is_name_of(name: str, owner: str) -> bool:
    """Whether an owner is the name, or the name with words of a publisher: "Rowan Post", "Rowan Post Media Group"."""
    house = site_words("copyright", "houses")
    ours, theirs = _words(name), _words(owner)
    if not ours:
        return False
    if ours == tuple(word for word in theirs if word not in house) or ours == theirs:
        return True
    if theirs[: len(ours)] == ours:
        return not house.isdisjoint(theirs[len(ours) :])
    rest = fold(owner).removeprefix(fold(name))  # scripts without spaces
    return rest in house and rest != fold(owner)


def _is_spoken_of(name: str, lines: Sequence[str]) -> bool:
    """Whether a longer line speaks of what looks like a name: two capitalised words, or letters that have no case."""
    split = name.split()
    if any(word in folded("never", "words") and word != "the" for word in map(fold, split)):
        return False
    capitals = len(split) > 1 and all(word[0].isupper() for word in split)
    caseless = len(name) >= _SHORTEST and name.lower() == name.upper() and any(map(str.isalpha, name))
    return (capitals or caseless) and any(len(line) > len(name) and _holds(line, name) for line in lines)


def _holds(line: str, name: str) -> bool:
    return line.startswith(name) or f" {name} " in f"{line} "


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without articles."""
    return tuple(word for word in _WORD.findall(fold(name)) if word not in site_words("copyright", "articles"))
