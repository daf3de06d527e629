"""The cues as matching needs them: two tries of tokens."""

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from groats.document import CueHit, Label
from groats.stages.cues.tokens import OPEN, PLACEHOLDERS, cut_phrase, cut_words
from groats.tables import DATA

Where = Literal["line", "start", "end", "within"]

# A node maps the next token to the next node; where a phrase ends is a string, the numbers of its cues, under "" if
# longer phrases go on from there. So most phrases end without a container of their own.
Trie: TypeAlias = dict[str, "Trie | str"]

COMPILED = DATA / "cues.jsonl"
_PREFIX = 3  # of a token, by which tokens are grouped: four to a group


class Cue(NamedTuple):
    """A cue as matching needs it.

    `where` the phrase stands in the line, `longest` the most words that the line may have, `opens` whether lines
    that follow are likely of the same label, `language` an ISO 639-1 code, "sr-latn" or "any".
    """

    name: str
    label: Label
    language: str
    where: Where
    longest: int
    opens: bool

    def hit(self, *, whole: bool) -> CueHit:
        """That the cue was found."""
        return CueHit(self.name, self.label, whole, self.opens)


class Branches(Trie):
    """The trie of phrases below each first token, "" where none begins with it.

    Each is built when it is first asked for, because a page needs few of them. `groups` holds the phrases of the tokens
    that begin with the same letters as JSON: a text with `;` between the tokens, each with its phrases and `,` between
    those, each the number of its cue and its other tokens.
    """

    def __init__(self, groups: Mapping[str, bytes]) -> None:
        """None of the branches is built yet."""
        super().__init__()
        self.groups = groups
        self._opened: set[str] = set()
        self._phrases: dict[str, str] = {}

    def __missing__(self, token: str) -> "Trie | str":
        """The branch of a token that is not built yet, or of one that begins no phrase."""
        letters = token[:_PREFIX]
        if letters in self.groups and letters not in self._opened:
            self._phrases |= (entry.split(" ", 1) for entry in json.loads(self.groups[letters]).split(";"))
            self._opened.add(letters)  # only now: another thread may ask for the same
        if token not in self._phrases:
            return ""
        trie: Trie = {}
        for phrase in self._phrases[token].split(","):
            number, *rest = phrase.split(" ")
            _insert(trie, [token, *rest], number)
        self[token] = trie[token]
        return self[token]


@dataclass(frozen=True, slots=True, eq=False)
class CueIndex:
    """Cues ready to match: the phrases that begin a line in one trie, those that stand anywhere in another.

    The phrases that the first word of a line does not lead to, because they stand anywhere or begin with a placeholder,
    are only looked for in lines with words side by side that such a phrase cannot do without: `runs` lists them under
    their longest word. `signs` are what those of them need that have no words. `opening` are those runs and signs that
    the phrases need that begin a line with a placeholder.
    `longest` is the most words that a line may have for any cue.
    """

    cues: tuple[Cue, ...]
    anchored: Branches
    floating: Branches
    runs: Mapping[str, Sequence[str]]
    signs: Sequence[str]
    opening: frozenset[str]
    longest: int


@functools.cache
def builtin_cues() -> CueIndex:
    """The cues that come with groats, read once."""
    head, *lines = COMPILED.read_bytes().splitlines()
    packed = json.loads(head)
    labels = {str(label): label for label in Label}
    names, labelled, *rest = packed["cues"]
    groups = iter(lines)
    return CueIndex(
        cues=tuple(map(Cue, names, map(labels.__getitem__, labelled), *rest)),
        anchored=Branches(dict(zip(packed["anchored"], groups, strict=False))),
        floating=Branches(dict(zip(packed["floating"], groups, strict=False))),
        runs=packed["runs"],
        signs=packed["signs"],
        opening=frozenset(packed["opening"]),
        longest=packed["longest"],
    )


@functools.cache
def read_end(end: str) -> tuple[int, ...]:
    """The numbers of the cues of which a phrase ends at a node."""
    return tuple(map(int, end.split()))


def compile_cues(rows: Iterable[tuple[Cue, Sequence[str]]]) -> CueIndex:
    """An index of cues, each with its phrases; where two share a phrase, both are found."""
    cues: list[Cue] = []
    anchored: dict[str, list[str]] = {}
    floating: dict[str, list[str]] = {}
    runs: dict[str, list[str]] = {}
    signs: list[str] = []
    opening: set[str] = set()
    for number, (cue, phrases) in enumerate(rows):
        cues.append(cue)
        for tokens in map(cut_phrase, phrases):
            begins = cue.where in {"line", "start"}
            phrase = " ".join((str(number), *tokens[1:]))
            (anchored if begins else floating).setdefault(tokens[0], []).append(phrase)
            if not begins or tokens[0] in OPEN:
                need = _require(tokens, runs, signs)
                if begins:
                    opening.add(need)
    longest = max((cue.longest for cue in cues), default=0)
    return CueIndex(tuple(cues), _group(anchored), _group(floating), runs, signs, frozenset(opening), longest)


def pack_cues(index: CueIndex) -> bytes:
    """The index as the JSON Lines that `builtin_cues` reads: a head, and a line for each group of phrases.

    Most of those lines are never parsed, which would take most of the time.
    """
    head = {
        "cues": list(zip(*index.cues, strict=True)),
        "anchored": list(index.anchored.groups),
        "floating": list(index.floating.groups),
        "runs": index.runs,
        "signs": index.signs,
        "opening": sorted(index.opening),
        "longest": index.longest,
    }
    groups = (*index.anchored.groups.values(), *index.floating.groups.values())
    return b"".join(line + b"\n" for line in (_to_json(head), *groups))


def _require(tokens: Sequence[str], runs: dict[str, list[str]], signs: list[str]) -> str:
    """What a line with the phrase must have, noted: words side by side, or, of a phrase without words, a sign."""
    parts = [list(part) for is_word, part in groupby(tokens, key=lambda token: bool(cut_words(token))) if is_word]
    if parts:
        longest = max((word for part in parts for word in part), key=len)
        known, need = runs.setdefault(longest, []), next(f" {' '.join(part)} " for part in parts if longest in part)
    else:
        known, need = signs, next(token for token in tokens if token not in PLACEHOLDERS)
    if need not in known:
        known.append(need)
    return need


def _group(phrases: Mapping[str, Sequence[str]]) -> Branches:
    """The tries of phrases that are known by their first tokens."""
    entries = sorted((token, f"{token} {','.join(own)}") for token, own in phrases.items())
    groups = groupby(entries, key=lambda entry: entry[0][:_PREFIX])
    return Branches({letters: _to_json(";".join(entry for _, entry in own)) for letters, own in groups})


def _to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _insert(trie: Trie, tokens: Sequence[str], number: str) -> None:
    *path, last = tokens
    for token in path:
        below = trie.get(token, {})
        trie[token] = below = {"": below} if isinstance(below, str) else below
        trie = below
    ended = trie.get(last, "")
    if isinstance(ended, str):
        trie[last] = f"{ended} {number}".lstrip()
    else:
        ended[""] = f"{ended.get('', '')} {number}".lstrip()
