"""What comes out: an article, its metadata and every line with its verdict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from groats.document.evidence import Verdict
from groats.document.label import Label
from groats.document.page import Line, Page, Source

Explain: TypeAlias = Callable[[int], tuple[str, ...]]  # the reasons of the verdict at a position


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One line of the input with the verdict on the block it is part of. Blank lines are `other` and never kept.

    `score` is the likelihood (0 to 1) that it is content; `reasons` are the strongest first, () unless they were asked
    for with `Options.explain`.
    """

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
class Article:
    """A cleaned page: the kept text, the metadata, and the verdict on every block of the page.

    `text` is the body without the title, paragraphs separated by a blank line, "" where nothing was kept. `confidence`
    is the likelihood (0 to 1) that its word F1 is .9 or more; `warnings` name what is wrong with the page ("paywall").
    `source` is the input as characters, `page` its lines and blocks as they were read, `url` the address if one was
    given.
    """

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
