"""The shape of every block: its words, its punctuation and its letters, in any script, counted for a page at once."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, repeat
from operator import add, contains

from groats.document import Block, Shape, make_all
from groats.stages.features.columns import Columns, at_most, scale_all
from groats.stages.features.cut import Cut, cut_texts
from groats.unicode_ranges import STOPS, STOPS_ALONE

_UNSPACED_LENGTH = 50  # of a word, in tenths of a letter
_TERMINAL = frozenset(STOPS + STOPS_ALONE + ";·")  # the raised dot and ; end Greek sentences and questions
_QUESTIONS, _COLONS = frozenset("?？؟"), frozenset(":：")
_CLOSERS = "\"'”’»)]」』）*_ "
_ELLIPSES = ("...", "…", "[…]", "[...]")
_ADDRESSES = ("@", "://", "www.", ".com")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d{2}\b|\d{4}\s?年"
    r"|\b\d{1,2}\.? \w{3,12}\.?,? \d{4}\b|\b\w{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
)
# Every date has one of these, which are found ten times as fast, and three digits.
_DATE_SIGN = re.compile(
    r"\d(?:[./-]\d{1,2}[./-]\d|:\d\d|\d{3}(?:[./-]\d|\s?年)|(?:st|nd|rd|th)?,? \d{4}|\.? \w{3,12}\.?,? \d{4})"
)
_DATE_DIGITS = 3
_LONGEST_BLOCK, _TAIL = 20_000, 100  # characters: no paragraph of a page is longer
_LONGEST_ADDRESS_LINE = 2000  # characters: prose may cite an address
_LONGEST_DATE_LINE = 120  # characters: a date in a longer line is part of a sentence
_LETTERS_AND_SPACES = b"aA "  # a line of a menu is nothing but these
_FEW_SIGNS, _MOST_SEEN = 12, 10_000  # what is in a line beside letters is much the same on all pages

SHAPE_FEATURES = (
    "size",
    "sentences",
    "ends_sentence",
    "ends_colon",
    "ends_ellipsis",
    "ends_question",
    "commas",
    "capitals",
    "upper",
    "word_length",
    "digits",
    "symbols",
    "starts_lower",
    "quotes",
    "address",
    "date",
    "parentheses",
    "money",
    "distinct",
)


def read_shapes(blocks: Sequence[Block]) -> tuple[list[Shape], Columns]:
    """The shape of each block, and the columns of `SHAPE_FEATURES`.

    Of a block of more than 20,000 characters only so many at its start and its last ones are looked at.
    """
    if not blocks:
        return [], dict.fromkeys(SHAPE_FEATURES, ())
    texts = [block.text for block in blocks]
    lengths = list(map(len, texts))
    long = [n for n, length in enumerate(lengths) if length > _LONGEST_BLOCK]
    for n in long:
        texts[n] = texts[n][:_LONGEST_BLOCK] + texts[n][-_TAIL:]
    cut = cut_texts(texts)
    for n in long:
        cut.sizes[n] *= lengths[n] / _LONGEST_BLOCK
    found = _count_letters(texts, cut) | _count_signs(texts, cut)
    shapes = zip(cut.sizes, cut.words, found["ends_sentence"], found["date"], strict=True)
    return list(make_all(Shape, shapes)), {name: bytes(found[name]) for name in SHAPE_FEATURES}


def _count_letters(texts: Sequence[str], cut: Cut) -> Columns:
    """How long each text is, and what its words and letters are like."""
    tokens = [count or 1 for count in cut.tokens]
    upper = _count(b"A", cut.classes)
    letters = list(map(add, upper, _count(b"a", cut.classes)))
    word_length = [10 * own // count for own, count in zip(letters, tokens, strict=True)]
    for n in cut.unspaced:
        word_length[n] = _UNSPACED_LENGTH
    capitals = zip(_count(b" A", cut.classes), tokens, strict=True)
    distinct = zip(map(len, map(set, cut.words)), map(len, cut.words), strict=True)
    return {
        "size": scale_all(cut.sizes),
        "capitals": [100 * count // whole for count, whole in capitals],
        "upper": [100 * own // (whole or 1) for own, whole in zip(upper, letters, strict=True)],
        "word_length": at_most(word_length, 100),
        "starts_lower": [text[:1].islower() for text in texts],
        "distinct": [100 * count // (whole or 1) for count, whole in distinct],
    }


def _count_signs(texts: Sequence[str], cut: Cut) -> Columns:
    """What is no letter in each text: its end, its sentences, commas, dates and the like."""
    signs = b"\n".join(cut.classes).translate(None, _LETTERS_AND_SPACES).split(b"\n")
    counts = [_read_few_signs(own) if len(own) <= _FEW_SIGNS else _read_signs(own) for own in signs]
    stops, stops_alone, commas, digits, symbols, quotes, brackets, money = zip(*counts, strict=True)
    lasts = [text.rstrip(_CLOSERS)[-1:] if own else "" for text, own in zip(texts, signs, strict=True)]
    return {
        "sentences": _count_sentences(cut.classes, stops, stops_alone),
        "ends_sentence": [last in _TERMINAL for last in lasts],
        "ends_colon": [last in _COLONS for last in lasts],
        "ends_ellipsis": [own > 0 and text.endswith(_ELLIPSES) for text, own in zip(texts, stops, strict=True)],
        "ends_question": [last in _QUESTIONS for last in lasts],
        "commas": [
            min(100, int(100 * own / (size or 1))) if own else 0 for own, size in zip(commas, cut.sizes, strict=True)
        ],
        "digits": _share(digits, texts),
        "symbols": _share(symbols, texts),
        "quotes": quotes,
        "address": _find_addresses(texts),
        "date": [
            own >= _DATE_DIGITS and len(text) < _LONGEST_DATE_LINE and _is_date(text)
            for text, own in zip(texts, digits, strict=True)
        ],
        "parentheses": brackets,
        "money": money,
    }


def _count(sign: bytes, lines: Iterable[bytes]) -> list[int]:
    """How often the sign is in each line."""
    return list(map(bytes.count, lines, repeat(sign)))


def _read_signs(signs: bytes) -> tuple[int, int, int, int, int, int, int, int]:
    """How many there are of each class that is a sign; of the last three no more than say something."""
    count = signs.count
    return (
        count(b"."),
        count(b"T"),
        count(b","),
        count(b"d"),
        count(b"s"),
        min(4, count(b"q")),
        min(3, count(b"p")),
        min(3, count(b"$")),
    )


_read_few_signs = lru_cache(_MOST_SEEN)(_read_signs)


def _count_sentences(classes: Sequence[bytes], stops: Sequence[int], stops_alone: Sequence[int]) -> list[int]:
    """Of each text's stops those that end a sentence: before a space or a quotation mark, or alone."""
    return [
        min(6, own.count(b". ") + own.count(b".q") + alone) if stop or alone else 0
        for own, stop, alone in zip(classes, stops, stops_alone, strict=True)
    ]


def _share(counts: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Of each text's characters, in hundredths."""
    return [100 * count // len(text) if count else 0 for count, text in zip(counts, texts, strict=True)]


def _find_addresses(texts: Sequence[str]) -> list[int]:
    """Which texts have a part of an address; long ones are not asked."""
    joined = "\n".join(texts)
    found = [0] * len(texts)
    for part in _ADDRESSES:
        if part in joined:
            for n in compress(range(len(texts)), map(contains, texts, repeat(part))):
                found[n] = int(len(texts[n]) < _LONGEST_ADDRESS_LINE)
    return found


def _is_date(text: str) -> bool:
    return bool(_DATE_SIGN.search(text) and _DATE.search(text))
