"""The doubtful pages, each to be opened: what was kept and what was removed, line by line."""

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from groats.corpus.report.diff import DiffLine, PageDiff
from groats.corpus.report.escape import escape
from groats.corpus.report.summary import tenth_of

_MOST_PAGES = 50


def pick_doubtful(diffs: Iterable[PageDiff]) -> list[PageDiff]:
    """The pages of least confidence, as many as the report shows, the least sure first."""
    return nsmallest(_MOST_PAGES, diffs, key=lambda diff: (diff.confidence, diff.name))


def write_doubtful(diffs: Sequence[PageDiff]) -> str:
    """The section with the pages that `pick_doubtful` picks, "" if there are none."""
    pages = pick_doubtful(diffs)
    if not pages:
        return ""
    return (
        '<section id="doubtful"><h2>Doubtful pages</h2>'
        "<p>The least sure first. Open one to see what was kept, and what was removed as what.</p>"
        f"{''.join(map(_write_page, pages))}</section>\n"
    )


def _write_page(diff: PageDiff) -> str:
    warnings = "".join(f'<span class="warning">{escape(name.replace("_", " "))}</span>' for name in diff.warnings)
    labels = [None, *(line.label for line in diff.lines)]
    lines = "".join(
        _write_line(line, is_new=line.label != above) for line, above in zip(diff.lines, labels, strict=False)
    )
    return (
        f'<details><summary><span class="confidence tenth-{tenth_of(diff.confidence)}">{diff.confidence:.2f}</span>'
        f'<span class="name">{escape(diff.name)} <bdi>{escape(diff.title)}</bdi></span>{warnings}'
        f'<span class="count">{diff.kept:,} of {diff.total:,} lines kept</span></summary>'
        f'<ol class="diff">{lines}</ol></details>\n'
    )


def _write_line(line: DiffLine, *, is_new: bool) -> str:
    """A line, in its margin the label that it was removed as, where that is not the one above."""
    kind = "keep" if line.keep else "drop"
    if line.left_out:
        return f'<li class="{kind} fold">{line.left_out:,} more lines</li>'
    tag, label = ("p", "") if line.keep else ("del", f"<i>{line.label.replace('_', ' ')}</i>" if is_new else "")
    return f'<li class="{kind}">{label}<{tag} dir="auto">{escape(line.text)}</{tag}></li>'
