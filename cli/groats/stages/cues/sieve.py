"""Which lines of a page may hit a cue at all: most are settled by their words, cut out of all lines at once."""

from collections.abc import Sequence
from string import ascii_letters

from groats.stages.cues.index import CueIndex, Trie, read_end
from groats.stages.cues.tokens import CODE, NUMBER, OPEN, WORD, begins_with_mark, cut_lines

_SEVERAL = OPEN - {WORD}  # may stand for several words, or for some only
_THOUSANDS = frozenset({"k", "m"})  # may be the end of a number ("3K") and no word: the line is left to `find_cues`

_CHARACTERS_A_WORD = 16  # a line of more than that a word is no prose: it is not cut into words at all


def sift_lines(texts: Sequence[str], index: CueIndex) -> list[str]:
    """Those of the texts that may hit a cue, in any order; none of the others does.

    A line may have the words of a phrase of `runs`, or begin with the first word of a phrase, or have a sign that a
    phrase needs, or begin with a number or a symbol as a phrase does.
    """
    no_keys, no_signs = _THOUSANDS.union(index.runs).isdisjoint, frozenset(index.signs).isdisjoint
    branches = index.anchored
    return [
        text
        for lines, words, marks in cut_lines([text for text in texts if not is_out_of_proportion(text, index)])
        for text, line, others in zip(lines, words, marks, strict=True)
        if (not no_keys(cut := line.split()) and _may_hold_run(cut, others, index))
        or (cut and (node := branches[cut[0]]) and _may_go_on(node, cut, 1, others, index))
        or (others and not no_signs(others))
        or (others and text[0] not in ascii_letters and _may_begin_with_mark(text, cut, others, index))
    ]


def is_out_of_proportion(text: str, index: CueIndex) -> bool:
    """Whether a line is too long for any cue, however few words it has."""
    return len(text) > index.longest * _CHARACTERS_A_WORD


def find_needs(folded: str, words: Sequence[str], index: CueIndex) -> list[str]:
    """What a line has of the signs, and the words side by side, that the phrases of `runs` cannot do without."""
    needs = [sign for sign in index.signs if sign in folded]
    if not index.runs.keys().isdisjoint(words):
        line = f" {' '.join(words)} "
        needs += [run for word in index.runs.keys() & words for run in index.runs[word] if run in line]
    return needs


def _may_hold_run(words: Sequence[str], marks: str, index: CueIndex) -> bool:
    """Whether a line may have words side by side that a phrase of `runs` cannot do without."""
    if NUMBER in marks and not _THOUSANDS.isdisjoint(words):
        return True
    line = f" {' '.join(words)} "
    for word in index.runs.keys() & words:
        for run in index.runs[word]:
            if run in line:
                return True
    return False


def _may_begin_with_mark(text: str, words: Sequence[str], marks: str, index: CueIndex) -> bool:
    """Whether a phrase that begins with a number or a symbol may begin the line."""
    if not begins_with_mark(text):
        return False
    _, number, after = marks.partition(NUMBER)
    if number and (node := index.anchored[NUMBER]) and _may_go_on(node, words, 0, after, index):
        return True
    return any(index.anchored[mark] for mark in marks if mark != NUMBER)


def _may_go_on(node: Trie | str, words: Sequence[str], at: int, marks: str, index: CueIndex) -> bool:
    """Whether a phrase may go on from a node with the words at `at` and so be a cue of the line.

    Where among the words the marks are is left open.
    """
    while True:
        end = node if isinstance(node, str) else node.get("")
        if end and _may_end(str(end), words, at, marks, index):
            return True
        if isinstance(node, str):
            return False
        if not (node.keys().isdisjoint(_SEVERAL) and node.keys().isdisjoint(marks)):
            return True
        if at == len(words):
            return False
        if WORD in node and (not CODE.isdisjoint(marks) or _may_go_on(node[WORD], words, at + 1, marks, index)):
            return True
        if words[at] not in node:
            return False
        node = node[words[at]]
        at += 1


def _may_end(end: str, words: Sequence[str], at: int, marks: str, index: CueIndex) -> bool:
    """Whether a phrase that ends there, with the words at `at` left, may be a cue of a line of so many words."""
    count = len(words) - sum(map(words.count, _THOUSANDS))
    places = {index.cues[number].where for number in read_end(end) if count <= index.cues[number].longest}
    return bool(places) and (places != {"line"} or _may_follow(words, at, marks, index))


def _may_follow(words: Sequence[str], at: int, marks: str, index: CueIndex) -> bool:
    """Whether after a phrase, of which the words at `at` are left, the line ends or the next link of a menu begins."""
    if at == len(words) or index.anchored[words[at]]:
        return True
    nodes = map(index.anchored.__getitem__, set(marks))
    after = OPEN.union((words[at], *marks))
    return any(isinstance(node, dict) and not node.keys().isdisjoint(after) for node in nodes)
