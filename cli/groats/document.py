"""The nouns of groats, all frozen: what flows from stage to stage.

Lines, blocks and hits are named tuples, made in half the time of a frozen dataclass: a page has hundreds of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, NamedTuple, TypeAlias

Kind = Literal["text", "html"]
Explain: TypeAlias = Callable[[int], tuple[str, ...]]  # the reasons of the verdict at a position


class Label(StrEnum):
    """What a line of a page is: a closed vocabulary, kept labels first."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"

    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    APP_STORE = "app_store"
    SHARE = "share"
    TAGS = "tags"
    BYLINE = "byline"
    DATE = "date"
    BIO = "bio"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    CONSENT = "consent"
    PAYWALL = "paywall"
    LEGAL = "legal"
    MEDIA = "media"
    DUPLICATE = "duplicate"
    METADATA = "metadata"
    OTHER = "other"

    @property
    def is_kept(self) -> bool:
        """Whether lines of this label are part of the article unless the user says otherwise."""
        return self in KEPT_LABELS


KEPT_LABELS = frozenset(
    {
        Label.TITLE,
        Label.HEADING,
        Label.PARAGRAPH,
        Label.LIST,
        Label.QUOTE,
        Label.CODE,
        Label.TABLE,
        Label.CAPTION,
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """The input as characters, and how it was read.

    `encoding` is the Python codec that the bytes were read with ("str" for input that was characters already).
    `repaired` counts the bytes that this codec could not read and that were mended one by one.
    """

    text: str
    encoding: str
    size: int
    repaired: int = 0


class Line(NamedTuple):
    """One line of the input: its number from 1, its span in `Source.text`, and its text as a reader sees it.

    The span includes the line's terminator: the spans of all lines of a page, put together, give the source back.
    """

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What markup says of a block; plain text has none, Markdown only the share of link text.

    `tag` is the block's own element; `landmark` the nearest of main, article, nav, aside, header, footer, form around;
    `depth` counts the elements around it; `link_share` is the share (0 to 1) of its characters that are link text;
    `names` are the ids and classes around it, nearest first, space-separated. `origin` says where it stands that a
    browser does not show at once: "folded", "hidden", "noscript", "template", "json-ld" or "data" ("" where it does).
    `links` are those in its text, in order: the words of each, and its address as the page has it. `box` is the place
    of the block's element in `Page.boxes`.
    """

    link_share: float = 0.0
    tag: str = ""
    landmark: str = ""
    depth: int = 0
    names: str = ""
    origin: str = ""
    links: tuple[tuple[str, str], ...] = ()
    box: int = 0


class Form(StrEnum):
    """The form of a block, by its marks in text or its tags in HTML; says nothing of whether it is content."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


class Block(NamedTuple):
    """One or more lines of the input that read as one: a paragraph (hard-wrapped or not), an item, a row, a heading.

    `text` is what a reader reads: white space folded, marks and indentation taken off (in code both are kept,
    with line feeds between its lines; the cells of a table row are separated by " | ").
    `lines` are the input lines it was made of, at least one. `marker` is the list mark as the source has it
    ("*", "-", "1."), `level` the heading's level (1 to 6, 0 unknown) or the list item's depth (from 1).
    `blank_before` counts the blank lines above, `indent` is the first line's, in columns.
    """

    text: str
    lines: tuple[Line, ...]
    form: Form = Form.PARAGRAPH
    level: int = 0
    marker: str = ""
    indent: int = 0
    blank_before: int = 0
    hints: Hints | None = None


class Element(NamedTuple):
    """A box of the markup: the place in `Page.boxes` of the one around it, -1 for none, and its tag and classes."""

    outer: int
    look: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lines and blocks, with what its markup declares.

    Every non-blank line belongs to exactly one block, in order. `declared` holds the pairs (name, value) of an HTML
    head and its JSON-LD in document order: ("title", ...), ("lang", ...), ("meta:og:title", ...), ("ld:headline", ...),
    ("time", ...), ("canonical", ...). `warnings` names what had to be cut
    ("nesting_cut", "tags_cut", ...). `boxes` are the block elements with text in them or below, the outer before the
    inner; () for text.
    """

    kind: Kind
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    declared: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    boxes: tuple[Element, ...] = ()


class CueHit(NamedTuple):
    """That a cue was found in a block: evidence, not a decision.

    `whole` says that the cue accounts for the whole line, `opens` that what follows is likely of the same label.
    """

    name: str
    label: Label
    whole: bool = False
    opens: bool = False


class Shape(NamedTuple):
    """Counts of one block's text, in any script.

    `size` is its length in words, the characters of scripts without spaces counted by 1.7; `words` are its words in
    lower case; `features` are numbers (0 to 254) in the order of `groats.stages.features.shape.SHAPE_FEATURES`.
    """

    size: float
    words: tuple[str, ...]
    ends_sentence: bool
    has_date: bool
    features: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words and pairs of neighbouring words speak for, by the place that each is hashed to.

    `words` and `pairs` hold one byte a place: 127 says nothing, more speaks for content, less against it, in steps of
    1/32 of log-odds. `kinds` has for each kind of page such bytes of words: more speaks for that kind.
    """

    words: bytes
    pairs: bytes
    kinds: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of a page's blocks when it is decided which of them stay: one entry a block in each sequence.

    `headings` says which blocks read like one; `scores` are the likelihoods (0 to 1) that a block is content;
    `main_run` is the span (start, end) of blocks that holds most of the content; `title` is the position of the
    headline, if one was found.
    """

    page: Page
    shapes: Sequence[Shape]
    cues: Sequence[Sequence[CueHit]]
    headings: Sequence[bool]
    scores: Sequence[float]
    main_run: tuple[int, int]
    title: int | None


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


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One line of the input with the verdict on the block it is part of. Blank lines are `other` and never kept."""

    line: Line
    keep: bool
    label: Label
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; None or () where the page does not say.

    `date` (of publication; of the last update where nothing else is there) and `updated` are ISO 8601 and as precise
    as the page is; `language` is an ISO 639-1 code; `paywall` says whether only who pays may read all of it.
    `sources` names for each field that is known where the value comes from: a declaration ("ld:headline",
    "meta:author") or a place on the page ("heading", "byline", "copyright").
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    copyright: str | None = None
    updated: str | None = None
    paywall: bool | None = None
    sources: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the pages of a site share: on how many of its `pages` each line stands, for those on two or more.

    A line is known by its `groats.stages.familiar.fingerprint`. `site` is a host or a directory, for people to read.
    """

    site: str
    pages: int
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Options:
    """How to clean: `kind` None finds out by itself; `keep` and `drop` move labels to the other side.

    `explain` gives every verdict its reasons, with which a page takes two to three times as long.
    `whole` reads all of the page, however long; else its beginning, a second's worth, with the warning `cut_short`.

    `now` is the moment at which the page was scraped: without it, "3 hours ago" is no date.

    `rules` are the user's own (see `groats.rules.load_rules`): they win over the decision. `source` is the page's
    name, by which a rule may say that it is for some pages only.

    `profile` tells what other pages of the site have too: such lines are likelier furniture.
    """

    kind: Kind | None = None
    encoding: str | None = None
    url: str | None = None
    keep: frozenset[Label] = frozenset()
    drop: frozenset[Label] = frozenset()
    rules: Any = None  # a groats.rules.Rules: the nouns know no other layer
    source: str | None = None
    profile: Profile | None = None
    explain: bool = False
    whole: bool = True
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned page: the kept text, the metadata, and the verdict on every block of the page."""

    text: str
    metadata: Metadata
    verdicts: tuple[Verdict, ...]
    confidence: float
    warnings: tuple[str, ...]
    source: Source
    page: Page = field(repr=False)
    url: str | None = None

    @property
    def title(self) -> str | None:
        """The article's title, None where the page has none."""
        return self.metadata.title

    @property
    def lines(self) -> tuple[JudgedLine, ...]:
        """Every line of the input with its verdict, in order."""
        judged = {
            line.number: JudgedLine(line, verdict.keep, verdict.label, verdict.score, verdict.reasons)
            for verdict in self.verdicts
            for line in verdict.block.lines
        }
        return tuple(
            judged.get(line.number) or JudgedLine(line, keep=False, label=Label.OTHER, score=0.0, reasons=("blank",))
            for line in self.page.lines
        )


@dataclass(frozen=True, slots=True)
class Inspection:
    """An article whose verdicts have no reasons yet, what its confidence rests on, and what finds the reasons."""

    article: Article
    measures: Mapping[str, float]
    explain: Explain
