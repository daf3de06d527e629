"""Finds cues in a line, in a time that is linear in the line and does not depend on the number of cues."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile
from typing import TypeAlias

from groats.document import CueHit, Label
from groats.stages.cues.index import Branches, CueIndex, Trie, builtin_cues, read_end
from groats.stages.cues.tokens import (
    NAME,
    NAMES,
    NUMBER,
    OPEN,
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

_CHARACTERS_A_WORD = 16  # a line of more than that a word is no prose: it is not cut into words at all
_LONGEST_RECALLED, _MOST_RECALLED = 80, 8192  # characters of a line, lines: menus are the same on many pages

_ENDS = OPEN | {""}  # where a phrase may go on or end whatever word follows

_Place: TypeAlias = tuple[Trie | str, int]  # a node, and the number of the token that comes next
_Match: TypeAlias = tuple[int, int]  # the number of a cue, and that of the token after its phrase


@dataclass
class _Line:
    """A line as its tokens without accents, folded to small letters.

    `size` is the number of those that are no symbols. `opens` says that the line has the words of a phrase that begins
    with a placeholder; nearly no line has.
    """

    text: str
    tokens: Sequence[str]
    size: int
    opens: bool

    @cached_property
    def words(self) -> Sequence[str]:
        """The tokens with their capitals, by which names are known."""
        plain = simplify(self.text)
        return cut_line(plain, cut_words(plain))


def find_all_cues(texts: Sequence[str], cues: CueIndex | None = None) -> list[tuple[CueHit, ...]]:
    """For each line or block of a page the cues that it hits, see `find_cues`."""
    found = {
        text: _recall_cues(text, cues) if len(text) <= _LONGEST_RECALLED else find_cues(text, cues)
        for text in set(texts)
    }
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
    needs = _find_needs(folded, words, index)
    # What a line begins with is mostly known without its numbers and symbols, which take longer to find than all else.
    begins = words if len(words) > 1 and folded.startswith(" ".join(words[:2])) else cut_line(folded, words)
    if not (needs or _may_begin(index.anchored, begins)):
        return ()
    tokens = cut_line(folded, words)
    size = len(tokens) - sum(map(SYMBOLS.__contains__, tokens)) if tokens is not words else len(tokens)
    if not 0 < size <= index.longest:
        return ()
    line = _Line(text, tokens, size, opens=not index.opening.isdisjoint(needs))
    starts = _matches(line, _begin(index.anchored, line, 0, opens=line.opens))
    return _judge(index, line, starts, _floating(index, line) if needs else ()) if starts or needs else ()


_recall_cues = lru_cache(_MOST_RECALLED)(find_cues)


def _may_begin(trie: Branches, tokens: Sequence[str]) -> bool:
    """Whether a phrase of the trie may begin a line, as far as its first two tokens show: of most lines none does."""
    token, after = (*tokens[:2], "", "")[:2]
    return token in SYMBOLS or _may_go_on(trie[token], after)


def _may_go_on(node: Trie | str, token: str) -> bool:
    """Whether a phrase goes on from a node with a token or behind it, or ends there, or leaves open which follows."""
    if isinstance(node, str):
        return node != ""
    return token in node or token in SYMBOLS or not node.keys().isdisjoint(_ENDS)


def _find_needs(folded: str, words: Sequence[str], index: CueIndex) -> list[str]:
    """What a line has of the signs, and the words side by side, that the phrases of `runs` cannot do without."""
    needs = [sign for sign in index.signs if sign in folded]
    if not index.runs.keys().isdisjoint(words):
        line = f" {' '.join(words)} "
        needs += [run for word in index.runs.keys() & words for run in index.runs[word] if run in line]
    return needs


def _judge(
    index: CueIndex, line: _Line, starts: Sequence[_Match], others: Iterable[tuple[int, Sequence[_Match]]]
) -> tuple[CueHit, ...]:
    """The hits among the matches at the start of a line, and the others, which may begin anywhere in it."""
    found = dict.fromkeys(_filling(index, line, starts), True)
    for start, matches in ((0, starts), *others):
        for number, end in matches:
            cue = index.cues[number]
            at_end = end == len(line.tokens)
            if line.size <= cue.longest and (cue.where in {"start", "within"} or (cue.where == "end" and at_end)):
                found[number] = found.get(number, False) or (start == 0 and at_end)
    return tuple([index.cues[number].hit(whole=whole) for number, whole in sorted(found.items())])


def _filling(index: CueIndex, line: _Line, starts: Sequence[_Match]) -> set[int]:
    """The cues of `where = "line"` that fill the line: those of one phrase, or of the links of a menu on one line.

    Two phrases side by side may be a heading by chance ("Home Audio"): a menu has a sign between any two of its links,
    or three links of one label, or names networks to share on.
    """
    at, here = _longest(index, line, starts)
    phrases: list[set[int]] = []
    signs = True
    while here and at < len(line.tokens):
        phrases.append(here)
        signs = signs and line.tokens[at - 1] in SYMBOLS
        at, here = _longest(index, line, _matches(line, _begin(index.anchored, line, at, opens=line.opens)))
    if not here or not phrases:
        return here
    phrases.append(here)
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


def _begin(trie: Branches, line: _Line, start: int, *, opens: bool) -> list[_Place]:
    """Where the word at `start`, or a symbol before it, leads among the phrases of a trie.

    Those that begin with a placeholder are looked at only if it `opens` so, as nearly no line does.
    """
    open_branches = {token: node for token in OPEN if (node := trie[token])} if opens else {}
    places: list[_Place] = []
    for at in range(start, len(line.tokens)):
        token = line.tokens[at]
        if node := trie[token]:
            places.append((node, at + 1))
        if open_branches:
            places += _open_steps(open_branches, line, at)
        if token not in SYMBOLS:
            break
    return places


def _floating(index: CueIndex, line: _Line) -> Iterator[tuple[int, list[_Match]]]:
    """The matches of the phrases that may stand anywhere, with the place where each begins."""
    trie = index.floating
    if any(map(trie.__getitem__, OPEN)):
        yield from ((start, _matches(line, _begin(trie, line, start, opens=True))) for start in range(len(line.tokens)))
        return
    for start, (token, after) in enumerate(pairwise([*line.tokens, ""])):
        node = trie[token]
        if node and (token in SYMBOLS or _may_go_on(node, after)):
            yield start, _matches(line, _begin(trie, line, start, opens=False))


def _matches(line: _Line, places: list[_Place]) -> list[_Match]:
    """Each cue with a phrase that goes on from one of the places, with the place after its end.

    A symbol of the line may be passed over; a symbol of the phrase has to be there. So a place at a symbol may be come
    to in many ways, and is looked at once.
    """
    found: list[_Match] = []
    tokens = [*line.tokens, ""]
    seen: set[tuple[int, int]] = set()
    while places:
        node, at = places.pop()
        while True:
            token = tokens[at]
            if token in SYMBOLS:
                if (id(node), at) in seen:
                    break
                seen.add((id(node), at))
                places.append((node, at + 1))
            if end := node if isinstance(node, str) else node.get(""):
                found += [(number, at) for number in read_end(str(end))]
            if isinstance(node, str) or not token:
                break
            if not node.keys().isdisjoint(OPEN):
                places += _open_steps(node, line, at)
            if token not in node:
                break
            node = node[token]
            at += 1
    return found


def _open_steps(node: Trie, line: _Line, at: int) -> Iterator[_Place]:
    """Where the token at `at` leads in place of a placeholder; words at the end of a phrase are all that follow."""
    token, after = line.tokens[at], range(at + 1, len(line.tokens) + 1)
    if token in SYMBOLS:
        return
    if WORD in node and token != NUMBER:
        yield node[WORD], at + 1
    if WORDS in node:
        following = node[WORDS]
        yield from ((following, end) for end in (after[-1:] if isinstance(following, str) else after))
    if NAME in node and begins_name(line.words[at]):
        yield node[NAME], at + 1
    if NAMES in node and begins_name(line.words[at]):
        yield from ((node[NAMES], end) for end in takewhile(lambda end: is_in_name(line.words[end - 1]), after))
