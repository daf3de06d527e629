"""Finds cues in a line, in a time that is linear in the line and does not depend on the number of cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from groats.document import CueHit, Label
from groats.stages.cues.index import CueIndex, Trie, builtin_cues
from groats.stages.cues.tokens import (
    NAME,
    NAMES,
    NUMBER,
    PLACEHOLDERS,
    SYMBOLS,
    WORD,
    WORDS,
    begins_name,
    cut_line,
    cut_words,
    is_in_name,
    simplify,
)

_OF_MENUS = frozenset(
    {Label.NAVIGATION, Label.SHARE, Label.LEGAL, Label.APP_STORE, Label.ADVERTISEMENT, Label.CONSENT, Label.COMMENTS}
)
_FEWEST_LINKS = 3

_OPEN = PLACEHOLDERS - {NUMBER}
_NO_WORDS = PLACEHOLDERS | SYMBOLS | {""}  # what may follow in a phrase besides words, or nothing

_Place: TypeAlias = tuple[Trie | str, int]  # a node, and the number of the token that comes next
_Match: TypeAlias = tuple[int, int]  # the number of a cue, and that of the token after its phrase

_CHARACTERS_A_WORD = 16  # a line of more than that a word is no prose: it is not cut into words at all


@dataclass
class _Line:
    """A line as its tokens without accents, folded to small letters.

    `size` is the number of those that are no symbols. `everywhere` says that the line has the words of a phrase that
    is not found by the line's first word; nearly no line has.
    """

    text: str
    tokens: Sequence[str]
    size: int
    everywhere: bool

    @cached_property
    def words(self) -> Sequence[str]:
        """The tokens with their capitals, by which names are known."""
        plain = simplify(self.text)
        return cut_line(plain, cut_words(plain))


def find_all_cues(texts: Sequence[str], cues: CueIndex | None = None) -> list[tuple[CueHit, ...]]:
    """For each line or block of a page the cues that it hits, see `find_cues`; of equal lines one is looked at."""
    found = {text: find_cues(text, cues) for text in set(texts)}
    return [found[text] for text in texts]


def find_cues(text: str, cues: CueIndex | None = None) -> tuple[CueHit, ...]:
    """The cues that a line or block hits, each once, in the order of their rows; `None` stands for the built-in cues.

    A line that several cues of `where = "line"` fill one after the other, as a menu on one line does, is hit by all
    of them.
    """
    index = cues if cues is not None else builtin_cues()
    if len(text) > index.longest * _CHARACTERS_A_WORD:
        return ()
    folded = simplify(text).casefold()
    words = cut_words(folded)
    everywhere = _holds_run(index, folded, words)
    if not everywhere and folded[:1].isalpha() and not _may_begin(index.anchored, words):
        return ()
    tokens = cut_line(folded, words)
    size = len(tokens) - sum(map(SYMBOLS.__contains__, tokens)) if tokens is not words else len(tokens)
    if not 0 < size <= index.longest:
        return ()
    line = _Line(text, tokens, size, everywhere)
    starts = _matches(line, _begin(index, line, 0))
    return _judge(index, line, starts) if starts or everywhere else ()


def _judge(index: CueIndex, line: _Line, starts: list[_Match]) -> tuple[CueHit, ...]:
    """The hits among the matches at the start of a line, and those anywhere in it."""
    found = dict.fromkeys(_filling(index, line, starts), True)
    for start, matches in [(0, starts), *(_floating(index, line) if line.everywhere else ())]:
        for number, end in matches:
            cue = index.cues[number]
            at_end = end == len(line.tokens)
            if line.size <= cue.longest and (cue.where in {"start", "within"} or (cue.where == "end" and at_end)):
                found[number] = found.get(number, False) or (start == 0 and at_end)
    hits = ((index.cues[number], whole) for number, whole in sorted(found.items()))
    return tuple(CueHit(cue.name, cue.label, whole, cue.opens) for cue, whole in hits)


def _may_begin(trie: Trie, words: Sequence[str]) -> bool:
    """Whether the words of a line leave it possible that a phrase begins there, whatever is between them."""
    node = trie
    for word in words:
        below = node.get(word)
        if not isinstance(below, dict):
            return below is not None
        node = below
        if not node.keys().isdisjoint(_NO_WORDS):
            return True
    return False


def _holds_run(index: CueIndex, folded: str, words: Sequence[str]) -> bool:
    """Whether the line has the words or the sign that some phrase cannot do without, wherever in it they are."""
    for sign in index.signs:
        if sign in folded:
            return True
    if index.runs.keys().isdisjoint(words):
        return False
    line = f" {' '.join(words)} "
    return any(run in line for word in index.runs.keys() & words for run in index.runs[word])


def _filling(index: CueIndex, line: _Line, starts: Sequence[_Match]) -> set[int]:
    """The cues of `where = "line"` that fill the line: those of one phrase, or of the links of a menu on one line.

    Two phrases side by side may be a heading by chance ("Home Audio"): a menu has a sign between any two of its links,
    or three links of one label, or names networks to share on.
    """
    phrases: list[set[int]] = []
    at, signs = 0, True
    while at < len(line.tokens):
        furthest, here = _longest(index, line, _matches(line, _begin(index, line, at)) if at else starts)
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


def _longest(index: CueIndex, line: _Line, matches: Sequence[_Match]) -> tuple[int, set[int]]:
    """The end of the longest phrase of `where = "line"` among the matches, and the cues that have it."""
    furthest = 0
    here: set[int] = set()
    for number, end in matches:
        cue = index.cues[number]
        if cue.where == "line" and line.size <= cue.longest and end >= furthest:
            here = {number} if end > furthest else here | {number}
            furthest = end
    return furthest, here


def _begin(index: CueIndex, line: _Line, start: int) -> list[_Place]:
    """Where the word at `start`, or a symbol before it, leads among the phrases that begin a line.

    Those that begin with a placeholder are left out where the line cannot hold them.
    """
    if line.everywhere:
        return [(index.anchored, start)]
    places: list[_Place] = []
    for at in range(start, len(line.tokens)):
        token = line.tokens[at]
        if token in index.anchored:
            places.append((index.anchored[token], at + 1))
        if token not in SYMBOLS:
            break
    return places


def _floating(index: CueIndex, line: _Line) -> Iterator[tuple[int, list[_Match]]]:
    """The matches of the phrases that may stand anywhere, with the place where each begins."""
    anything = WORD in index.floating or NAME in index.floating
    for start, token in enumerate(line.tokens):
        if anything or token in index.floating:
            yield start, _matches(line, [(index.floating, start)])


def _matches(line: _Line, places: list[_Place]) -> list[_Match]:
    """Each cue with a phrase that goes on from one of the places, with the place after its end.

    A symbol of the line may be passed over; a symbol of the phrase has to be there. So a place at a symbol may be come
    to in many ways, and is looked at once.
    """
    found: list[_Match] = []
    tokens = line.tokens
    count = len(tokens)
    seen: set[tuple[int, int]] = set()
    while places:
        node, at = places.pop()
        token = tokens[at] if at < count else ""
        if token in SYMBOLS:
            if (id(node), at) in seen:
                continue
            seen.add((id(node), at))
            places.append((node, at + 1))
        if isinstance(node, str):
            found += [(int(number), at) for number in node.split()]
            continue
        if "" in node:
            found += [(int(number), at) for number in str(node[""]).split()]
        if token:
            if token in node:
                places.append((node[token], at + 1))
            if not node.keys().isdisjoint(_OPEN):
                places += _open_steps(node, line, at)
    return found


def _open_steps(node: Trie, line: _Line, at: int) -> Iterator[_Place]:
    """Where the token at `at` leads in place of a placeholder."""
    token, after = line.tokens[at], range(at + 1, len(line.tokens) + 1)
    if token in SYMBOLS:
        return
    if WORD in node and token != NUMBER:
        yield node[WORD], at + 1
    if WORDS in node:
        yield from ((node[WORDS], end) for end in after)
    if NAME in node and begins_name(line.words[at]):
        yield node[NAME], at + 1
    if NAMES in node and begins_name(line.words[at]):
        yield from ((node[NAMES], end) for end in takewhile(lambda end: is_in_name(line.words[end - 1]), after))
