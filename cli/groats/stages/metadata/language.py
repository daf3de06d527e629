"""The language of a text, by its script where that decides, else by its letters."""

import re

# ISO 639-1 for the codes of CLD2 that are older or longer than it; Norwegian Bokmål declares itself "nb".
_CODES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "nn": "no", "fil": "tl", "cmn": "zh"}

# Scripts that one language has to itself, or nearly so. Kana stand before Han: Japanese mixes both.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30fa\uff66-\uff9d]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.4),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), 0.5),
    ("el", re.compile("[\u0386-\u03ce\u1f00-\u1fff]"), 0.6),
    ("he", re.compile("[\u05d0-\u05ea]"), 0.6),
    ("th", re.compile("[\u0e01-\u0e3a]"), 0.5),
    ("ka", re.compile("[\u10d0-\u10ff]"), 0.6),
    ("hy", re.compile("[\u0531-\u0587]"), 0.6),
)
_OTHER_SCRIPTS = re.compile("[\u0370-\u1fff\u3040-\uffdc]")  # neither Latin nor punctuation
_LETTERS = re.compile(r"[^\W\d_]+")
_FEW = 4  # letters below which a script decides nothing
_SHORT = 60  # letters of a text below which CLD2 errs: a list of brands is "reliably" Latin or Malay to it
_SHARE = 60  # per cent of the text that has to be of one language
# CLD2 refuses controls, noncharacters and surrogates.
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")


def find_language(text: str, declared: str | None) -> str | None:
    """The ISO 639-1 code of a text's language; what the page declares where the text does not tell; None if unknown."""
    if _OTHER_SCRIPTS.search(text) and (letters := _count_letters(text)) >= _FEW:
        for code, script, share in _SCRIPTS:
            if len(script.findall(text)) >= share * letters:
                return code
    enough = _count_letters(text[: 4 * _SHORT]) >= _SHORT or _count_letters(text) >= _SHORT
    return (_by_letters(text) if enough else None) or _iso_639_1(declared)


def _count_letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))


def _by_letters(text: str) -> str | None:
    import pycld2  # noqa: PLC0415 - 14 MB, and not every call gets here

    try:
        reliable, _, details = pycld2.detect(_REFUSED.sub(" ", text))
    except pycld2.error:
        return None
    _, code, share, _ = details[0]
    return _iso_639_1(code) if reliable and share >= _SHARE else None


def _iso_639_1(code: str | None) -> str | None:
    first = (code or "").lower().partition("-")[0]
    first = _CODES.get(first, first)
    return first if len(first) == 2 and first.isalpha() and first != "un" else None  # noqa: PLR2004 - two letters are ISO 639-1
