"""Pages that a command is given one by one: how each ends, what is said of it, and how the command ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import typer

from groats.commands import streams
from groats.errors import ExitCode, GroatsError, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from groats.document import Article, Options

T = TypeVar("T")

# What the warnings of an article say; one that is not here is said by its name.
_WARNINGS = {
    "binary": "this is a picture, a document or an archive, no text: groats batch unpacks archives and packed pages.",
    "consent_wall": "only a consent notice was found: the page behind it was not scraped.",
    "cut_short": "the page is too long to show all of it: its first 20,000 lines, or 4,000,000 characters, were read.",
    "empty_input": "the input is empty.",
    "frames_left_out": "the page is made of frames: what they hold is in other files.",
    "lines_lost": "most of the text is one line: where its parts begin could only be guessed.",
    "navigation_only": "only links and menus were found, no article.",
    "nesting_cut": "the markup is nested too deeply: what lies deepest was read as if it lay higher.",
    "no_article": "no article was found.",
    "parts_left_out": "the message holds other pages too: only the first was read.",
    "tags_cut": "the page has more than 500,000 tags: those beyond were left out, their text was kept.",
    "too_long": "the page is too long to judge all of it: what is beyond its first 10,000 blocks was kept.",
    "unclosed_markup": "an element that is never closed was closed before the next block.",
    "notice": "only an error, a refusal or a check for robots was found: the page itself was not scraped.",
    "records": "this is no page but JSON Lines: groats batch cleans the pages in a .jsonl file.",
    "paywall": "the text ends at a paywall: what is behind it was not scraped.",
}
_NO_TEXT = "no text was found in it: a script or a frame would have brought it."


@dataclass(frozen=True, slots=True)
class Failed:
    """How a page ended that failed, and what says why."""

    outcome: ExitCode
    say: Callable[[], None]


def list_inputs(files: Sequence[str] | None, get_help: Callable[[], str]) -> Sequence[str]:
    """The files that are named, standard input where none is; raises `UsageError` where nothing is piped in either."""
    if not files and streams.is_terminal_input():
        typer.echo(get_help(), err=True)
        raise UsageError("No FILE is named and nothing is piped in: say - to type a page here.")
    return files or [streams.STDIN]


def attempt(name: str, do: Callable[[], T]) -> T | Failed:
    """What is made of a page; one that fails takes no other with it. What no page is to blame for is raised."""
    try:
        return do()
    except InputError as error:
        return Failed(ExitCode.NOTHING_DONE, partial(streams.say, str(error)))
    except GroatsError:
        raise
    except Exception as error:  # noqa: BLE001 - one page that fails takes no other with it
        return Failed(ExitCode.PAGES_FAILED, partial(streams.say_unexpected, error, streams.display_name(name)))


def read_named(name: str, options: Options) -> tuple[bytes, Options]:
    """The bytes of a file, of standard input for "-", and the options for it; raises `InputError`."""
    return streams.read_input(name), replace(options, source=None if name == streams.STDIN else name)


def word_warnings(article: Article) -> list[str]:
    """The warnings of an article as sentences; of HTML that shows no text at all nothing was dropped."""
    said = _WARNINGS if article.verdicts else _WARNINGS | {"no_article": _NO_TEXT}
    return [said.get(warning) or f"{warning.replace('_', ' ')}." for warning in article.warnings]


def sum_up(outcomes: Sequence[ExitCode]) -> ExitCode:
    """The exit code for all pages: a failure counts for more than what `--check` found."""
    if all(outcome is ExitCode.NOTHING_DONE for outcome in outcomes):
        return ExitCode.NOTHING_DONE
    if ExitCode.NOTHING_DONE in outcomes:
        return ExitCode.PAGES_FAILED
    return max(outcomes)
