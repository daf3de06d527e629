"""The texts of a page taken apart, all at once: into words, in any script, and into classes of characters."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from groats.unicode_ranges import ACCENTS, INDIC_SIGNS, POINTS, STOPS, STOPS_ALONE, UNSPACED_LETTERS

_CJK = re.compile("[\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_CJK_PER_WORD = 1.7  # characters of Chinese or Japanese that say as much as a word with spaces around it
_RUN = re.compile(f"[{UNSPACED_LETTERS}]+")
_LETTERS_PER_WORD = 5.0  # of such a run
_GRAM = 3  # letters: what stands for the words of such a run
_WORD = re.compile(rf"[\w{ACCENTS}{POINTS}{INDIC_SIGNS}{UNSPACED_LETTERS}]+")

_KNOWN = (
    dict.fromkeys(STOPS, ".")
    | dict.fromkeys(STOPS_ALONE, "T")
    | dict.fromkeys(",;،，、；፣၊", ",")
    | dict.fromkeys('"“”„«»「」『』', "q")
    | dict.fromkeys("([（【", "p")
    | dict.fromkeys("|/›‹•·→←▶►▼▲#@+=_~^*©®™✓×", "s")
)
_CATEGORIES = {"Lu": "A", "Lt": "A", "Nd": "d", "Sc": "$", "Zs": " "}


class _Classes(dict[int, str]):
    """The class of each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class_of(chr(code))
        return found


def _class_of(character: str) -> str:
    if character in _KNOWN:
        return _KNOWN[character]
    category = unicodedata.category(character)
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    if category[0] not in "LM":
        return "o"
    return "c" if _CJK.match(character) or _RUN.match(character) else "a"


# Texts are read as one, so that a page costs little more than a line. In a text that holds what stands between them
# another control character takes its place, which is no part of a word either and of the same class.
_BETWEEN, _INSTEAD = "\n", "\v"
_classes = _Classes({ord(_BETWEEN): _BETWEEN})

# Text of Western Europe, curly quotation marks included, is read by tables of bytes, which are ten times as fast.
_WESTERN = "cp1252"
_WESTERN_LETTERS = bytes(range(256)).decode(_WESTERN, "replace")
_WESTERN_CLASSES = _WESTERN_LETTERS.translate(_classes).encode()
_WESTERN_WORDS = "".join(
    letter.lower() if _WORD.match(letter) or letter == _BETWEEN else " " for letter in _WESTERN_LETTERS
).encode(_WESTERN)


class Cut(NamedTuple):
    """The words of each text in lower case, how many they are, its size in words, and the classes of its characters.

    Each ideograph adds a word of its own and less to the size, as do the letters of other scripts without spaces, three
    by three; `tokens` are how many words there were before, `unspaced` the positions of the texts with either.

    The class of a character is a letter: A and a letters, c those of scripts without spaces, d digits, . and T ends of
    sentences (T needs no space behind it), comma, q quotation marks, p opening brackets, $ money, s the symbols of
    menus, a space, o all else. The ends of a text are spaces too.
    """

    words: list[tuple[str, ...]]
    tokens: list[int]
    sizes: list[float]
    classes: list[bytes]
    unspaced: list[int]


def cut_texts(texts: Sequence[str]) -> Cut:
    """The words and the classes of texts, one or more."""
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) >= len(texts):
        texts = [text.replace(_BETWEEN, _INSTEAD) for text in texts]
        joined = _BETWEEN.join(texts)
    written = joined.encode(_WESTERN, "ignore")
    words, classes = _cut_western(written)
    beyond: list[int] = []  # texts with other characters, which are lost so far
    if len(written) < len(joined):
        beyond = [n for n, text in enumerate(texts) if len(classes[n]) < len(text) + 2]
        others = _cut_any(_BETWEEN.join([texts[n] for n in beyond]))
        for n, own_words, own_classes in zip(beyond, *others, strict=True):
            words[n], classes[n] = own_words, own_classes
    tokens = list(map(len, words))
    sizes = list(map(float, tokens))
    unspaced = [n for n in beyond if b"c" in classes[n]]
    for n in unspaced:
        runs = _RUN.findall(texts[n])
        letters = sum(map(len, runs))
        spaced = sum([not (_CJK.match(word) or _RUN.match(word)) for word in words[n]])
        sizes[n] = (classes[n].count(b"c") - letters) / _CJK_PER_WORD + letters / _LETTERS_PER_WORD + spaced
        words[n] += tuple(_CJK.findall(texts[n]))
        words[n] += tuple([run[start : start + _GRAM] for run in runs for start in range(len(run) - _GRAM + 1)])
    return Cut(words, tokens, sizes, classes, unspaced)


def _cut_western(written: bytes) -> tuple[list[tuple[str, ...]], list[bytes]]:
    lines = written.translate(_WESTERN_WORDS).decode(_WESTERN).split(_BETWEEN)
    return list(map(tuple, map(str.split, lines))), _split_classes(written.translate(_WESTERN_CLASSES))


def _cut_any(joined: str) -> tuple[list[tuple[str, ...]], list[bytes]]:
    lines = joined.lower().split(_BETWEEN)
    return list(map(tuple, map(_WORD.findall, lines))), _split_classes(joined.translate(_classes).encode())


def _split_classes(classes: bytes) -> list[bytes]:
    return (b" %b " % classes.replace(b"\n", b" \n ")).split(b"\n")
