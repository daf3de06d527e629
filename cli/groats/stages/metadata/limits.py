"""The most points that each line could have as a headline, by the signs that are quick to tell."""

import functools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from groats.document import Form, Verdict
from groats.stages.metadata.signs import (
    CRUMB,
    MANY,
    SENTENCE_ENDS,
    SHORTEST_CRUMB,
    points_of_signs,
    signs_of_count,
    signs_of_lengths,
)
from groats.stages.metadata.surroundings import BAR, BELOW, LONGEST, REACH, Surroundings
from groats.stages.metadata.words import key, words

_ROUNDING = 1e-6  # more than the sums of the same fractions in another order differ by

# The signs that are counted here; what any other could add is taken for granted.
_COUNTED = frozenset(
    {
        *("words", "words_often", "distance", "h1", "other_heading"),
        *("one_word", "two_words", "three_words", "five_words_or_more", "eight_words_or_more", "25_words_or_more"),
        *("date_above", "has_a_date", "date_below", "date_directly_below", "byline_below", "byline_directly_below"),
        *("is_the_first_paragraph", "below_the_first_paragraph", "directly_above_the_article", "first_line"),
        *("short_above", "short_below", "long_below", "has_a_colon", "ends_like_a_sentence"),
        *("printed_twice_in_a_row", "ends_a_trail", "begins_the_page_title", "is_declared", "begins_the_declared"),
    }
)


def find_limits(page: Surroundings) -> dict[int, float]:
    """From the position of each line that may be the headline to no less than `weigh` gives it."""
    rest, beside, elsewhere = _rest(), _by_dates(page), _by_other_lines(page)
    return {
        n: rest + _by_words(page, line) + _by_text(page.near[n]) + _by_place(page, n) + beside[n] + elsewhere(n)
        for n, line in enumerate(page.tokens)
        if line
    }


@functools.cache
def _rest() -> float:
    """The most that the signs could add that are not counted here."""
    rules = words("headline")
    others: list[float] = [
        value for sign, value in {**rules["points"], **rules["shares"]}.items() if sign not in _COUNTED
    ]
    return sum(max(0.0, value) for value in others) + _ROUNDING


def _by_words(page: Surroundings, line: Sequence[str]) -> float:
    """The points that a line has by the words that the article has too, and by how many words it has."""
    points = points_of_signs()
    known, often = page.article.share(line)
    return points["words"] * known + points["words_often"] * often + _by_count(min(len(line), MANY))


@functools.cache
def _by_count(count: int) -> float:
    return sum(map(points_of_signs().__getitem__, signs_of_count(count)))


def _by_text(verdict: Verdict) -> float:
    """The points that a line has by its label, its form and two marks."""
    points, text = points_of_signs(), verdict.block.text
    found = points.get(verdict.label, 0)
    if verdict.block.form is Form.HEADING:
        found += points["h1" if verdict.block.level == 1 else "other_heading"]
    if text.rstrip().endswith(SENTENCE_ENDS):
        found += points["ends_like_a_sentence"]
    return found + points["has_a_colon"] if ":" in text or "：" in text else found


def _by_place(page: Surroundings, n: int) -> float:
    """The points that the line at `n` has by its place, and by the lengths of those around it."""
    points = points_of_signs()
    found = points["distance"] * min(REACH, max(0, page.start - n)) / REACH
    found += _by_lengths(page.lengths[n - 1] if n else LONGEST, page.lengths[n + 1])
    if n == 0 and page.is_first:
        found += points["first_line"]
    if n < page.start:
        return found + points["directly_above_the_article"] if page.near[n + 1].keep else found
    return found + points["is_the_first_paragraph" if n == page.start else "below_the_first_paragraph"]


@functools.lru_cache(4096)
def _by_lengths(above: int, below: int) -> float:
    return sum(map(points_of_signs().__getitem__, signs_of_lengths(above, below)))


def _by_dates(page: Surroundings) -> Mapping[int, float]:
    """From the position of a line to the points that it has by dates and bylines in it and around it."""
    points = points_of_signs()
    beside: defaultdict[int, float] = defaultdict(float)
    for found, name in ((page.dated, "date"), (page.signed, "byline")):
        for n in found:
            beside[n - 1] += points[f"{name}_directly_below"]
        for n in {n - step for n in found for step in range(1, BELOW + 1)}:
            beside[n] += points[f"{name}_below"]
    for n in page.dated:
        beside[n] += points["has_a_date"]
        beside[n + 1] += points["date_above"]
    return beside


def _by_other_lines(page: Surroundings) -> Callable[[int], float]:
    """What tells the most that the line at a position gains by what the page declares, or prints on other lines."""
    points = points_of_signs()
    twice, trail, begins = (
        max(0, points[sign]) for sign in ("printed_twice_in_a_row", "ends_a_trail", "begins_the_page_title")
    )
    trails = "\n".join([*(text for text in page.counts if CRUMB.search(text)), ""])
    heads = [line for line in page.head if BAR.search(line)]
    declared = {
        **dict.fromkeys(page.titles.begins, points["begins_the_declared"]),
        **dict.fromkeys(page.titles.whole, points["is_declared"]),
    }

    def most(n: int) -> float:
        whole = page.near[n].block.text
        text = whole.rstrip()
        found = twice if page.counts[whole] > 1 else 0
        if len(text) > SHORTEST_CRUMB and f"{text[-SHORTEST_CRUMB:]}\n" in trails:
            found += trail
        if heads and any(head.startswith(text) for head in heads):
            found += begins
        return found + declared.get(key(text), 0) if declared else found

    return most
