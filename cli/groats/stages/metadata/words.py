"""The word lists of the metadata stage, read once, and how words are compared."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from groats.tables import load_table
from groats.unicode_ranges import ACCENTS, CONTROLS, FORMATS, HANGUL, IDEOGRAPHS

# Surrogates and noncharacters too are nothing of a name, a title or a date. Joiners are: they spell words.
_CONTROLS = re.compile(rf"[{CONTROLS}{FORMATS}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKS = re.compile(f"[{ACCENTS}]")
_WORD = re.compile(rf"[{IDEOGRAPHS}{HANGUL}]|[^\W_]+")
# What becomes of ASCII: one pass of `str.translate` takes a fifth of the time that a pattern does.
_LETTERS = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
_TYPOGRAPHIC = "‘’“”–—…"  # in texts that are ASCII but for them
_SPACED = {code: letter or " " for code, letter in _LETTERS.items()} | {ord("\n"): "\n"}


@functools.cache
def words(name: str) -> Mapping[str, Any]:
    """The tables of `data/NAME.toml`."""
    return load_table(name)


@functools.cache
def folded_words(name: str, table: str, field: str) -> frozenset[str]:
    """The folded words of one list of `data/NAME.toml`."""
    return frozenset(map(fold, words(name)[table][field]))


site_words = functools.partial(folded_words, "site")


@functools.cache
def byline_leads() -> frozenset[str]:
    """The folded words that the names of authors follow, in all languages: "by", "von"."""
    return frozenset(fold(lead) for leads in words("names")["leads"].values() for lead in leads)


def on_one_line(text: str) -> str:
    """The text without controls, which no reader sees and which do harm where it is shown, its white space folded."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # nearly every text: no control and no white space but single spaces
    return " ".join(_CONTROLS.sub("", text).split())


def fold(text: str) -> str:
    """The text without case, accents and the Turkish dotless i, for comparing: "MÄRZ" and "marz" are one."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold()).replace("ı", "i")


def key(text: str) -> str:
    """The letters and digits of the folded text alone: "Rowan-Post.com" and "ROWANPOST COM" are one."""
    return text.translate(_LETTERS) if text.isascii() else "".join(filter(str.isalnum, fold(text)))


def split_words(texts: Iterable[str]) -> list[list[str]]:
    """The words of each folded text: its runs of letters and digits; every ideograph is one."""
    if not (texts := [text.replace("\n", " ") for text in texts]):
        return []
    whole = "\n".join(texts)
    for mark in _TYPOGRAPHIC:
        whole = whole.replace(mark, " ")
    lines = whole.split("\n")
    spaced = "\n".join([line if line.isascii() else "" for line in lines]).translate(_SPACED).split("\n")
    return [plain.split() if plain else _WORD.findall(fold(line)) for plain, line in zip(spaced, lines, strict=True)]
