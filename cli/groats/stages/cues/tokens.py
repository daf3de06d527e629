"""Lines and phrases cut into the same tokens."""

import re
import unicodedata

NUMBER, WORD, WORDS, NAME, NAMES = "#", "*", "**", "^", "^^"
PLACEHOLDERS = frozenset({NUMBER, WORD, WORDS, NAME, NAMES})

_SIGNS = "©®@|>:$€£¥₽"
SYMBOLS = frozenset(_SIGNS)
_CODE = r"{}<\\"  # signs of code and markup: no phrase has them, so none reaches across them

# A number in brackets is a count beside a phrase ("Comments (12)") and counts for nothing; every ideograph and kana
# is a word of its own. The possessive quantifiers keep the scan linear.
_CJK = "\u3005\u3040-\u30ff\u3400-\u9fff"
_TOKEN = (
    r"[(\[]\d[\d.,]*+[KkMm]?[)\]]"
    r"|\d++(?:[.,:/-]\d++)*+(?:[KkMm](?!\w))?"
    rf"|[{_CJK}]|[^\W\d{_CJK}]++|[{_SIGNS}{_CODE}]"
)
_OF_LINES = re.compile(_TOKEN)
_OF_PHRASES = re.compile(rf"\*\*|\^\^|[*^#]|{_TOKEN}")

_MARKS = re.compile(r"[\u0300-\u036f]+")
_SEPARATORS = str.maketrans({"›": ">", "»": ">", "→": ">", "•": "|", "·": "|"})

# What stands between the names of a byline: "Anna de la Vega and Tom Vale".
_PARTICLES = frozenset(
    (
        *("al", "and", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "en", "et", "i"),
        *("la", "le", "och", "og", "oraz", "ten", "und", "van", "ve", "von", "y", "και", "и", "і", "та"),
    )
)


def cut_line(text: str) -> list[str]:
    """The tokens of a line without accents: words as they are written, `#` for numbers side by side, symbols."""
    return _cut(text, _OF_LINES)


def cut_phrase(text: str) -> list[str]:
    """The tokens of a phrase, folded to small letters; its placeholders are tokens too."""
    return [token.casefold() for token in _cut(text, _OF_PHRASES)]


def begins_name(word: str) -> bool:
    """Whether a word has a capital, or is of a script that has none."""
    return word[0].isalpha() and not word[0].islower()


def is_in_name(word: str) -> bool:
    """Whether a word may stand in a run of names: a name, a particle, a sign between them."""
    return begins_name(word) or word in _PARTICLES or word in SYMBOLS


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_SEPARATORS)))
    tokens: list[str] = []
    for token in pattern.findall(text):
        first = token[0]
        if first.isdecimal():
            if not tokens or tokens[-1] != NUMBER:
                tokens.append(NUMBER)
        elif first not in "([":
            tokens.append(token)
    return tokens
