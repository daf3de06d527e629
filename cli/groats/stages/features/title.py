"""Which block is the page's title, as far as the first pass can tell."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from groats.document import CueHit, Form, Page, Shape
from groats.stages.features.second import find_main_run, rarity_of_words, share_of_words, words_of_run

_LEAST_WORDS, _MOST_WORDS = 1.5, 40.0
_LONGEST = 300  # characters
_REACH = 60  # blocks above the main run
_INTO = 3  # blocks into the main run: a headline that reads like the article is part of it
_LEAST = 0.55  # of the points below; found on the seeds and on pages with a known title
_DECLARED = ("meta:og:title", "ld:headline", "title")


def find_title(
    page: Page, shapes: Sequence[Shape], cues: Sequence[Sequence[CueHit]], scores: Sequence[float]
) -> int | None:
    """The position of the block that is the article's headline, None where no block looks like one.

    A headline stands above the main run or at its head, shares its rare words with it, looks like a heading, and is
    no sentence, list item or piece of furniture; in HTML the page often declares it.
    """
    start, end = find_main_run([min(shape.size, 200.0) for shape in shapes], scores)
    if start == end:
        return None
    rarity = rarity_of_words(shapes)
    run_words = words_of_run(shapes, scores, start, end)
    declared = [value.casefold() for name, value in page.declared if name in _DECLARED]
    first_line = page.blocks[0].text.casefold()
    best, best_points = None, _LEAST
    for n in range(max(0, start - _REACH), min(start + _INTO, len(shapes))):
        block, shape = page.blocks[n], shapes[n]
        if not _LEAST_WORDS <= shape.size <= _MOST_WORDS or len(block.text) > _LONGEST:
            continue
        text = block.text.casefold()
        own = run_words if start <= n < end else None
        points = (
            share_of_words(shape, run_words.keys(), rarity, own=own)
            + (0.7 if block.form is Form.HEADING else 0.0)
            + (0.5 if block.level == 1 and block.form is Form.HEADING else 0.0)
            + (1.5 if any(_is_same(text, value) for value in declared) else 0.0)
            + (0.5 if n > 0 and text in first_line else 0.0)
            + 0.4 * scores[n]
            - 0.02 * max(0, start - n)
            - 0.15 * max(0, n - start)
            - (1.0 if any(not hit.label.is_kept for hit in cues[n]) else 0.0)
            - (0.6 if shape.ends_sentence else 0.0)
            - (0.4 if block.form is Form.LIST and not block.marker[:1].isdigit() else 0.0)
            - (0.3 if block.form in {Form.TABLE, Form.CODE} else 0.0)
            - (
                0.3
                if n == 0
                and any(text.startswith(other.text.casefold()) for other in page.blocks[1 : end + 1] if other.text)
                else 0.0
            )
        )
        if points > best_points:
            best, best_points = n, points
    return best


def _is_same(text: str, declared: str) -> bool:
    """Whether a declared title is the block's text, but for a site's name or a word."""
    if text in declared:
        return len(text) > 0.4 * len(declared)  # noqa: PLR2004: the rest is the site's name
    return len(declared) < _LONGEST and SequenceMatcher(None, text, declared).quick_ratio() > 0.9 and declared in text  # noqa: PLR2004
