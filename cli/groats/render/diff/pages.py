"""Pages one after the other, each drawn when it is cleaned, so that the first is there at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from groats.document import Inspection
from groats.render.diff.against import against_rows, compare, note_blocks
from groats.render.diff.frame import Sum, add_up, sum_up
from groats.render.diff.inline import draw_inline
from groats.render.diff.paint import Row
from groats.render.diff.side_by_side import draw_side_by_side
from groats.render.diff.stat import fit_columns, stat_head, stat_row
from groats.render.diff.unified import patch_rows, to_patch
from groats.render.diff.view import Look, view_page


@dataclass(frozen=True, slots=True)
class InspectedPage:
    """A page by its name, with its bytes, what was made of it, and sentences on what is wrong with it."""

    name: str
    raw: bytes
    inspection: Inspection
    warnings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Another clean text of a page, by its name."""

    name: str
    text: str


def draw_pages(
    pages: Iterable[InspectedPage], style: Literal["inline", "side-by-side"], look: Look, other: Other | None
) -> Iterator[Row]:
    """The lines of the pages, a blank row between two; with another clean text, where that differs."""
    draw = draw_inline if style == "inline" else draw_side_by_side
    for n, page in enumerate(pages):
        if n:
            yield []
        if other is None:
            yield from draw(page.name, view_page(page.inspection, look), page.warnings)
            continue
        found = compare(page.inspection.article, other.text)
        noted = replace(look, notes=note_blocks(found, other.name))
        yield from draw(page.name, view_page(page.inspection, noted), page.warnings)
        yield from against_rows(found, other.name, look.width)


def draw_table(pages: Iterable[InspectedPage], names: Sequence[str], width: int) -> Iterator[Row]:
    """A row for each page, whose names are known before, and one for all of them if they are several."""
    columns = fit_columns(names, width)
    sums: list[Sum] = []
    yield stat_head(columns)
    for page in pages:
        article = page.inspection.article
        sums.append(sum_up(article))
        yield stat_row(page.name, sums[-1], article.confidence, columns)
    if len(sums) > 1:
        yield stat_row(f"{len(sums):,} pages", add_up(sums), None, columns)


def draw_patches(pages: Iterable[InspectedPage], context: int) -> Iterator[bytes]:
    """The patches of all pages, for `patch`."""
    for page in pages:
        yield from to_patch(page.name, page.raw, page.inspection.article, context)


def draw_patch_rows(pages: Iterable[InspectedPage], context: int) -> Iterator[Row]:
    """The patches of all pages, for the eye."""
    for page in pages:
        article = page.inspection.article
        encoding = article.source.encoding if article.page.kind == "text" else "utf-8"
        yield from patch_rows(to_patch(page.name, page.raw, article, context), encoding)
