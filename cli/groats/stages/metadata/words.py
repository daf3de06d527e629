"""The word lists of the metadata stage, read once, and how words are compared."""

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"

# C0, C1, zero-width and bidi controls, surrogates and noncharacters: nothing of a name, a title or a date.
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_MARKS = re.compile("[\u0300-\u036f]")


@functools.cache
def words(name: str) -> Mapping[str, Any]:
    """The tables of `data/NAME.toml`."""
    tables: Mapping[str, Any] = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return tables


def without_controls(text: str) -> str:
    """The text without characters that no reader sees and that do harm where it is shown."""
    return _CONTROLS.sub("", text)


def on_one_line(text: str) -> str:
    """The text without controls, its white space folded."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # nearly every text: no control and no white space but single spaces
    return " ".join(without_controls(text).split())


def fold(text: str) -> str:
    """The text without case, accents and the Turkish dotless i, for comparing: "MÄRZ" and "marz" are one."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold()).replace("ı", "i")


def key(text: str) -> str:
    """The letters and digits of the folded text alone: "Rowan-Post.com" and "ROWANPOST COM" are one."""
    return "".join(filter(str.isalnum, fold(text)))
