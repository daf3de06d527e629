"""Small pages built by hand, and what is drawn of them as plain rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from articles import build_article

from groats.document import Article, Inspection
from groats.render.diff.inline import draw_inline
from groats.render.diff.paint import Row, paint
from groats.render.diff.view import Look, View, view_page

Draw = Callable[[str, View, Sequence[str]], Iterator[Row]]


def inspect_article(article: Article) -> Inspection:
    """The inspection that has made this article."""
    return Inspection(article, {}, lambda n: article.verdicts[n].reasons)


def build_page(
    *lines: str,
    scores: Mapping[int, float] | None = None,
    reasons: Mapping[int, tuple[str, ...]] | None = None,
) -> Inspection:
    """An inspection of `build_article`'s page, some of its blocks with scores or reasons of their own."""
    article = build_article(*lines)
    verdicts = [
        verdict._replace(
            score=(scores or {}).get(n, verdict.score),
            reasons=(reasons or {}).get(n, (f"reason of {verdict.label}",)),
        )
        for n, verdict in enumerate(article.verdicts)
    ]
    return inspect_article(replace(article, verdicts=tuple(verdicts)))


def rows_of(rows: Iterable[Row]) -> list[str]:
    """The rows without their colours."""
    return [paint(row, colour=False) for row in rows]


def draw(
    inspection: Inspection,
    look: Look | None = None,
    *,
    style: Draw = draw_inline,
    name: str = "page.txt",
    warnings: Sequence[str] = (),
) -> list[str]:
    """The rows of a page between its head and its sum; with warnings, all of them."""
    rows = rows_of(style(name, view_page(inspection, look or Look(width=60, context=1)), warnings))
    return rows if warnings else rows[2 : len(rows) - 1 - rows[::-1].index("")]
