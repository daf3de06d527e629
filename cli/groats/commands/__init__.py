"""The command line: the Typer app, and one thin module a command.

A command is added by its module, its import and one line in this file.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from groats import __version__
from groats.commands import batch, clean, cues, diff, learn, review, score
from groats.commands.options import Shell
from groats.commands.proposals import refuse_mistyped

if TYPE_CHECKING:
    from typer.core import TyperGroup

_COMMANDS: dict[str, Callable[..., None]] = {
    "batch": batch.batch,
    "clean": clean.clean,
    "cues": cues.cues,
    "diff": diff.diff,
    "learn": learn.learn,
    "review": review.review,
    "score": score.score,
}
_OWN_OPTIONS, _HELP = frozenset({"-V", "--version", "--completion"}), frozenset({"-h", "--help"})


def build_app(names: Collection[str] = _COMMANDS) -> typer.Typer:
    """The app with the commands of those names: to look at the options of all takes an eighth of a start."""
    app = typer.Typer(
        name="groats",
        subcommand_metavar="[COMMAND] [FILE]...",
        add_completion=False,
        rich_markup_mode=None,  # otherwise --help and every error import rich
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_groats)
    for name, command in _COMMANDS.items():
        if name in names:
            app.command(name)(command)
    return app


def complete(arguments: Sequence[str]) -> list[str]:
    """The arguments after the name of their command, which is `clean` if they name none and ask for no help."""
    first = arguments[0].partition("=")[0] if arguments else ""
    return [*arguments] if first in {*_OWN_OPTIONS, *_HELP, *_COMMANDS} else ["clean", *arguments]


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command that the first argument names, `clean` if it names none, when it has run.

    Raises the errors of Typer and of groats.
    """
    refuse_mistyped(arguments, _COMMANDS)
    line = complete(arguments)
    names = _COMMANDS if line[0] in _HELP else line[:1]
    group = typer.main.get_command(build_app(names))
    try:
        with group.make_context("groats", line) as context:
            group.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _say_version(asked: bool) -> None:  # noqa: FBT001 - Typer passes the option's value so
    if asked:
        typer.echo(f"groats {__version__}")
        raise typer.Exit


def _write_completion(shell: Shell | None) -> None:
    if shell:
        from groats.commands.completion import write_completion

        group = cast("TyperGroup", typer.main.get_command(build_app()))
        typer.echo(write_completion(shell, group.commands), nl=False)
        raise typer.Exit


def _groats(
    *,
    version: Annotated[
        bool, typer.Option("-V", "--version", callback=_say_version, is_eager=True, help="Say the version and exit.")
    ] = False,
    completion: Annotated[
        Shell | None,
        typer.Option(
            callback=_write_completion,
            is_eager=True,
            help="Write what this shell needs to complete commands and options.",
        ),
    ] = None,
) -> None:
    """Strip a scraped page, raw text or HTML, of its furniture and leave the article.

    "groats page.txt" is short for "groats clean page.txt". Without a FILE, standard input is cleaned.

    \b
    groats page.txt                      the article as text
    curl -s URL | groats -f json         the article with its metadata
    groats batch pages -o cleaned        every page of a directory
    groats clean --lines page.txt        every line, kept or dropped, and why
    groats diff page.txt                 the same in the terminal, to be read
    groats clean --help                  all that clean can do
    """  # noqa: D301 - the escape keeps Typer from joining the lines
