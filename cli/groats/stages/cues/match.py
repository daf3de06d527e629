"""Finds cues in a line, in a time that is linear in the line and does not depend on the number of cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from groats.document import CueHit, Label
from groats.stages.cues.index import CueIndex, Trie, builtin_cues
from groats.stages.cues.tokens import NAME, NAMES, NUMBER, SYMBOLS, WORD, WORDS, begins_name, cut_line, is_in_name

_OF_MENUS = frozenset(
    {Label.NAVIGATION, Label.SHARE, Label.LEGAL, Label.APP_STORE, Label.ADVERTISEMENT, Label.CONSENT, Label.COMMENTS}
)
_FEWEST_LINKS = 3

_CHARACTERS_A_WORD = 16  # a line of more than that a word is no prose: it is not cut into words at all


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line as its words, with capitals and folded to small letters, and how many are no symbols."""

    words: Sequence[str]
    tokens: Sequence[str]
    size: int


def find_cues(text: str, cues: CueIndex | None = None) -> tuple[CueHit, ...]:
    """The cues that a line or block hits, each once, in the order of their rows; `None` stands for the built-in cues.

    A line that several cues of `where = "line"` fill one after the other, as a menu on one line does, is hit by all
    of them.
    """
    index = cues if cues is not None else builtin_cues()
    if len(text) > index.longest * _CHARACTERS_A_WORD:
        return ()
    words = cut_line(text)
    tokens = [word.casefold() for word in words]
    line = _Cut(words, tokens, len(tokens) - sum(map(SYMBOLS.__contains__, tokens)))
    if not line.size or line.size > index.longest:
        return ()
    found = dict.fromkeys(_filling(index, line), True)
    for start, trie in _entries(index, tokens):
        for number, end in _matches(trie, line, start):
            cue = index.cues[number]
            at_end = end == len(tokens)
            if line.size <= cue.longest and (cue.where in {"start", "within"} or (cue.where == "end" and at_end)):
                found[number] = found.get(number, False) or (start == 0 and at_end)
    hits = ((index.cues[number], whole) for number, whole in sorted(found.items()))
    return tuple(CueHit(cue.name, cue.label, whole, cue.opens) for cue, whole in hits)


def _filling(index: CueIndex, line: _Cut) -> set[int]:
    """The cues of `where = "line"` that fill the line: those of one phrase, or of the links of a menu on one line.

    Two phrases side by side may be a heading by chance ("Home Audio"): a menu has a sign between any two of its links,
    or three links of one label, or names networks to share on.
    """
    phrases: list[set[int]] = []
    at, signs = 0, True
    while at < len(line.tokens):
        furthest, here = _longest(index, line, at)
        if not here:
            return set()
        phrases.append(here)
        at = furthest
        signs = signs and (at == len(line.tokens) or line.tokens[at - 1] in SYMBOLS)
    if len(phrases) == 1:
        return phrases[0]
    menus = [{number for number in here if index.cues[number].label in _OF_MENUS} for here in phrases]
    if not all(menus):
        return set()
    if signs:
        return set.union(*menus)
    shared = set.intersection(*({index.cues[number].label for number in here} for here in menus))
    if Label.SHARE not in shared and len(menus) < _FEWEST_LINKS:
        return set()
    return {number for number in set.union(*menus) if index.cues[number].label in shared}


def _longest(index: CueIndex, line: _Cut, start: int) -> tuple[int, set[int]]:
    """The end of the longest phrase of `where = "line"` that begins at `start`, and the cues that have it."""
    furthest = start
    here: set[int] = set()
    for number, end in _matches(index.anchored, line, start):
        cue = index.cues[number]
        if cue.where == "line" and line.size <= cue.longest and end >= furthest:
            here = {number} if end > furthest else here | {number}
            furthest = end
    return furthest, here


def _entries(index: CueIndex, tokens: Sequence[str]) -> Iterator[tuple[int, Trie]]:
    """Where in the line which trie is entered."""
    yield 0, index.anchored
    for start, token in enumerate(tokens):
        if token in index.floating or WORD in index.floating or NAME in index.floating:
            yield start, index.floating


def _matches(trie: Trie, line: _Cut, start: int) -> Iterator[tuple[int, int]]:
    """Each cue with a phrase that begins at `start`, with the place after its end.

    A symbol of the line may be passed over; a symbol of the phrase has to be there.
    """
    stack: list[tuple[Trie | str, int]] = [(trie, start)]
    while stack:
        below, at = stack.pop()
        node: Trie = {"": below} if isinstance(below, str) else below
        for number in str(node.get("", "")).split():
            yield int(number), at
        if at < len(line.tokens):
            stack.extend(_steps(node, line, at))


def _steps(node: Trie, line: _Cut, at: int) -> Iterator[tuple[Trie | str, int]]:
    """The nodes that the token at `at` leads to, each with the place of the next token."""
    token = line.tokens[at]
    if token in node:
        yield node[token], at + 1
    if token in SYMBOLS:
        yield node, at + 1
        return
    if WORD in node and token != NUMBER:
        yield node[WORD], at + 1
    if WORDS in node:
        yield from ((node[WORDS], end) for end in range(at + 1, len(line.tokens) + 1))
    if NAME in node and begins_name(line.words[at]):
        yield node[NAME], at + 1
    if NAMES in node and begins_name(line.words[at]):
        names = takewhile(lambda end: is_in_name(line.words[end - 1]), range(at + 1, len(line.tokens) + 1))
        yield from ((node[NAMES], end) for end in names)
