"""Which line of a page is its headline, by its place, its shape and the words that it shares with the article."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from groats.document import Form, Label, Verdict
from groats.stages.metadata.dates import may_hold_date
from groats.stages.metadata.words import fold, key, words

_REACH = 60  # blocks above the first paragraph
_INTO = 4  # blocks from there: some pages print a summary above their headline
_PARAGRAPH = 80  # characters
_LIKELY = 0.4  # to be content, for a paragraph that the article may begin with
_LONGEST = 250
_SAMPLE = 2_500  # characters of the article whose words are counted
_OFTEN = 5  # times that a word of the article is counted
_SMALL = 3  # letters of a word that says little
_FEW = 2  # words
_MANY = 25
_LONG_DATE = 60  # characters: a longer line with a date is a sentence
_HEAD = 3  # blocks at the beginning of a page, where some scrapers leave its title
_BELOW = 4  # lines below a headline among which its date stands
_CRUMBS_ABOVE = 12
_SHORTEST_CRUMB = 8  # letters

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")
_PAIR = re.compile(r"[^:：.]{2,24}[:：] ?\S")  # "Pay: 20 a day": one beside another is a row of facts
_TRAIL = re.compile(r"[>»›]|\s[/|→]\s")
_BAR = re.compile(r"\s+[|–—·•-]\s|\s?\|")
_CRUMB = re.compile("[>»›/→|]")
_SENTENCE_ENDS = (".", "。", ";", ":", "：", ",")


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each word stands in the beginning of the article, and the pairs of neighbouring words there."""

    counts: Mapping[str, int]
    pairs: frozenset[tuple[str, str]]

    def share(self, line: Sequence[str]) -> tuple[float, float]:
        """The share (0 to 1) of a line's longer words that the article has, and the same by how often it has them."""
        telling = [word for word in line if len(word) > _SMALL] or line
        counts = [min(self.counts.get(word, 0), _OFTEN) for word in telling]
        return sum(map(bool, counts)) / len(counts), sum(counts) / _OFTEN / len(counts)


def find_headline(verdicts: Sequence[Verdict]) -> int | None:
    """The position of the headline among the blocks of a page; None where no line is like one.

    Where none has points enough, the one that the decision took for the headline stays it.
    """
    start = _first_paragraph(verdicts)
    if start is None:
        return None
    labelled = next((n for n, verdict in enumerate(verdicts) if _is_title(verdict)), None)
    if labelled == 0:
        return 0  # a page that begins with its title is a clean text
    first = max(0, min(start, start if labelled is None else labelled) - _REACH)
    page = _gather(verdicts, first, start)
    best, most = labelled, float(words("headline")["least"])
    for n in range(min(len(page.near), page.start + _INTO)):
        if page.tokens[n] and (points := _weigh(page, n)) > most:
            best, most = first + n, points
    return best


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The blocks around the beginning of the article, and of each its words, their shares, and whether it is dated.

    `start` is the position of the first paragraph among them, `head` the first lines of the page, `counts` how often
    each text stands among them; `is_first` says that the first of them is that of the page.
    """

    near: Sequence[Verdict]
    start: int
    is_first: bool
    tokens: Sequence[Sequence[str]]
    shares: Sequence[tuple[float, float]]
    dated: Sequence[bool]
    counts: Mapping[str, int]
    head: Sequence[str]
    article: _Words


def _gather(verdicts: Sequence[Verdict], first: int, start: int) -> _Surroundings:
    near = verdicts[first : start + _INTO + _BELOW]
    article = _read(verdicts[start:])
    pairs = [False, *(_PAIR.match(verdict.block.text) is not None for verdict in near), False]
    tokens = [
        _WORD.findall(fold(verdict.block.text))
        if _may_be(verdict) and not (pairs[n] and (pairs[n - 1] or pairs[n + 1]))
        else ()
        for n, verdict in enumerate(near, 1)
    ]
    return _Surroundings(
        near=near,
        start=start - first,
        is_first=first == 0,
        tokens=[
            line if len(line) > 1 or _stands_out(verdict) else () for line, verdict in zip(tokens, near, strict=True)
        ],
        shares=[article.share(line) if len(line) > 1 else (0.0, 0.0) for line in tokens],
        dated=[_is_dated(verdict) for verdict in near],
        counts=Counter(verdict.block.text for verdict in near),
        head=[verdict.block.text for verdict in verdicts[:_HEAD]],
        article=article,
    )


def _stands_out(verdict: Verdict) -> bool:
    """Whether a line of one word may be the headline at all."""
    return _is_title(verdict) or (verdict.block.form is Form.HEADING and verdict.block.level == 1)


def _begins_title(head: Sequence[str], text: str) -> bool:
    """Whether one of the page's first lines is its title: the text, a bar or a dash, the site's name."""
    return any(line.startswith(text) and _BAR.match(line, len(text)) is not None for line in head)


def _first_paragraph(verdicts: Sequence[Verdict]) -> int | None:
    """Where the article begins: its first likely paragraph that is long, else its first line."""
    kept = [n for n, verdict in enumerate(verdicts) if verdict.keep]
    for n in kept:
        if len(verdicts[n].block.text) >= _PARAGRAPH and verdicts[n].score >= _LIKELY and not _is_title(verdicts[n]):
            return n
    return kept[0] if kept else None


def _is_title(verdict: Verdict) -> bool:
    return verdict.keep and verdict.label is Label.TITLE


def _may_be(verdict: Verdict) -> bool:
    return 1 < len(verdict.block.text) <= _LONGEST


def _read(verdicts: Sequence[Verdict]) -> _Words:
    found: list[str] = []
    size = 0
    for verdict in verdicts:
        if verdict.keep and len(verdict.block.text) >= _PARAGRAPH * 3 // 4:
            text = verdict.block.text[: _SAMPLE - size]
            found += _WORD.findall(fold(text))
            size += len(text)
            if size >= _SAMPLE:
                break
    return _Words(Counter(found), frozenset(pairwise(found)))


def _weigh(page: _Surroundings, n: int) -> float:
    """How much speaks for the line at `n` to be the headline."""
    verdict, line, rules = page.near[n], page.tokens[n], words("headline")
    shares = rules["shares"]
    known, often = page.shares[n] if len(line) > 1 else page.article.share(line)
    points = shares["likelihood"] * verdict.score + shares["words"] * known + shares["words_often"] * often
    points += shares["distance"] * min(_REACH, max(0, page.start - n)) / _REACH
    if len(line) > 1:
        pairs = sum(pair in page.article.pairs for pair in pairwise(line))
        points += shares["pairs"] * pairs / (len(line) - 1)
    below = page.near[n + 1].block.text if n + 1 < len(page.near) and len(page.tokens[n + 1]) > _FEW else "."
    if not below.endswith((".", "。")):
        points += shares["words_of_the_next"] * page.shares[n + 1][0]
    if not verdict.keep:
        points += rules["labels"].get(verdict.label, 0)
    return float(points + sum(map(rules["points"].__getitem__, _signs(page, n))))


def _signs(page: _Surroundings, n: int) -> Iterator[str]:  # noqa: C901, PLR0912 - a branch for each sign
    """The names of the signs that the line at `n` has."""
    block, count = page.near[n].block, len(page.tokens[n])
    text = block.text.rstrip()
    if _is_title(page.near[n]):
        yield "labelled_title"
    if block.form is Form.HEADING and block.level == 1:
        yield "h1"
    if count <= _FEW + 1:
        yield ("one_word", "two_words", "three_words")[count - 1]
    elif count > _FEW + 2:
        yield "five_words_or_more"
    if count >= _MANY:
        yield "25_words_or_more"
    if text.endswith(_SENTENCE_ENDS):
        yield "ends_like_a_sentence"
    if _ends_a_trail(page.near[max(0, n - _CRUMBS_ABOVE) : n], text):
        yield "ends_a_trail"
    if _TRAIL.search(text) is not None:
        yield "is_a_trail"
    if n >= page.start:
        yield "is_the_first_paragraph" if n == page.start else "below_the_first_paragraph"
    if any(page.dated[n + 1 : n + 1 + _BELOW]):
        yield "date_below"
    if page.counts[block.text] > 1:
        yield "printed_twice"
    if n == 0 and page.is_first:
        yield "first_line"
    if _begins_title(page.head, block.text):
        yield "begins_the_page_title"


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


def _is_dated(verdict: Verdict) -> bool:
    text = verdict.block.text
    return verdict.label is Label.DATE or (len(text) < _LONG_DATE and may_hold_date(text))
