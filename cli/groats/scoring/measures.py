"""What is measured of one page: its words, its 4-word shingles, and the snippets that it must or must not hold."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from groats.scoring.words import score_words, tokens

_SHINGLE = 4  # tokens: ngram_n of the article-extraction-benchmark
_SHINGLE_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """Shares, which add up to 1, of the shingles of a reference and an output taken together; 0 for two empty texts."""

    shared: float
    added: float
    lost: float

    @property
    def precision(self) -> float | None:
        """The share of the output's shingles that the reference has; None for an output without words."""
        given = self.shared + self.added
        return self.shared / given if given else None

    @property
    def recall(self) -> float | None:
        """The share of the reference's shingles that the output has; None for a reference without words."""
        wanted = self.shared + self.lost
        return self.shared / wanted if wanted else None

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall: 1 for two empty texts, 0 where only one is empty."""
        either = 2 * self.shared + self.added + self.lost
        return 2 * self.shared / either if either else 1.0


@dataclass(frozen=True, slots=True)
class PageScore:
    """The measures of one page, each 0 to 1 or None where it says nothing of the page, and the numbers of words."""

    word_f1: float
    word_precision: float
    word_recall: float
    exact: float  # 1 if the words are the same in the same order, else 0
    shingle_f1: float
    shingle_precision: float | None
    shingle_recall: float | None
    with_found: float | None
    without_found: float | None
    reference_words: int
    output_words: int


def score_page(reference: str, output: str, wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> PageScore:
    """The measures of `output` against `reference`, and of the snippets that it must (`wanted`) or must not hold."""
    words, shingles = score_words(reference, output), match_shingles(reference, output)
    reference_tokens, output_tokens = tokens(reference), tokens(output)
    return PageScore(
        word_f1=words.f1,
        word_precision=words.precision,
        word_recall=words.recall,
        exact=float(reference_tokens == output_tokens),
        shingle_f1=shingles.f1,
        shingle_precision=shingles.precision,
        shingle_recall=shingles.recall,
        with_found=share_found(wanted, output),
        without_found=share_found(unwanted, output),
        reference_words=len(reference_tokens),
        output_words=len(output_tokens),
    )


def match_shingles(reference: str, output: str) -> Shingles:
    """The shingles that two texts share as multisets, that the output adds and that it has lost.

    As evaluate.py of https://github.com/scrapinghub/article-extraction-benchmark has them: a token is a run of word
    characters, its case kept; a text of fewer than four tokens is one shorter shingle; the three counts are divided by
    their sum, so that a long page weighs no more than a short one.
    """
    wanted, given = _count_shingles(reference), _count_shingles(output)
    shared = (wanted & given).total()
    total = wanted.total() + given.total() - shared
    if not total:
        return Shingles(0.0, 0.0, 0.0)
    return Shingles(shared / total, (given.total() - shared) / total, (wanted.total() - shared) / total)


def share_found(snippets: Iterable[str], text: str) -> float | None:
    """The share of the snippets that the text holds, case and white space aside; None if there are none.

    The WCXB benchmark (https://github.com/Murrough-Foley/web-content-extraction-benchmark, evaluate.py) compares lower
    case only; here a line break inside a snippet is a space as well, since renderers wrap lines where they like.
    """
    sought = [folded for snippet in snippets if (folded := _fold(snippet))]
    if not sought:
        return None
    searched = _fold(text)
    return sum(snippet in searched for snippet in sought) / len(sought)


def _count_shingles(text: str) -> Counter[tuple[str, ...]]:
    found = _SHINGLE_TOKEN.findall(text)
    if len(found) < _SHINGLE:
        return Counter([tuple(found)] if found else [])
    return Counter(zip(*(found[start:] for start in range(_SHINGLE)), strict=False))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
