"""A few pages for a batch, and what it makes of them."""

import json
from pathlib import Path
from typing import Any

TEXT = """Home
About us

The lighthouse of Sandholm was sold on Friday to a couple of painters, who want to open it to everybody in summer.

The sale had been put off twice since the roof was damaged in a gale, the harbour master told the newspaper.

{number}
"""


def write_pages(folder: Path, number: int) -> Path:
    """A new folder with so many pages."""
    folder.mkdir()
    for page in range(number):
        (folder / f"{page:03}.html").write_text(f"<p>{TEXT.format(number=page)}</p>")
    return folder


def outputs(dest: Path) -> dict[str, bytes]:
    """The texts in a destination by their names."""
    return {str(path.relative_to(dest)): path.read_bytes() for path in dest.rglob("*.txt")}


def report_of(dest: Path | str) -> dict[str, Any]:
    """The report of the run that wrote into a directory."""
    report: dict[str, Any] = json.loads(Path(dest, "groats-report.json").read_bytes())
    return report
