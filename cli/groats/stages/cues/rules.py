"""Rows of TOML into cues: checked so that each error tells the user the file, the row and what to do."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from groats.document import Label
from groats.errors import UsageError
from groats.stages.cues.index import Cue, CueIndex, Where, compile_cues
from groats.stages.cues.match import find_cues
from groats.stages.cues.tokens import NAMES, PLACEHOLDERS, SYMBOLS, WORDS, cut_phrase
from groats.tables import DATA, read_table

_LONGEST: Mapping[Where, int] = {"line": 40, "start": 30, "end": 30, "within": 30}
CUE_KEYS = ("name", "label", "language", "where", "longest", "opens", "phrases", "hits", "misses")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class CueRow:
    """A cue with its phrases, and with lines that it must hit and must miss; `place` names the row in errors."""

    cue: Cue
    phrases: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    place: str


def compile_rows(rows: Sequence[CueRow]) -> CueIndex:
    """The index of the rows, whose names differ.

    Raises `UsageError` where a row does not hit what it says it hits, or does not miss what it says it misses.
    """
    index = compile_cues((row.cue, row.phrases) for row in rows)
    for row in rows:
        for line in row.hits:
            if not _is_hit(row.cue, line, index):
                raise UsageError(f"{row.place} does not hit the line {line!r}: add a phrase, or take it out of hits.")
        for line in row.misses:
            if _is_hit(row.cue, line, index):
                raise UsageError(f"{row.place} hits the line {line!r}: narrow a phrase, or take it out of misses.")
    return index


@functools.cache
def builtin_rows(language: str = "*") -> tuple[CueRow, ...]:
    """The rows of all built-in cues: of English, whose words others borrow, of no language, of the others; or of one.

    Reasons name the first that hits. Slow beside `builtin_cues`, which has all that matching needs.
    """
    files = (DATA / "cues").glob(f"{language}.toml")
    paths = sorted(files, key=lambda path: (path.stem != "en", path.stem != "any", path))
    return tuple(row for path in paths for row in read_rows(path))


def read_rows(path: Path) -> tuple[CueRow, ...]:
    """The rows of one TOML file of cues, in its order; `UsageError` where the file or a row cannot be used."""
    return tuple(read_row(entry, place) for entry, place in read_entries(path, "cue"))


def read_entries(path: Path, *kinds: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The tables `[[kind]]` of a TOML file, each with its place for errors; all kinds mean the same.

    Raises `UsageError` where the file cannot be read, is no TOML, holds anything else or nothing, or where a table has
    no name or that of another.
    """
    table = read_table(path, name=f"a TOML file of {kinds[0]}s", mend="mend that place")
    lists = {kind: table.pop(kind) for kind in kinds if kind in table}
    if table or not lists or not all(isinstance(entries, list) and entries for entries in lists.values()):
        raise UsageError(f"{path} has to hold one or more tables [[{kinds[0]}]] and nothing else.")
    names: set[str] = set()
    for kind, entries in lists.items():
        for number, entry in enumerate(entries, start=1):
            place = f"{path}, {kind} {number}"
            name = _name(entry, place, kind)
            if name in names:
                raise UsageError(f"{path}: two {kind}s are named {name!r}; give each a name of its own.")
            names.add(name)
            yield entry, f"{place} ({name})"


def read_row(entry: Mapping[str, Any], place: str) -> CueRow:
    """One table of a cue, checked; `place` names it in errors."""
    refuse_unknown(entry, CUE_KEYS, place)
    cue = _cue(entry, place)
    phrases, hits, misses = (read_texts(entry, key, place) for key in ("phrases", "hits", "misses"))
    if not phrases:
        raise UsageError(f"{place} has no phrases; give it at least one.")
    for phrase in phrases:
        if fault := _fault(cut_phrase(phrase), cue):
            raise UsageError(f"{place}: the phrase {phrase!r} {fault}.")
    return CueRow(cue, phrases, hits, misses, place)


def refuse_unknown(entry: Mapping[str, Any], known: Sequence[str], place: str) -> None:
    """Raises `UsageError` for a key that is not among the known ones, with the nearest of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    for key in sorted(entry.keys() - set(known)):
        near = get_close_matches(key, known, n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(known)}."
        raise UsageError(f"{place} has the key {key!r}, which does not exist: {meant}")


def read_texts(entry: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    """The list of texts under a key, () where there is none; raises `UsageError` for anything else."""
    texts = entry.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{place}: {key} has to be a list of texts.")
    return tuple(texts)


def read_labels(entry: Mapping[str, Any], key: str, place: str) -> frozenset[Label]:
    """The labels under a key, none where there is no such key; raises `UsageError` for anything else."""
    texts = read_texts(entry, key, place)
    if unknown := [text for text in texts if text not in list(Label)]:
        raise UsageError(f"{place}: there is no label {unknown[0]!r}; the labels are {', '.join(Label)}.")
    return frozenset(map(Label, texts))


def _is_hit(cue: Cue, line: str, index: CueIndex) -> bool:
    return any(hit.name == cue.name for hit in find_cues(line, index))


def _name(entry: object, place: str, kind: str) -> str:
    if not isinstance(entry, dict):
        raise UsageError(f"{place} is no table: begin it with [[{kind}]].")
    if not _NAME.fullmatch(str(entry.get("name"))):
        raise UsageError(f"{place}: name has to be words in small letters joined by hyphens, as in our-newsletter.")
    return str(entry["name"])


def _cue(entry: Mapping[str, Any], place: str) -> Cue:
    label, where = entry.get("label"), entry.get("where", "line")
    if label not in list(Label):
        raise UsageError(f"{place}: label has to be one of {', '.join(Label)}, not {label!r}.")
    if where not in get_args(Where):
        raise UsageError(f"{place}: where has to be one of {', '.join(get_args(Where))}, not {where!r}.")
    language, opens = entry.get("language", "any"), entry.get("opens", False)
    longest = entry.get("longest", _LONGEST[where])
    if not isinstance(language, str) or not isinstance(opens, bool) or type(longest) is not int or longest < 1:
        raise UsageError(f"{place}: language is a text, opens true or false, longest a number of words from 1.")
    return Cue(str(entry["name"]), Label(label), language, where, longest, opens)


def _fault(tokens: list[str], cue: Cue) -> str | None:
    """What makes a phrase unusable, None where nothing does."""
    runs = tokens.count(WORDS) + tokens.count(NAMES)
    if all(token in PLACEHOLDERS for token in tokens):
        return "needs at least one word or sign that is no placeholder"
    if sum(token not in SYMBOLS for token in tokens) > cue.longest:
        return f"is longer than the lines that it may stand in ({cue.longest} words): shorten it or raise longest"
    if runs and (runs > 1 + (tokens[-1] == WORDS) or cue.where in {"end", "within"}):
        return "may hold ** or ^^ once, ** once more at its end, and only where a line begins with the phrase"
    return None
