"""The passages of a page from top to bottom, with what is folded between them."""

from collections.abc import Callable, Iterator

from groats.render.diff.frame import fold_words
from groats.render.diff.notes import Group, group_lines
from groats.render.diff.paint import Row, Span
from groats.render.diff.rows import margin_of
from groats.render.diff.view import Fold, View


def draw_passages(view: View, draw_group: Callable[[Group], Iterator[Row]]) -> Iterator[Row]:
    """The rows of all that is shown of a page, each group of lines drawn by `draw_group`."""
    for n, passage in enumerate(view.passages()):
        if isinstance(passage, Fold):
            yield [Span(" " * margin_of(view) + fold_words(passage), "dim")]
            continue
        if view.look.doubtful and n:
            yield []
        for group in group_lines(view, passage):
            yield from draw_group(group)
