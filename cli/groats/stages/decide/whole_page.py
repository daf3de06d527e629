"""Pages without an article, and pages without anything else."""

from collections.abc import Sequence
from itertools import compress, count, pairwise
from operator import not_

from groats.document import WALL_SHARE, Decision, Evidence, Label
from groats.stages.decide.settle import drop, keep, stays
from groats.stages.decide.signs import is_cue_alone

_CERTAIN = 0.7  # a score with which a block is more than what stands around a request for consent
_HEADLINE_WORDS = 2
_FURNITURE_SHARE = 0.35  # of the words: a page that would lose more has furniture, whether a cue says so or not
_LIKELY = 0.1  # a score from which a block of HTML is no furniture where no phrase says so
_NOTHING_WORDS = 12  # a page that keeps fewer of many more has no article
_MANY_TIMES = 6
_FEWEST_LINES, _WALL_WORDS = 20, 80  # of a wall; a document has as many lines
_DOCUMENT_SHARE = 0.7  # a document may lose more to the scores, which know pages of the web, but not nearly all
# The mean score of the words that are rather furniture: .045 and more in 201 documents (manuals, licences, notes), .025
# and less in lists of links that no phrase tells.
_EVEN, _LEAST_DOUBT = 0.5, 0.04
_MOST_LINKS = 0.1  # of the words: .01 in those documents, .2 to .6 in those lists
_MOST_ALONE, _MOST_BUTTONS = 0.02, 0.002  # of its lines
_MOST_PARTED = 0.2  # of the blocks
_PROSE, _SENTENCE_WORDS = 0.4, 8  # of its words, that stand in sentences of so many
_BUTTONS = {
    Label.ADVERTISEMENT, Label.APP_STORE, Label.SHARE, Label.NEWSLETTER, Label.COMMENTS, Label.CONSENT, Label.PAYWALL,
    Label.LEGAL,
}  # fmt: skip


def drop_scraps(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where next to nothing of a page is left, it had no article."""
    sizes = evidence.sizes
    kept = sum(compress(sizes, stays(decisions)))
    if kept >= _NOTHING_WORDS or sum(sizes) < _MANY_TIMES * max(kept, 1.0):
        return decisions
    return drop(decisions, range(len(sizes)), "the page has no article that it could be part of")


def drop_walls(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Where a page speaks of consent all over, and little else or little certain is left, that is a wall before it."""
    spoken = {n for n in compress(count(), evidence.cues) for hit in evidence.cues[n] if hit.label is Label.CONSENT}
    if len(spoken) < WALL_SHARE * max(len(decisions), _FEWEST_LINES):
        return decisions
    left = list(compress(count(), stays(decisions)))
    certain = sum(evidence.shapes[n].size for n in left if evidence.scores[n] >= _CERTAIN)
    if sum(evidence.shapes[n].size for n in left) > _WALL_WORDS and certain > _NOTHING_WORDS:
        return decisions
    return drop(decisions, left, "the page is a request for consent")


def keep_clean_pages(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A page without a sign of furniture is left as it is: cleaned text comes out unchanged, and a document whole.

    A heading of some words that stands alone at its top is the page's headline, whatever it says: "Terms of Service".
    Of HTML, which nobody has cleaned, what is likely furniture goes all the same.
    """
    sizes = evidence.sizes
    dropped = sum(compress(sizes, map(not_, stays(decisions))))
    stands_apart = len(sizes) > 1 and evidence.page.blocks[1].blank_before > 0
    is_headed = stands_apart and evidence.headings[0] and sizes[0] >= _HEADLINE_WORDS
    inside = [n for n in compress(count(), evidence.cues) if n >= is_headed and n != evidence.title]
    alone = [n for n in inside if is_cue_alone(evidence, n)]
    share = _DOCUMENT_SHARE if _is_document(evidence, alone) else 0.0 if alone else _FURNITURE_SHARE
    if dropped > share * sum(sizes):
        return decisions
    least = _LIKELY if evidence.page.kind == "html" else 0.0
    clean = [n for n, score in enumerate(evidence.scores) if score >= least]
    return keep(decisions, clean, "nothing on this page looks like furniture")


def keep_said(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What is said in a transcript stays, down to "Thank you"."""
    said = evidence.page.said
    places = [n for n, block in enumerate(evidence.page.blocks) if block.lines[0].number in said] if said else ()
    return keep(decisions, places, "it is said in a transcript")


def drop_binary(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What is no text has none: the letters in a picture or in an archive are by chance."""
    if not evidence.page.is_binary:
        return decisions
    return [Decision(keep=False, rule="the input is no text") for _ in decisions]


def _is_document(evidence: Evidence, alone: Sequence[int]) -> bool:
    """Whether a text was never a page of the web: a manual, a law, notes of a release. `alone` are lines of mere cues.

    It has no such line, or is prose and has very few, which are headings ("See also") and no notices of rights or
    buttons. Of 1,440 real pages by five renderers 7 of twenty lines have none, and 92 are prose with so few.
    """
    lines = len(evidence.sizes)
    if evidence.page.kind == "html" or lines < _FEWEST_LINES or len(alone) > _MOST_ALONE * lines:
        return False
    buttons = [n for n in alone if any(hit.label in _BUTTONS for hit in evidence.cues[n])]
    if len(buttons) > _MOST_BUTTONS * lines or (alone and not _is_prose(evidence)):
        return False
    return _is_in_doubt(evidence) and not _is_parted(evidence)


def _is_prose(evidence: Evidence) -> bool:
    """Whether much of the page stands in sentences."""
    spoken = [shape.size for shape in evidence.shapes if shape.ends_sentence and shape.size >= _SENTENCE_WORDS]
    return sum(spoken) >= _PROSE * sum(evidence.sizes)


def _is_in_doubt(evidence: Evidence) -> bool:
    """Whether what the scores are against is not surely furniture, and is not links."""
    sizes, blocks = evidence.sizes, evidence.page.blocks
    against = [(size, score) for size, score in zip(sizes, evidence.scores, strict=True) if score < _EVEN]
    links = sum(
        size for size, block in zip(sizes, blocks, strict=True) if block.hints and block.hints.link_share > _EVEN
    )
    doubt = sum(size * score for size, score in against)
    return doubt >= _LEAST_DOUBT * sum(size for size, _ in against) and links <= _MOST_LINKS * sum(sizes)


def _is_parted(evidence: Evidence) -> bool:
    """Whether many blocks end within a line of the input, as where lines were joined: no cue in them stands alone."""
    ends = [(above.lines[-1], below.lines[0]) for above, below in pairwise(evidence.page.blocks)]
    parted = [line for line, next_line in ends if line.start + len(line.text) == next_line.start]
    return len(parted) > _MOST_PARTED * len(ends)


def drop_notices(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """A notice in the place of a page is no article, however much it reads like one."""
    if not evidence.is_notice:
        return decisions
    return [Decision(keep=False, rule="the page is an error, a refusal or a check for robots") for _ in decisions]
