"""Files of rules into rules, checked so that each error tells the user the file, the row and what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from groats.document import Label
from groats.errors import UsageError
from groats.rules.rule import Rule, Rules
from groats.stages.cues import (
    CUE_KEYS,
    CueRow,
    compile_rows,
    read_entries,
    read_labels,
    read_row,
    read_texts,
    refuse_unknown,
)

_KEYS = (*CUE_KEYS, "action", "labels", "sections", "sources")
_MOST_WILDCARDS = 3  # in a pattern of pages: each multiplies the time that a long name takes


def load_rules(paths: Sequence[Path | str]) -> Rules:
    """The rules of some files, those of the first file first.

    Raises `UsageError`, naming the file and the row, where a file cannot be read or a row cannot be used, and where a
    row does not hit what it says it hits or does not miss what it says it misses.
    """
    rules = [
        _read_rule(entry, place, path)
        for path in map(Path, paths)
        for entry, place in read_entries(path, "rule", "cue")
    ]
    return Rules(
        tuple(rules),
        phrases=compile_rows([_number(row, n) for n, rule in enumerate(rules) if (row := rule.phrases)]),
        sections=compile_rows([_number(row, n) for n, rule in enumerate(rules) if (row := rule.sections)]),
    )


def _number(row: CueRow, number: int) -> CueRow:
    """The row with a number for its name, for rules of several files may have one name."""
    return replace(row, cue=row.cue._replace(name=str(number)))


def _read_rule(entry: Mapping[str, Any], place: str, path: Path) -> Rule:
    """The rule that a table says; raises `UsageError`, which names the `place`."""
    refuse_unknown(entry, _KEYS, place)
    if not entry.keys() & {"phrases", "labels", "sections"}:
        raise UsageError(f"{place} fits every line: give it phrases, labels or sections.")
    label, labels = _read_label(entry, place), read_labels(entry, "labels", place)
    if not labels and "labels" in entry:
        raise UsageError(f"{place} has no labels; give it at least one, or take the key out.")
    keep = _read_action(entry, label, place)
    # What has to be hit and missed are the lines that the phrases are for; without phrases, the headings.
    row = {key: entry[key] for key in CUE_KEYS if key in entry} | {"label": label or Label.OTHER}
    heading = {**row, "phrases": entry.get("sections"), "where": "line"}
    if "phrases" in entry:
        heading |= {"hits": [], "misses": []}
    elif "sections" not in entry and (proof := next((key for key in ("hits", "misses") if key in entry), None)):
        raise UsageError(f"{place} has {proof}, but no phrases or sections that could hit a line: take them out.")
    return Rule(
        name=entry["name"],
        file=path,
        keep=keep,
        label=label,
        phrases=read_row(row, place) if "phrases" in entry else None,
        sections=read_row(heading, place) if "sections" in entry else None,
        labels=labels,
        sources=_read_sources(entry, place),
    )


def _read_label(entry: Mapping[str, Any], place: str) -> Label | None:
    label = entry.get("label")
    if label is not None and label not in list(Label):
        raise UsageError(f"{place}: label has to be one of {', '.join(Label)}, not {label!r}.")
    return label and Label(label)


def _read_action(entry: Mapping[str, Any], label: Label | None, place: str) -> bool:
    """Whether the lines stay: as the action says, else as lines of that label do."""
    action = entry.get("action")
    if action is None and label is not None:
        return label.is_kept
    if action not in ("keep", "drop"):
        raise UsageError(f'{place}: action has to be "keep" or "drop".')
    return bool(action == "keep")


def _read_sources(entry: Mapping[str, Any], place: str) -> Any:  # noqa: ANN401 - see Rule
    """What tells the pages that the rule is for: patterns as in .gitignore, at any depth unless they begin with /."""
    patterns = read_texts(entry, "sources", place)
    if "sources" not in entry:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few rules are for some pages only
    from pathspec.patterns.gitignore import GitIgnorePatternError  # noqa: PLC0415 - see above

    if not patterns:
        raise UsageError(f"{place} has no sources; give it at least one, or take the key out.")
    for pattern in patterns:
        if pattern.replace("**", "*").count("*") > _MOST_WILDCARDS:
            raise UsageError(f"{place}: the source {pattern!r} has more than {_MOST_WILDCARDS} wildcards.")
        try:
            (compiled,) = GitIgnoreSpec.from_lines([pattern]).patterns
        except (GitIgnorePatternError, ValueError):
            compiled = None
        if compiled is None or compiled.include is None:
            raise UsageError(f"{place}: the source {pattern!r} is no pattern of names: write it as in .gitignore.")
    return GitIgnoreSpec.from_lines(map(_free, patterns))


def _free(pattern: str) -> str:
    """The pattern at any depth: "blog/*.html" is for "site/blog/a.html" too, however the page was named."""
    negated, bare = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    return f"{negated}{bare if bare.startswith('/') else f'**/{bare}'}"
