"""How much a decoded text looks like writing: what tells a right encoding from a wrong one that also "works"."""

import re
import unicodedata

# Every character is reduced to one letter, so that a whole text can be judged by one search:
# lL ASCII letters, aA other Latin, cC Cyrillic, gG Greek, h other alphabets, k common East Asian, x rare East Asian,
# m marks, j punctuation that may join words, p other signs, s signs that are seldom meant, b broken, "." other ASCII.
_SCRIPTS = {"LATIN": "a", "CYRILLIC": "c", "GREEK": "g", "CJK": "x", "HANGUL": "x", "HALFWIDTH": "x"}
_KANA = frozenset({"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH", "IDEOGRAPHIC", "BOPOMOFO"})
_UNUSUAL = frozenset("¤¦¨¬¯´¸÷‡‰ˆ˜")  # where legacy encodings have letters; and what draws boxes in DOS
_JOINING = frozenset("\xa0‘’…–—―·‐‑")
_BRACKETS = frozenset("　、。〃々〈〉《》「」『』【】〔〕〖〗〜～・ー※○●◎★☆■□▲△▼▽◆◇→←↑↓①②③④⑤⑥⑦⑧⑨⑩")

# The first levels of the national standards hold what is in daily use: (codec, first lead byte, last lead byte).
# GB 2312 level 1, Big5 level 1, JIS X 0208 level 1, KS X 1001 syllables.
_COMMON = (
    ("gb2312", b"\xb0", b"\xd7"),
    ("big5", b"\xa4", b"\xc6"),
    ("euc_jp", b"\xb0", b"\xcf"),
    ("euc_kr", b"\xb0", b"\xc8"),
)

# What writing does not do, and what each find costs, in characters.
_FAULTS = (
    (re.compile("b"), 3.0),  # control, private use, not a character
    (re.compile("[xs]"), 1.0),  # rare ideographs, stray signs
    (re.compile("(?<!h)h(?!h)"), 1.0),  # a letter alone, in alphabets that have no such words
    (re.compile("(?=[acgl][ACG]|[acg]L)"), 1.0),  # a capital inside a word
    (re.compile("(?=[aA]{3})"), 1.0),  # Latin words are not made of accented letters alone
    (re.compile("(?=[lLaA][cCgGh]|[cCgGh][lLaA]|[cC][gGh]|[gG][cCh]|h[cCgG])"), 1.0),  # two scripts in one word
    (re.compile("(?=[aAcCgGh][kx]|[kx][aAcCgGh])"), 1.0),
    (re.compile("(?=[psj][psj])"), 0.5),  # runs of signs
    (re.compile("(?=[lLaAcCgGh][ps][lLaAcCgGh])"), 1.0),  # a sign inside a word
)


class _Classes(dict[int, str]):
    """The class of each character by its code point, worked out when first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _classify(chr(code))
        return found


_classes = _Classes()
_REPEATED = re.compile(r"(.)\1+")  # a rule drawn with one sign says as much as the sign


def plausibility(text: str) -> float:
    """How plausible `text` is as writing: 1, less what its faults cost for each character that is not ASCII.

    A measure of our own, tuned on pages in a dozen encodings read with every wrong one (tests/bench/decoding.py).
    """
    shape = _REPEATED.sub(r"\1", text).translate(_classes)
    judged = len(shape) - sum(map(shape.count, "lL."))
    if not judged:
        return 1.0
    return 1.0 - sum(cost * len(fault.findall(shape)) for fault, cost in _FAULTS) / judged


def _classify(character: str) -> str:
    """The class of a character, as a letter."""
    if character.isalpha():
        found = _classify_letter(character)
        return found.upper() if character.isupper() and found in "lacg" else found
    if character.isascii():
        return "." if character.isprintable() or character in "\t\n\v\f\r" else "b"
    return "j" if character in _JOINING else _classify_sign(character)


def _classify_letter(character: str) -> str:
    if character.isascii():
        return "l"
    if character in "ªºµ":
        return "p"
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in _KANA or "\u3131" <= character <= "\u318e" or _is_common(character):
        return "k"
    return _SCRIPTS.get(script, "h")


def _classify_sign(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Cn", "Co", "Cs"} or character == "\ufffd":
        return "b"
    if category.startswith("M") and not unicodedata.name(character).startswith(("COMBINING", "VARIATION")):
        return "h"
    if category.startswith(("M", "Cf")):
        return "m"
    if character in _BRACKETS or "\uff01" <= character <= "\uffe6":
        return "k"
    return "s" if character in _UNUSUAL or "\u2500" <= character <= "\u259f" else "p"


def _is_common(character: str) -> bool:
    """Whether an ideograph or a syllable is in daily use somewhere."""
    return any(first <= character.encode(codec, "ignore")[:1] <= last for codec, first, last in _COMMON)
