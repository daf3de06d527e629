"""What stands above, between and below the lines of a page: its name and warnings, what is folded, the sum."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groats.document import Article, Label
from groats.render.diff.paint import Row, Span, name_of
from groats.render.diff.view import Fold, View
from groats.render.diff.wrap import wrap
from groats.render.visible import make_visible
from groats.wording import count_of

_MOST = 10  # rows of a sentence


@dataclass(frozen=True, slots=True)
class Sum:
    """How much of a page stayed, blank lines not counted: its lines, their characters, the removed lines by label."""

    lines: int
    kept: int
    size: int
    kept_size: int
    removed: Counter[Label]

    @property
    def share(self) -> float:
        """The share of the characters that stayed."""
        return self.kept_size / self.size if self.size else 0.0


def sum_up(article: Article) -> Sum:
    """What came of the page."""
    removed: Counter[Label] = Counter()
    lines = kept = size = kept_size = 0
    for verdict in article.verdicts:
        texts = [line.text for line in verdict.block.lines]
        characters = sum(map(len, texts))
        lines += len(texts)
        size += characters
        if verdict.keep:
            kept += len(texts)
            kept_size += characters
        else:
            removed[verdict.label] += len(texts)
    return Sum(lines, kept, size, kept_size, removed)


def add_up(sums: Sequence[Sum]) -> Sum:
    """What came of several pages together."""
    return Sum(
        lines=sum(found.lines for found in sums),
        kept=sum(found.kept for found in sums),
        size=sum(found.size for found in sums),
        kept_size=sum(found.kept_size for found in sums),
        removed=sum((found.removed for found in sums), Counter()),
    )


def count_labels(removed: Counter[Label]) -> str:
    """The labels of the removed lines and how many each has, the most frequent first: "app store 10, legal 8"."""
    ranked = sorted(removed.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name_of(label)} {count:,}" for label, count in ranked)


def head_rows(name: str, article: Article, warnings: Sequence[str], width: int) -> Iterator[Row]:
    """The name of the page and what is known of it, its warnings, a blank row."""
    known = [article.page.kind, article.metadata.language, f"confidence {article.confidence:.2f}"]
    yield [Span(make_visible(name), "bold"), Span(f"  {' · '.join(filter(None, known))}", "dim")]
    for warning in warnings:
        yield from ([Span(row, "red")] for row in wrap(f"! {make_visible(warning)}", width, _MOST))
    yield []


def fold_words(fold: Fold) -> str:
    """What is folded, in words."""
    counted = [(count, word) for count, word in ((fold.kept, "kept"), (fold.removed, "removed")) if count]
    parts = [f"{count_of(count, 'line')} {word}" for count, word in counted]
    return f"⋯ {', '.join(parts)}"


def foot_rows(view: View) -> Iterator[Row]:
    """A blank row, and the sum of the page; in a look at the doubtful lines, how many these are."""
    found = sum_up(view.inspection.article)
    doubtful = sum(map(view.is_asked_for, range(len(view.positions)))) if view.look.doubtful else None
    parts = [
        "" if doubtful is None else f"{count_of(doubtful, 'line')} in doubt",
        f"kept {found.kept:,} of {found.lines:,} lines, {100 * found.share:.0f} % of the characters",
        f"removed: {count_labels(found.removed) or 'nothing'}",
    ]
    yield []
    yield from ([Span(row, "bold")] for row in wrap("; ".join(filter(None, parts)), view.look.width, _MOST))
