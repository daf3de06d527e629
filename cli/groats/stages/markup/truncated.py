"""The rest of a text of which a page shows the beginning and its data hold all."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from groats.unicode_ranges import STOPS, STOPS_ALONE

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(rf"[^{STOPS}{STOPS_ALONE}]++[{STOPS}{STOPS_ALONE}]*+")
_SHORTEST = 20  # characters of a sentence that tells whether the page shows it
_SHORTEST_REST = 200  # characters: less is a line that the page has in another form
_CUT, _CUT_ALONE = 20, 60  # characters at least of a sentence that the page breaks off, and of one that is all it shows
_PROSE = 100  # characters of a block: where as much prose follows, the page goes on in words of its own
_MOST_WORK = 200_000_000  # sentences times characters of the page: a tenth of a second
_FEW_SHOWN = 0.1  # share of the sentences of the rest


class Rest(NamedTuple):
    """What a page lacks of a text, by the paragraphs of that: all behind `offset` in the first of them, and the others.

    It belongs behind the block of the page at `place`.
    """

    place: int
    paragraph: int
    offset: int


class _Sentence(NamedTuple):
    """A sentence, and where in which paragraph it starts."""

    paragraph: int
    start: int
    text: str


class Shown:
    """The words of the blocks of a page, in small letters, to be asked for others."""

    def __init__(self, blocks: Sequence[str]) -> None:
        """Note the blocks, which are read when they are asked for."""
        self.blocks = blocks

    @cached_property
    def _folded(self) -> list[str]:
        return [fold_words(block) for block in self.blocks]

    @cached_property
    def words(self) -> str:
        """The words of all blocks, a space on either side."""
        return f" {' '.join(filter(None, self._folded))} "

    def has(self, words: str) -> bool:
        """Whether the words stand on the page side by side."""
        return f" {words} " in self.words

    def find(self, words: str) -> int:
        """The place of the block in which the words end where they stand first."""
        ends = list(accumulate(len(block) + bool(block) for block in self._folded))
        return bisect_right(ends, self.words.find(f" {words} ") + len(words) - 1)


def fold_words(text: str) -> str:
    """The words of a text in small letters."""
    return " ".join(_WORD.findall(text.lower()))


def find_rest(shown: Shown, paragraphs: Sequence[str]) -> Rest | None:
    """What the page lacks of a text below the last sentence of it that it shows; None unless that is a good part.

    The page has to show the sentences above, hardly any below, and no other prose in their place: a text that it shows
    in other words or in another order is not completed.
    """
    sentences = [
        _Sentence(n, match.start(), match[0])
        for n, paragraph in enumerate(paragraphs)
        for match in _SENTENCE.finditer(paragraph)
    ]
    if len(sentences) * len(shown.words) > _MOST_WORK:
        return None
    telling = [len(sentence.text) >= _SHORTEST for sentence in sentences]
    found = [tells and shown.has(fold_words(sentence.text)) for tells, sentence in zip(telling, sentences, strict=True)]
    last = _find_end(found, telling)
    if last is None:
        return None
    paragraph, offset, words = _read_on(shown, sentences, last)
    if not words:
        return None
    if not paragraphs[paragraph][offset:].strip():
        paragraph, offset = paragraph + 1, 0
    place = shown.find(words)
    length = sum(map(len, paragraphs[paragraph:])) - offset
    prose = sum(len(block) for block in shown.blocks[place + 1 :] if len(block) >= _PROSE)
    return Rest(place, paragraph, offset) if length >= max(_SHORTEST_REST, prose) else None


def _read_on(shown: Shown, sentences: Sequence[_Sentence], last: int) -> tuple[int, int, str]:
    """The paragraph and offset where the page ends that shows the `last` sentence, and the words that it ends with.

    Behind that it may show some that are too short to tell, and the beginning of one.
    """
    words, end = "", (0, 0)
    for n, (paragraph, start, text) in enumerate(sentences[max(last, 0) :], start=max(last, 0)):
        more = f"{words} {fold_words(text)}".strip()
        if n > last and (not words or not shown.has(more)):
            cut = _measure_cut(shown, text)
            is_long = cut >= (_CUT if words else _CUT_ALONE)
            return (paragraph, start + cut, fold_words(text[:cut])) if is_long else (*end, words)
        words, end = more, (paragraph, start + len(text))
    return (*end, words)


def _find_end(found: Sequence[bool], telling: Sequence[bool]) -> int | None:
    """The place of the last sentence of the beginning, -1 for none; None if those found are not a beginning."""
    all_found, all_telling = sum(found), sum(telling)
    seen = told = 0
    best: int | None = None
    for n, (is_found, tells) in enumerate(zip(found, telling, strict=True)):
        seen, told = seen + is_found, told + tells
        rest = all_telling - told
        if is_found and 2 * seen > told and all_found - seen <= _FEW_SHOWN * rest and rest:
            best = n
    if best is None and not all_found:
        return -1
    return best


def _measure_cut(shown: Shown, sentence: str) -> int:
    """How many characters of a sentence the page shows before it breaks off."""
    ends = [word.end() for word in _WORD.finditer(sentence)]
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        if shown.has(fold_words(sentence[: ends[middle - 1]])):
            low = middle
        else:
            high = middle - 1
    return ends[low - 1] if low else 0
