"""What speaks for and against a line to be the headline: its shape, its place, its words and its neighbours."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from groats.document import Form, Verdict
from groats.stages.metadata.surroundings import BAR, BELOW, PARAGRAPH, REACH, SMALL, Surroundings
from groats.stages.metadata.words import fold, key, words

_FEW, _SEVERAL, _MANY = 2, 8, 25  # words
_CRUMBS_ABOVE = 12
_SHORTEST_CRUMB = 8  # letters
_ITEM = 25  # characters of a menu item

_TRAIL = re.compile(r"[>»›]|\s[/|→]\s")
_CRUMB = re.compile("[>»›/→|]")
_FIRST = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]{1,12}")  # "HomeSport": scrapers glue
_SENTENCE_ENDS = (".", "。", ";", ":", "：", ",")

# Whether a line has a sign by its text and the number of its words.
_SHAPES: tuple[tuple[str, Callable[[str, int], bool]], ...] = (
    ("one_word", lambda _, count: count == 1),
    ("two_words", lambda _, count: count == _FEW),
    ("three_words", lambda _, count: count == _FEW + 1),
    ("five_words_or_more", lambda _, count: count > _FEW + 2),
    ("eight_words_or_more", lambda _, count: count >= _SEVERAL),
    ("25_words_or_more", lambda _, count: count >= _MANY),
    ("begins_small", lambda text, _: text[:1].islower()),
    ("title_case", lambda text, _: _is_in_title_case(text)),
    ("capitals", lambda text, _: text.isupper()),
    ("has_a_comma", lambda text, _: "," in text),
    ("has_a_colon", lambda text, _: ":" in text or "：" in text),
    ("has_a_bar", lambda text, _: BAR.search(text) is not None),
    ("ends_like_a_sentence", lambda text, _: text.endswith(_SENTENCE_ENDS)),
    ("is_a_trail", lambda text, _: _TRAIL.search(text) is not None),
    ("begins_a_trail", lambda text, _: _begins_a_trail(text)),
)


def weigh(page: Surroundings, n: int) -> float:
    """How much speaks for the line at `n` to be the headline."""
    points = _points()
    return float(sum(points.get(sign, 0) * value for sign, value in measure(page, n)))


@functools.cache
def _points() -> Mapping[str, float]:
    """The points of each sign, share and label."""
    rules = words("headline")
    return {**rules["points"], **rules["shares"], **rules["labels"]}


def measure(page: Surroundings, n: int) -> Iterator[tuple[str, float]]:
    """The signs and the label that the line at `n` has, each 1, and its shares (0 to 1), by their names."""
    verdict, line = page.near[n], page.tokens[n]
    text = verdict.block.text.rstrip()
    known, often = page.shares[n] if len(line) > 1 else page.article.share(line)
    yield "words", known
    yield "words_often", often
    yield "distance", min(REACH, max(0, page.start - n)) / REACH
    if len(line) > 1:
        yield "pairs", sum(pair in page.article.pairs for pair in pairwise(line)) / (len(line) - 1)
    yield verdict.label, 1
    if verdict.block.form is Form.HEADING:
        yield "h1" if verdict.block.level == 1 else "other_heading", 1
    for sign, has in _SHAPES:
        if has(text, len(line)):
            yield sign, 1
    for signs in (_by_place(page, n, text), _by_dates(page, n), _by_length(page.near, n), _by_titles(page, text)):
        for sign in signs:
            yield sign, 1


def _by_place(page: Surroundings, n: int, text: str) -> Iterator[str]:
    if _ends_a_trail(page.near[max(0, n - _CRUMBS_ABOVE) : n], text):
        yield "ends_a_trail"
    if n >= page.start:
        yield "is_the_first_paragraph" if n == page.start else "below_the_first_paragraph"
    elif page.near[n + 1].keep:
        yield "directly_above_the_article"
    if any(verdict.keep for verdict in page.near[max(0, n - BELOW + 1) : n]):
        yield "kept_above"
    if page.counts[page.near[n].block.text] > 1:
        yield "printed_twice"
        if any(near.block.text == page.near[n].block.text for near in page.near[max(0, n - 2) : n]):
            yield "printed_twice_in_a_row"
    if n == 0 and page.is_first:
        yield "first_line"


def _by_dates(page: Surroundings, n: int) -> Iterator[str]:
    """The signs of dates and bylines in the line and around it."""
    below = slice(n + 1, n + 1 + BELOW)
    if n and page.dated[n - 1]:
        yield "date_above"
    if page.dated[n]:
        yield "has_a_date"
    if any(page.dated[below]):
        yield "date_below"
    if any(page.dated[n + 1 : n + 2]):
        yield "date_directly_below"
    if any(page.signed[below]):
        yield "byline_below"
    if any(page.signed[n + 1 : n + 2]):
        yield "byline_directly_below"


def _by_length(near: Sequence[Verdict], n: int) -> Iterator[str]:
    """The signs of the lines directly above and below: menu items are short, a standfirst is long."""
    below = len(near[n + 1].block.text) if n + 1 < len(near) else PARAGRAPH
    if below >= PARAGRAPH:
        yield "long_below"
    elif below <= _ITEM:
        yield "short_below"
    if n and len(near[n - 1].block.text) <= _ITEM:
        yield "short_above"


def _by_titles(page: Surroundings, text: str) -> Iterator[str]:
    """The signs of what the page declares or prints elsewhere: its title, its owner."""
    if _begins_title(page.head, text):
        yield "begins_the_page_title"
    if not (page.owners or page.titles.whole):
        return
    letters = key(text)
    if letters in page.titles.whole:
        yield "is_declared"
    elif letters in page.titles.begins:
        yield "begins_the_declared"
    if letters in page.titles.sites or letters in page.owners:
        yield "names_the_owner"


def _is_in_title_case(text: str) -> bool:
    """Whether All of the Longer Words Begin so."""
    longer = [word for word in text.split() if len(word) > SMALL and word.isalpha()]
    return len(longer) > _FEW and all(word[0].isupper() for word in longer)


def _ends_a_trail(above: Sequence[Verdict], text: str) -> bool:
    """Whether one of the lines above is a trail whose last crumb is the text."""
    tail = text[-_SHORTEST_CRUMB:]
    return len(text) > _SHORTEST_CRUMB and any(
        verdict.block.text.endswith(tail)
        and len(verdict.block.text) > len(text)
        and _CRUMB.search(verdict.block.text) is not None
        and _ends_with(verdict.block.text, text)
        for verdict in above
    )


@functools.lru_cache(64)
def _ends_with(trail: str, text: str) -> bool:
    return key(trail).endswith(key(text))


def _begins_a_trail(text: str) -> bool:
    """Whether a line begins with "Home" and goes on: a trail whose marks are lost."""
    first = _FIRST.match(text)
    return first is not None and first.end() < len(text) and fold(first[0]) in _homes()


@functools.cache
def _homes() -> frozenset[str]:
    return frozenset(map(fold, words("site")["trail"]["home"]))


def _begins_title(head: Sequence[str], text: str) -> bool:
    """Whether one of the page's first lines is its title: the text, a bar or a dash, the site's name."""
    return any(line.startswith(text) and BAR.match(line, len(text)) is not None for line in head)
