"""Inline SVG: a bar of shares, and a histogram. Colours are classes, so that the style sheet knows the dark ones."""

from collections.abc import Sequence

_WIDTH, _HEIGHT, _BASE = 1000, 260, 220  # of the histogram, in its own units
_HIGHEST, _THINNEST, _GAP = 180, 2, 12  # of columns and between them


def draw_bar(shares: Sequence[tuple[str, float]]) -> str:
    """A bar from 0 to 1 of parts beside each other, each with its class."""
    parts, start = [], 0.0
    for name, share in shares:
        parts.append(f'<rect class="{name}" x="{start * _WIDTH:.1f}" width="{share * _WIDTH:.1f}" height="10"/>')
        start += share
    box = f'viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none"'
    return f'<svg class="bar" {box} aria-hidden="true">{"".join(parts)}</svg>'


def draw_swatch(name: str) -> str:
    """A small square that says which colour is whose."""
    return f'<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect class="{name}" width="1" height="1"/></svg>'


def draw_histogram(counts: Sequence[int], title: str) -> str:
    """Columns of counts, with their numbers above and a scale from 0 to 1 below."""
    highest = max(counts) or 1
    columns = "".join(_draw_column(n, count, highest, _WIDTH / len(counts)) for n, count in enumerate(counts))
    ticks = "".join(
        f'<text class="tick" x="{n / len(counts) * _WIDTH:.0f}" y="{_HEIGHT - 10}">{n / len(counts):.1f}</text>'
        for n in range(len(counts) + 1)
    )
    return (
        f'<svg class="histogram" viewBox="-20 0 {_WIDTH + 40} {_HEIGHT}" role="img" aria-label="{title}">'
        f'<line x1="0" y1="{_BASE}" x2="{_WIDTH}" y2="{_BASE}"/>{columns}{ticks}</svg>'
    )


def _draw_column(n: int, count: int, highest: int, width: float) -> str:
    height = max(_THINNEST, round(count / highest * _HIGHEST)) if count else 0
    left, top = n * width + _GAP / 2, _BASE - height
    return (
        f'<rect class="tenth-{n}" x="{left:.0f}" y="{top}" width="{width - _GAP:.0f}" height="{height}"/>'
        f'<text x="{(n + 0.5) * width:.0f}" y="{top - 10}">{count:,}</text>'
    )
