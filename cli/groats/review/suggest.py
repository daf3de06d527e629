"""Rules that say of other pages what was marked on some: the narrowest phrases that fit the marked lines.

A short line is a phrase as it stands, numbers aside; of lines that begin alike, and of long ones, it is the first
words, as many as it takes to miss the lines that were not marked.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from groats.document import Label
from groats.review.page import ReviewedPage
from groats.stages.cues import Cue, CueIndex, Where, compile_cues, cut_phrase, find_cues, first_words

_SHORT = 12  # words: a line of no more is a phrase as a whole
_FEWEST, _MOST = 6, 16  # first words of a longer line
_ALIKE = 3  # first words that lines share which are taken for one kind
_SHOWN = 140  # characters of a line that is a hit or a miss of its first words
_LONGEST = 40  # words, as in the rules
_BESIDE = 2  # lines above and below a marked one that a rule must miss


class Suggestion(NamedTuple):
    """A rule that could be added: its name, what it does, and its proof. `notes` say what to look at before it is."""

    name: str
    keep: bool
    where: Where
    longest: int
    phrases: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()


class _Marked(NamedTuple):
    """A line on which a mark and the verdict differ."""

    page: str
    text: str
    beside: tuple[str, ...]


_Phrase: TypeAlias = tuple[Where, str]


def suggest_rules(pages: Sequence[ReviewedPage], taken: Iterable[str] = ()) -> list[Suggestion]:
    """Rules for the marks that the verdicts do not already agree with, under names that are not `taken`.

    Each hits the marked lines of one label and side. Lines that were not marked are missed where any phrase can.
    """
    groups: defaultdict[tuple[bool, Label], list[_Marked]] = defaultdict(list)
    for page in pages:
        for n, keep in sorted(page.marks.items()):
            if page.verdicts[n].keep is not keep:
                groups[keep, page.verdicts[n].label].append(_Marked(page.name, page.places[n].text, _beside(page, n)))
    names = set(taken)
    suggestions = []
    for (keep, label), marked in groups.items():
        others = _other_side(pages, keep=keep)
        phrases = _find_phrases(list(dict.fromkeys(one.text for one in marked)), others)
        for where in ("line", "start"):
            chosen = {text: phrase for text, (place, phrase) in phrases.items() if place == where}
            if chosen:
                name = _free_name(f"{'keep' if keep else 'drop'}-{label.replace('_', '-')}", names)
                lines = [one for one in marked if one.text in chosen]
                suggestions.append(_suggest(name, where, chosen, lines, others, keep=keep))
    return suggestions


def _beside(page: ReviewedPage, n: int) -> tuple[str, ...]:
    """The texts of the lines near a marked one that are on the other side and have no mark of their own."""
    near = range(max(0, n - _BESIDE), min(len(page.places), n + _BESIDE + 1))
    keep = page.marks[n]
    return tuple(page.places[m].text for m in near if m not in page.marks and page.verdicts[m].keep is not keep)


def _other_side(pages: Iterable[ReviewedPage], *, keep: bool) -> dict[str, int]:
    """The texts of all lines that are to stay where they are, on the other side, and how often each stands there."""
    counts: defaultdict[str, int] = defaultdict(int)
    for page in pages:
        for n, place in enumerate(page.places):
            if page.keeps(n) is not keep:
                counts[place.text] += 1
    return counts


def _find_phrases(texts: Sequence[str], others: Iterable[str]) -> dict[str, _Phrase]:
    """A phrase for each text that has words."""
    marked = set(texts)
    avoided = [text for text in others if text not in marked]
    longest = _measure([*texts, *avoided])
    alike = _shared_beginnings(texts)
    found: dict[str, _Phrase] = {}
    for text in texts:
        size = len(cut_phrase(text))
        candidates: list[_Phrase] = [("start", alike[text])] if text in alike else []
        if size <= _SHORT:
            candidates.append(("line", first_words(text, size)))
        candidates += [("start", first_words(text, count)) for count in range(_FEWEST, min(size, _MOST) + 1)]
        usable = [(one, index) for one in candidates if find_cues(text, index := _compile(one, longest))]
        if usable:
            misses = (one for one, index in usable if not any(find_cues(other, index) for other in avoided))
            found[text] = next(misses, usable[-1][0])
    return found


def _shared_beginnings(texts: Sequence[str]) -> dict[str, str]:
    """For each text that shares its first words with another the words that all such texts share."""
    kinds: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts:
        words = cut_phrase(first_words(text, _ALIKE))
        if len(words) == _ALIKE:
            kinds[tuple(words)].append(text)
    shared: dict[str, str] = {}
    for alike in kinds.values():
        columns = zip(*(cut_phrase(first_words(text, _MOST)) for text in alike), strict=False)
        count = len(list(takewhile(lambda column: len(set(column)) == 1, columns)))
        shared |= {text: first_words(text, count) for text in alike if len(alike) > 1}
    return shared


def _compile(phrase: _Phrase, longest: int) -> CueIndex:
    """An index of the phrase alone, for lines of so many words at most; of nothing where it has only numbers."""
    where, text = phrase
    cue = Cue("suggested", Label.OTHER, "any", where, longest, opens=False)
    return compile_cues([] if set(cut_phrase(text)) <= {"#"} else [(cue, [text])])


def _suggest(  # noqa: PLR0913 - all that a rule is made of
    name: str, where: Where, phrases: dict[str, str], lines: Sequence[_Marked], others: dict[str, int], *, keep: bool
) -> Suggestion:
    """The rule of some marked lines, with those lines and their neighbours as its proof."""
    unique = tuple(dict.fromkeys(phrases.values()))
    longest = _measure(phrases)
    index = compile_cues([(Cue(name, Label.OTHER, "any", where, longest, opens=False), unique)])
    also = {text: count for text, count in others.items() if find_cues(text, index)}
    beside = dict.fromkeys(text for one in lines for text in one.beside if text not in also)
    shown = _SHOWN if where == "start" else None
    return Suggestion(
        name,
        keep,
        where,
        longest,
        phrases=unique,
        hits=tuple(dict.fromkeys(_cut(text, shown) for text in phrases)),
        misses=tuple(dict.fromkeys(_cut(text, _SHOWN) for text in beside if not find_cues(_cut(text, _SHOWN), index))),
        sources=tuple(dict.fromkeys(one.page for one in lines)),
        notes=tuple(_note(text, count, keep=keep) for text, count in also.items()),
    )


def _measure(texts: Iterable[str]) -> int:
    """The most words that a line may have for a phrase to hit all of the texts."""
    return max(_LONGEST, *(len(cut_phrase(text)) for text in texts))


def _note(text: str, count: int, *, keep: bool) -> str:
    times = "" if count == 1 else f", which stands there {count} times"
    return f"also {'keeps' if keep else 'drops'} {_cut(text, _SHOWN)!r}{times}, though it is not marked so"


def _cut(text: str, length: int | None) -> str:
    """The text, or its first words if it is longer."""
    if length is None or len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0] or text[:length]


def _free_name(name: str, names: set[str]) -> str:
    """The name, with a number if it is taken; from now on it is."""
    number = 1
    chosen = name
    while chosen in names:
        number += 1
        chosen = f"{name}-{number}"
    names.add(chosen)
    return chosen
