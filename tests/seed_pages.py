"""The seeds beside what is expected of them: golden text, golden JSON, and a verdict for every line with text."""

from dataclasses import dataclass
from pathlib import Path

from groats import Article
from groats.training.seeds import LabelledLine

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
SEEDS = tuple(sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".html"}))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many labelled lines there are, how many got the right side and label, and a sentence on each miss."""

    lines: int
    right_sides: int
    right_labels: int
    misses: tuple[str, ...]


def labels_of(seed: Path) -> Path:
    """Where a seed's labels are."""
    return GOLDEN / f"{seed.stem}.labels.tsv"


def compare(article: Article, expected: list[LabelledLine]) -> Agreement:
    """How the verdicts of an article agree with the labels of its page."""
    judged = {line.line.number: line for line in article.lines}
    right_sides = right_labels = 0
    misses = []
    for wanted in expected:
        given = judged[wanted.number]
        right_sides += given.keep == wanted.keep
        right_labels += given.label in wanted.labels
        if given.keep != wanted.keep or given.label not in wanted.labels:
            want = f"{'keep' if wanted.keep else 'drop'} {'|'.join(wanted.labels)}"
            give = f"{'keep' if given.keep else 'drop'} {given.label}"
            misses.append(
                f"line {wanted.number}: {give}, not {want}: {wanted.text[:50]!r} ({'; '.join(given.reasons)})"
            )
    return Agreement(len(expected), right_sides, right_labels, tuple(misses))
