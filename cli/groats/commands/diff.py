"""`groats diff`: what was removed from pages, and why, in the terminal."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from groats.commands import options as shared
from groats.commands import pager, streams
from groats.commands.configuration import find_configuration
from groats.commands.pages import Failed, attempt, list_inputs, read_named, sum_up, word_warnings
from groats.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from groats.corpus.earlier import Wishes
    from groats.corpus.listing import ListedPage
    from groats.document import Options
    from groats.render.diff.pages import InspectedPage, Other
    from groats.render.diff.paint import Row
    from groats.render.diff.view import Look

Style: TypeAlias = Literal["inline", "side-by-side", "unified", "stat"]

_CONTEXT, _PATCH_CONTEXT = 2, 3  # of lines with words beside them, and of a patch
_CHUNK = 100  # rows that are written at once


def diff(  # noqa: PLR0913 - a parameter is an option
    context: typer.Context,
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...", help="Pages, or directories of them; none or - for standard input.", show_default=False
        ),
    ] = None,
    style: Annotated[Style, typer.Option(help="How to show it.")] = "inline",
    around: Annotated[
        int | None,
        typer.Option("--context", metavar="N", min=0, help="How many kept lines or paragraphs to show around each."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Give each line its score and reasons, kept ones too.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LABEL", parser=shared.check_labels, help="Show only lines of this label; can be repeated."
        ),
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Show the lines near the border, those with most at stake first.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", parser=shared.check_name, help="Show where this file, a clean text of the page, differs."
        ),
    ] = None,
    color: Annotated[pager.Colour, typer.Option(help="Whether to write colours.")] = "auto",
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Write to the terminal itself.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 if anything is removed.")] = False,
    kind: shared.InputKind = "auto",
    encoding: shared.Encoding = None,
    keep: shared.Keep = None,
    drop: shared.Drop = None,
    rules: shared.RuleFiles = None,
    config: shared.Config = None,
    profile: shared.ProfileFile = None,
) -> None:
    """Show what is removed from pages, and why.

    Of a directory that "groats batch" wrote, the doubtful pages come first.

    \b
    groats diff page.txt                     removed lines, with label and reason
    groats diff --why page.txt               all lines, with scores and reasons
    groats diff --doubtful DIR               what is worth a look
    groats diff --style unified page.txt     a patch, as for patch -p0
    """  # noqa: D301 - the escape keeps Typer from joining the lines
    from groats.document import Options
    from groats.render.diff.view import Look

    inputs = list_inputs(files, context.get_help)
    if style in {"unified", "stat"} and (why or only or doubtful or against):
        raise UsageError(f"--why, --only, --doubtful and --against are for other styles: leave --style {style} out.")
    named = list(_list_pages(inputs))
    names = [name for name, _ in named]
    other = _read_other(against, names)
    colour = pager.wants_colour(color)
    is_patch = style == "unified" and not (colour or streams.is_terminal_output())
    options = Options(
        kind=shared.kind_of(kind), encoding=encoding, profile=shared.load_profile(profile), whole=is_patch or check
    )
    configured = find_configuration(config)
    configured.add_to(options, keep, drop, rules)  # so that what cannot be used is said before anything is read

    @cache
    def load_options(wishes: Wishes | None) -> Options:
        return configured.after(wishes).add_to(wishes.add_to(options) if wishes else options, keep, drop, rules)

    chosen = bool(only or doubtful)
    look = Look(
        width=pager.count_columns(),
        context=_choose_context(why=why, chosen=chosen, compared=bool(against)) if around is None else around,
        why=why,
        only=shared.labels_of(only),
        doubtful=doubtful,
    )
    pages = _Pages(named, load_options)
    inspected = pages.inspect(say_warnings=style in {"unified", "stat"})
    if style == "unified":
        kept = _PATCH_CONTEXT if around is None else around
        written = _draw_patches(inspected, kept, is_patch=is_patch, colour=colour)
    else:
        written = _encode(_draw(inspected, style, names, look, other), colour=colour)
    _write(written, is_paged=not (no_pager or check))
    for say in pages.words:  # now that the pager has left the terminal
        say()
    found = [ExitCode.DONE if code is ExitCode.CHECK_FAILED and not check else code for code in pages.outcomes]
    raise typer.Exit(sum_up(found) if found else ExitCode.DONE)


@dataclass(slots=True)
class _Pages:
    """Pages by their names, with what is known of each; how each ended, and what is still to be said of them."""

    named: Sequence[tuple[str, ListedPage | None]]
    load_options: Callable[[Wishes | None], Options]
    outcomes: list[ExitCode] = field(default_factory=list)
    words: list[Callable[[], None]] = field(default_factory=list)

    def inspect(self, *, say_warnings: bool) -> Iterator[InspectedPage]:
        """The pages as they are cleaned; `say_warnings` where what is drawn of them has no place for their warnings."""
        for name, listed in self.named:
            page = attempt(name, partial(_read_page, name, listed, self.load_options))
            if isinstance(page, Failed):
                self.words.append(page.say)
                self.outcomes.append(page.outcome)
                continue
            is_changed = any(not verdict.keep for verdict in page.inspection.article.verdicts)
            self.outcomes.append(ExitCode.CHECK_FAILED if is_changed else ExitCode.DONE)
            if say_warnings:
                shown = streams.display_name(name)
                self.words.extend(partial(streams.say, f"{shown}: {warning}") for warning in page.warnings)
            yield page


def _write(written: Iterable[bytes], *, is_paged: bool) -> None:
    """Writes to standard output as it comes; through the pager where that is a terminal, if it is wanted."""
    command = pager.find_pager() if is_paged and streams.is_terminal_output() else None
    with pager.open_pager(command) as write:
        for data in written:
            write(data)


def _choose_context(*, why: bool, chosen: bool, compared: bool) -> int | None:
    """How much is shown around what is asked for, if nobody says: None is all of the page."""
    if chosen:
        return 0
    if why:
        return None
    return 1 if compared else _CONTEXT


def _list_pages(files: Sequence[str]) -> Iterator[tuple[str, ListedPage | None]]:
    """The names of the pages, with what is known of them: those of directories, and those of what a run wrote."""
    from pathlib import Path

    from groats.corpus.own_files import is_written_by_run

    for name in files:
        if name in {"", streams.STDIN} or not (Path(name).is_dir() or is_written_by_run(Path(name))):
            yield name, None
            continue
        from groats.corpus.listing import list_pages

        for page in list_pages(Path(name)):
            part = page.name.removeprefix(page.cleaned.container) if page.cleaned and page.cleaned.container else ""
            yield os.path.normpath(page.path) + part, page


def _read_page(name: str, listed: ListedPage | None, load_options: Callable[[Wishes | None], Options]) -> InspectedPage:
    from groats.corpus.reread import read_again
    from groats.pipeline import inspect
    from groats.render.diff.pages import InspectedPage

    options = load_options(listed.cleaned.wishes if listed and listed.cleaned else None)
    raw, own = read_again(listed, options) if listed else read_named(name, options)
    inspection = inspect(raw, own)
    return InspectedPage(name, raw, inspection, word_warnings(inspection.article))


def _read_other(name: str | None, pages: Sequence[str]) -> Other | None:
    """The clean text to compare the one page with: a file of text, or one record of JSON, as groats writes them."""
    if name is None:
        return None
    if len(pages) > 1:
        raise UsageError("--against compares one page with one clean text: name one FILE.")
    if name in pages and name == streams.STDIN:
        raise UsageError("Standard input cannot be both the page and the clean text: name one of them.")
    from pathlib import Path

    from groats.render.diff.pages import Other

    data, shown = streams.read_input(name), Path(streams.display_name(name)).name
    if not name.endswith((".json", ".jsonl", ".ndjson")):
        from groats.stages.decode import decode

        return Other(shown, decode(data).text)
    from groats.scoring.record import OUTPUT_KEYS, read_record

    try:
        return Other(shown, read_record(data, OUTPUT_KEYS, with_title=True)[1].text)
    except ValueError as error:
        raise InputError(f"{streams.display_name(name)} cannot be used: {error}.") from error


def _draw_patches(pages: Iterable[InspectedPage], context: int, *, is_patch: bool, colour: bool) -> Iterator[bytes]:
    """The patches: their exact bytes where no person reads them."""
    from groats.render.diff.pages import draw_patch_rows, draw_patches

    if is_patch:
        return draw_patches(pages, context)
    return _encode(draw_patch_rows(pages, context), colour=colour)


def _draw(
    pages: Iterable[InspectedPage],
    style: Literal["inline", "side-by-side", "stat"],
    names: Sequence[str],
    look: Look,
    other: Other | None,
) -> Iterator[Row]:
    from groats.render.diff.pages import draw_pages, draw_table

    return draw_table(pages, names, look.width) if style == "stat" else draw_pages(pages, style, look, other)


def _encode(rows: Iterator[Row], *, colour: bool) -> Iterator[bytes]:
    from groats.render.diff.paint import paint

    while chunk := "".join([f"{paint(row, colour=colour)}\n" for row in islice(rows, _CHUNK)]):
        yield chunk.encode()
