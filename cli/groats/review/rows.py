"""The rows that the screen has of a page: its lines, and the stretches of them that are folded."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from groats.document import Label
from groats.render.diff.view import stake_of
from groats.review.page import ReviewedPage

Fold = Literal["nothing", "dropped", "kept"]
FOLDS: tuple[Fold, ...] = ("nothing", "dropped", "kept")

_SHORTEST = 3  # lines: fewer are not worth a fold


class Stretch(NamedTuple):
    """Lines that are folded, from the position `start` up to `end`."""

    start: int
    end: int


Row: TypeAlias = int | Stretch


@dataclass(frozen=True, slots=True)
class View:
    """What is shown of a page: `label` is the only one whose lines are, None for all; `opened` are folds by start."""

    fold: Fold = "nothing"
    label: Label | None = None
    opened: AbstractSet[int] = frozenset()


def build_rows(page: ReviewedPage, view: View) -> list[Row]:
    """The rows of the page: the position of each line that is shown, and the stretches between them."""
    rows: list[Row] = []
    shortest = 1 if view.label else _SHORTEST
    for folded, group in groupby(range(len(page.verdicts)), key=lambda n: _is_folded(page, view, n)):
        lines = list(group)
        if folded and len(lines) >= shortest and lines[0] not in view.opened:
            rows.append(Stretch(lines[0], lines[-1] + 1))
        else:
            rows += lines
    return rows


def find_row(rows: list[Row], n: int) -> int:
    """Where the line at a position is among the rows, or the fold that it lies in; 0 where there are none."""
    for place, row in enumerate(rows):
        if row == n or (isinstance(row, Stretch) and row.start <= n < row.end):
            return place
    return 0


def find_doubtful(page: ReviewedPage, n: int, step: Literal[1, -1]) -> int | None:
    """The next line after (or before) a position that is in doubt, and that is not marked; None for no more."""
    positions = range(n + step, len(page.verdicts) if step == 1 else -1, step)
    return next((m for m in positions if m not in page.marks and stake_of(page.verdicts[m])), None)


def _is_folded(page: ReviewedPage, view: View, n: int) -> bool:
    if view.label is not None:
        return page.verdicts[n].label is not view.label
    if n in page.marks:
        return False
    return view.fold != "nothing" and page.keeps(n) is (view.fold == "kept")
