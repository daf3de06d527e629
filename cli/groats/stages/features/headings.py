"""Which blocks read like headings: by their marks, or short, without an end, and with something longer below."""

from collections.abc import Sequence

from groats.document import Form, Page, Shape

_MOST_WORDS = 14.0
_LEAST_BELOW = 6.0  # words: what a heading heads


def find_headings(page: Page, shapes: Sequence[Shape]) -> list[bool]:
    """For each block whether it reads like a heading."""
    found = [block.form is Form.HEADING for block in page.blocks]
    for n, (block, shape, below) in enumerate(zip(page.blocks, shapes, shapes[1:], strict=False)):
        if block.form is Form.PARAGRAPH and 0 < shape.size <= _MOST_WORDS and not shape.ends_sentence:
            found[n] = below.size > max(shape.size, _LEAST_BELOW)
    return found
