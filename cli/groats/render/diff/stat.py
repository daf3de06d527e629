"""The style stat: a row for each page, with a bar of how much of it stayed."""

from collections.abc import Sequence
from typing import NamedTuple

from groats.render.diff.frame import Sum, count_labels
from groats.render.diff.paint import Row, Span
from groats.render.diff.wrap import columns_of, fill
from groats.render.visible import make_visible

_KEPT, _REMOVED = "█", "░"  # told apart without colours
_BARS = (10, 24)  # columns: of a narrow and a wide terminal
_WIDE = 110  # columns of a terminal from which it is wide
_NUMBERS = 30  # columns: of what stands beside name, bar and labels
_LEAST_NAME, _LEAST_LABELS = 12, 20  # columns


class Columns(NamedTuple):
    """The widths of the columns that are not numbers."""

    name: int
    bar: int
    labels: int


def fit_columns(names: Sequence[str], width: int) -> Columns:
    """The columns for pages of these names in this width."""
    bar = _BARS[width >= _WIDE]
    longest = max([columns_of(make_visible(name)) for name in names], default=0)
    name = max(_LEAST_NAME, min(longest, width - _NUMBERS - bar - _LEAST_LABELS))
    return Columns(name, bar, max(_LEAST_LABELS, width - _NUMBERS - bar - name))


def stat_head(columns: Columns) -> Row:
    """The names of the columns."""
    return [
        Span(f"{'page':{columns.name}} {'lines':>7} {'kept':>6}  {'of it':{columns.bar + 5}}  sure  removed", "bold")
    ]


def stat_row(name: str, found: Sum, confidence: float | None, columns: Columns) -> Row:
    """A page; or all of them together, without a confidence."""
    kept = round(found.share * columns.bar)
    sure = "" if confidence is None else f"{confidence:.2f}"
    return [
        Span(_fit_end(make_visible(name), columns.name)),
        Span(f" {found.lines:>7,} {found.kept:>6,}  "),
        Span(_KEPT * kept),
        Span(_REMOVED * (columns.bar - kept), "dim"),
        Span(f" {found.share:>4.0%}  {sure:4}  {_cut_labels(count_labels(found.removed), columns.labels)}".rstrip()),
    ]


def _fit_end(name: str, width: int) -> str:
    """The name filled up to the width, or its end if it is longer: the beginning is what paths have in common."""
    while columns_of(name) > width:
        name = "…" + name[max(2, columns_of(name) - width) :]
    return fill(name, width)


def _cut_labels(labels: str, width: int) -> str:
    """As many of the labels as there is room for, at least a part of the first."""
    if len(labels) <= width:
        return labels
    end = labels.rfind(", ", 0, width - 1)  # then ", …" ends at the width
    return labels[: width - 1] + "…" if end < 0 else labels[:end] + ", …"
