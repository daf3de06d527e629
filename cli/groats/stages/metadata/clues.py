"""The short lines of a page around its article: where a page says who, when and where."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import NamedTuple

from groats.document import Block, CueHit, Element, Form, Label, Page, Verdict, is_gate
from groats.stages.metadata.boxes import find_list, find_readers, is_author_box
from groats.stages.metadata.dates import find_years, is_bare_day, may_hold_date
from groats.stages.metadata.headline import find_headline, is_main_heading
from groats.stages.metadata.words import on_one_line

LONGEST_LINE = 300
_OPENING = 120  # characters of a longer block
_FIRST, _LAST = 300, 300  # blocks of a long page at its start and at its end
_BEFORE, _AFTER = 40, 80  # blocks above and below its title, and its article's last one
_LONGEST_DATE = 30  # characters
_PROSE = 100  # characters
_LANGUAGE_SAMPLE = 2_000  # characters: of 2,344 articles, all but two had the same language by 8,000
_PAGE_SAMPLE = 8_000  # characters: a page begins with its menu
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d)(?!\d)")
_MONTH_AND_YEAR = re.compile(r"\d{1,2}\. ?(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}:\d\d(?!\d)")

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

    `after_title`, `after_start` and `after_end` count the blocks from the title, the article's first block of prose and
    its last block, negative above.
    `is_author` tells whether the markup calls its box an author's.
    """

    text: str
    label: Label
    keep: bool
    after_title: int
    after_start: int
    after_end: int
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class Clues:
    """The text of a page's title, the short lines around its article as columns, and a sample of what was kept.

    `is_main` says that the markup makes the title the main heading of the page.
    `places` are the positions of the lines' blocks counted from the title, `start` is that of the article's first block
    of prose below it, `end` that of its last block.
    `labelled` are the positions among the lines of those with each label, `dropped` of those that were not kept,
    `dated` of those that seem to hold a year, `called` of those in boxes that the markup calls an author's,
    `openers` of the headings of boxes of what leads elsewhere or what others wrote, and `gates` of those that say that
    only who pays may read on.
    `blocks` are those of the lines, `boxes` all of the page.
    `openings` are the first words of the blocks that are too long for a line, by their places.
    """

    title: str | None
    is_main: bool
    sample: str
    start: int
    end: int
    texts: Sequence[str]
    labels: Sequence[Label]
    keeps: Sequence[bool]
    places: Sequence[int]
    labelled: Mapping[Label, Sequence[int]]
    dropped: Sequence[int]
    dated: Sequence[int]
    called: AbstractSet[int]
    openers: AbstractSet[int]
    gates: AbstractSet[int]
    blocks: Sequence[Block]
    boxes: Sequence[Element]
    openings: Mapping[int, str]

    @property
    def page_sample(self) -> str:
        """A sample of the lines, whether they were kept or not."""
        lines = zip(self.texts, self.labels, strict=True)
        return "\n".join([text for text, label in lines if label is not Label.CODE])[:_PAGE_SAMPLE]

    @property
    def beside_title(self) -> list[str]:
        """The text of all lines but the title's own."""
        title = self.between(0, 0)
        return [*self.texts[: title.start], *self.texts[title.stop :]]

    @property
    def dropped_above(self) -> Sequence[int]:
        """The positions of the lines above the title that were not kept."""
        return self.dropped[: bisect_left(self.dropped, self.between(0, 0).start)]

    def between(self, first: int, last: int) -> range:
        """The positions of the lines in two blocks, counted from the title, and between them."""
        return range(bisect_left(self.places, first), bisect_right(self.places, last))

    def list_of(self, position: int) -> int:
        """In which list or box of the markup a line stands, -1 for none."""
        return find_list(self.boxes, self.blocks[position]) if self.boxes else -1

    def links_of(self, position: int) -> Sequence[str]:
        """The words of the links in a line."""
        hints = self.blocks[position].hints
        return [link.words for link in hints.links] if hints is not None else ()

    def at(self, *positions: Iterable[int]) -> list[Clue]:
        """The lines at the positions, each once, in the order of the page."""
        return [
            Clue(
                self.texts[n],
                self.labels[n],
                self.keeps[n],
                self.places[n],
                self.places[n] - self.start,
                self.places[n] - self.end,
                n in self.called,
            )
            for n in sorted(set().union(*positions))
        ]


def gather_clues(
    page: Page, verdicts: Sequence[Verdict], titles: Sequence[str] = (), cues: Sequence[Sequence[CueHit]] = ()
) -> Clues:
    """The clues in judged blocks; on a long page only of those at its ends and around the article.

    None are in boxes that the markup calls its readers'. `titles` are those that the page declares, `cues` those of the
    first blocks.
    """
    kept = [number for number, verdict in enumerate(verdicts) if verdict.keep]
    headline = find_headline(verdicts, titles, cues)
    title = headline if headline is not None else kept[0] if kept else 0
    end = kept[-1] if kept else 0
    start = _find_start(verdicts, kept[bisect_right(kept, title) :], end)
    numbers = _near(len(verdicts), title, end)
    lines = _read_lines(page, verdicts, numbers, (title, start))
    near = [verdicts[number] for number in lines]
    keeps = [verdict.keep for verdict in near]
    labels = [_label_of(verdict) if verdict.label is Label.TAGS else verdict.label for verdict in near]
    texts = list(lines.values())
    cued = [(position, cues[n]) for position, n in enumerate(lines) if n < len(cues) and cues[n]]
    return Clues(
        title=None if headline is None else _read_title(verdicts[headline].block.text),
        is_main=headline is not None and is_main_heading(verdicts[headline]),
        sample=_sample(verdicts, kept),
        start=start - title,
        end=end - title,
        texts=texts,
        labels=labels,
        keeps=keeps,
        places=[number - title for number in lines],
        labelled=_by_label(labels),
        dropped=list(compress(range(len(keeps)), map(not_, keeps))),
        dated=find_years(texts),
        called=_in_author_boxes(page, near) if page.boxes else frozenset(),
        openers={place for place, hits in cued for hit in hits if hit.whole and hit.opens and hit.label in FOREIGN},
        gates={place for place, hits in cued if is_gate(near[place], hits)},
        blocks=[verdict.block for verdict in near],
        boxes=page.boxes,
        openings={
            number - title: on_one_line(verdicts[number].block.text[:_OPENING])
            for number in numbers
            if len(verdicts[number].block.text) > LONGEST_LINE
        },
    )


def _label_of(tags: Verdict) -> Label:
    """The label of a block that was taken for tags: the rows of a table, as of a forum's topics, are none."""
    return Label.OTHER if tags.block.form is Form.TABLE else tags.label


def _by_label(labels: Sequence[Label]) -> Mapping[Label, Sequence[int]]:
    """The positions of each label."""
    labelled: defaultdict[Label, list[int]] = defaultdict(list)
    for position, label in enumerate(labels):
        labelled[label].append(position)
    return labelled


def _read_title(text: str) -> str | None:
    """The text of a headline on one line; None where it is too long for one, or a date."""
    heading = on_one_line(text[: 2 * LONGEST_LINE])
    return heading if 0 < len(heading) <= LONGEST_LINE and not _is_stamp(heading) else None


def _is_stamp(text: str) -> bool:
    """Whether a line is a day, or begins with one and has a time: it stands beside a headline that is a picture."""
    begins = _DAY.search(text[:_LONGEST_DATE]) is not None and _CLOCK.search(text) is not None
    return begins or is_bare_day(text)


def _find_start(verdicts: Sequence[Verdict], kept: Sequence[int], end: int) -> int:
    """Of the kept blocks the first that is long enough to be no item of a list of contents."""
    return next((number for number in kept if len(verdicts[number].block.text) >= _PROSE), end)


def _near(count: int, title: int, end: int) -> Sequence[int]:
    """The blocks of which clues are read: on a long page those at its ends and around the article."""
    near = (
        range(min(_FIRST, count)),
        range(max(0, title - _BEFORE), min(title + _AFTER, count)),
        range(max(0, end - _BEFORE), min(end + _AFTER, count)),
        range(max(0, count - _LAST), count),
    )
    return range(count) if count <= sum(map(len, near)) else sorted(set().union(*near))


def _read_lines(
    page: Page, verdicts: Sequence[Verdict], numbers: Sequence[int], own: Iterable[int]
) -> Mapping[int, str]:
    """The short lines among the blocks with those numbers: by number, without controls, white space folded.

    None is in a box that the markup calls its readers', unless one of the article's `own` blocks is in it too.
    """
    near = [verdicts[number].block for number in numbers]
    texts = [_with_day(block) if block.marker else block.text for block in near]
    lines = [on_one_line(text) if len(text) <= LONGEST_LINE else "" for text in texts]
    if page.boxes and verdicts:
        for position in find_readers(page.boxes, near, [verdicts[number].block for number in own]):
            lines[position] = ""
    return {number: line for number, line in zip(numbers, lines, strict=True) if line}


def _in_author_boxes(page: Page, verdicts: Sequence[Verdict]) -> AbstractSet[int]:
    """The positions of the blocks in boxes that are called an author's."""
    hints = [verdict.block.hints for verdict in verdicts]
    names = [page.boxes[hint.box].names if hint is not None else "" for hint in hints]
    called = set(filter(is_author_box, set(names)))
    return {position for position, name in enumerate(names) if name in called} if called else frozenset()


def _with_day(block: Block) -> str:
    """The text of a block, with a mark that is no item's number but the day of a date: "28. April 2023", "5. 11. 2019".

    Behind a number only the rest of such a date makes it one: an item may begin with a year.
    """
    begins = block.text[:1].isalpha() or _MONTH_AND_YEAR.match(block.text)
    ordinal = block.marker[:1].isdigit() and begins and may_hold_date(f"{block.marker} {block.text[:_LONGEST_DATE]}")
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
