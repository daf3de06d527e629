"""`groats learn`: what the pages of a site share, as a file for `groats clean --profile`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groats.commands import streams
from groats.commands.clean import From
from groats.commands.configuration import check_name
from groats.errors import ExitCode, GroatsError, InputError
from groats.paths import is_file, is_folder, is_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groats.document import Page, Profile

_ENOUGH = 3  # pages: on fewer, a profile changes nothing


def learn(
    *,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", parser=check_name, help="Pages of one site: files, or directories of them."
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="The profile to write, such as site.toml.")
    ],
    source: Annotated[From, typer.Option("--from", help="What the input is.")] = "auto",
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of the input, if it is not found out right.")
    ] = None,
) -> None:
    """Learn what the pages of a site share, for "groats clean --profile FILE".

    The profile counts lines by their hashes: no text of the pages is in it.
    """
    from groats.corpus.site import Census, find_site, pack_lines, to_toml
    from groats.stages.familiar import fingerprint_page

    census, hosts, outcomes = Census(), set[str](), list[ExitCode]()
    found = [name for named in sources for name in _list_files(named)]
    names = [name for name in found if isinstance(name, str)]
    for unread in found:
        if isinstance(unread, OSError):
            streams.say(f"{unread.filename} cannot be read: {streams.reason_of(unread)}.")
            outcomes.append(ExitCode.PAGES_FAILED)
    streams.refuse_same_file(names, output)
    with streams.open_output(output) as write:
        for name in names:
            page, outcome = _attempt(name, source, encoding)
            outcomes.append(outcome)
            if page:
                census.add("", pack_lines(fingerprint_page(page.blocks)))
                hosts.add(find_site(name, None, page.declared, "host") or "")
        if ExitCode.DONE not in outcomes:
            raise InputError("No page could be read, so there is nothing to learn: name files or directories of pages.")
        profile = _name(next(census.profiles(), None), hosts - {""}, names)
        write(to_toml(profile).encode())
    shared = f"{len(profile.lines)} {'line' if len(profile.lines) == 1 else 'lines'}"
    pages = f"{profile.pages} different {'page' if profile.pages == 1 else 'pages'}"
    streams.say(f"{profile.site}: {pages}, {shared} on two or more of them.")
    if profile.pages < _ENOUGH:
        streams.say(f"A profile of fewer than {_ENOUGH} pages changes nothing: name more pages of the site.")
    raise typer.Exit(ExitCode.DONE if set(outcomes) == {ExitCode.DONE} else ExitCode.PAGES_FAILED)


def _list_files(name: str) -> Iterator[str | OSError]:
    """The name itself, or the files below a directory, in the order of their names; no link is followed out of it.

    Then why a directory in it cannot be read.
    """
    if not is_folder(Path(name)):
        yield name
        return
    unread: list[OSError] = []
    for folder, below, files in os.walk(name, onerror=unread.append):
        below.sort()
        for file in sorted(files):
            path = Path(folder, file)
            if is_file(path) and not is_link(path):
                yield str(path)
    yield from unread


def _attempt(name: str, source: From, encoding: str | None) -> tuple[Page | None, ExitCode]:
    """The page of a file, with words on stderr where there is none."""
    try:
        return _read(name, source, encoding), ExitCode.DONE
    except InputError as error:
        streams.say(str(error))
    except GroatsError:
        raise
    except Exception as error:  # noqa: BLE001 - one page that fails takes no other with it
        streams.say_unexpected(error, streams.display_name(name))
    return None, ExitCode.PAGES_FAILED


def _read(name: str, source: From, encoding: str | None) -> Page:
    from groats.pipeline import read_page
    from groats.stages.binary import is_binary
    from groats.stages.decode import decode

    text = decode(streams.read_input(name), encoding).text
    if is_binary(text):
        raise InputError(f"{streams.display_name(name)} is a picture, a document or an archive: it is left out.")
    return read_page(text, None if source == "auto" else source)


def _name(profile: Profile | None, hosts: set[str], names: list[str]) -> Profile:
    """The profile with the name of its site: the host that the pages declare, else the folder that they lie in."""
    from dataclasses import replace

    from groats.document import Profile

    if len(hosts) > 1:
        some = ", ".join(sorted(hosts)[:3])
        streams.say(f"The pages declare {len(hosts)} sites ({some}): a profile is best learnt of one.")
    folder = Path(os.path.commonpath([Path(name).resolve().parent for name in names])).name or "/"
    site = hosts.pop() if len(hosts) == 1 else folder
    return replace(profile or Profile("", 0, {}), site=site)
