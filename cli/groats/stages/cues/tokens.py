"""Lines and phrases cut into the same tokens."""

import re
import unicodedata
from itertools import islice

NUMBER, WORD, WORDS, NAME, NAMES = "#", "*", "**", "^", "^^"
PLACEHOLDERS = frozenset({NUMBER, WORD, WORDS, NAME, NAMES})

_SIGNS = "©®@|>:$€£¥₽"
SYMBOLS = frozenset(_SIGNS)
_CODE = r"{}<\\"  # signs of code and markup: no phrase has them, so none reaches across them

# A number in brackets is a count beside a phrase ("Comments (12)") and counts for nothing; every ideograph and kana
# is a word of its own. The possessive quantifiers keep the scan linear.
_CJK = "\u3005\u3040-\u30ff\u3400-\u9fff"
_TOKEN = rf"[^\W\d{_CJK}]++|[#{_CJK}{_SIGNS}{_CODE}]"
_NUMBER = r"\d++(?:[.,:/-]\d++)*+(?:[KkMm](?!\w))?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:[^\w{_CJK}{_SIGNS}{_CODE}]*+{_NUMBER})*+")
_COUNT = re.compile(r"[(\[]\d[\d.,]*+[KkMm]?[)\]]")
_OF_LINES = re.compile(_TOKEN)
_OF_PHRASES = re.compile(rf"\*\*|\^\^|[*^]|{_TOKEN}")
_SIGNS_OF_PHRASES = re.compile("[*^#＊＾＃﹡﹟]")

# Most lines are settled by their words alone, and most are of Western letters: there a table of bytes cuts them out
# twice as fast as an expression does.
_WORD = re.compile(rf"[{_CJK}]|[^\W\d{_CJK}]++")
_NO_WORDS = re.compile(rf"[\d{_SIGNS}{_CODE}]")
_WESTERN = "cp1252"
_LETTERS = "".join(one if _WORD.match(one) else " " for one in bytes(range(256)).decode(_WESTERN, "replace"))
_WESTERN_LETTERS = _LETTERS.encode(_WESTERN)

_MARKS = re.compile(r"[\u0300-\u036f]+")
_SEPARATORS = (("›", ">"), ("»", ">"), ("→", ">"), ("•", "|"), ("·", "|"))

# What stands between the names of a byline: "Anna de la Vega and Tom Vale".
_PARTICLES = frozenset(
    (
        *("al", "and", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "en", "et", "i"),
        *("la", "le", "och", "og", "oraz", "ten", "und", "van", "ve", "von", "y", "και", "и", "і", "та"),
    )
)


def simplify(text: str) -> str:
    """The text without accents and counts in brackets, with one sign for each kind of separator."""
    if not text.isascii():
        for sign, plain in _SEPARATORS:
            text = text.replace(sign, plain)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _COUNT.sub(" ", text) if "(" in text or "[" in text else text


def cut_words(text: str) -> list[str]:
    """The tokens of a line without accents that are neither numbers nor symbols."""
    codec = "ascii" if text.isascii() else _WESTERN
    try:
        return text.encode(codec).translate(_WESTERN_LETTERS).decode(codec).split()
    except UnicodeEncodeError:
        return _WORD.findall(text)


def cut_line(text: str, words: list[str]) -> list[str]:
    """The tokens of a line without accents: `words`, which `cut_words` gave, `#` for numbers side by side, symbols."""
    if not _NO_WORDS.search(text):
        return words
    return _OF_LINES.findall(_NUMBERS.sub(NUMBER, text.replace(NUMBER, " ")))


def cut_phrase(text: str) -> list[str]:
    """The tokens of a phrase, folded to small letters; its placeholders are tokens too."""
    return _OF_PHRASES.findall(_NUMBERS.sub(NUMBER, simplify(text).casefold()))


def first_words(text: str, count: int) -> str:
    """A phrase of the first words of a line, at most `count`, in small letters; "" where the line has none.

    It is written as the line is, but for numbers, counts in brackets, and signs that a phrase has as placeholders.
    """
    plain = _NUMBERS.sub(NUMBER, _COUNT.sub(" ", _SIGNS_OF_PHRASES.sub(" ", text)).casefold())
    tokens = list(islice(_OF_PHRASES.finditer(plain), count))
    return " ".join(plain[tokens[0].start() : tokens[-1].end()].split()) if tokens else ""


def begins_name(word: str) -> bool:
    """Whether a word has a capital, or is of a script that has none."""
    return word[0].isalpha() and not word[0].islower()


def is_in_name(word: str) -> bool:
    """Whether a word may stand in a run of names: a name, a particle, a sign between them."""
    return begins_name(word) or word in _PARTICLES or word in SYMBOLS
