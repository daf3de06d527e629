"""What came of a run over many pages, as one page of HTML for people."""

from groats.corpus.report.diff import PageDiff, build_diff
from groats.corpus.report.doubtful import pick_doubtful
from groats.corpus.report.page import is_report, render_report
from groats.corpus.report.summary import TENTHS, Setting, Slow, Summary, tenth_of

__all__ = [
    "TENTHS",
    "PageDiff",
    "Setting",
    "Slow",
    "Summary",
    "build_diff",
    "is_report",
    "pick_doubtful",
    "render_report",
    "tenth_of",
]
