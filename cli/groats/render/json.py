"""An article as JSON of the schema "groats/1", and its lines as JSON Lines."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from groats.document import Article, Kind, Label
from groats.render.text import without_surrogates

_DIGITS = 3  # of scores and of the confidence


class Input(Struct, frozen=True):
    """What was read, and how."""

    kind: Annotated[Kind, Meta(description="Whether the input was read as plain text or as HTML.")]
    encoding: Annotated[str, Meta(description="The codec that the bytes were read with; str for characters.")]
    bytes: Annotated[int, Meta(description="The size of the input.", ge=0)]
    lines: Annotated[int, Meta(description="The number of lines of the input, blank ones included.", ge=0)]


class Record(Struct, frozen=True, kw_only=True, tag_field="schema", tag="groats/1"):
    """A cleaned page. What the page does not say is null or []; keys may be added within groats/1, never renamed."""

    source: Annotated[str, Meta(description="The name of the input file, - for standard input.")]
    id: Annotated[str | UnsetType, Meta(description="What the file of many pages calls this one, if it does.")] = UNSET
    url: Annotated[str | None, Meta(description="The address of the page.")]
    title: Annotated[str | None, Meta(description="The headline.")]
    authors: Annotated[list[str], Meta(description="The names in the byline, without By.")]
    date: Annotated[str | None, Meta(description="When it was published: ISO 8601, as precise as the page is.")]
    site: Annotated[str | None, Meta(description="The name of the site or publication.")]
    section: Annotated[str | None, Meta(description="The section of the site that the page stands in.")]
    language: Annotated[str | None, Meta(description="An ISO 639-1 code.")]
    tags: Annotated[list[str], Meta(description="The keywords that the page gives itself.")]
    copyright: Annotated[str | None, Meta(description="The copyright notice.")]
    updated: Annotated[str | None, Meta(description="When it was last updated, as date.")]
    paywall: Annotated[bool | None, Meta(description="Whether only who pays may read all of it.")]
    sources: Annotated[dict[str, str], Meta(description="Where the page says what is known, by key.")]
    text: Annotated[str, Meta(description="The body without the title, paragraphs separated by a blank line.")]
    confidence: Annotated[float, Meta(description="How sure the choice of lines is.", ge=0, le=1)]
    warnings: Annotated[list[str], Meta(description="What is wrong with the page or its article: no_article, paywall.")]
    input: Input
    removed: Annotated[dict[str, int], Meta(description="How many lines of the input were dropped, by label.")]


class LineRecord(Struct, frozen=True, omit_defaults=True):
    """A line of the input with the verdict on it."""

    n: Annotated[int, Meta(description="The number of the line, from 1.")]
    start: Annotated[int, Meta(description="Where it starts, in characters of the decoded input.")]
    end: Annotated[int, Meta(description="Where the next line starts.")]
    keep: bool
    label: Label
    score: Annotated[float, Meta(description="How likely it is content, 0 to 1.")]
    why: Annotated[list[str], Meta(description="The strongest reasons, each a sentence.")]
    text: str
    source: str | UnsetType = UNSET


def to_json(article: Article, source_name: str) -> bytes:
    """The article as indented JSON with a line feed at its end, in UTF-8; `source_name` is the input's."""
    return msgspec.json.format(_encode(article, source_name), indent=2) + b"\n"


def to_json_line(article: Article, source_name: str, page_id: str | None = None) -> bytes:
    """The article as one line of JSON Lines, in UTF-8; with `page_id`, if it is given, as its `id`."""
    return _encode(article, source_name, page_id) + b"\n"


def to_line_records(article: Article, source_name: str | None = None) -> bytes:
    """Every line of the input with its verdict as JSON Lines, in UTF-8; each with `source_name`, if it is given."""
    source = UNSET if source_name is None else without_surrogates(source_name)
    return msgspec.json.Encoder().encode_lines(
        LineRecord(
            n=judged.line.number,
            start=judged.line.start,
            end=judged.line.end,
            keep=judged.keep,
            label=judged.label,
            score=round(judged.score, _DIGITS),
            why=_scrub_all(judged.reasons),
            text=without_surrogates(judged.line.text),
            source=source,
        )
        for judged in article.lines
    )


def schema() -> bytes:
    """The JSON Schema (2020-12) of what `to_json` makes, indented, with a line feed at its end."""
    described: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return msgspec.json.format(msgspec.json.encode(described | msgspec.json.schema(Record)), indent=2) + b"\n"


def count_removed(article: Article) -> dict[str, int]:
    """How many lines of the input were dropped for each label, blank lines not counted, in the labels' order."""
    dropped = [verdict for verdict in article.verdicts if not verdict.keep]
    counts = Counter([verdict.label for verdict in dropped for line in verdict.block.lines if line.text.strip()])
    return {label.value: counts[label] for label in Label if counts[label]}


def _encode(article: Article, source_name: str, page_id: str | None = None) -> bytes:
    """The record of an article as JSON in one line, without a line feed."""
    known = article.metadata
    return msgspec.json.encode(
        Record(
            source=without_surrogates(source_name),
            id=UNSET if page_id is None else without_surrogates(page_id),
            url=_scrub(article.url),
            title=_scrub(known.title),
            authors=_scrub_all(known.authors),
            date=_scrub(known.date),
            site=_scrub(known.site),
            section=_scrub(known.section),
            language=_scrub(known.language),
            tags=_scrub_all(known.tags),
            copyright=_scrub(known.copyright),
            updated=_scrub(known.updated),
            paywall=known.paywall,
            sources=dict(known.sources),
            text=without_surrogates(article.text),
            confidence=round(article.confidence, _DIGITS),
            warnings=list(article.warnings),
            input=Input(article.page.kind, article.source.encoding, article.source.size, len(article.page.lines)),
            removed=count_removed(article),
        )
    )


def _scrub(text: str | None) -> str | None:
    return None if text is None else without_surrogates(text)


def _scrub_all(texts: Sequence[str]) -> list[str]:
    return [without_surrogates(text) for text in texts]
