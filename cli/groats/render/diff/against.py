"""A page beside another clean text of it: which blocks the one keeps and the other drops, and how near they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.document import Article, Verdict
from groats.render.diff.paint import Row, Span
from groats.render.diff.wrap import wrap
from groats.render.text import to_text
from groats.render.visible import make_visible
from groats.scoring.words import WordScore, score_words, tokens

_RUN = 4  # words: what is shorter is looked for as a line, longer text also by its runs of so many words
_MOST = 10  # rows of a line
_MOST_OF_IT = 0.6  # the share of a block's runs that the other text must have to have kept it, a word edited or not


class Comparison(NamedTuple):
    """What the other text decides otherwise.

    By the positions of their verdicts: the blocks that it alone keeps, and those that it alone drops; the lines that
    it has and the page has not; and its score, groats' text measured against it.
    """

    alone_kept: Sequence[int]
    alone_dropped: Sequence[int]
    foreign: Sequence[str]
    score: WordScore


def compare(article: Article, other: str) -> Comparison:
    """The page beside the other clean text, however that breaks its lines.

    What stands on the page more often than in the other text was kept where groats kept it.
    """
    lines = Counter(key for line in other.splitlines() if (key := _key(line)))
    runs = Counter(_runs(tokens(other)))
    has = [False] * len(article.verdicts)
    ranked = sorted(range(len(has)), key=lambda position: not article.verdicts[position].keep)
    for position in ranked:
        has[position] = _take(article.verdicts[position], lines, runs)
    decided = list(enumerate(zip(article.verdicts, has, strict=True)))
    return Comparison(
        [position for position, (verdict, is_there) in decided if is_there and not verdict.keep],
        [position for position, (verdict, is_there) in decided if verdict.keep and not is_there],
        _find_foreign(article, other),
        score_words(other, to_text(article)),
    )


def _take(verdict: Verdict, lines: Counter[str], runs: Counter[tuple[str, ...]]) -> bool:
    """Whether the other text has the block, which is then taken out of it; without words, it is as groats has it."""
    words = tokens(verdict.block.text)
    if not words:
        return verdict.keep
    wanted = Counter(_runs(words))
    for key in (" ".join(words), _key(f"{verdict.block.marker} {verdict.block.text}")):
        if lines[key]:
            lines[key] -= 1
            runs.subtract(wanted)
            return True
    found = wanted & runs
    if not found or found.total() < _MOST_OF_IT * wanted.total():
        return False
    runs.subtract(found)
    return True


def _find_foreign(article: Article, other: str) -> list[str]:
    """The lines of the other text of whose runs of words the page has not most."""
    page = [tokens(verdict.block.text) for verdict in article.verdicts]
    keys = {" ".join(words) for words in page} | {_key(article.title or "")}
    keys |= {_key(line.text) for line in article.page.lines}
    runs = set(_runs([word for words in page for word in words]))
    foreign = []
    for line in other.splitlines():
        words = tokens(line)
        wanted = list(_runs(words))
        if not words or " ".join(words) in keys:
            continue
        if not wanted or sum(run in runs for run in wanted) < _MOST_OF_IT * len(wanted):
            foreign.append(line.strip())
    return foreign


def _key(line: str) -> str:
    return " ".join(tokens(line))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of four words that stand in the text, overlapping; none in a shorter one."""
    return [tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)]


def note_blocks(comparison: Comparison, name: str) -> dict[int, str]:
    """Words on each block that the two decide otherwise, by the position of its verdict."""
    name = make_visible(name)
    return dict.fromkeys(comparison.alone_kept, f"{name} keeps it") | dict.fromkeys(
        comparison.alone_dropped, f"{name} lacks it"
    )


def against_rows(comparison: Comparison, name: str, width: int) -> Iterator[Row]:
    """The lines that only the other text has, and how near the two are."""
    name = make_visible(name)
    if comparison.foreign:
        yield []
        yield [Span(f"Only in {name}:", "dim")]
        for line in comparison.foreign:
            yield from ([Span(row)] for row in wrap(f"+ {make_visible(line)}", width, _MOST))
    score = comparison.score
    text = (
        f"against {name}: word F1 {score.f1:.3f}, precision {score.precision:.3f}, recall {score.recall:.3f}; "
        f"it alone keeps {len(comparison.alone_kept)}, groats alone {len(comparison.alone_dropped)}"
    )
    yield from ([Span(row, "bold")] for row in wrap(text, width, _MOST))
