"""Which block is the headline, and how near each block is to it in place and in words."""

from collections.abc import Sequence

from groats.document import CueHit, Form, Label, Page
from groats.stages.features.columns import Columns
from groats.stages.features.wordings import Wordings, share_words
from groats.unicode_ranges import STOPS, STOPS_ALONE

_REACH = 60  # blocks above the main run
_INTO = 3  # blocks into the main run: a headline that reads like the article is part of it
_BYLINE, _OPENING_WORDS = 1, 12  # the position of a byline below the line that a text begins with; words of either
_FAR = 30  # blocks
_UNKNOWN = 3 * _FAR

TITLE_FEATURES = ("shared_with_title", "title_distance")


def title_candidates(main_run: tuple[int, int]) -> range:
    """The positions where the headline may stand: above the main run or at its head; none where there is no run."""
    start, end = main_run
    return range(max(0, start - _REACH), min(start + _INTO, end))


def pick_title(candidates: range, scores: Sequence[float], threshold: float) -> int | None:
    """The position of the candidate with the highest score, None where none reaches the threshold.

    Of copies with the same score the last one, which stands next to the article.
    """
    if not candidates:
        return None
    best = max(range(len(candidates)), key=lambda n: (scores[n], n))
    return candidates[best] if scores[best] >= threshold else None


def pick_opening(page: Page, sizes: Sequence[float], cues: Sequence[Sequence[CueHit]], title: int | None) -> int | None:
    """The title, or the line that a text begins with if it stands above a byline, and the title is none or just below.

    So begin poems and stories that were copied with nothing around them: what stands below the byline is their first
    line. Of 2,380 real pages one begins so, with a title of its own.
    """
    is_free = title is None or (_BYLINE < title <= _BYLINE + 1 and page.blocks[title].form is not Form.HEADING)
    if page.kind == "html" or len(sizes) <= _BYLINE or not is_free or not 0 < sizes[0] <= _OPENING_WORDS:
        return title
    is_signed = any(hit.label is Label.BYLINE for hit in cues[_BYLINE]) and sizes[_BYLINE] <= _OPENING_WORDS
    ends = page.blocks[0].text.endswith(tuple(f"{STOPS}{STOPS_ALONE},;:"))
    return 0 if is_signed and not ends and not any(cues[0]) else title


def title_columns(wordings: Wordings, title: int | None) -> Columns:
    """The columns of `TITLE_FEATURES`."""
    count = len(wordings.words)
    if title is None:
        return {
            "shared_with_title": bytes(count),
            "title_distance": bytes([_UNKNOWN]) * count,
        }
    shared = share_words(wordings, wordings.words[title])
    shared[title] = 100
    return {
        "shared_with_title": shared,
        "title_distance": _distances(title, count),
    }


def _distances(title: int, count: int) -> bytes:
    """For each of `count` blocks how far below the title it stands: 30 at the title, 60 far below it, 0 far above."""
    first = title - _FAR
    distances = bytes(max(0, first)) + bytes(range(max(0, -first), 2 * _FAR))
    return distances.ljust(count, bytes([2 * _FAR]))[:count]
