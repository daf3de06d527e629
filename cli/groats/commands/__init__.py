"""The command line: the Typer app, and one thin module a command.

A command is added by its module, its import and one line at the end of this file.
"""

from collections.abc import Sequence
from typing import Annotated

import typer

from groats.commands import batch, clean, cues, diff, learn, review, score

# Written out: to ask for the installed version takes a fourth of a start. A test compares the two.
VERSION = "0.1.0"

app = typer.Typer(
    name="groats",
    subcommand_metavar="[COMMAND] [FILE]...",
    add_completion=False,
    rich_markup_mode=None,  # otherwise --help and every error import rich
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command that the first argument names, `clean` if it names none, when it has run.

    Raises the errors of Typer and of groats.
    """
    group = typer.main.get_command(app)
    own = {"-h", "--help", "-V", "--version", *(command.name for command in app.registered_commands)}
    line = [*arguments] if arguments and arguments[0] in own else ["clean", *arguments]
    try:
        with group.make_context("groats", line) as context:
            group.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _say_version(asked: bool) -> None:  # noqa: FBT001 - Typer passes the option's value so
    if asked:
        typer.echo(f"groats {VERSION}")
        raise typer.Exit


@app.callback()
def groats(
    *,
    version: Annotated[
        bool, typer.Option("-V", "--version", callback=_say_version, is_eager=True, help="Say the version and exit.")
    ] = False,
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


app.command("batch")(batch.batch)
app.command("clean")(clean.clean)
app.command("cues")(cues.cues)
app.command("diff")(diff.diff)
app.command("learn")(learn.learn)
app.command("review")(review.review)
app.command("score")(score.score)
