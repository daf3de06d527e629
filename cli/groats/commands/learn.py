"""`groats learn`: what the pages of a site share, as a file for `groats clean --profile`."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groats.commands import streams
from groats.commands.options import Encoding, InputKind, check_name, kind_of
from groats.commands.pages import Failed, attempt
from groats.errors import ExitCode, InputError
from groats.paths import is_file, is_folder, is_link
from groats.wording import count_of, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groats.document import Page, Profile


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
    kind: InputKind = "auto",
    encoding: Encoding = None,
) -> None:
    """Learn what the pages of a site share.

    The profile, for "groats clean --profile FILE", counts lines by their hashes: no text of the pages is in it.
    """
    from groats.corpus.site import Census, find_site, pack_lines, to_toml
    from groats.document import Options
    from groats.pipeline import read
    from groats.stages.familiar import FEWEST_PAGES, fingerprint_page

    options = Options(kind=kind_of(kind), encoding=encoding)

    def read_one(name: str) -> Page:
        _, page = read(streams.read_input(name), options)
        if page.is_binary:
            raise InputError(f"{streams.display_name(name)} is a picture, a document or an archive: it is left out.")
        return page

    census, hosts, outcomes = Census(), set[str](), list[ExitCode]()
    names, unread = _list_files(sources)
    for error in unread:
        streams.say(f"{error.filename} cannot be read: {reason_of(error)}.")
        outcomes.append(ExitCode.PAGES_FAILED)
    streams.refuse_same_file(names, output)
    with streams.open_output(output) as write:
        for name in names:
            page = attempt(name, partial(read_one, name))
            if isinstance(page, Failed):
                page.say()
                outcomes.append(page.outcome)
                continue
            outcomes.append(ExitCode.DONE)
            census.add("", pack_lines(fingerprint_page(page.blocks)))
            hosts.add(find_site(name, None, page.declared, "host") or "")
        if ExitCode.DONE not in outcomes:
            raise InputError("No page could be read, so there is nothing to learn: name files or directories of pages.")
        profile = _name(next(census.profiles(), None), hosts - {""}, names)
        write(to_toml(profile).encode())
    pages, shared = count_of(profile.pages, "different page"), count_of(len(profile.lines), "line")
    streams.say(f"{profile.site}: {pages}, {shared} on two or more of them.")
    if profile.pages < FEWEST_PAGES:
        streams.say(f"A profile of fewer than {FEWEST_PAGES} pages changes nothing: name more pages of the site.")
    raise typer.Exit(ExitCode.DONE if set(outcomes) == {ExitCode.DONE} else ExitCode.PAGES_FAILED)


def _list_files(sources: Iterable[str]) -> tuple[list[str], list[OSError]]:
    """The files that the sources are, and those below directories by name, and why a directory cannot be read.

    No link in a directory is followed.
    """
    names: list[str] = []
    unread: list[OSError] = []
    for source in sources:
        if not is_folder(Path(source)):
            names.append(source)
            continue
        for folder, below, files in os.walk(source, onerror=unread.append):
            below.sort()
            paths = [Path(folder, file) for file in sorted(files)]
            names += [str(path) for path in paths if is_file(path) and not is_link(path)]
    return names, unread


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
