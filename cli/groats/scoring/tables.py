"""What was measured, as tables of strings: the first row of each is its head, the last column is of names."""

from collections.abc import Sequence

from groats.scoring.compare import ScoredPage
from groats.scoring.metadata import FieldScore
from groats.scoring.record import GROUPINGS
from groats.scoring.summary import Estimate, Group
from groats.wording import count_of

Table = list[tuple[str, ...]]

# The measures of a group, which shares a row with its interval, and of a page, by the heads of their columns.
_OF_GROUP = {
    "prec": "word_precision",
    "recall": "word_recall",
    "exact": "exact",
    "shingle": "shingle_f1",
    "with": "with_found",
    "without": "without_found",
}
_OF_PAGE = {"f1": "word_f1", **{head: name for head, name in _OF_GROUP.items() if head != "exact"}}


def tabulate_scores(scores: dict[str, Estimate], count: int) -> Table:
    """The mean and the interval of each measure over `count` pages."""
    rows = [(_show(score.mean), _show(score.low), _show(score.high), name) for name, score in scores.items()]
    return [("mean", "low", "high", f"of {count_of(count, 'page')}"), *rows]


def tabulate_fields(scores: Sequence[FieldScore]) -> Table:
    """Of each field of metadata how many pages have it, and the shares of these; of the pages without it the share."""
    rows = [
        (
            str(score.wanted),
            *(_share(part, score.wanted) for part in (score.right, score.exact, score.wrong, score.missing)),
            str(score.without),
            _share(score.wrongly_given, score.without),
            score.field,
        )
        for score in scores
    ]
    return [("wanted", "right", "exact", "wrong", "missing", "none", "given", "field"), *rows]


def tabulate_groups(groups: Sequence[Group]) -> list[Table]:
    """A table for the sets, the types and the languages each, if there are any."""
    chosen = [[group for group in groups if group.by == by] for by in GROUPINGS]
    return [_tabulate_grouping(same) for same in chosen if same]


def _tabulate_grouping(groups: Sequence[Group]) -> Table:
    """The means of each group, and the interval of its word F1; a measure that says nothing of any has no column."""
    columns = {head: name for head, name in _OF_GROUP.items() if any(name in group.scores for group in groups)}
    rows = []
    for group in groups:
        f1 = group.scores["word_f1"]
        means = [group.scores[name].mean if name in group.scores else None for name in columns.values()]
        rows.append((str(group.count), *map(_show, (f1.mean, f1.low, f1.high, *means)), group.name))
    return [("pages", "f1", "low", "high", *columns, groups[0].by), *rows]


def tabulate_pages(pages: Sequence[ScoredPage]) -> Table:
    """The measures of each page, and how many words were wanted and given."""
    columns = {
        head: name for head, name in _OF_PAGE.items() if any(getattr(page.score, name) is not None for page in pages)
    }
    rows = [
        (
            *(_show(getattr(page.score, name)) for name in columns.values()),
            str(page.score.reference_words),
            str(page.score.output_words),
            page.id,
        )
        for page in pages
    ]
    return [(*columns, "wanted", "given", "page"), *rows]


def _share(part: int, whole: int) -> str:
    return _show(part / whole if whole else None)


def _show(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
