"""What is found out about the blocks of a page, and what is decided of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from groats.document.label import Label
from groats.document.page import Block, Page

WALL_SHARE = 0.12  # of a page's lines with a cue of consent, where it is a wall: a banner has fewer beside an article
_FEWEST_LETTERS = 5  # of a line with a number that is more than a price: "NOK 99"


class CueHit(NamedTuple):
    """That a cue was found in a block: evidence, not a decision.

    `whole` says that the cue accounts for the whole line, `opens` that what follows is likely of the same label.
    """

    name: str
    label: Label
    whole: bool = False
    opens: bool = False


class Shape(NamedTuple):
    """What counts of one block's text, in any script.

    `size` is its length in words, the characters of scripts without spaces counted by 1.7; `words` are its words in
    lower case.
    """

    size: float
    words: tuple[str, ...]
    ends_sentence: bool
    has_date: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words, pairs of neighbouring words and names of boxes speak for, by the place that each is hashed to.

    `words`, `pairs` and `names` hold one byte a place: 127 says nothing, more speaks for content, less against it, in
    steps of 1/32 of log-odds. `kinds` has for each kind of page such bytes of words: more speaks for that kind.
    """

    words: bytes
    pairs: bytes
    names: bytes
    kinds: dict[str, bytes]


@dataclass(frozen=True)
class Evidence:
    """All that is known of a page's blocks when it is decided which of them stay: one entry a block in each sequence.

    `headings` says which blocks read like one; `scores` are the likelihoods (0 to 1) that a block is content, and
    `own_scores` the same by what the page itself says, without the profile of its site; `main_run` is the span (start,
    end) of blocks that holds most of the content; `title` is the position of the headline, if one was found; `lead` is
    how far the words of the page speak for an article, -1 to 1. `is_notice` says that the page is an error or the like,
    in the place of one.
    """

    page: Page
    shapes: Sequence[Shape]
    cues: Sequence[Sequence[CueHit]]
    headings: Sequence[bool]
    scores: Sequence[float]
    own_scores: Sequence[float]
    main_run: tuple[int, int]
    title: int | None
    lead: float = 0.0
    is_notice: bool = False

    @cached_property
    def cued(self) -> Counter[Label]:
        """How many blocks have a cue of each label."""
        return Counter(label for hits in self.cues if hits for label in {hit.label for hit in hits})

    @cached_property
    def sizes(self) -> list[float]:
        """The lengths of the blocks in words."""
        return [shape.size for shape in self.shapes]


class Doubt(NamedTuple):
    """How much more content a page in doubt is taken to have than its scores promise, see `groats.stages.threshold`."""

    rise: float
    fall: float


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a block stays, and the rule that settled it, as a reason ("" where the score did)."""

    keep: bool
    rule: str = ""


class Ruling(NamedTuple):
    """What a rule of the user says of a block: whether it stays, as what (None: what it is), and which rule says so."""

    keep: bool
    reason: str
    label: Label | None = None


class Verdict(NamedTuple):
    """Whether a block stays, as what, how sure (`score`, 0 to 1: the likelihood that it is content), and why."""

    block: Block
    keep: bool
    label: Label
    score: float
    reasons: tuple[str, ...] = ()


def is_gate(verdict: Verdict, hits: Sequence[CueHit]) -> bool:
    """Whether a block of a paywall says that there is one, and is neither a price nor a button ("Start free trial").

    `hits` are its cues; what only stands beside such a block says nothing.
    """
    hints = verdict.block.hints
    if verdict.label is not Label.PAYWALL or not any(hit.label is Label.PAYWALL for hit in hits):
        return False
    return not is_price(verdict.block.text) and (hints is None or hints.link_share < 1)


def is_price(text: str) -> bool:
    """Whether a text is a number with hardly a letter beside it: a price, a size, a count."""
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) < _FEWEST_LETTERS
