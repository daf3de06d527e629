"""Lines and phrases cut into the same tokens."""

import re
import unicodedata
from itertools import islice

from groats.unicode_ranges import ACCENTS, IDEOGRAPHS, POINTS

NUMBER, WORD, WORDS, NAME, NAMES = "#", "*", "**", "^", "^^"
OPEN = frozenset({WORD, WORDS, NAME, NAMES})  # stand for words that a phrase leaves open
PLACEHOLDERS = OPEN | {NUMBER}

_SIGNS = "©®@|>:$€£¥₽"
SYMBOLS = frozenset(_SIGNS)
_CODE = r"{}<\\"  # signs of code and markup: no phrase has them, so none reaches across them

# A number in brackets is a count beside a phrase ("Comments (12)") and counts for nothing; every ideograph and kana
# is a word of its own. The vowel signs of India part a word, and with them go the ways to spell it. The possessive
# quantifiers keep the scan linear.
_TOKEN = rf"[^\W\d{IDEOGRAPHS}]++|[#{IDEOGRAPHS}{_SIGNS}{_CODE}]"
_NUMBER = r"\d++(?:[.,:/-]\d++)*+(?:[KkMm](?!\w))?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:[^\w{IDEOGRAPHS}{_SIGNS}{_CODE}]*+{_NUMBER})*+")
_COUNT = re.compile(r"[(\[]\d[\d.,]*+[KkMm]?[)\]]")
_OF_LINES = re.compile(_TOKEN)
_OF_PHRASES = re.compile(rf"\*\*|\^\^|[*^]|{_TOKEN}")
_SIGNS_OF_PHRASES = re.compile("[*^#＊＾＃﹡﹟]")

# Most lines are of Western letters: there a table of bytes cuts the words out several times as fast as an expression.
_WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W\d{IDEOGRAPHS}]++")
_MARK = re.compile(rf"[\d{_SIGNS}{_CODE}]")
_WESTERN = "cp1252"
_BYTES = bytes(range(256)).decode(_WESTERN, "replace")
_TO_WORDS = "".join(one if _WORD.match(one) else " " for one in _BYTES).encode(_WESTERN)

_ACCENTS = re.compile(f"[{ACCENTS}{POINTS}\u0640]+")  # and the line that stretches Arabic words
_PLAIN = (
    *(("›", ">"), ("»", ">"), ("→", ">"), ("•", "|"), ("·", "|")),
    *(("ı", "i"), ("đ", "d"), ("Đ", "D"), ("ł", "l"), ("Ł", "L")),  # their strokes and dots are no accents to Unicode
)
_PUNCTUATION = "’‘“”–—\u00a0"  # what most lines have that are not ASCII; no token has it

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
        for sign, plain in _PLAIN:
            text = text.replace(sign, plain)
        for sign in _PUNCTUATION:
            text = text.replace(sign, " ")
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _COUNT.sub(" ", text) if "(" in text or "[" in text else text


def cut_words(text: str) -> list[str]:
    """The tokens of a line without accents that are neither numbers nor symbols."""
    codec = "ascii" if text.isascii() else _WESTERN
    try:
        return text.encode(codec).translate(_TO_WORDS).decode(codec).split()
    except UnicodeEncodeError:
        return _WORD.findall(text)


def cut_line(text: str, words: list[str]) -> list[str]:
    """The tokens of a line without accents: `words`, which `cut_words` gave, `#` for numbers side by side, symbols."""
    if not _MARK.search(text):
        return words
    return _OF_LINES.findall(_NUMBERS.sub(NUMBER, text.replace(NUMBER, " ")))


def cut_phrase(text: str) -> list[str]:
    """The tokens of a phrase, folded to small letters; its placeholders are tokens too.

    Numbers side by side are one `#`, as in lines.
    """
    tokens = _OF_PHRASES.findall(_NUMBERS.sub(NUMBER, simplify(text).casefold()))
    return [token for token, before in zip(tokens, ["", *tokens], strict=False) if not token == before == NUMBER]


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
