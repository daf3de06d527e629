"""Suggested rules as TOML, and added to a file of rules."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from groats.errors import OutputError
from groats.review.suggest import Suggestion

Write = Callable[[Path, bytes], None]


def to_toml(suggestions: Sequence[Suggestion], *, only_here: bool = False) -> str:
    """The rules as tables [[rule]]; `only_here` makes them for the pages alone on which the lines were marked."""
    return "\n".join(_table(suggestion, only_here=only_here) for suggestion in suggestions)


def add_rules(path: Path, rules: str, write: Write) -> None:
    """Adds the tables at the end of the file, which is made if it is not there; raises `OutputError`."""
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, ValueError) as error:
        raise OutputError(f"{path} cannot be added to: {error}.") from error
    gap = "\n" if before.endswith("\n") or not before else "\n\n"
    write(path, f"{before}{gap if before else ''}{rules}".encode())


def _table(suggestion: Suggestion, *, only_here: bool) -> str:
    rows = [
        "[[rule]]",
        *(f"# {_quote(note)[1:-1]}" for note in suggestion.notes),
        f"name = {_quote(suggestion.name)}",
        f"action = {_quote('keep' if suggestion.keep else 'drop')}",
        f"where = {_quote(suggestion.where)}",
        f"longest = {suggestion.longest}",
        f"phrases = {_list(suggestion.phrases)}",
    ]
    if only_here:
        rows.append(f"sources = {_list([_escape_pattern(page) for page in suggestion.sources])}")
    rows += [f"hits = {_list(suggestion.hits)}", f"misses = {_list(suggestion.misses)}"]
    return "".join(f"{row}\n" for row in rows)


def _list(texts: Sequence[str]) -> str:
    """One text stands on the line, more stand each on its own."""
    if len(texts) <= 1:
        return f"[{''.join(map(_quote, texts))}]"
    return "[\n" + "".join(f"  {_quote(text)},\n" for text in texts) + "]"


def _quote(text: str) -> str:
    """The text as a string of TOML: as JSON has it, and all that cannot be seen is escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in quoted)


def _escape_pattern(name: str) -> str:
    """The name as a pattern that fits it, in whichever folder it is."""
    return "".join(f"\\{one}" if one in "*?[]!#\\ " else one for one in name)
