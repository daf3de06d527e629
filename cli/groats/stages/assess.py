"""How good the cleaned page is likely to be, and what its reader should be warned of."""

from collections import Counter
from collections.abc import Sequence

from groats.document import Evidence, Label, Verdict

_WALL_SHARE = 0.3  # of a page's words; a banner beside an article has fewer
_STUB_WORDS = 250  # an article above a paywall line that has more was free after all


def find_confidence(evidence: Evidence, verdicts: Sequence[Verdict]) -> float:
    """The word F1 (0 to 1) that the kept blocks would have if every score were a true likelihood.

    Of the expected content words, those kept: 2 * right / (kept + content). 0 where nothing was kept. Verdicts beyond
    the evidence, on a page too long to judge, do not count.
    """
    sizes = [shape.size for shape in evidence.shapes]
    likely = [score * size for score, size in zip(evidence.scores, sizes, strict=True)]
    kept = sum(size for size, verdict in zip(sizes, verdicts, strict=False) if verdict.keep)
    right = sum(words for words, verdict in zip(likely, verdicts, strict=False) if verdict.keep)
    return 2 * right / (kept + sum(likely)) if kept else 0.0


def find_warnings(evidence: Evidence, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """What is wrong with the page, as short names: what had to be cut, and why it is empty or ends early.

    `empty_input` no text at all; `consent_wall`, `navigation_only`, `no_article` nothing was left; `paywall` the
    article ends at one.
    """
    if not verdicts:
        return (*evidence.page.warnings, "empty_input")
    words: Counter[Label] = Counter()
    kept = 0.0
    for verdict, shape in zip(verdicts, evidence.shapes, strict=False):
        words[verdict.label] += int(shape.size) + 1
        kept += shape.size * (verdict.keep and verdict.label is not Label.TITLE)
    kept += len(verdicts) - len(evidence.shapes)  # blocks beyond the evidence were all kept
    whole = sum(words.values())
    found = list(evidence.page.warnings)
    if words[Label.PAYWALL] and 0 < kept < _STUB_WORDS:
        found.append("paywall")
    if not kept:
        if words[Label.CONSENT] > _WALL_SHARE * whole:
            found.append("consent_wall")
        elif words[Label.NAVIGATION] + words[Label.RELATED] > 0.5 * whole:
            found.append("navigation_only")
        else:
            found.append("no_article")
    return tuple(found)
