"""The most points that each line could have as a headline, by the signs that are quick to tell."""

import functools
from collections import Counter, defaultdict
from collections.abc import Sequence

from groats.document import Form, Verdict
from groats.stages.metadata.signs import (
    BY_TEXT,
    MANY,
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
        *("printed_twice_in_a_row", "ends_a_trail", "ends_another", "begins_the_page_title"),
        *("is_declared", "begins_the_declared"),
    }
)


def find_limits(page: Surroundings) -> dict[int, float]:
    """From the position of each line that may be the headline to no less than `weigh` gives it."""
    lines = [n for n, line in enumerate(page.tokens) if line]
    columns = (
        _by_words(page, lines),
        _by_text([page.near[n] for n in lines]),
        _by_place(page, lines),
        _by_dates(page, lines),
        _by_other_lines(page, lines),
    )
    return {n: _rest() + sum(points) for n, *points in zip(lines, *columns, strict=True)}


@functools.cache
def _rest() -> float:
    """The most that the signs could add that are not counted here."""
    rules = words("headline")
    others: list[float] = [
        value for sign, value in {**rules["points"], **rules["shares"]}.items() if sign not in _COUNTED
    ]
    return sum(max(0.0, value) for value in others) + _ROUNDING


def _by_words(page: Surroundings, lines: Sequence[int]) -> list[float]:
    """The points by the words that the article has too, and by how many words there are."""
    points = points_of_signs()
    known, often, counts = points["words"], points["words_often"], _by_count()
    shares = [page.article.share(page.tokens[n]) for n in lines]
    sizes = [counts[min(len(page.tokens[n]), MANY)] for n in lines]
    return [known * one + often * other + size for (one, other), size in zip(shares, sizes, strict=True)]


@functools.cache
def _by_count() -> tuple[float, ...]:
    """The points of each number of words up to `MANY`."""
    points = points_of_signs()
    return tuple(sum(points[sign] for sign in signs_of_count(count)) for count in range(MANY + 1))


def _by_text(verdicts: Sequence[Verdict]) -> list[float]:
    """The points by labels, forms and the signs of the text that are counted."""
    points = points_of_signs()
    counted = [(points[sign], has) for sign, has in BY_TEXT if sign in _COUNTED]
    found = [points.get(verdict.label, 0) for verdict in verdicts]
    for n, verdict in enumerate(verdicts):
        if verdict.block.form is Form.HEADING:
            found[n] += points["h1" if verdict.block.level == 1 else "other_heading"]
        text = verdict.block.text.rstrip()
        for value, has in counted:
            if has(text):
                found[n] += value
    return found


def _by_place(page: Surroundings, lines: Sequence[int]) -> list[float]:
    """The points by the places of lines, and by the lengths of those around them."""
    points, lengths = points_of_signs(), page.lengths
    found = [
        points["distance"] * min(REACH, max(0, page.start - n)) / REACH
        + _by_lengths(lengths[n - 1] if n else LONGEST, lengths[n + 1])
        for n in lines
    ]
    for place, n in enumerate(lines):
        if n == 0 and page.is_first:
            found[place] += points["first_line"]
        if n >= page.start:
            found[place] += points["is_the_first_paragraph" if n == page.start else "below_the_first_paragraph"]
        elif page.near[n + 1].keep:
            found[place] += points["directly_above_the_article"]
    return found


@functools.lru_cache(4096)
def _by_lengths(above: int, below: int) -> float:
    return sum(map(points_of_signs().__getitem__, signs_of_lengths(above, below)))


def _by_dates(page: Surroundings, lines: Sequence[int]) -> list[float]:
    """The points by dates and bylines in lines and around them."""
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
    return [beside[n] for n in lines]


def _by_other_lines(page: Surroundings, lines: Sequence[int]) -> list[float]:
    """The most that lines gain by what the page declares, or prints on other lines."""
    points = points_of_signs()
    twice, trail, another, begins = (
        max(0, points[sign])
        for sign in ("printed_twice_in_a_row", "ends_a_trail", "ends_another", "begins_the_page_title")
    )
    wholes = [page.near[n].block.text for n in lines]
    texts = list(map(str.rstrip, wholes))
    found = [twice if page.counts[whole] > 1 else 0 for whole in wholes]
    tails = Counter(text.rstrip()[-SHORTEST_CRUMB:] for text in page.counts)
    heads = [line for line in page.head if BAR.search(line)]
    declared = {
        **dict.fromkeys(page.titles.begins, points["begins_the_declared"]),
        **dict.fromkeys(page.titles.whole, points["is_declared"]),
    }
    for place, text in enumerate(texts):
        if len(text) > SHORTEST_CRUMB and tails[text[-SHORTEST_CRUMB:]] > 1:
            found[place] += trail + another
        if heads and any(head.startswith(text) for head in heads):
            found[place] += begins
        if declared:
            found[place] += declared.get(key(text), 0)
    return found
