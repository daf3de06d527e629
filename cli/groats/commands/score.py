"""`groats score`: cleaned pages measured against reference texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from groats.commands import streams
from groats.commands.options import ResultFormat, check_name
from groats.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groats.scoring.compare import Comparison
    from groats.scoring.summary import Estimate, Group
    from groats.scoring.tables import Table

_NAMED = 10  # ids in a sentence; JSON names them all


def score(  # noqa: PLR0913 - a parameter is an option
    *,
    reference: Annotated[
        str, typer.Argument(metavar="REFERENCE", parser=check_name, help="The texts that were wanted.")
    ],
    output: Annotated[str, typer.Argument(metavar="OUTPUT", parser=check_name, help="The cleaned pages.")],
    output_format: ResultFormat = "text",
    worst: Annotated[int, typer.Option(metavar="N", min=0, help="How many of the worst pages to list.")] = 10,
    pages: Annotated[bool, typer.Option("--pages", help="List all pages, the worst first.")] = False,
    title: Annotated[bool, typer.Option("--title", help="Put the title of a JSON output before its text.")] = False,
    fail_under: Annotated[
        float | None, typer.Option(metavar="F1", min=0, max=1, help="Exit with 1 if the mean word F1 is less.")
    ] = None,
) -> None:
    """Measure cleaned pages against reference texts.

    Both are directories of .txt, .md and .json files, or one file of these, of .jsonl or .parquet, or standard input
    (-). They match by id: the path below the directory without its suffix, or what the record says. Of two files of
    text, one is the reference of the other.
    """
    from math import isnan

    from groats.commands.draw import write_tables
    from groats.scoring.compare import compare
    from groats.scoring.read import read_outputs, read_references
    from groats.scoring.report import DIGITS, to_json
    from groats.scoring.summary import estimate, group

    if fail_under is not None and isnan(fail_under):
        raise UsageError("--fail-under nan: this is no number from 0 to 1.")
    if reference == output == streams.STDIN:
        raise UsageError("Standard input cannot be both the references and the output: name one of them.")
    references, outputs = read_references(_open(reference)), read_outputs(_open(output), with_title=title)
    failures = [*references.failures, *outputs.failures]
    for failure in failures:
        streams.say(failure)
    comparison = compare(references, outputs)
    if comparison.missing:
        streams.say(f"Without an output, counted as empty: {_name_some(comparison.missing)}.")
    if comparison.unmatched:
        streams.say(f"Without a reference, not counted: {_name_some(comparison.unmatched)}.")
    scores, groups = estimate(page.score for page in comparison.pages), group(comparison.pages)
    if output_format == "json":
        streams.write_stdout(to_json(comparison, scores, groups, failures))
    else:
        write_tables(_tabulate(comparison, scores, groups, None if pages else worst))
    if failures:
        raise typer.Exit(ExitCode.PAGES_FAILED)
    mean = round(scores["word_f1"].mean, DIGITS)  # what JSON says decides
    if fail_under is not None and mean < fail_under:
        streams.say(f"The mean word F1, {mean}, is less than {fail_under}.")
        raise typer.Exit(ExitCode.CHECK_FAILED)


def _open(name: str) -> str | bytes:
    """The name of a file or directory, or what standard input holds."""
    return streams.read_input(name) if name == streams.STDIN else name


def _name_some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more


def _tabulate(
    comparison: Comparison, scores: dict[str, Estimate], groups: Sequence[Group], worst: int | None
) -> list[Table]:
    """The mean scores, those of groups and of metadata, and the worst pages; all pages where `worst` is None."""
    from groats.scoring.metadata import count_matches
    from groats.scoring.tables import tabulate_fields, tabulate_groups, tabulate_pages, tabulate_scores

    tables = [tabulate_scores(scores, len(comparison.pages)), *tabulate_groups(groups)]
    if fields := count_matches(page.fields for page in comparison.pages):
        tables.append(tabulate_fields(fields))
    listed = sorted(comparison.pages, key=lambda page: (page.score.word_f1, page.id))
    if worst is not None:
        listed = [page for page in listed if page.score.word_f1 < 1][:worst]
    if listed:
        tables.append(tabulate_pages(listed))
    return tables
