"""`groats clean`: pages in, articles out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar

import typer

from groats.commands import options as shared
from groats.commands import streams
from groats.commands.configuration import find_configuration
from groats.commands.pages import Failed, attempt, list_inputs, read_named, sum_up, word_warnings
from groats.errors import ExitCode, UsageError
from groats.wording import count_of

if TYPE_CHECKING:  # the nouns are a seventh of the time that --version takes
    from collections.abc import Callable, Sequence

    from groats.document import Article, Options

    Render: TypeAlias = Callable[[Article, str], bytes]

T = TypeVar("T")


def clean(  # noqa: PLR0913 - a parameter is an option
    context: typer.Context,
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Pages to clean; none or - for standard input.", show_default=False),
    ] = None,
    output_format: Annotated[
        shared.Format | None, typer.Option("-f", "--format", help="What to write: text by default.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
    ] = None,
    kind: shared.InputKind = "auto",
    encoding: shared.Encoding = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the page.")] = None,
    now: shared.Now = None,
    keep: shared.Keep = None,
    drop: shared.Drop = None,
    rules: shared.RuleFiles = None,
    config: shared.Config = None,
    profile: shared.ProfileFile = None,
    no_title: shared.NoTitle = False,
    links: shared.Links = False,
    lines: Annotated[
        bool, typer.Option("--lines", help="Write every line of the input with its verdict, as JSON Lines.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if anything would be removed.")
    ] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Write the JSON Schema of --format json.")] = False,
) -> None:
    """Clean pages: drop their furniture, write the article.

    Several files: text comes under ==> name <== headings, JSON as JSON Lines.

    Lines with these labels stay: title, heading, paragraph, list, quote, code, table, caption. With these they go:
    navigation, advertisement, app_store, share, tags, byline, date, bio, related, newsletter, comments, consent,
    paywall, legal, media, duplicate, metadata, other.
    """
    if schema:
        from groats.render.json import schema as describe

        with streams.open_output(output) as write:
            write(describe())
        return
    from groats.document import Options

    if check and (output or lines):
        raise UsageError("--check writes nothing: leave --lines and -o out.")
    if lines and output_format not in {None, "jsonl"}:
        raise UsageError("--lines writes JSON Lines: leave -f out.")
    names = list_inputs(files, context.find_root().get_help)
    configured = find_configuration(config)
    if links and (output_format or configured.format) != "markdown":
        raise UsageError("--links is for Markdown: say -f markdown too.")
    options = Options(
        kind=shared.kind_of(kind),
        encoding=encoding,
        url=url,
        profile=shared.load_profile(profile),
        explain=lines,
        now=shared.read_moment(now),
    )
    options = configured.add_to(options, keep, drop, rules)
    if check:
        raise typer.Exit(sum_up([_check(name, options) for name in names]))
    streams.refuse_same_file(names, output)
    several = len(names) > 1
    written = output_format or configured.format or "text"
    title = configured.wants_title(options, no_title=no_title)
    render = _choose_renderer("lines" if lines else written, title=title, links=links, several=several)
    headed = several and not lines and written in {"text", "markdown"}
    with streams.open_output(output) as write:
        outcomes = _write_all(names, options, render, write, headed=headed)
        if ExitCode.DONE not in outcomes:
            raise typer.Exit(sum_up(outcomes))  # from in here: then a file of the output's name stays as it is
    raise typer.Exit(sum_up(outcomes))


def _choose_renderer(written: shared.Format | Literal["lines"], *, title: bool, links: bool, several: bool) -> Render:
    """What makes the bytes of an article; JSON of several pages has one a line."""
    if written == "text":
        from groats.render.text import to_text

        return lambda article, _: to_text(article, title=title).encode()
    if written == "markdown":
        from groats.render.markdown import to_markdown

        return lambda article, _: to_markdown(article, title=title, links=links).encode()
    from groats.render.json import to_json, to_json_line, to_line_records

    if written == "lines":
        return lambda article, name: to_line_records(article, name if several else None)
    return to_json_line if several or written == "jsonl" else to_json


def _write_all(
    names: Sequence[str], options: Options, render: Render, write: streams.Write, *, headed: bool
) -> list[ExitCode]:
    """How each page ended; each is written when it is done, under its name as head(1) does if `headed`."""
    outcomes: list[ExitCode] = []
    for name in names:
        written, outcome = _attempt(name, options, render)
        if written is not None:
            gap = "\n" if ExitCode.DONE in outcomes else ""
            write((f"{gap}==> {streams.display_name(name)} <==\n".encode() if headed else b"") + written)
        outcomes.append(outcome)
    return outcomes


def _check(name: str, options: Options) -> ExitCode:
    """Cleans one page and says whether anything would be removed."""
    from groats.render.json import count_removed

    removed, outcome = _attempt(name, options, lambda article, _: sum(count_removed(article).values()))
    if not removed:
        return outcome
    streams.say(f"{streams.display_name(name)}: {count_of(removed, 'line')} would be removed.")
    return ExitCode.CHECK_FAILED


def _attempt(name: str, options: Options, use: Callable[[Article, str], T]) -> tuple[T | None, ExitCode]:
    """What `use` makes of a cleaned page, with words on stderr for what is wrong; None if the page failed."""
    from groats.pipeline import clean as clean_page

    def clean_and_use() -> tuple[Article, T]:
        article = clean_page(*read_named(name, options))
        return article, use(article, name)

    done = attempt(name, clean_and_use)
    if isinstance(done, Failed):
        done.say()
        return None, done.outcome
    article, made = done
    for sentence in word_warnings(article):
        streams.say(f"{streams.display_name(name)}: {sentence}")
    return made, ExitCode.DONE
