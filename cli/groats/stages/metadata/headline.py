"""Which line of a page is its headline, by its place, its shape and the words that it shares with the article."""

from collections.abc import Collection, Sequence

from groats.document import CueHit, Form, Label, Verdict
from groats.stages.metadata.headline_context import (
    LONGEST,
    PARAGRAPH,
    REACH,
    HeadlineContext,
    Titles,
    gather_context,
    is_title,
    read_titles,
)
from groats.stages.metadata.headline_signs import weigh
from groats.stages.metadata.words import key, split_words, words

_FULL = 5  # words of a headline; a main heading of fewer may name a section
_LIKELY = 0.4  # to be content, for a paragraph that the article may begin with
_MOST_ABOVE = 400  # characters of the article; of 300 pages 4 had more above what was taken for the headline: none was


def find_headline(
    verdicts: Sequence[Verdict], titles: Sequence[str] = (), cues: Sequence[Sequence[CueHit]] = ()
) -> int | None:
    """The position of the headline among the blocks of a page; None where no line is like one.

    Where none has points enough, the one that the decision took for the headline stays it. `titles` are those that the
    page declares, `cues` those of its first blocks.
    """
    kept = [n for n, verdict in enumerate(verdicts) if verdict.keep]
    if not kept:
        return None
    start = _first_paragraph(verdicts, kept)
    labelled = next((n for n in kept if is_title(verdicts[n])), None)
    if labelled == 0 and not titles:
        return 0  # a page that begins with its title is a clean text
    first = max(0, min(start, start if labelled is None else labelled) - REACH)
    declared = read_titles(titles)
    context = gather_context(verdicts, first, start, declared)
    found = find_heaviest(context, {n for n, hits in enumerate(cues[first:]) if any(map(_stands_beside, hits))})
    best = labelled if found is None else first + found
    if titles:
        best = _shown(verdicts, titles, declared, best)
    elif best is not None and _count_above(verdicts, best) > _MOST_ABOVE:
        return None
    return labelled if kept == [best] else best  # what is all of an article heads nothing


def find_heaviest(page: HeadlineContext, others: Collection[int] = ()) -> int | None:
    """The position of the line with the most points of those that have more than the least; of equals the first.

    It is none of the `others`.
    """
    heaviest, most = None, float(words("headline")["least"])
    for n, line in enumerate(page.tokens):
        if line and n not in others and (points := weigh(page, n)) > most:
            heaviest, most = n, points
    return heaviest


def _stands_beside(hit: CueHit) -> bool:
    """Whether a line is nothing but what stands beside a headline: "Reading time: 2 minutes", "Share on Twitter"."""
    return hit.whole and hit.label in {Label.METADATA, Label.SHARE}


def _shown(verdicts: Sequence[Verdict], titles: Sequence[str], declared: Titles, best: int | None) -> int | None:
    """The main heading that is declared as the title, wherever it stands, unless the `best` line is declared too.

    Else a lower heading that is the whole of one, where the best line is no full main heading: that may be the site's.

    Else the page's only main heading where it is about what a declared title is: titles are rewritten for search
    engines. None where the best line is the site's name. `declared` are the `titles` as they are compared.
    """
    known = declared.whole | declared.begins
    letters = "" if best is None else key(verdicts[best].block.text)
    if letters in known | declared.ends:
        return best
    main = {n: verdict.block.text for n, verdict in enumerate(verdicts) if is_main_heading(verdict)}
    shown = next((n for n, text in main.items() if key(text[:LONGEST]) in known), None)
    if shown is None and not (best in main and is_full(main[best])):
        headings = (n for n, verdict in enumerate(verdicts) if verdict.block.form is Form.HEADING)
        shown = next((n for n in headings if key(verdicts[n].block.text[:LONGEST]) in declared.whole), None)
    only = next(iter(main)) if len(set(main.values())) == 1 else None
    if shown is None and only is not None and _is_about(main[only], titles, declared.ends | declared.sites):
        shown = only
    return shown if shown is not None else None if letters in declared.sites else best


def _is_about(heading: str, titles: Sequence[str], names: Collection[str]) -> bool:
    """Whether a heading is as full as a headline, none of the names, and shares its words with one of the titles."""
    if len(heading) > LONGEST or not is_full(heading) or key(heading) in names:
        return False
    return any(share_words(heading, title) for title in titles)


def is_full(heading: str) -> bool:
    """Whether a heading has words enough to name more than a section; every ideograph is a word."""
    return len(split_words([heading])[0]) >= _FULL


def share_words(one: str, other: str, part: float = 1 / 2) -> bool:
    """Whether that part of the words of the shorter title is in the other; every ideograph is a word."""
    first, second = map(set, split_words([one, other]))
    return bool(first and second) and len(first & second) >= part * min(len(first), len(second))


def is_main_heading(verdict: Verdict) -> bool:
    """Whether the markup makes the line a heading of the first level."""
    return verdict.block.form is Form.HEADING and verdict.block.level == 1


def _count_above(verdicts: Sequence[Verdict], n: int) -> int:
    """The characters that stay above a block."""
    return sum([len(verdict.block.text) for verdict in verdicts[:n] if verdict.keep])


def _first_paragraph(verdicts: Sequence[Verdict], kept: Sequence[int]) -> int:
    """Where the article begins: its first likely paragraph that is long, else its first line."""
    for n in kept:
        if len(verdicts[n].block.text) >= PARAGRAPH and verdicts[n].score >= _LIKELY and not is_title(verdicts[n]):
            return n
    return kept[0]
