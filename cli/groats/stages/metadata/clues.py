"""The short lines of a page around its article: where a page says who, when and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from groats.document import Block, Label, Page, Verdict
from groats.stages.metadata.boxes import is_author_box
from groats.stages.metadata.dates import may_hold_date
from groats.stages.metadata.headline import find_headline
from groats.stages.metadata.words import on_one_line

LONGEST_LINE = 300
_FIRST, _BEFORE, _AFTER, _LAST = (
    300,
    40,
    80,
    300,
)  # of a long page: blocks at its start, around the title, after the article, at its end
_LONGEST_DATE = 30  # characters
_LANGUAGE_SAMPLE = 2_000  # characters: of 2,344 articles, all but two had the same language by 8,000
_PAGE_SAMPLE = 8_000  # characters: a page begins with its menu

# What others wrote and what leads elsewhere tell nothing of this article.
FOREIGN = frozenset(
    {
        Label.RELATED,
        Label.COMMENTS,
        Label.ADVERTISEMENT,
        Label.APP_STORE,
        Label.NEWSLETTER,
        Label.CONSENT,
        Label.PAYWALL,
    }
)


class Clue(NamedTuple):
    """A short line of the page, white space folded, with its label and whether it was kept.

    `after_title` and `after_end` count the blocks from the title and from the article's last block, negative above.
    `is_author` tells whether the markup calls its box an author's.
    """

    text: str
    label: Label
    keep: bool
    after_title: int
    after_end: int
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class Clues:
    """The text of a page's title, the short lines around its article, and a sample of what was kept."""

    title: str | None
    lines: tuple[Clue, ...]
    sample: str

    @property
    def page_sample(self) -> str:
        """A sample of the lines, whether they were kept or not."""
        return "\n".join([clue.text for clue in self.lines if clue.label is not Label.CODE])[:_PAGE_SAMPLE]


def gather_clues(page: Page, verdicts: Sequence[Verdict], titles: Sequence[str] = ()) -> Clues:
    """The clues in judged blocks; on a long page only of those at its ends and around the article.

    `titles` are those that the page declares.
    """
    kept = [number for number, verdict in enumerate(verdicts) if verdict.keep]
    headline = find_headline(verdicts, titles)
    title = headline if headline is not None else kept[0] if kept else 0
    end = kept[-1] if kept else 0
    count = len(verdicts)
    near = (
        range(min(_FIRST, count)),
        range(max(0, title - _BEFORE), min(title + _AFTER, count)),
        range(max(0, end - _BEFORE), min(end + _AFTER, count)),
        range(max(0, count - _LAST), count),
    )
    numbers = range(count) if count <= sum(map(len, near)) else sorted(set().union(*near))
    clues = []
    for number in numbers:
        verdict = verdicts[number]
        text = _with_day(verdict.block)
        if len(text) <= LONGEST_LINE and (text := on_one_line(text)):
            hints = verdict.block.hints
            is_author = bool(page.boxes) and hints is not None and is_author_box(page.boxes[hints.box].names)
            clues.append(Clue(text, verdict.label, verdict.keep, number - title, number - end, is_author))
    heading = "" if headline is None else on_one_line(verdicts[headline].block.text[: 2 * LONGEST_LINE])
    return Clues(heading if 0 < len(heading) <= LONGEST_LINE else None, tuple(clues), _sample(verdicts, kept))


def _with_day(block: Block) -> str:
    """The text of a block, with a mark that is no item's number but the day of a date: "28. April 2023"."""
    ordinal = block.marker[:1].isdigit() and block.text[:1].isalpha() and may_hold_date(block.text[:_LONGEST_DATE])
    return f"{block.marker} {block.text}" if ordinal else block.text


def _sample(verdicts: Sequence[Verdict], kept: Sequence[int]) -> str:
    parts: list[str] = []
    size = 0
    for number in kept:
        if verdicts[number].label is not Label.CODE:
            parts.append(verdicts[number].block.text[:_LANGUAGE_SAMPLE])
            size += len(parts[-1])
            if size > _LANGUAGE_SAMPLE:
                break
    return "\n".join(parts)[:_LANGUAGE_SAMPLE]
