"""Where a run writes: a directory of outputs or one file of records, with its journal and report beside them."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from groats.corpus.own_files import JOURNAL, OWN_PREFIX, REPORT, SITES, SPOOL, beside
from groats.corpus.sinks import check_record_file, is_record_file
from groats.errors import OutputError
from groats.paths import is_file, is_there
from groats.wording import reason_of


@dataclass(frozen=True, slots=True)
class Destination:
    """The paths of a run's files."""

    path: Path

    @property
    def is_file(self) -> bool:
        """Whether all records go into one file."""
        return is_record_file(self.path)

    @property
    def folder(self) -> Path:
        """The directory that the outputs, or the file of records, lie in."""
        return self.path.parent if self.is_file else self.path

    @property
    def journal(self) -> Path:
        """What is done so far."""
        return self._beside(JOURNAL)

    @property
    def report(self) -> Path:
        """What came of the run."""
        return self._beside(REPORT)

    @property
    def sites(self) -> Path:
        """What the pages of each site share."""
        return self._beside(SITES)

    @property
    def spool(self) -> Path:
        """The records so far, where they go into one file."""
        return self._beside(SPOOL)

    @property
    def own_files(self) -> list[Path]:
        """All files of the run but the outputs in a directory and the report for people."""
        records = [self.path, self.spool] if self.is_file else []
        return [self.journal, self.report, self.sites, *records]

    def make_ready(self, *, resume: bool, overwrite: bool) -> None:
        """Makes the directories; raises `OutputError` if that fails, or if another run's results are there.

        Raises `UsageError` if the package that writes such a file is not installed.
        """
        if self.is_file:
            check_record_file(self.path)
        has_results = is_there(self.journal) or (self.is_file and is_there(self.path))
        if has_results and not (resume or overwrite):
            raise OutputError(
                f"{self.path} holds the results of an earlier run: say --resume to do what is not done yet, or "
                "--overwrite to start anew."
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self.folder} cannot be made: {reason_of(error)}.") from error
        self._check_files()

    def _check_files(self) -> None:
        """Raises `OutputError` if a file of the run is none: a link would lead what is written to another file."""
        if self.is_file and is_there(self.path) and not is_file(self.path):
            raise OutputError(f"{self.path} is no file: write to another one.")
        for path in self.own_files:
            if path != self.path and os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
                raise OutputError(f"{path} is a link, or no file: remove it, for the run has its own file there.")

    def _beside(self, name: str) -> Path:
        if self.is_file:
            return beside(self.path, name)
        return self.path / f"{OWN_PREFIX}{name}"
