"""What a run refuses before it makes anything: to write over what it reads, or over its own files."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from groats.commands import streams
from groats.corpus.containers.packed import PACKED_SUFFIXES
from groats.corpus.report import is_report
from groats.corpus.sinks import RECORD_SUFFIXES
from groats.corpus.walk import compile_globs
from groats.errors import OutputError
from groats.paths import is_file, is_folder, is_there
from groats.wording import reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groats.commands.batch_settings import Settings
    from groats.corpus.destination import Destination


_RECORDS = frozenset({".json", ".jsonl", ".ndjson", ".parquet"})  # what files of records are called


def check_settings(settings: Settings, dest: Destination, suffix: str) -> None:
    """Raises `OutputError` if an output would replace what it must not, `UsageError` for a glob that is none.

    `suffix` is that of the outputs in a directory.
    """
    compile_globs(settings.include)
    compile_globs(settings.exclude)
    inputs = [str(path) for path in (*settings.arguments, *settings.rules, settings.profile) if path]
    folders = [os.path.realpath(path) for path in settings.arguments if is_folder(path)]
    if dest.is_file:
        streams.refuse_same_file(inputs, str(dest.path))
        if _is_page(dest.path, folders) and not is_there(dest.journal):
            raise OutputError(
                f"{dest.path} may be a page: it lies in a source, and no journal of an earlier run lies beside it. "
                "Write to another file."
            )
    elif not is_folder(dest.path):
        _check_folder(dest.path)
    elif os.path.realpath(dest.path) in folders:
        raise OutputError(f"{dest.path} is both the source and the destination: write to another directory.")
    if settings.report:
        streams.refuse_same_file(inputs, str(settings.report))
        _check_report(settings.report, dest, folders, suffix)
        _refuse_unwritable_report(settings.report, dest)


def _check_folder(path: Path) -> None:
    """Raises `OutputError` if the name of a new directory is that of something else, or of what can be no directory."""
    instead = f"name a directory, or a file of records, which ends in {', '.join(RECORD_SUFFIXES)}"
    if str(path) == streams.STDOUT:
        raise OutputError(f"A batch is not written to standard output: {instead}.")
    if is_there(path):
        raise OutputError(f"{path} is no directory: {instead}.")
    if (PurePath(path.stem) if path.suffix in PACKED_SUFFIXES else path).suffix.lower() in _RECORDS:
        raise OutputError(f"{path} cannot be written as a file: {instead}. To have a directory of this name, make it.")


def _check_report(report: Path, dest: Destination, folders: Sequence[str], suffix: str) -> None:
    """Raises `OutputError` if the report would replace a page or another file of the run."""
    place = os.path.realpath(report)
    if place in map(os.path.realpath, dest.own_files):
        raise OutputError(f"{report} is another file of the run: write the report to a file of its own.")
    if not dest.is_file and report.suffix == suffix and _lies_in(place, os.path.realpath(dest.path)):
        raise OutputError(f"{report} may be the output of a page: call the report .html, or write it elsewhere.")
    if _is_page(report, folders) and not is_report(report):
        raise OutputError(f"{report} may be a page: it lies in a source, and is no report. Write to another file.")


def _refuse_unwritable_report(report: Path, dest: Destination) -> None:
    """Raises `OutputError` if the report could not be written when all pages are done."""
    folder, made = Path(os.path.realpath(report)).parent, Path(os.path.realpath(dest.folder))
    places = (folder, report) if is_file(report) or not is_there(report) else (report,)  # it may be a device or a pipe
    if is_folder(report):
        code = errno.EISDIR
    elif not (is_folder(folder) or folder in made.parents or folder.is_relative_to(made)):
        code = errno.ENOENT
    elif not all(os.access(place, os.W_OK) for place in places if is_there(place)):
        code = errno.EACCES
    else:
        return
    raise OutputError(f"{report} cannot be written: {reason_of(OSError(code, os.strerror(code)))}.")


def _is_page(path: Path, folders: Sequence[str]) -> bool:
    """Whether that may be a page: a file in one of the folders, at any depth."""
    place = os.path.realpath(path)
    return is_file(path) and any(_lies_in(place, folder) for folder in folders)


def _lies_in(place: str, folder: str) -> bool:
    return PurePath(place).is_relative_to(folder)
