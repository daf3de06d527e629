"""The pages that arguments name: files, directories, files of many pages, one page after the other and sorted."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from pathspec import GitIgnoreSpec

from groats.corpus.containers import Container, Fields, is_container, read_container
from groats.corpus.own_files import is_own
from groats.corpus.source import Failure, Found, PageSource
from groats.errors import UsageError
from groats.paths import escape_bytes, is_folder, is_link, is_there
from groats.wording import reason_of


@dataclass(frozen=True, slots=True)
class Selection:
    """Which pages are wanted: of a directory those that `include` names (() for all) and `exclude` does not.

    The globs are those of .gitignore. `left_out` are the run's own destination and report, where they lie in a source.
    """

    max_bytes: int
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    fields: Fields = field(default_factory=Fields)
    left_out: Sequence[Path] = ()


def find_sources(arguments: Sequence[Path], selection: Selection) -> Iterator[Found]:
    """The pages in the order of the arguments, in a directory by name; what cannot be read is a `Failure`.

    A page in a directory is named from there; with several directories, each name begins with the directory's own.
    A file has the name it was given, as tar(1) would store it: without a leading "/", "." and "..".
    Raises `UsageError` where one argument lies in another, and no glob says what of that is wanted.
    """
    if not (selection.include or selection.exclude):
        _refuse_nested(arguments)
    walk = _Walk(selection)
    folders = sum(is_folder(argument) for argument in arguments)
    for argument in arguments:
        if is_folder(argument):
            root = argument.resolve()
            yield from walk.read_folder(argument, f"{name_of(PurePath(root.name))}/" if folders > 1 else "", root)
        else:
            yield from walk.read_file(argument, name_of(argument))


def _refuse_nested(arguments: Sequence[Path]) -> None:
    folders = {argument.resolve(): argument for argument in arguments if is_folder(argument)}
    for argument in filter(is_there, arguments):
        outer = next((folders[above] for above in argument.resolve().parents if above in folders), None)
        if outer is not None:
            names = escape_bytes(str(argument)), escape_bytes(str(outer))
            raise UsageError(f"{names[0]} is in {names[1]}, so its pages would come twice: name one of them.")


def read_file(path: Path, name: str, selection: Selection) -> Iterator[Found]:
    """The page in a file of that name in the run, or the pages if it holds many."""
    return _Walk(selection).read_file(path, name)


def compile_globs(globs: Sequence[str]) -> GitIgnoreSpec:
    """What matches the names that any of the globs does; raises `UsageError` for one that is none."""
    for glob in globs:
        try:
            GitIgnoreSpec.from_lines([glob])
        except (ValueError, re.error) as error:
            shown = escape_bytes(glob)
            raise UsageError(f'"{shown}" is no glob: write it as in .gitignore, such as *.html or /drafts/.') from error
    return GitIgnoreSpec.from_lines(globs)


def name_of(path: PurePath) -> str:
    """The name in the run of a path: relative, with "/"; bytes that are no UTF-8 as escapes."""
    parts = [part for part in path.parts if part not in {path.anchor, "..", "."}]
    return escape_bytes("/".join(parts))


class _Walk:
    """What is wanted, its globs compiled once."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.include = compile_globs(selection.include) if selection.include else None
        self.exclude = compile_globs(selection.exclude)
        self.left_out = frozenset(map(os.path.realpath, selection.left_out))
        self.names_left_out = frozenset(map(os.path.basename, self.left_out))

    def read_folder(self, top: Path, prefix: str, root: Path) -> Iterator[Found]:
        """The pages below `top`, with an explicit stack: no depth of directories is too deep."""
        stack = [("", iter(self._list(top, prefix)))]
        while stack:
            folder, entries = stack[-1]
            found = next(entries, None)
            if found is None:
                stack.pop()
            elif isinstance(found, Failure):
                yield found
            elif self._is_wanted(found, inside := folder + escape_bytes(found.name)):
                path, name = Path(found), prefix + inside
                if found.is_dir(follow_symlinks=False):
                    stack.append((f"{inside}/", iter(self._list(path, name))))
                elif failure := _refuse_link(path, name, root) if found.is_symlink() else None:
                    yield failure
                elif not (found.is_symlink() and path.is_dir()):
                    yield from self.read_file(path, name)

    def read_file(self, path: Path, name: str) -> Iterator[Found]:
        """The page in a file, or the pages."""
        try:
            mode = path.stat().st_mode
        except OSError as error:
            link = "it is a link that leads nowhere: " if is_link(path) else "it cannot be read: "
            yield Failure(name, f"{link}{reason_of(error)}.")
            return
        except ValueError:
            yield Failure(name, "no file can have this name: it holds a NUL.")
            return
        if not stat.S_ISREG(mode):
            yield Failure(name, "it is a directory." if stat.S_ISDIR(mode) else "it is a device or a named pipe.")
        elif is_container(path):
            for page in read_container(Container(path, name, self.selection.max_bytes, self.selection.fields)):
                own = replace(page, name=escape_bytes(page.name))
                yield replace(own, container=name) if isinstance(own, PageSource) else own
        else:
            yield PageSource(name, path)

    def _list(self, folder: Path, name: str) -> Sequence["os.DirEntry[str] | Failure"]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            return [Failure(name or ".", f"the directory cannot be read: {reason_of(error)}.")]

    def _is_wanted(self, entry: "os.DirEntry[str]", name: str) -> bool:
        if entry.name.startswith(".") or (is_own(entry.name) and entry.is_file(follow_symlinks=False)):
            return False
        is_folder = entry.is_dir(follow_symlinks=False)
        if self.exclude.match_file(f"{name}/" if is_folder else name):
            return False
        if not is_folder and self.include and not self.include.match_file(name):
            return False
        may_be_out = entry.name in self.names_left_out or entry.is_symlink()  # to resolve every path takes long
        return not (may_be_out and os.path.realpath(entry) in self.left_out)


def _refuse_link(path: Path, name: str, root: Path) -> Failure | None:
    """Why a link is not followed; None if it leads to something in the directory, or nowhere."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None  # the file's own reader says so
    if target.is_relative_to(root):
        return None
    return Failure(name, "it is a link that leads out of the directory: it is not followed.")
