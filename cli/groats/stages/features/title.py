"""Which block is the page's title, as far as the first pass can tell."""

from collections.abc import Sequence

from groats.document import CueHit, Form, Page, Shape
from groats.stages.features.second import find_main_run, rarity_of_words, share_of_words, words_of_run

_LEAST_WORDS, _MOST_WORDS = 1.5, 40.0
_LONGEST = 300  # characters
_REACH = 60  # blocks above the main run
_INTO = 3  # blocks into the main run: a headline that reads like the article is part of it
_LEAST = 0.55  # of the points below; found on the seeds and on pages with a known title
_LEAST_SHARE = 0.4  # of a declared title: the rest is the site's name
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
    best, best_points = None, _LEAST
    for n in range(max(0, start - _REACH), min(start + _INTO, len(shapes))):
        block, shape = page.blocks[n], shapes[n]
        if not _LEAST_WORDS <= shape.size <= _MOST_WORDS or len(block.text) > _LONGEST:
            continue
        text = block.text.casefold()
        points = (
            share_of_words(shape, run_words.keys(), rarity, own=run_words if start <= n < end else None)
            + 0.4 * scores[n]
            + 1.5 * any(_is_same(text, value) for value in declared)
            + 0.7 * (block.form is Form.HEADING)
            + 0.5 * (block.form is Form.HEADING and block.level == 1)
            + 0.5 * (n > 0 and text in page.blocks[0].text.casefold())
            - 0.02 * max(0, start - n)
            - 0.15 * max(0, n - start)
            - 1.0 * any(not hit.label.is_kept for hit in cues[n])
            - 0.6 * shape.ends_sentence
            - 0.4 * (block.form in {Form.LIST, Form.TABLE, Form.CODE} and not block.marker[:1].isdigit())
            - 0.3 * (n == 0 and _is_repeated_below(page, end))
        )
        if points > best_points:
            best, best_points = n, points
    return best


def _is_repeated_below(page: Page, end: int) -> bool:
    """Whether the first line is a headline that follows, with a site's name behind it: the title of the window."""
    text = page.blocks[0].text.casefold()
    return any(text.startswith(block.text.casefold()) for block in page.blocks[1 : end + 1])


def _is_same(text: str, declared: str) -> bool:
    """Whether a declared title is the block's text, but for the site's name before or behind it."""
    return text in declared and len(text) > _LEAST_SHARE * len(declared)
