"""The names of what groats itself leaves beside pages, which is no page: a run's files, and a review's marks."""

import re
from pathlib import Path

from groats.paths import is_file

OWN_PREFIX = "groats-"
JOURNAL, REPORT, SITES, SPOOL, MARKS = "journal.jsonl", "report.json", "sites.jsonl", "records.spool", "marks.jsonl"

# As `Destination` makes them: a run's own, in a directory and beside a file of records.
_IN_DIRECTORY, _BESIDE = ("|".join(map(re.escape, (JOURNAL, REPORT, SITES, other))) for other in (MARKS, SPOOL))
_OWN = re.compile(
    rf"{OWN_PREFIX}(?:{_IN_DIRECTORY}|.+\.(?i:jsonl|jsonl\.gz|jsonl\.zst|parquet)-(?:{_BESIDE}))", re.DOTALL
)


def beside(records: Path, name: str) -> Path:
    """The file of that name that a run leaves beside its file of records."""
    return records.with_name(f"{OWN_PREFIX}{records.name}-{name}")


def is_written_by_run(path: Path) -> bool:
    """Whether it is a file of records that a run has written: its report lies beside it."""
    return bool(path.name) and is_file(beside(path, REPORT))


def is_own(name: str) -> bool:
    """Whether a file of that name is groats's own; a page may begin with the same word."""
    return _OWN.fullmatch(name) is not None
