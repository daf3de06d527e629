"""The style side-by-side: the lines of the input, and to the right of each what became of it in the clean text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from groats.document import Article, Label
from groats.render.diff.frame import foot_rows, head_rows
from groats.render.diff.notes import Group
from groats.render.diff.paint import Row, Span, colour_of
from groats.render.diff.passages import draw_passages
from groats.render.diff.rows import draw_lines, empty_row, margin_of
from groats.render.diff.view import View
from groats.render.diff.wrap import wrap
from groats.render.visible import make_visible
from groats.stages.compose import write_groups

_MOST = 20  # rows of what became of a line
_BAR = " │ "
_LEAST = 10  # columns of a side


def draw_side_by_side(name: str, view: View, warnings: Sequence[str]) -> Iterator[Row]:
    """The rows of a page: its head, both sides of it, its sum."""
    article = view.inspection.article
    clean = _write_clean(article)
    width = max(_LEAST, (view.look.width - margin_of(view) - len(_BAR)) // 2)
    yield from head_rows(name, article, warnings, view.look.width)
    yield empty_row(view, Span("input", "dim")).beside(width, Span(f"{_BAR}clean text", "dim"))
    yield from draw_passages(view, lambda group: _draw_group(view, group, clean, width))
    yield from foot_rows(view)


def _draw_group(view: View, group: Group, clean: Mapping[int, str], width: int) -> Iterator[Row]:
    verdict = view.verdict(group.places[0])
    if group.label and verdict and not verdict.keep:
        style = colour_of(group.label)
        notes = wrap(f"× {group.note}", width, _MOST) if group.note else []
        yield from _draw(view, group.places, width, style, [Span(note, style) for note in notes])
        return
    for position, together in groupby(group.places, key=lambda place: view.positions[place]):
        texts = [row for text in clean.get(position, "").split("\n") for row in wrap(make_visible(text), width, _MOST)]
        yield from _draw(view, list(together), width, "", [Span(text) for text in texts])


def _draw(view: View, places: Sequence[int], width: int, style: str, right: Sequence[Span]) -> Iterator[Row]:
    for row, span in zip_longest(draw_lines(view, places, width, style), right):
        beside = [Span(_BAR, "dim"), span] if span and span.text else [Span(_BAR.rstrip(), "dim")]
        yield (row or empty_row(view)).beside(width, *beside)


def _write_clean(article: Article) -> dict[int, str]:
    """What is written of each kept block, by the position of its verdict."""
    clean = {
        position: text.removesuffix("\n")
        for positions, texts in write_groups(article.verdicts)
        for position, text in zip(positions, texts, strict=True)
    }
    for position, verdict in enumerate(article.verdicts):
        if verdict.keep and verdict.label is Label.TITLE:
            clean[position] = article.title or ""
    return clean
