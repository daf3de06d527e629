"""The style inline: the page as a reader would see it, its removed lines marked, their label and reason beside them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from groats.render.diff.frame import foot_rows, head_rows
from groats.render.diff.notes import Group
from groats.render.diff.paint import Row, Span, colour_of
from groats.render.diff.passages import draw_passages
from groats.render.diff.rows import draw_lines, empty_row, margin_of
from groats.render.diff.view import View
from groats.render.diff.wrap import wrap

_NARROW = 60  # columns: in fewer, notes stand below the lines
_NOTE_SHARE, _LEAST_NOTE, _MOST_NOTE = 3 / 8, 24, 44  # of the width, columns
_MOST = 10  # rows of a note
_BAR = "  │ "


def draw_inline(name: str, view: View, warnings: Sequence[str]) -> Iterator[Row]:
    """The rows of a page: its head, its lines, its sum."""
    article = view.inspection.article
    yield from head_rows(name, article, warnings, view.look.width)
    yield from draw_passages(view, lambda group: _draw_group(view, group))
    yield from foot_rows(view)


def _draw_group(view: View, group: Group) -> Iterator[Row]:
    """The rows of the lines, and those of their note beside them, or below where there is no room."""
    width = view.look.width - margin_of(view)
    style = colour_of(group.label) if group.label else ""
    if not group.note or view.look.width < _NARROW:
        yield from draw_lines(view, group.places, width, style)
        notes = wrap(f"· {group.note}", width, _MOST) if group.note else []
        yield from ([Span(" " * margin_of(view)), Span(note, style)] for note in notes)
        return
    note_width = min(_MOST_NOTE, max(_LEAST_NOTE, int(view.look.width * _NOTE_SHARE)))
    text_width = width - note_width - len(_BAR)
    lines = draw_lines(view, group.places, text_width, style)
    for row, note in zip_longest(lines, wrap(group.note, note_width, _MOST), fillvalue=None):
        yield (row or empty_row(view)).beside(text_width, Span(f"{_BAR}{note or ''}".rstrip(), style))
