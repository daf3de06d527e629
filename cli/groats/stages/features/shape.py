"""The shape of one block: its words, its punctuation and its letters, in any script."""

import re
import unicodedata

from groats.document import Block, Shape
from groats.stages.features.columns import scale

_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_CJK_PER_WORD = 1.7  # characters of Chinese or Japanese that say as much as a word with spaces around it
_QUESTIONS = frozenset("?？؟")
_TERMINAL = frozenset(".!?…。！？؟।;·")  # the raised dot and ; end Greek sentences and questions
_CLOSERS = "\"'”’»)]」』）*_ "
_ELLIPSES = ("...", "…", "[…]", "[...]")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d{2}\b|\d{4}\s?年"
    r"|\b\d{1,2}\.? \w{3,12}\.?,? \d{4}\b|\b\w{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
)
_LONGEST_BLOCK, _TAIL = 20_000, 100  # characters: no paragraph of a page is longer
_LONGEST_ADDRESS_LINE = 2000  # characters: prose may cite an address
_LONGEST_DATE_LINE = 120  # characters: a date in a longer line is part of a sentence

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

# The class of a character is a letter: A and a letters, c those of scripts without spaces, d digits, . and T ends of
# sentences (T needs no space behind it), comma, q quotation marks, p opening brackets, $ money, s the symbols of
# menus, a space, o all else.
_KNOWN = (
    dict.fromkeys(".!?…؟।", ".")
    | dict.fromkeys("。！？", "T")
    | dict.fromkeys(",;،，、；", ",")
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
    return "c" if _CJK.match(character) else "a"


_classes = _Classes()
_ASCII_WORDS = "".join(chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(128)).ljust(256).encode()
_ASCII_CLASSES = "".join(_class_of(chr(code)) for code in range(128)).ljust(256, "o").encode()


def read_shape(block: Block) -> Shape:
    """The shape of `block`; its `features` stand in the order of `SHAPE_FEATURES`, each from 0 to 254.

    Of a block of more than 20,000 characters only so many at its start and its last ones are looked at.
    """
    text = block.text
    whole = len(text)
    if whole > _LONGEST_BLOCK:
        text = text[:_LONGEST_BLOCK] + text[-_TAIL:]
    length = len(text) or 1
    if text.isascii():  # tables of bytes are several times as fast as an expression and a table of str
        written = text.encode()
        words = written.translate(_ASCII_WORDS).decode().split()
        classes = written.translate(_ASCII_CLASSES)
        tokens, cjk = len(words) or 1, 0
        size = float(len(words))
    else:
        words = _WORD.findall(text.lower())
        classes = text.translate(_classes).encode()
        tokens = len(words) or 1
        size = float(len(words))
        cjk = classes.count(b"c")
        if cjk:
            size = cjk / _CJK_PER_WORD + sum([not _CJK.match(word) for word in words])
            words += _CJK.findall(text)
    if whole > _LONGEST_BLOCK:
        size *= whole / _LONGEST_BLOCK
    count_of = classes.count
    core = text.rstrip(_CLOSERS)
    last = core[-1:]
    ends = last in _TERMINAL
    digits, upper = count_of(b"d"), count_of(b"A")
    letters = upper + count_of(b"a")
    has_date = digits > 0 and length < _LONGEST_DATE_LINE and _DATE.search(text) is not None
    sentences = count_of(b". ") + count_of(b".q") + count_of(b"T") + (classes[-1:] == b".")
    word_length = 10 * letters // tokens if not cjk else 50
    quotes, brackets, money = count_of(b"q"), count_of(b"p"), count_of(b"$")
    return Shape(
        size,
        tuple(words),
        ends,
        has_date,
        (
            scale(size),
            sentences if sentences < 6 else 6,  # noqa: FURB136, PLR2004 - min() costs a call a block
            int(ends),
            int(last == ":" or last == "："),  # noqa: PLR1714 - a set costs twice as much
            int(text.endswith(_ELLIPSES)),
            int(last in _QUESTIONS),
            min(100, int(100 * count_of(b",") / (size or 1))),
            100 * (count_of(b" A") + (classes[:1] == b"A")) // tokens,
            100 * upper // (letters or 1),
            word_length if word_length < 100 else 100,  # noqa: FURB136, PLR2004 - min() costs a call a block
            100 * digits // length,
            100 * count_of(b"s") // length,
            int(text[:1].islower()),
            quotes if quotes < 4 else 4,  # noqa: FURB136, PLR2004 - min() costs a call a block
            int(length < _LONGEST_ADDRESS_LINE and ("@" in text or "://" in text or "www." in text or ".com" in text)),
            int(has_date),
            brackets if brackets < 3 else 3,  # noqa: FURB136, PLR2004 - min() costs a call a block
            money if money < 3 else 3,  # noqa: FURB136, PLR2004 - min() costs a call a block
            100 * len(set(words)) // (len(words) or 1),
        ),
    )
