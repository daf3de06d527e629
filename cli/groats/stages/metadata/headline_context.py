"""The lines around the beginning of an article, with all that its headline is found by: read once for each page."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from groats.document import Form, Label, Verdict
from groats.stages.metadata.dates import may_hold_date
from groats.stages.metadata.words import byline_leads, fold, key, split_words

REACH = 60  # blocks above the first paragraph
_INTO = 4  # blocks from there: some pages print a summary above their headline
BELOW = 4  # lines below a headline among which its date stands
PARAGRAPH = 80  # characters
LONGEST = 250
TAIL = 8  # characters by which lines that end alike are found
SMALL = 3  # letters of a word that says little
BAR = re.compile(r"\s+[|–—·•-]\s|\s?\|")
_LONGEST_FACT = 40
_SAMPLE = 2_500  # characters of the article whose words are counted
_OFTEN = 5  # times that a word of the article is counted
_LONG_DATE = 60  # characters: a longer line with a date is a sentence
_HEAD = 3  # blocks at the beginning of a page, where some scrapers leave its title
_MOST = 10  # titles that a page declares, and bars in each
_FOOT = 60  # blocks at its end, where its owner stands

_PAIR = re.compile(r"[^:：.]{2,24}[:：] ?\S")  # "Pay: 20 a day": one beside another is a row of facts
_LEAD_END = re.compile(r"[:：\s]")


@dataclass(frozen=True, slots=True)
class Words:
    """How often each word stands in the beginning of the article, and all pairs of neighbouring words in it."""

    counts: Mapping[str, int]
    pairs: AbstractSet[tuple[str, str]]

    def share(self, line: Sequence[str]) -> tuple[float, float]:
        """The share (0 to 1) of a line's longer words that the article has, and the same by how often it has them."""
        telling = [word for word in line if len(word) > SMALL] or line
        counts = [min(count, _OFTEN) for count in map(self.counts.get, telling) if count]
        return len(counts) / len(telling), sum(counts) / _OFTEN / len(telling)

    def share_of_pairs(self, line: Sequence[str]) -> float:
        """The share (0 to 1) of the pairs of neighbouring words in a line of two or more that the article has."""
        return sum(map(self.pairs.__contains__, pairwise(line))) / (len(line) - 1)


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
class HeadlineContext:
    """The blocks around the beginning of the article, and the words of each that may be the headline, () of others.

    `lengths` are the characters of each block, and below the last those of a paragraph; `tails` the positions of those
    that end with the same characters.
    `start` is the position of the first paragraph among them, `dated` and `signed` those of lines with a date and of
    bylines; `head` the first lines of the page, `counts` how often each text stands among the blocks, `owners` the
    letters of the page's copyright lines; `is_first` says that the first of the blocks is that of the page.
    """

    near: Sequence[Verdict]
    lengths: Sequence[int]
    tails: Mapping[str, Sequence[int]]
    start: int
    is_first: bool
    tokens: Sequence[Sequence[str]]
    dated: AbstractSet[int]
    signed: AbstractSet[int]
    owners: str
    counts: Mapping[str, int]
    head: Sequence[str]
    article: Words
    titles: Titles


def gather_context(verdicts: Sequence[Verdict], first: int, start: int, titles: Titles) -> HeadlineContext:
    """The surroundings of the first paragraph, at `start`, from the block at `first` on."""
    near = verdicts[first : start + _INTO + BELOW]
    texts = [verdict.block.text for verdict in near]
    tokens = split_words(text if len(text) <= LONGEST else "" for text in texts)
    facts = {n for n, text in enumerate(texts) if (":" in text or "：" in text) and _is_fact(near[n])}
    rows = {n for n in facts if n - 1 in facts or n + 1 in facts}
    tails: defaultdict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        tails[text.rstrip()[-TAIL:]].append(n)
    places = range(start - first + _INTO)  # where a headline may stand
    return HeadlineContext(
        near=near,
        lengths=[*map(len, texts), PARAGRAPH],
        tails=tails,
        start=start - first,
        is_first=first == 0,
        tokens=[
            line if n not in rows and len(texts[n]) > 1 and (len(line) > 1 or (line and _stands_out(near[n]))) else ()
            for n, line in zip(places, tokens, strict=False)
        ],
        dated={n for n, verdict in enumerate(near) if verdict.label is Label.DATE or _may_be_date(texts[n])},
        signed={
            n
            for n, (verdict, line) in enumerate(zip(near, tokens, strict=True))
            if verdict.label is Label.BYLINE or (line and line[0] in _first_words() and _is_led(texts[n]))
        },
        owners=_owners(verdicts[-_FOOT:]),
        counts=Counter(texts),
        head=[verdict.block.text[: 2 * LONGEST] for verdict in verdicts[:_HEAD]],
        article=_read(verdicts[start:]),
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


def _read(verdicts: Sequence[Verdict]) -> Words:
    """The words of the first paragraphs."""
    parts: list[str] = []
    size = 0
    for verdict in verdicts:
        if verdict.keep and len(verdict.block.text) >= PARAGRAPH * 3 // 4:
            parts.append(verdict.block.text[: _SAMPLE - size])
            size += len(parts[-1])
            if size >= _SAMPLE:
                break
    found = list(chain.from_iterable(split_words(parts)))
    return Words(Counter(found), set(pairwise(found)))


def _may_be_date(text: str) -> bool:
    return len(text) < _LONG_DATE and may_hold_date(text)


def _is_led(text: str) -> bool:
    """Whether the first word of a short line says that it is a byline."""
    return len(text) < _LONG_DATE and fold(_LEAD_END.split(text, 1)[0]) in byline_leads()


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(found[0] for found in split_words(byline_leads()))


def _owners(verdicts: Sequence[Verdict]) -> str:
    """The letters of the copyright lines."""
    return " ".join([key(verdict.block.text[:LONGEST]) for verdict in verdicts if "©" in verdict.block.text])
