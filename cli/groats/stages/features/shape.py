"""The shape of one block: its words, its punctuation and its letters, in any script."""

import re
import unicodedata

from groats.document import Block, Shape
from groats.stages.features.columns import scale

_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_CJK_PER_WORD = 1.7  # characters of Chinese or Japanese that say as much as a word with spaces around it
_CJK_LENGTH = 50  # of a word, in tenths of a letter
_QUESTIONS, _COLONS = frozenset("?？؟"), frozenset(":：")
_TERMINAL = frozenset(".!?…。！？؟।;·")  # the raised dot and ; end Greek sentences and questions
_CLOSERS = "\"'”’»)]」』）*_ "
_ELLIPSES = ("...", "…", "[…]", "[...]")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d{2}\b|\d{4}\s?年"
    r"|\b\d{1,2}\.? \w{3,12}\.?,? \d{4}\b|\b\w{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
)
# Every date has one of these, which are found ten times as fast.
_DATE_SIGN = re.compile(
    r"\d(?:[./-]\d{1,2}[./-]\d|:\d\d|\d{3}(?:[./-]\d|\s?年)|(?:st|nd|rd|th)?,? \d{4}|\.? \w{3,12}\.?,? \d{4})"
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
_NO_END = (False, 0, 0, 0)
_NO_SIGNS = (0, 0, 0, 0, 0, 0, False, 0, 0)

# Text of Western Europe, curly quotation marks included, is read by tables of bytes, which are ten times as fast.
_WESTERN = "cp1252"
_WESTERN_LETTERS = bytes(range(256)).decode(_WESTERN, "replace")
_WESTERN_WORDS = "".join(one.lower() if _WORD.match(one) else " " for one in _WESTERN_LETTERS).encode(_WESTERN)
_WESTERN_CLASSES = "".join(map(_class_of, _WESTERN_LETTERS)).encode()

_NO_END = (False, 0, 0, 0)
_NO_SIGNS = (0, 0, 0, 0, 0, 0, False, 0, 0)
_ASCII_WORDS = "".join(chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(128)).ljust(256).encode()
_ASCII_CLASSES = "".join(_class_of(chr(code)) for code in range(128)).ljust(256, "o").encode()


def read_shape(block: Block) -> Shape:
    """The shape of `block`; its `features` stand in the order of `SHAPE_FEATURES`, each from 0 to 254.

    Of a block of more than 20,000 characters only so many at its start and its last ones are looked at.
    """
    text = block.text
    if len(text) > _LONGEST_BLOCK:
        text = text[:_LONGEST_BLOCK] + text[-_TAIL:]
    words, tokens, size, classes = _cut(text)
    if len(block.text) > _LONGEST_BLOCK:
        size *= len(block.text) / _LONGEST_BLOCK
    upper = classes.count(b"A")
    letters = upper + classes.count(b"a")
    is_cjk = tokens != len(words)
    word_length = _CJK_LENGTH if is_cjk else 10 * letters // (tokens or 1)
    signs = classes.translate(None, b"aA ")  # a line of a menu is nothing but letters and spaces
    ends, colon, ellipsis, question = _read_end(text) if signs else _NO_END
    sentences, commas, digits, symbols, quotes, address, date, brackets, money = (
        _count_signs(text, classes, size) if signs else _NO_SIGNS
    )
    return Shape(
        size,
        tuple(words),
        ends,
        date,
        (
            scale(size),
            sentences,
            int(ends),
            colon,
            ellipsis,
            question,
            commas,
            100 * (classes.count(b" A") + (classes[:1] == b"A")) // (tokens or 1),
            100 * upper // (letters or 1),
            word_length if word_length < 100 else 100,  # noqa: FURB136, PLR2004 - min() costs a call a block
            digits,
            symbols,
            int(text[:1].islower()),
            quotes,
            address,
            int(date),
            brackets,
            money,
            100 * len(set(words)) // (len(words) or 1),
        ),
    )


def _cut(text: str) -> tuple[list[str], int, float, bytes]:
    """The words in lower case, to which each ideograph adds one; how many there were before; the size; the classes."""
    codec = "ascii" if text.isascii() else _WESTERN
    try:
        written = text.encode(codec)
    except UnicodeEncodeError:
        return _cut_any(text)
    words = written.translate(_WESTERN_WORDS).decode(codec).split()
    return words, len(words), float(len(words)), written.translate(_WESTERN_CLASSES)


def _cut_any(text: str) -> tuple[list[str], int, float, bytes]:
    words = _WORD.findall(text.lower())
    tokens = len(words)
    classes = text.translate(_classes).encode()
    cjk = classes.count(b"c")
    if not cjk:
        return words, tokens, float(tokens), classes
    size = cjk / _CJK_PER_WORD + sum([not _CJK.match(word) for word in words])
    return words + _CJK.findall(text), tokens, size, classes


def _read_end(text: str) -> tuple[bool, int, int, int]:
    """Whether it ends a sentence, and whether with a colon, an ellipsis, a question mark."""
    last = text.rstrip(_CLOSERS)[-1:]
    return last in _TERMINAL, int(last in _COLONS), int(text.endswith(_ELLIPSES)), int(last in _QUESTIONS)


def _count_signs(text: str, classes: bytes, size: float) -> tuple[int, int, int, int, int, int, bool, int, int]:
    """What is no letter: sentences, commas, digits, symbols, quotes, an address, a date, brackets, money."""
    count_of = classes.count
    length = len(text)
    digits = count_of(b"d")
    has_date = digits > 0 and length < _LONGEST_DATE_LINE and bool(_DATE_SIGN.search(text) and _DATE.search(text))
    has_address = "@" in text or "://" in text or "www." in text or ".com" in text
    return (
        min(6, count_of(b". ") + count_of(b".q") + count_of(b"T") + (classes[-1:] == b".")),
        min(100, int(100 * count_of(b",") / (size or 1))),
        100 * digits // length,
        100 * count_of(b"s") // length,
        min(4, count_of(b"q")),
        int(length < _LONGEST_ADDRESS_LINE and has_address),
        has_date,
        min(3, count_of(b"p")),
        min(3, count_of(b"$")),
    )
