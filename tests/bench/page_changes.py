"""What was decided of each line of a page, and what has changed between two such decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from groats.document import Article, Label
from groats.scoring.words import word_f1

Line = tuple[int, bool, str, str]  # number, whether it stays, label, text


@dataclass(frozen=True, slots=True)
class PageVerdicts:
    """The lines with text of a page, as JSON has them: `id`, `set` and `renderer` name the page."""

    id: str
    set: str
    renderer: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A line that was decided otherwise: its side and label before and after."""

    number: int
    kept_before: bool
    kept_after: bool
    label_before: str
    label_after: str
    text: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """What changed on a page, and its word F1 before and after."""

    page: PageVerdicts
    changes: tuple[Change, ...]
    f1_before: float
    f1_after: float


def list_lines(article: Article) -> tuple[Line, ...]:
    """The lines with text, as they were decided."""
    return tuple(
        (judged.line.number, judged.keep, judged.label.value, judged.line.text)
        for judged in article.lines
        if judged.line.text.strip()
    )


def compare_pages(before: PageVerdicts, after: PageVerdicts, gold: str) -> PageChange | None:
    """The change from one to the other of the same page; None where its lines are no longer the same."""
    if [(number, text) for number, _, _, text in before.lines] != [
        (number, text) for number, _, _, text in after.lines
    ]:
        return None
    changes = tuple(
        Change(number, kept, keeps, label_before, label_after, text)
        for (number, kept, label_before, text), (_, keeps, label_after, _) in zip(
            before.lines, after.lines, strict=True
        )
        if (kept, label_before) != (keeps, label_after)
    )
    return PageChange(after, changes, _score(before.lines, gold), _score(after.lines, gold))


def _score(lines: Sequence[Line], gold: str) -> float:
    """The word F1 of the lines that stay, without the title."""
    return word_f1(gold, "\n".join(text for _, keep, label, text in lines if keep and label != Label.TITLE))
