"""`groats batch`: many pages in, as many articles out, none lost."""

from __future__ import annotations

import os
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from groats.commands import options as shared
from groats.commands import streams
from groats.commands.configuration import find_configuration
from groats.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BYTES = 1 << 62  # what a page may have at the most: more is no number of bytes for any system


def batch(  # noqa: PLR0913 - a parameter is an option
    *,
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SOURCE...",
            parser=shared.check_path,
            help="Directories, pages, or files of many pages.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="DEST",
            parser=shared.check_path,
            help="A directory, or a file of records: .jsonl[.gz|.zst] or .parquet.",
        ),
    ],
    output_format: Annotated[
        Literal["text", "markdown", "json"] | None,
        typer.Option("-f", "--format", help="What to write in a directory: text by default."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Workers: as many as cores by default.")
    ] = None,
    include: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Of directories, only these files; can be repeated.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Of directories, not these files; can be repeated.")
    ] = None,
    files_from: Annotated[
        str | None, typer.Option(metavar="FILE", help="Read the names of sources, a line each; - for standard input.")
    ] = None,
    null: Annotated[bool, typer.Option("-0", "--null", help="With --files-from: names end with NUL.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Do only what an earlier run has not done.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the results of an earlier run.")] = False,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="The longest a page may take.")] = 20,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="The largest a page may be, unpacked.")
    ] = 64_000_000,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.html", parser=shared.check_path, help="Write a report for people: one page of HTML."
        ),
    ] = None,
    text_field: Annotated[str | None, typer.Option(metavar="NAME", help="JSONL, Parquet: the page as text.")] = None,
    html_field: Annotated[str | None, typer.Option(metavar="NAME", help="JSONL, Parquet: the page as HTML.")] = None,
    id_field: Annotated[str, typer.Option(metavar="NAME", help="JSONL, Parquet: what the page is called.")] = "id",
    url_field: Annotated[str, typer.Option(metavar="NAME", help="JSONL, Parquet: its address.")] = "url",
    site: Annotated[
        Literal["auto", "host", "directory", "none"] | None,
        typer.Option(
            help="Which pages are one site, whose shared lines are doubted: of one host, else directory (auto)."
        ),
    ] = None,
    profile: shared.ProfileFile = None,
    kind: shared.InputKind = "auto",
    encoding: shared.Encoding = None,
    now: shared.Now = None,
    keep: shared.Keep = None,
    drop: shared.Drop = None,
    rules: shared.RuleFiles = None,
    config: shared.Config = None,
    no_title: shared.NoTitle = False,
    links: shared.Links = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say only which pages failed.")] = False,
) -> None:
    """Clean every page of directories, files and archives.

    A page that fails is named, and the others are done.
    """
    if resume and overwrite:
        raise UsageError("--resume and --overwrite contradict each other: choose one.")
    if profile and site not in {None, "none"}:
        raise UsageError("--profile says what the pages' site shares, --site has it counted: choose one.")
    if isnan(timeout):
        raise UsageError("--timeout nan: this is no number of seconds.")
    arguments = _list_sources(sources or (), files_from, null=null)
    from groats.corpus.process import start_server

    start_server()
    from groats.commands.batch_run import run_batch
    from groats.commands.batch_settings import Settings
    from groats.corpus.containers import Fields
    from groats.corpus.sinks import is_record_file
    from groats.document import Options
    from groats.stages.decode.names import find_codec

    if encoding is not None:
        find_codec(encoding)
    configured = find_configuration(config)
    options = Options(
        kind=shared.kind_of(kind),
        encoding=encoding,
        profile=shared.load_profile(profile),
        now=shared.read_moment(now),
    )
    options = configured.add_to(options, keep, drop, rules)
    if output_format and is_record_file(output):
        raise UsageError(f"{output.name} holds records of JSON: leave -f out, or name a directory.")
    written = output_format or ("json" if configured.format == "jsonl" else configured.format) or "text"
    if links and (written != "markdown" or is_record_file(output)):
        raise UsageError("--links is for Markdown: say -f markdown too, and name a directory.")
    settings = Settings(
        arguments=arguments,
        dest=output,
        options=options,
        written=written,
        links=links,
        title=configured.wants_title(options, no_title=no_title),
        rules=configured.rule_files(rules),
        site="none" if profile else site or "auto",
        profile=profile,
        jobs=jobs or _count_cores(),
        include=include or (),
        exclude=exclude or (),
        fields=Fields(text_field, html_field, id_field, url_field),
        resume=resume,
        overwrite=overwrite,
        timeout=timeout,
        max_bytes=min(max_bytes, _MOST_BYTES),
        report=report,
        quiet=quiet,
    )
    raise typer.Exit(run_batch(settings))


def _list_sources(named: Sequence[Path], files_from: str | None, *, null: bool) -> list[Path]:
    """The sources that are named and those that a file names; raises where there are none, or one is not there."""
    arguments = [*named, *_read_names(files_from, null=null)]
    if not arguments:
        raise UsageError("No SOURCE is named: name a directory, a page, or a file of many pages.")
    for path in named:
        if not os.path.lexists(path):
            raise InputError(f"{streams.printable(str(path))} does not exist{_propose(str(path))}: nothing was done.")
    return arguments


def _propose(named: str) -> str:
    """What to do where a source is no file, but plainly something else."""
    if named == streams.STDIN:
        return " (say --files-from - where the names come from standard input)"
    return " (groats fetches nothing: save the pages first)" if streams.is_address(named) else ""


def _read_names(files_from: str | None, *, null: bool) -> Sequence[Path]:
    """The names in a file, each ended by a line feed or, if `null`, by NUL, as find -print0 writes them."""
    if files_from is None:
        if null:
            raise UsageError("-0 says how the names of --files-from end: name its FILE, or - for standard input.")
        return []
    names = [name for name in streams.read_input(files_from).split(b"\0" if null else b"\n") if name.strip()]
    if not null and all(name.endswith(b"\r") for name in names):  # a list from Windows
        names = [name[:-1] for name in names]
    return [Path(os.fsdecode(name)) for name in names]


def _count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
