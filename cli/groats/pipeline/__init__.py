"""The stages by name, in order: bytes or characters in, an article out."""

from dataclasses import replace

from groats.document import Article, Decision, Explain, Inspection, Label, Metadata, Options, Page, Source, Verdict
from groats.pipeline.aside import find_aside, with_aside, without, without_aside
from groats.pipeline.evidence import build_evidence, gather_evidence
from groats.pipeline.reading import read, read_page
from groats.pipeline.verdicts import choose, judge, judge_unread
from groats.stages.assess import find_confidence, find_warnings, measure_page
from groats.stages.compose import body
from groats.stages.metadata import find_metadata
from groats.stages.records import holds_records
from groats.stages.score import Weights, load_weights
from groats.stages.title import label_title

__all__ = [
    "build_evidence",
    "clean",
    "gather_evidence",
    "inspect",
    "inspect_page",
    "read",
    "read_page",
    "without_aside",
]

# The longest page of the training data has 2,641 as Chrome's text; so many lines take .6 s, 1.5 s with reasons.
_MOST_BLOCKS = 10_000
_UNREAD = "the page is too long to judge all of it"


def clean(raw: bytes | str, options: Options | None = None) -> Article:
    """An `Article` with a verdict on every block of the page.

    Takes bytes of any encoding or characters, text or HTML; never raises on any page, only on what is no page
    (`TypeError`) and on options that cannot be used (`UsageError`: an unknown encoding).
    """
    if not isinstance(raw, bytes | bytearray | str):
        raise TypeError(f"A page is bytes or str, not {type(raw).__name__}: of a file, give its bytes.")
    options = options or Options()
    inspection = inspect(raw, options)
    article = inspection.article
    if not options.explain:
        return article
    explained = [verdict._replace(reasons=inspection.explain(n)) for n, verdict in enumerate(article.verdicts)]
    return replace(article, verdicts=tuple(explained))


def inspect(raw: bytes | str, options: Options, weights: Weights | None = None) -> Inspection:
    """What `clean` makes of the page, its reasons found when the first is asked for: they take most of the time.

    The `weights` are those of the package unless others are given.
    """
    return inspect_page(*read(raw, options), options, weights)


def inspect_page(source: Source, page: Page, options: Options, weights: Weights | None = None) -> Inspection:
    """What `inspect` makes of a page that was read with the same options."""
    weights = weights or load_weights()
    aside = find_aside(page)
    written = without(page, aside)
    evidence, columns = gather_evidence(_cut(written), weights, options.profile)
    decisions = choose(evidence, weights)
    judged, explain_judged = judge(evidence, decisions, columns, weights, options)
    unread, explain_unread = _judge_rest(written, options)
    verdicts = judged + unread
    metadata = Metadata()
    if not page.is_binary:
        metadata = find_metadata(written, verdicts, options.url, options.now, evidence.cues)
    if Label.TITLE not in options.drop:
        verdicts = label_title(verdicts, metadata.title, options.drop)
    measures = measure_page(evidence, decisions)
    is_blank = not source.text.strip()
    warnings = find_warnings(evidence, verdicts, is_blank=is_blank, is_records=holds_records(page))
    verdicts, explain_verdict = with_aside(
        page,
        aside,
        verdicts,
        lambda n: explain_judged(n) if n < len(judged) else explain_unread(n - len(judged)),
        options,
    )
    text = body(verdicts)
    article = Article(
        text=text,
        metadata=metadata,
        verdicts=verdicts,
        confidence=find_confidence(measures, weights.confidence) if text else 0.0,
        warnings=warnings,
        source=source,
        page=page,
        url=options.url or None,
    )
    return Inspection(article, measures, explain_verdict)


def _judge_rest(page: Page, options: Options) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on the blocks beyond those that can be judged: they stay, unless the user wants something else."""
    rest = replace(page, blocks=page.blocks[_MOST_BLOCKS:])
    label = Label.OTHER if page.is_binary else Label.PARAGRAPH
    rows = [(label, Decision(keep=label.is_kept, rule=_UNREAD))] * len(rest.blocks)
    return judge_unread(rest, rows, 0.5, options)


def _cut(page: Page) -> Page:
    """The page with no more blocks than can be judged in seconds; what is beyond them stays, with a warning."""
    if len(page.blocks) <= _MOST_BLOCKS:
        return page
    return replace(page, blocks=page.blocks[:_MOST_BLOCKS], warnings=(*page.warnings, "too_long"))
