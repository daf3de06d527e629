"""The report as one page of HTML: no script, no network, no text of a page that could do anything."""

import base64
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from groats.corpus.report.diff import PageDiff
from groats.corpus.report.doubtful import write_doubtful
from groats.corpus.report.sections import (
    write_confidence,
    write_failures,
    write_figures,
    write_removed,
    write_settings,
    write_slowest,
    write_warnings,
)
from groats.corpus.report.summary import Summary
from groats.tables import DATA
from groats.wording import count_of

_MARK = "<title>groats: "
_HEAD = 1024  # bytes, among which the mark stands


def is_report(path: Path) -> bool:
    """Whether the file is such a page; False also for what cannot be read."""
    try:
        with path.open("rb") as file:
            return _MARK.encode() in file.read(_HEAD)
    except OSError:
        return False


def render_report(summary: Summary, diffs: Sequence[PageDiff]) -> str:
    """A page for a browser: how much was removed and as what, how sure, and the doubtful pages with their lines.

    The 50 pages of `diffs` with the least confidence are shown, the most doubtful first.
    """
    style = (DATA / "report.css").read_text("utf-8")
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    sections = (
        write_figures(summary),
        write_removed(summary),
        write_confidence(summary),
        write_doubtful(diffs),
        write_failures(summary),
        write_warnings(summary),
        write_slowest(summary),
        write_settings(summary),
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{_MARK}{count_of(summary.pages, "page")}</title>
<style>{style}</style>
</head>
<body>
{"".join(sections)}</body>
</html>
"""
