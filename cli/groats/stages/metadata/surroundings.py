"""The lines around the beginning of an article, with all that its headline is found by: read once for each page."""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from groats.document import Form, Label, Verdict
from groats.stages.metadata.dates import may_hold_date
from groats.stages.metadata.words import fold, key, words

REACH = 60  # blocks above the first paragraph
INTO = 4  # blocks from there: some pages print a summary above their headline
BELOW = 4  # lines below a headline among which its date stands
PARAGRAPH = 80  # characters
LONGEST = 250
SMALL = 3  # letters of a word that says little
BAR = re.compile(r"\s+[|–—·•-]\s|\s?\|")
_LONGEST_FACT = 40
_SAMPLE = 2_500  # characters of the article whose words are counted
_OFTEN = 5  # times that a word of the article is counted
_LONG_DATE = 60  # characters: a longer line with a date is a sentence
_HEAD = 3  # blocks at the beginning of a page, where some scrapers leave its title
_MOST = 10  # titles that a page declares, and bars in each
_FOOT = 60  # blocks at its end, where its owner stands

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")
_PAIR = re.compile(r"[^:：.]{2,24}[:：] ?\S")  # "Pay: 20 a day": one beside another is a row of facts
_LEAD_END = re.compile(r"[:：\s]")


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each word stands in the beginning of the article, and the pairs of neighbouring words there."""

    counts: Mapping[str, int]
    pairs: frozenset[tuple[str, str]]

    def share(self, line: Sequence[str]) -> tuple[float, float]:
        """The share (0 to 1) of a line's longer words that the article has, and the same by how often it has them."""
        telling = [word for word in line if len(word) > SMALL] or line
        counts = [min(self.counts.get(word, 0), _OFTEN) for word in telling]
        return sum(map(bool, counts)) / len(counts), sum(counts) / _OFTEN / len(counts)


@dataclass(frozen=True, slots=True)
class Titles:
    """The letters of the titles that a page declares, of their parts before a bar or a dash, and of the site's name.

    What stands behind the bar is the site's name where the part before it is declared on its own as well.
    """

    whole: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    sites: frozenset[str]


def read_titles(titles: Sequence[str]) -> Titles:
    """The declared titles and their parts."""
    whole = frozenset(map(key, titles[:_MOST])) - {""}
    parts = [
        (key(title[: bar.start()]), key(title[bar.end() :]))
        for title in titles[:_MOST]
        for bar in islice(BAR.finditer(title), _MOST)
    ]
    sites = frozenset(end for begin, end in parts if begin in whole)
    begins, ends = (frozenset(column) for column in zip(*parts, strict=True)) if parts else (frozenset(), frozenset())
    return Titles(whole, begins, ends - sites, sites - whole)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The blocks around the beginning of the article, and of each its words, their shares, and whether dated or signed.

    `start` is the position of the first paragraph among them, `head` the first lines of the page, `counts` how often
    each text stands among them, `owners` the letters of the page's copyright lines; `is_first` says that the first of
    the blocks is that of the page.
    """

    near: Sequence[Verdict]
    start: int
    is_first: bool
    tokens: Sequence[Sequence[str]]
    shares: Sequence[tuple[float, float]]
    dated: Sequence[bool]
    signed: Sequence[bool]
    owners: str
    counts: Mapping[str, int]
    head: Sequence[str]
    article: _Words
    titles: Titles


def gather(verdicts: Sequence[Verdict], first: int, start: int, titles: Titles) -> Surroundings:
    """The surroundings of the first paragraph, at `start`, from the block at `first` on."""
    near = verdicts[first : start + INTO + BELOW]
    article = _read(verdicts[start:])
    pairs = [False, *map(_is_fact, near), False]
    tokens = [
        _WORD.findall(fold(verdict.block.text))
        if 1 < len(verdict.block.text) <= LONGEST and not (pairs[n] and (pairs[n - 1] or pairs[n + 1]))
        else ()
        for n, verdict in enumerate(near, 1)
    ]
    return Surroundings(
        near=near,
        start=start - first,
        is_first=first == 0,
        tokens=[
            line if len(line) > 1 or _stands_out(verdict) else () for line, verdict in zip(tokens, near, strict=True)
        ],
        shares=[article.share(line) if len(line) > 1 else (0.0, 0.0) for line in tokens],
        dated=[_is_dated(verdict) for verdict in near],
        signed=[_is_signed(verdict) for verdict in near],
        owners=_owners(verdicts),
        counts=Counter(verdict.block.text for verdict in near),
        head=[verdict.block.text for verdict in verdicts[:_HEAD]],
        article=article,
        titles=titles,
    )


def _is_fact(verdict: Verdict) -> bool:
    text = verdict.block.text
    return len(text) <= _LONGEST_FACT and not is_title(verdict) and _PAIR.match(text) is not None


def _stands_out(verdict: Verdict) -> bool:
    """Whether a line of one word may be the headline at all."""
    return is_title(verdict) or (verdict.block.form is Form.HEADING and verdict.block.level == 1)


def is_title(verdict: Verdict) -> bool:
    """Whether the decision took the line for the title."""
    return verdict.keep and verdict.label is Label.TITLE


def _read(verdicts: Sequence[Verdict]) -> _Words:
    found: list[str] = []
    size = 0
    for verdict in verdicts:
        if verdict.keep and len(verdict.block.text) >= PARAGRAPH * 3 // 4:
            text = verdict.block.text[: _SAMPLE - size]
            found += _WORD.findall(fold(text))
            size += len(text)
            if size >= _SAMPLE:
                break
    return _Words(Counter(found), frozenset(pairwise(found)))


def _is_dated(verdict: Verdict) -> bool:
    text = verdict.block.text
    return verdict.label is Label.DATE or (len(text) < _LONG_DATE and may_hold_date(text))


def _is_signed(verdict: Verdict) -> bool:
    """Whether a line is a byline: by its label, or by its first word."""
    text = verdict.block.text[:_LONG_DATE]
    return verdict.label is Label.BYLINE or (len(text) < _LONG_DATE and fold(_LEAD_END.split(text, 1)[0]) in _leads())


@functools.cache
def _leads() -> frozenset[str]:
    return frozenset(fold(lead) for leads in words("names")["leads"].values() for lead in leads)


def _owners(verdicts: Sequence[Verdict]) -> str:
    """The letters of the page's copyright lines."""
    last = verdicts[-_FOOT:]
    return " ".join(key(verdict.block.text[:LONGEST]) for verdict in last if "©" in verdict.block.text)
