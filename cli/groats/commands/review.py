"""`groats review`: doubtful pages read on the screen, and what comes of the marks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groats.commands import streams
from groats.commands.configuration import find_configuration
from groats.commands.options import Config, check_name
from groats.errors import OutputError, UsageError
from groats.wording import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from groats.corpus.earlier import Wishes
    from groats.corpus.listing import ListedPage
    from groats.document import Options
    from groats.review.marks import Marks
    from groats.review.page import ReviewedPage

_RULES = "rules.toml"


def review(
    *,
    dest: Annotated[
        str,
        typer.Argument(
            metavar="DEST",
            parser=check_name,
            help="A directory of pages, or one, or a file of records, that groats batch wrote.",
            show_default=False,
        ),
    ],
    rules: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The rules that pages are cleaned by and that new ones are added to: rules.toml."
        ),
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Write the rules that the marks suggest, and open no screen.")
    ] = False,
    references: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Write the marked pages' texts, marks applied, and open no screen."),
    ] = None,
    config: Config = None,
) -> None:
    """Read doubtful pages, and mark what is wrong.

    The least sure come first; of each line it is said why it stays or goes.

    \b
    k keep, d drop, u undo     mark the line under the cursor
    n, p, g                    next page, page before, list of pages
    enter                      the whole line and every reason
    w                          rules from the marks, shown before they are written
    ?                          all keys

    Marks are saved at once in DEST/groats-marks.jsonl. As rules they say what becomes of such lines, here and on other
    pages: clean again with --rules FILE. As reference texts they are what groats score measures by.
    """  # noqa: D301 - the escape keeps Typer from joining the lines
    from groats.corpus.listing import list_pages
    from groats.review.marks import read_marks

    folder = Path(dest)
    pages = list_pages(folder)
    marks = read_marks(folder.parent if folder.is_file() else folder)
    wishes = pages[0].cleaned.wishes if pages[0].cleaned else None
    load_options, rules_path = _find_rules(rules, config, wishes)
    if not (suggest or references is not None):
        _open_screen(pages, marks, load_options, rules_path)
        return
    if not marks.pages():
        raise UsageError(f"Nothing is marked in {marks.path}: mark lines first with groats review {dest}.")
    from groats.review.page import marked_pages

    marked = marked_pages({page.name: page for page in pages}, marks, load_options())
    if suggest:
        _write_suggestions(marked, load_options())
    if references is not None:
        _write_references(marked, Path(references))


def _find_rules(named: str | None, config: str | None, wishes: Wishes | None) -> tuple[Callable[[], Options], Path]:
    """What loads the options anew, with the rules as their files are then; and the file to add rules to."""
    from groats.document import Options

    configured = find_configuration(config).after(wishes)
    options = wishes.add_to(Options()) if wishes else Options()
    path = Path(named) if named is not None else configured.rules[0] if configured.rules else Path(_RULES)

    def load_options() -> Options:
        own = [str(path)] if path not in configured.rules and path.exists() else []
        return configured.add_to(options, None, None, own)

    return load_options, path


def _open_screen(pages: list[ListedPage], marks: Marks, load_options: Callable[[], Options], rules_path: Path) -> None:
    """Raises `UsageError` where the extra is not installed, or where there is no terminal."""
    try:
        from groats.review.app import ReviewApp
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] != "textual":
            raise
        raise UsageError(
            "groats review needs textual for its screen: install groats with the extra review, "
            "as in uv sync --extra review or pip install 'groats[review]'."
        ) from error
    from groats.review.session import Session

    if not (streams.is_terminal_input() and streams.is_terminal_words()):
        raise UsageError("groats review needs a terminal; --suggest and --references do without.")
    session = Session(pages, marks, load_options, rules_path, _write_file)
    session.start()
    ReviewApp(session).run()


def _write_file(path: Path, data: bytes) -> None:
    with streams.open_output(str(path)) as write:
        write(data)


def _write_suggestions(marked: Sequence[ReviewedPage], options: Options) -> None:
    from groats.review.rules_file import to_toml
    from groats.review.session import rule_names
    from groats.review.suggest import suggest_rules

    suggestions = suggest_rules(marked, rule_names(options.rules))
    if not suggestions:
        streams.say("No rule is needed: every marked line is on its side already.")
    streams.write_stdout(to_toml(suggestions).encode())


def _write_references(marked: Sequence[ReviewedPage], folder: Path) -> None:
    """One text a page, under its name; raises `OutputError` before anything is written if two would share one."""
    from groats.review.page import find_reference, reference_path

    paths: dict[Path, ReviewedPage] = {}
    for page in marked:
        path = reference_path(folder, page.name)
        if path in paths:
            raise OutputError(f"{paths[path].name} and {page.name} would both be {path}: rename one of them.")
        paths[path] = page
    for path, page in paths.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path.parent} cannot be made: {reason_of(error)}.") from error
        _write_file(path, find_reference(page).encode())
    streams.say(f"{len(paths)} reference {'text is' if len(paths) == 1 else 'texts are'} in {folder}.")
