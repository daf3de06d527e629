"""`groats cues`: the cues, and which of them a text hits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from groats.commands import streams
from groats.commands.options import ResultFormat, check_label
from groats.errors import UsageError
from groats.paths import is_file, mask_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groats.stages.cues import Cue, CueIndex, CueRow

    Record: TypeAlias = dict[str, str | int | bool | Sequence[str]]

_SHOWN_PHRASES = 4
_SHOWN_TEXT = 60  # characters


def cues(  # noqa: PLR0913 - a parameter is an option
    *,
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="Lines to look at; none or - for standard input.")
    ] = None,
    output_format: ResultFormat = "text",
    list_all: Annotated[bool, typer.Option("--list", help="List the cues instead.")] = False,
    label: Annotated[
        str | None, typer.Option(metavar="LABEL", parser=check_label, help="Only cues of this label.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Only cues of this language, or any.")] = None,
    rules: Annotated[str | None, typer.Option(metavar="FILE", help="Rules of your own, as TOML, instead.")] = None,
) -> None:
    """Show which cues each line of a text hits.

    Each with its label, name and language, and whether it is the whole line or opens a zone. A cue is a phrase of page
    furniture, such as "Download the app". It labels a line; what is dropped is decided with the whole page in view.
    """
    from groats.stages.cues import builtin_cues, builtin_rows, compile_cues

    if list_all and text is not None:
        raise UsageError("--list shows the cues themselves: leave TEXT out.")
    own = None if rules is None else _own_rows(rules)
    index = builtin_cues() if own is None else compile_cues((row.cue, row.phrases) for row in own)
    chosen = _choose(index, label, language)
    if list_all:
        records = _list_rows(builtin_rows(language or "*") if own is None else own, chosen)
    else:
        records = _find_hits(_read(text), index, chosen)
    if not records:
        streams.say(_word_nothing(text, list_all=list_all))
    if output_format == "json":
        import json

        streams.write_stdout((json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode())
    else:
        streams.write_stdout("".join(f"{line}\n" for line in _align(map(_columns, records))).encode())


def _word_nothing(text: str | None, *, list_all: bool) -> str:
    """Why nothing is written; who names a file may have wanted what is in it."""
    if list_all:
        return "There is no such cue."
    if text and "\n" not in text and is_file(Path(text)):
        return f"No line hits a cue. The text was {text!r} itself: for what is in that file, say groats cues < FILE."
    return "No line hits a cue."


def _own_rows(path: str) -> list[CueRow]:
    """The phrases of a file of rules; those rules that have none are about labels or sections."""
    from groats.rules import load_rules

    return [rule.phrases for rule in load_rules([Path(path)]).rules if rule.phrases]


def _choose(index: CueIndex, label: str | None, language: str | None) -> dict[str, Cue]:
    """The cues of the label and the language by name; raises `UsageError` where there is no such language."""
    languages = sorted({cue.language for cue in index.cues})
    if language is not None and language not in languages:
        raise UsageError(f"There is no cue in {language!r}; the languages are {', '.join(languages)}.")
    return {cue.name: cue for cue in index.cues if label in {None, cue.label} and language in {None, cue.language}}


def _read(text: str | None) -> list[str]:
    """The lines of the argument, or of standard input."""
    if text is None or text == streams.STDIN:
        if text is None and streams.is_terminal_input():
            raise UsageError("No TEXT is given and nothing is piped in: say - to type here, or --list to see the cues.")
        from groats.stages.decode import decode

        text = decode(streams.read_input(streams.STDIN)).text
    from groats.stages.lines.split import split_lines

    return [line.text for line in split_lines(mask_bytes(text))]


def _find_hits(lines: Sequence[str], index: CueIndex, chosen: dict[str, Cue]) -> list[Record]:
    from groats.stages.cues import find_cues

    return [
        {
            **({"line": number} if len(lines) > 1 else {}),
            "label": hit.label,
            "cue": hit.name,
            "language": chosen[hit.name].language,
            "whole": hit.whole,
            "opens": hit.opens,
            "text": line,
        }
        for number, line in enumerate(lines, start=1)
        for hit in find_cues(line, index)
        if hit.name in chosen
    ]


def _list_rows(rows: Iterable[CueRow], chosen: dict[str, Cue]) -> list[Record]:
    return [
        {
            "label": row.cue.label,
            "cue": row.cue.name,
            "language": row.cue.language,
            "where": row.cue.where,
            "longest": row.cue.longest,
            "opens": row.cue.opens,
            "phrases": row.phrases,
        }
        for row in rows
        if row.cue.name in chosen
    ]


def _columns(record: Record) -> list[str]:
    """A record as the columns that are shown; without `line` there is one line, which need not be shown again."""
    columns = [str(record[key]) for key in ("line", "label", "cue", "language", "where") if key in record]
    columns.append(", ".join(flag for flag in ("whole", "opens") if record.get(flag)))
    phrases = record.get("phrases")
    if isinstance(phrases, tuple):
        more = f", and {len(phrases) - _SHOWN_PHRASES} more" if len(phrases) > _SHOWN_PHRASES else ""
        columns.append(", ".join(phrases[:_SHOWN_PHRASES]) + more)
    elif "line" in record:
        columns.append(str(record["text"]).strip()[:_SHOWN_TEXT])
    return [streams.printable(column) for column in columns]


def _align(rows: Iterable[Sequence[str]]) -> list[str]:
    """The rows with each column as wide as its widest cell."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
