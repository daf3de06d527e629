"""The rows that lines of the input take: their number, a mark, and their text, wrapped."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.render.diff.paint import Row, Span, name_of
from groats.render.diff.view import View
from groats.render.diff.wrap import fill, wrap

_MOST = 20  # rows of a line: more is no text to read
_MARKED = 3  # columns: a space, the mark, a space
_NOTHING = Span("")


class LineRow(NamedTuple):
    """A row of a line: its margin, in which its number and mark stand, and its text."""

    margin: Span
    text: Span

    def beside(self, width: int, *right: Span) -> Row:
        """The row with its text filled up to the width, and what stands to the right of it."""
        return [self.margin, self.text._replace(text=fill(self.text.text, width)), *right]


def margin_of(view: View) -> int:
    """The columns that numbers and marks take."""
    return len(str(len(view.inspection.article.page.lines))) + _MARKED


def draw_lines(view: View, places: Sequence[int], width: int, style: str) -> Iterator[LineRow]:
    """The rows of the lines in text of this width; in a look that asks why, the score and reasons below each block."""
    digits = margin_of(view) - _MARKED
    for place in places:
        verdict = view.verdict(place)
        mark = "-" if verdict and not verdict.keep else " "
        for n, text in enumerate(wrap(view.text(place), width, _MOST)):
            number = "" if n or not verdict else f"{place + 1}"
            yield LineRow(Span(f"{number:>{digits}} {mark} ", "dim"), Span(text, style))
        if view.look.why and verdict and place == verdict.block.lines[-1].number - 1:
            said = f"{name_of(verdict.label)} {verdict.score:.2f} · {'; '.join(view.reasons(place))}"
            yield from (empty_row(view, Span(text, "dim")) for text in wrap(f"    {said}", width, _MOST))


def empty_row(view: View, text: Span = _NOTHING) -> LineRow:
    """A row that begins no line."""
    return LineRow(Span(" " * margin_of(view)), text)
