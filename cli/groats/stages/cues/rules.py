"""Rows of TOML into cues: checked so that each error tells the user the file, the row and what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from groats.document import Label
from groats.errors import UsageError
from groats.stages.cues.index import COMPILED, Cue, CueIndex, Where, compile_cues
from groats.stages.cues.match import find_cues
from groats.stages.cues.tokens import NAMES, PLACEHOLDERS, SYMBOLS, WORDS, cut_phrase

_LONGEST: Mapping[Where, int] = {"line": 40, "start": 30, "end": 30, "within": 30}
_KEYS = ("name", "label", "language", "where", "longest", "opens", "phrases", "hits", "misses")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class CueRow:
    """A cue with its phrases, and with lines that it must hit and must miss."""

    cue: Cue
    phrases: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


def load_rules(path: Path) -> CueIndex:
    """A user's own cues, from a TOML file in the format of the built-in ones.

    Raises `UsageError`, naming the file and the row, where the file cannot be read or a row cannot be used, and
    where a row does not hit what it says it hits or does not miss what it says it misses.
    """
    rows = read_rows(path)
    index = compile_cues((row.cue, row.phrases) for row in rows)
    for row in rows:
        place = f"{path}, cue {row.cue.name!r}"
        for line in row.hits:
            if not _is_hit(row.cue, line, index):
                raise UsageError(f"{place} does not hit the line {line!r}: add a phrase, or take the line out of hits.")
        for line in row.misses:
            if _is_hit(row.cue, line, index):
                raise UsageError(f"{place} hits the line {line!r}: narrow a phrase, or take the line out of misses.")
    return index


def builtin_rows() -> tuple[CueRow, ...]:
    """The rows of all built-in cues, file by file; slow beside `builtin_cues`, which has all that matching needs."""
    return tuple(row for path in sorted((COMPILED.parent / "cues").glob("*.toml")) for row in read_rows(path))


def read_rows(path: Path) -> tuple[CueRow, ...]:
    """The rows of one TOML file of cues, in its order; `UsageError` where the file or a row cannot be used."""
    import tomllib  # noqa: PLC0415 - the built-in cues come from JSON: only a user's own rules need it

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): name a TOML file of cues.") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not TOML in UTF-8 ({error}): mend that place.") from error
    entries = table.pop("cue", None)
    if table or not isinstance(entries, list) or not entries:
        raise UsageError(f"{path} has to hold one or more tables [[cue]] and nothing else.")
    rows = tuple(_row(entry, f"{path}, cue {place}") for place, entry in enumerate(entries, start=1))
    names: set[str] = set()
    for row in rows:
        if row.cue.name in names:
            raise UsageError(f"{path}: two cues are named {row.cue.name!r}; give each a name of its own.")
        names.add(row.cue.name)
    return rows


def _is_hit(cue: Cue, line: str, index: CueIndex) -> bool:
    return any(hit.name == cue.name for hit in find_cues(line, index))


def _row(entry: object, place: str) -> CueRow:
    """One `[[cue]]`, checked; `place` names it in errors."""
    if not isinstance(entry, dict):
        raise UsageError(f"{place} is no table: begin it with [[cue]].")
    if not _NAME.fullmatch(str(entry.get("name"))):
        raise UsageError(f"{place}: name has to be words in small letters joined by hyphens, as in our-newsletter.")
    place = f"{place} ({entry['name']})"
    for key in entry.keys() - set(_KEYS):
        raise UsageError(f"{place} has the key {key!r}, which no cue has; the keys are {', '.join(_KEYS)}.")
    cue = _cue(entry, place)
    phrases, hits, misses = (_texts(entry, key, place) for key in ("phrases", "hits", "misses"))
    if not phrases:
        raise UsageError(f"{place} has no phrases; give it at least one.")
    for phrase in phrases:
        if fault := _fault(cut_phrase(phrase), cue):
            raise UsageError(f"{place}: the phrase {phrase!r} {fault}.")
    return CueRow(cue, phrases, hits, misses)


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


def _texts(entry: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    texts = entry.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{place}: {key} has to be a list of texts.")
    return tuple(texts)


def _fault(tokens: list[str], cue: Cue) -> str | None:
    """What makes a phrase unusable, None where nothing does."""
    runs = tokens.count(WORDS) + tokens.count(NAMES)
    if all(token in PLACEHOLDERS for token in tokens):
        return "needs at least one word or sign that is no placeholder"
    if sum(token not in SYMBOLS for token in tokens) > cue.longest:
        return f"is longer than the lines that it may stand in ({cue.longest} words): shorten it or raise longest"
    if runs and (runs > 1 or cue.where in {"end", "within"}):
        return "may hold ** or ^^ once, and only where a line begins with the phrase"
    return None
