"""The lines of one page, kept and removed, as few as a person looks through."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from groats.document import Article, JudgedLine, Label

_LONGEST_LINE = 240  # characters
_ENDS = 4  # lines at each end of a long run of removed lines, or of kept ones, that are shown
_MOST_LINES = 160


class DiffLine(Struct, frozen=True, array_like=True):
    """A line and what came of it; or, where `left_out` is not 0, that so many of its kind are not shown here."""

    keep: bool
    label: Label
    text: str
    left_out: int = 0


class PageDiff(Struct, frozen=True):
    """A page by its name and title, how sure its cleaning is (0 to 1), what is wrong with it, and its lines.

    `kept` counts the lines that stayed, of `total` that are not blank; not all of them are in `lines`.
    """

    name: str
    title: str
    confidence: float
    warnings: list[str]
    kept: int
    total: int
    lines: list[DiffLine]


def build_diff(article: Article, name: str) -> PageDiff:
    """The diff of a page: blank lines not, of a long run of kept or removed lines the two ends; some 40 KB at most."""
    judged = [line for line in article.lines if line.line.text.strip()]
    lines = [line for keep, run in groupby(judged, lambda line: line.keep) for line in _fold(list(run))]
    if len(lines) > _MOST_LINES:
        rest = sum(line.left_out or 1 for line in lines[_MOST_LINES:])
        lines = [*lines[:_MOST_LINES], DiffLine(keep=False, label=Label.OTHER, text="", left_out=rest)]
    return PageDiff(
        name=name,
        title=_cut(article.title or ""),
        confidence=article.confidence,
        warnings=list(article.warnings),
        kept=sum(line.keep for line in judged),
        total=len(judged),
        lines=lines,
    )


def _fold(run: Sequence[JudgedLine]) -> Iterator[DiffLine]:
    """The lines of a run that are all kept or all removed; those in the middle of a long one as a number."""
    hidden = len(run) - 2 * _ENDS
    for position, line in enumerate(run):
        if hidden <= 1 or not _ENDS <= position < _ENDS + hidden:
            yield DiffLine(line.keep, line.label, _cut(line.line.text.strip()))
        elif position == _ENDS:
            yield DiffLine(line.keep, line.label, "", hidden)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[: _LONGEST_LINE - 1]}…"
