"""The options that several commands have, and what their values may be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from groats.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from groats.document import Kind, Label, Profile

Format: TypeAlias = Literal["text", "markdown", "json", "jsonl"]
Shell: TypeAlias = Literal["bash", "zsh", "fish"]
From: TypeAlias = Literal["auto", "text", "html"]


def check_label(name: str) -> str:
    """The name of a label; what is none is refused as the command line does."""
    from groats.document import Label

    if name not in set(Label):
        raise typer.BadParameter(f"there is no label {name!r}; the labels are {', '.join(Label)}.")
    return name


def check_labels(names: str) -> str:
    """The names of one or more labels, with commas between."""
    for name in names.split(","):
        check_label(name)
    return names


def labels_of(named: Iterable[str] | None) -> frozenset[Label]:
    """The labels that an option names, each time one or more."""
    from groats.document import Label

    return frozenset(Label(name) for names in named or () for name in names.split(","))


def check_name(name: str) -> str:
    """The name of a file or directory; an empty one is refused, for it would name the current directory."""
    if not name:
        raise typer.BadParameter("the name is empty: look at what the shell made of it.")
    return name


def check_path(name: str) -> Path:
    """The path of that name; an empty one is refused."""
    return Path(check_name(name))


def kind_of(source: From) -> Kind | None:
    """What a page is read as, None where that is to be found out."""
    return None if source == "auto" else source


def load_profile(path: Path | None) -> Profile | None:
    """What a site shares, from the file that --profile names; raises `UsageError` where it is no profile."""
    if path is None:
        return None
    from groats.corpus.site import read_profile

    return read_profile(path)


def read_moment(text: str | None) -> datetime | None:
    """The moment that --now names; raises `UsageError` where that is none."""
    from datetime import datetime

    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--now {text}: this is no time in ISO 8601, such as 2025-03-15T14:30+01:00.") from error


InputKind: TypeAlias = Annotated[From, typer.Option("--from", help="What the input is.")]
ResultFormat: TypeAlias = Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="What to write.")]
Encoding: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="The encoding of the input, if it is not found out right.")
]
Keep: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LABEL", parser=check_labels, help="Keep lines of this label, or of several: a,b; can be repeated."
    ),
]
Drop: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LABEL", parser=check_labels, help="Drop lines of this label, or of several: a,b; can be repeated."
    ),
]
RuleFiles: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", parser=check_name, help="Rules of your own, as TOML; can be repeated."),
]
ProfileFile: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", parser=check_path, help="What the page's site shares, from groats learn.")
]
Config: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        parser=check_name,
        help="Read this configuration, not the nearest groats.toml or pyproject.toml.",
    ),
]
NoTitle: TypeAlias = Annotated[bool, typer.Option("--no-title", help="Leave the title out of text and Markdown.")]
Links: TypeAlias = Annotated[bool, typer.Option("--links", help="Keep the addresses of links, in Markdown of HTML.")]
Now: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TIME", help='When it was scraped, ISO 8601: makes "3 hours ago" a date.')
]
