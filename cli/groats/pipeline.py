"""The stages by name, in order: bytes or characters in, an article out."""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from io import StringIO
from itertools import islice

from groats.document import (
    Article,
    CueHit,
    Decision,
    Evidence,
    Explain,
    Inspection,
    Kind,
    Label,
    Options,
    Page,
    Profile,
    Shape,
    Source,
    Verdict,
)
from groats.rules import find_rulings
from groats.stages.assess import find_confidence, find_warnings, measure_page, temper
from groats.stages.compose import body
from groats.stages.cues import find_all_cues
from groats.stages.decide import decide
from groats.stages.decode import decode
from groats.stages.entitle import name_title
from groats.stages.explain import explain, explain_origin, join_passes
from groats.stages.familiar import discount_familiar, find_familiar, name_familiar
from groats.stages.features import (
    Columns,
    article_lead,
    box_columns,
    cohesion_columns,
    context_columns,
    find_headings,
    find_main_run,
    find_openers,
    find_situations,
    find_wordings,
    first_columns,
    hash_words,
    kind_columns,
    pick_title,
    read_shape,
    title_candidates,
    title_columns,
    word_columns,
)
from groats.stages.label import label_blocks
from groats.stages.lines import parse_text
from groats.stages.markup import is_html, parse_html
from groats.stages.metadata import find_metadata
from groats.stages.overrule import overrule
from groats.stages.repair import repair_page
from groats.stages.score import Weights, explain_blocks, load_weights, score_columns
from groats.stages.scripts import find_scripts
from groats.stages.threshold import find_threshold

# The longest page of the training data has 2,641 as Chrome's text; so many lines take .6 s, 1.5 s with reasons.
_MOST_BLOCKS = 10_000
_PART = 1_000  # blocks that are explained at once: a screen needs no more
_UNREAD = "the page is too long to judge all of it"
# So much is read within a second where a page need not be read whole: it has more blocks than are judged, mostly.
_MOST_LINES, _MOST_CHARACTERS = 20_000, 4_000_000
_MOST_BYTES = 4 * _MOST_CHARACTERS  # a character of UTF-8 or UTF-32 has no more than four


def clean(raw: bytes | str, options: Options | None = None) -> Article:
    """An `Article` with a verdict on every block of the page.

    Takes bytes of any encoding or characters, text or HTML; never raises on any page, only on options that cannot
    be used (`UsageError`: an unknown encoding).
    """
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


def read(raw: bytes | str, options: Options) -> tuple[Source, Page]:
    """The input as characters, and the page in them; of a page that need not be read whole, its beginning."""
    begin = raw if options.whole or isinstance(raw, str) else _first_bytes(raw)
    source = decode(begin, options.encoding)
    text = source.text if options.whole else _first_lines(source.text)
    page = read_page(text, options.kind)
    if len(begin) < len(raw) or len(text) < len(source.text):
        source = replace(source, text=text)
        page = replace(page, warnings=(*page.warnings, "cut_short"))
    return source, page


def inspect_page(source: Source, page: Page, options: Options, weights: Weights | None = None) -> Inspection:
    """What `inspect` makes of a page that was read with the same options."""
    weights = weights or load_weights()
    scripts = find_scripts(page.blocks) if page.kind == "text" else frozenset()
    written = _without(page, scripts)
    evidence, columns = gather_evidence(_cut(written), weights, options.profile)
    unread = tuple(
        Verdict(block, keep=True, label=Label.PARAGRAPH, score=0.5) for block in written.blocks[_MOST_BLOCKS:]
    )
    decisions = choose(evidence, columns, weights)
    judged, explain_judged = judge(evidence, decisions, columns, weights, options)
    verdicts = judged + unread
    metadata = find_metadata(written, verdicts, options.url, options.now)
    if Label.TITLE not in options.drop:
        verdicts = name_title(verdicts, metadata.title)
    measures = measure_page(evidence, decisions)
    warnings = find_warnings(evidence, verdicts) if written.blocks or not scripts else ("no_article",)
    verdicts, explain_verdict = _with_scripts(
        page, scripts, verdicts, lambda n: explain_judged(n) if n < len(judged) else (_UNREAD,), options
    )
    article = Article(
        text=body(verdicts),
        metadata=metadata,
        verdicts=verdicts,
        confidence=temper(find_confidence(measures, weights.confidence), warnings),
        warnings=warnings,
        source=source,
        page=page,
        url=options.url,
    )
    return Inspection(article, measures, explain_verdict)


def _first_bytes(raw: bytes) -> bytes:
    """The bytes that are read of a page that need not be read whole; no character of UTF-8 is cut in two."""
    end = _MOST_BYTES
    while end < len(raw) and end > _MOST_BYTES - 4 and raw[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a later byte
        end -= 1
    return raw[:end]


def _first_lines(text: str) -> str:
    """The lines that are read of a page that need not be read whole."""
    lines = StringIO(text[:_MOST_CHARACTERS], newline="")
    return text[: sum(map(len, islice(lines, _MOST_LINES)))]


def read_page(text: str, kind: Kind | None = None) -> Page:
    """The page with its lines and blocks, repaired; text or HTML as `kind` says, or as it looks."""
    if kind is None:
        kind = "html" if is_html(text) else "text"
    return repair_page(parse_html(text) if kind == "html" else parse_text(text))


def _without(page: Page, scripts: AbstractSet[int]) -> Page:
    """The page without the blocks at those positions."""
    if not scripts:
        return page
    return replace(page, blocks=tuple([block for n, block in enumerate(page.blocks) if n not in scripts]))


def _with_scripts(
    page: Page, scripts: AbstractSet[int], verdicts: tuple[Verdict, ...], explain_text: Explain, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on all blocks of the page, its scripts among them, and what finds the reasons of each."""
    if not scripts:
        return verdicts, explain_text
    own, explain_script = _judge_scripts(_without(page, scripts ^ set(range(len(page.blocks)))), options)
    sides = iter(verdicts), iter(own)
    woven = tuple([next(sides[n in scripts]) for n in range(len(page.blocks))])
    places = sorted(scripts)

    def explain_woven(n: int) -> tuple[str, ...]:
        above = bisect_left(places, n)
        return explain_script(above) if n in scripts else explain_text(n - above)

    return woven, explain_woven


def _judge_scripts(page: Page, options: Options) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on a page of nothing but scripts: they go, unless the user wants them."""
    shapes = [read_shape(block) for block in page.blocks] if options.rules else []
    cues = find_all_cues([block.text for block in page.blocks]) if options.rules else []
    scores = [0.0] * len(page.blocks)
    labels = [Label.OTHER] * len(page.blocks)
    decisions = [Decision(keep=False, rule="it is a script, a style sheet or data, not text")] * len(page.blocks)
    evidence = Evidence(page, shapes, cues, [False] * len(page.blocks), scores, (0, 0), None)
    decisions, labels = _overrule(evidence, decisions, labels, options)
    return _to_verdicts(evidence, decisions, labels), lambda n: (decisions[n].rule,)


def _cut(page: Page) -> Page:
    """The page with no more blocks than can be judged in seconds; what is beyond them stays, with a warning."""
    if len(page.blocks) <= _MOST_BLOCKS:
        return page
    return replace(page, blocks=page.blocks[:_MOST_BLOCKS], warnings=(*page.warnings, "too_long"))


def gather_evidence(page: Page, weights: Weights, profile: Profile | None = None) -> tuple[Evidence, Columns]:
    """The evidence on every block, and the columns of features that the last pass saw."""
    if not page.blocks:
        return weigh(page, (), (), (), None), {}
    shapes = [read_shape(block) for block in page.blocks]
    sizes = [shape.size for shape in shapes]
    cues = find_all_cues([block.text for block in page.blocks])
    wordings = find_wordings(shapes)
    columns = first_columns(page, shapes, cues) | cohesion_columns(wordings)
    hashed = hash_words(shapes)
    columns |= word_columns(hashed, sizes, weights.vocabulary) | kind_columns(hashed, weights.vocabulary)
    packed: dict[str, int] = {}
    familiar = find_familiar(page.blocks, profile)
    alone = discount_familiar(score_columns(weights.first, columns, packed), familiar, profile)
    columns |= context_columns(columns, sizes, alone, wordings) | box_columns(page, sizes, alone)
    candidates = title_candidates(find_main_run(sizes, alone))
    likely = score_columns(weights.title, columns, packed)
    title = pick_title(candidates, [likely[n] for n in candidates], weights.title_threshold)
    columns |= title_columns(wordings, title)
    scores = discount_familiar(score_columns(weights.second, columns, packed), familiar, profile, last=True)
    return weigh(page, shapes, cues, scores, title), columns


def weigh(
    page: Page,
    shapes: Sequence[Shape],
    cues: Sequence[Sequence[CueHit]],
    scores: Sequence[float],
    title: int | None,
) -> Evidence:
    """All that is known of the blocks of a page once they have their scores and the title is found."""
    return Evidence(
        page=page,
        shapes=shapes,
        cues=cues,
        headings=find_headings(page, shapes, cues),
        scores=scores,
        main_run=find_main_run([shape.size for shape in shapes], scores),
        title=title,
    )


def choose(evidence: Evidence, columns: Columns, weights: Weights) -> list[Decision]:
    """For each block whether it stays: by the page's own threshold, then by the rules of the whole page."""
    sizes = [shape.size for shape in evidence.shapes]
    return decide(evidence, find_threshold(evidence.scores, sizes, article_lead(columns), weights.doubt))


def judge(
    evidence: Evidence, decisions: list[Decision], columns: Columns, weights: Weights, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """A verdict on every block, labelled, and overruled where the user wants; and what finds the reasons of each."""
    blocks = evidence.page.blocks
    if evidence.title is not None and any(decision.keep for decision in decisions[: evidence.title]):
        evidence = replace(evidence, title=None)  # what stands below a part of the article is a heading of it
    labels = label_blocks(evidence, decisions, find_situations(evidence, decisions), weights.labels)
    decisions, labels = _overrule(evidence, decisions, labels, options)
    explain_verdict = _explain_from(evidence, decisions, labels, columns, weights)
    return _to_verdicts(evidence, decisions, labels), lambda n: name_familiar(
        blocks[n], decisions[n], explain_verdict(n), options.profile
    )


def _overrule(
    evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label], options: Options
) -> tuple[list[Decision], list[Label]]:
    """The decisions and labels as the user wants them."""
    rules, source = options.rules, options.source
    rulings = find_rulings(evidence, labels, rules, source) if rules else [None] * len(labels)
    return overrule(decisions, labels, rulings, options.keep, options.drop)


def _to_verdicts(evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label]) -> tuple[Verdict, ...]:
    return tuple(
        Verdict(block, decision.keep, label, score)
        for block, decision, label, score in zip(evidence.page.blocks, decisions, labels, evidence.scores, strict=True)
    )


def _explain_from(
    evidence: Evidence, decisions: Sequence[Decision], labels: Sequence[Label], columns: Columns, weights: Weights
) -> Explain:
    models = weights.first, weights.second
    reach = max((abs(offset) for model in models for _, offset in model.asked), default=0)

    @cache
    def find_all_openers() -> Sequence[str]:
        return find_openers(evidence, labels)

    @cache
    def explain_part(part: int) -> list[tuple[str, ...]]:
        start, end = part * _PART, min(len(decisions), (part + 1) * _PART)
        first, last = max(0, start - reach), end + reach  # as far as a question looks
        near = {name: values[first:last] for name, values in columns.items()}
        passes = [*map(join_passes, *(explain_blocks(model, near) for model in models))][start - first :]
        openers = find_all_openers()
        return [
            explain_origin(evidence.page.blocks[n])
            + explain(decisions[n], evidence.scores[n], evidence.cues[n], openers[n], parts)
            for n, parts in zip(range(start, end), passes, strict=False)
        ]

    return lambda n: explain_part(n // _PART)[n % _PART]
