"""The scripts, style sheets and data of a page that a careless dump has as lines: nobody was meant to read them."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from groats.document import Block

_TABLE = Path(__file__).parent.parent / "data" / "scripts.toml"
# Prose has next to none of these, code has one every dozen characters: [{};=<>$&], "[:,] and (), )[.,], [a-z]:[^\s/].
# Written so that the search passes at once what begins none of them; "a:b:c" holds one, for "b" is part of the first.
_MARKS = re.compile(r'[{};=<>$&"():](?:(?<=[{};=<>$&])|(?<=")[:,]|(?<=\()\)|(?<=\))[.,]|(?<=[a-z]:)(?:[a-z]:?|[^\s/]))')
_USUAL = ("{", "}", ";", '":')  # all but a few pages of text have so few that they are done at once
_ENDS = re.compile(r"[{};]$|\*/$|^//|^/\*|^[})\]]+[;,)]*$|^[.#@][-\w.#: ,]+[,{]$")
_READ = 5_000  # characters of a line, which tell as much as the megabytes that follow
_LONG, _SPACES = 200, 0.03  # characters, and the share of spaces below which a long line has no words
_DENSE, _LONG_DENSE = 0.06, 0.03  # marks a character
_LEAST = 0.02  # marks a character in a line between two of a script
_MINIFIED = 300  # characters of a line that is a script by itself
_GAP = 2  # lines that do not look like code between two that do
_SHORTEST, _SIGN_EVERY = 100, 600  # characters of a run of code, and how often one of its signs has to stand there
_SIGNS, _FEW_SIGNS = 4, 3  # different ones that tell a run of code from what an article shows, fewer with a long line
_FENCES = ("```", "~~~")


def find_scripts(blocks: Sequence[Block]) -> frozenset[int]:
    """The positions of the blocks that are script, style sheet or data.

    Those are long lines full of marks, and runs of lines that look like code and hold signs of `data/scripts.toml`:
    code alone is no sign, for an article may show some. The numbers were chosen on the data's pages with their scripts
    left in and on the same pages without: of the scripts' characters 75 % are found, of all others .04 %.
    """
    texts = [block.text for block in blocks]
    if sum(map("\n".join(texts).count, _USUAL)) < _SIGNS:
        return frozenset()
    coded = [
        _looks_coded(text) and not block.lines[0].text.lstrip().startswith(_FENCES)
        for block, text in zip(blocks, texts, strict=True)
    ]
    if True not in coded:
        return frozenset()
    found = {n for n, text in enumerate(texts) if coded[n] and _is_minified(text)}
    for start, end in _find_runs(coded):
        own = [texts[n][:_READ] for n in range(start, end) if coded[n]]
        if _is_script(own):
            found |= {n for n in range(start, end) if coded[n] or _may_belong(texts[n])}
    return frozenset(found)


def _looks_coded(text: str) -> bool:
    density = _find_density(text)
    if not density:
        return False
    if len(text) < _LONG:
        return density >= _DENSE or _ENDS.search(text) is not None
    return density >= _LONG_DENSE or text.startswith('{"') or (text.isascii() and text.count(" ") < _SPACES * len(text))


def _find_density(text: str) -> float:
    read = text[:_READ]
    return count_marks(read) / len(read)


def count_marks(text: str) -> int:
    """How many signs `text` has that code is full of and prose is not."""
    return len(_MARKS.findall(text))


def _find_runs(coded: Sequence[bool]) -> list[tuple[int, int]]:
    """The spans (start, end) of lines that look like code, those that a line or two part as one."""
    spans: list[tuple[int, int]] = []
    for n, is_coded in enumerate(coded):
        if is_coded:
            start = spans.pop()[0] if spans and n - spans[-1][1] <= _GAP else n
            spans.append((start, n + 1))
    return spans


def _is_script(texts: Sequence[str]) -> bool:
    size = sum(map(len, texts))
    signs = [sign for text in texts for sign in _signs().findall(text)]
    needed = _FEW_SIGNS if max(map(len, texts)) >= _LONG else _SIGNS
    return size >= _SHORTEST and len(signs) * _SIGN_EVERY >= size and len(set(signs)) >= needed


def _is_minified(text: str) -> bool:
    if len(text) < _MINIFIED:
        return False
    is_dense = _find_density(text) >= _LONG_DENSE or text.startswith(('{"@', '[{"'))
    return is_dense and len(set(_signs().findall(text[:_READ]))) > 1


def _may_belong(text: str) -> bool:
    """Whether a line between two of a script may be part of it: no sentence is."""
    return len(text) < _LONG and (" " not in text or _find_density(text) > _LEAST)


@cache
def _signs() -> re.Pattern[str]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return re.compile("|".join(re.escape(sign) for signs in table.values() for sign in signs))
