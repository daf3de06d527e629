"""The lines that may name the authors, in the order in which they are asked."""

from collections.abc import Iterable, Iterator, Sequence

from groats.document import Label
from groats.stages.metadata.byline import read_lead
from groats.stages.metadata.clues import FOREIGN, LONGEST_LINE, Clue, Clues
from groats.stages.metadata.names import folded
from groats.stages.metadata.words import fold, key

BELOW_TITLE = 12  # blocks: standfirst, picture and share buttons may stand between a title and its byline
FAR_BELOW = 40  # where a picture, its caption and advertisements stand between; only for a line that says "By"
ABOVE_TITLE = 8
BELOW_END = 6
FAR_BELOW_END = 80  # for the only line that says "Written by"
DIRECTLY_BELOW = 5
_COMMAS = (",", "、", "，", "&")
_LONGEST_KEPT = 100  # characters of a line that was kept and may yet be a byline


def find_author_lines(clues: Clues) -> list[Clue]:
    """The lines around the title and the end of the article, and those beside a byline; each lead with its names."""
    near = clues.between(-ABOVE_TITLE - 1, BELOW_TITLE + 1)  # where bylines stand, or directly above
    below = clues.between(clues.end, clues.end + BELOW_END)
    bylines = [clues.places[position] for position in clues.labelled.get(Label.BYLINE, ())]
    beside = [clues.between(place - 1, place + 1) for place in bylines]
    lines = [
        clue
        for clue in clues.at(near, below, *beside, _far_below(clues))
        if len(clue.text) <= (_LONGEST_KEPT if clue.keep else LONGEST_LINE)
    ]
    return list(_joined(_with_lead_above(lines)))


def in_order(lines: list[Clue], clues: Clues) -> Iterator[Clue]:
    """The lines, nearest first: those in an author's box, bylines with a lead, others; last those about others.

    The last are directly below the title, where a line is about the article whatever it was labelled.
    """
    own = [clue for clue in lines if clue.label not in FOREIGN]
    yield from _called(clues)
    yield from _nearest(
        [
            clue
            for clue in own
            if clue.label is Label.BYLINE and abs(clue.after_title) <= DIRECTLY_BELOW and read_lead(clue.text).rest
        ]
    )
    yield from _nearest(own)
    yield from _only_byline_below(clues)
    yield from (
        clue
        for clue in lines
        if clue.label in FOREIGN and 0 < clue.after_title <= DIRECTLY_BELOW and clue.after_end < 0
    )


def _called(clues: Clues) -> list[Clue]:
    """The lines in boxes that the markup calls an author's: those near the title first, farther off only one name."""
    called = clues.at(clues.called)
    near = [clue for clue in _nearest(called) if clue.after_title <= BELOW_TITLE]
    far = [clue for clue in called if clue.after_title > BELOW_TITLE]
    return [*near, *(far[:1] if len({key(clue.text) for clue in far}) == 1 else ())]


def _nearest(lines: Sequence[Clue]) -> Iterator[Clue]:
    """The lines below the title, those above it, those below the article, then other bylines, each nearest first."""
    yield from (clue for clue in lines if 0 < clue.after_title <= BELOW_TITLE)
    yield from reversed([clue for clue in lines if -ABOVE_TITLE <= clue.after_title < 0])
    yield from (clue for clue in lines if 0 < clue.after_end <= BELOW_END and clue.after_title > BELOW_TITLE)
    yield from (
        clue
        for clue in lines
        if clue.after_title > BELOW_TITLE
        and (clue.label is Label.BYLINE or (clue.after_title <= FAR_BELOW and clue.after_end < 0))
        and read_lead(clue.text).rest
    )


def _far_below(clues: Clues) -> Iterator[int]:
    """The positions of short lines that say "By" farther below the title."""
    for position in clues.between(BELOW_TITLE + 1, FAR_BELOW):
        text = clues.texts[position]
        if not clues.keeps[position] and len(text) <= _LONGEST_KEPT and read_lead(text).rest:
            yield position


def _only_byline_below(clues: Clues) -> list[Clue]:
    """The line below the article that says "Written by" whatever it was labelled, where no other names somebody else.

    A word such as "By" alone is not enough there: it stands in lists of other articles.
    """
    lines = _with_lead_above(clues.at(clues.between(clues.end + 1, clues.end + FAR_BELOW_END)))
    bylines = [
        clue
        for clue in lines
        if clue.label is not Label.COMMENTS and len(clue.text) <= _LONGEST_KEPT and _is_certain(clue.text)
    ]
    return bylines[:1] if len({key(clue.text) for clue in bylines}) == 1 else []


def _is_certain(text: str) -> bool:
    """Whether a line begins with a lead that is no everyday word, and more than one word follows."""
    name, weak = read_lead(text)
    return name is not None and not weak and " " in name


def _with_lead_above(lines: list[Clue]) -> Iterator[Clue]:
    """The lines, with a lead that has a line of its own ("Written by") put before the name below it."""
    above: Clue | None = None
    for clue in lines:
        lead = above is not None and clue.after_title - above.after_title == 1 and read_lead(above.text).rest == ""
        if above and lead and read_lead(clue.text).rest is None and _may_lead(above, clue):
            label = Label.BYLINE if Label.BYLINE in {clue.label, above.label} else clue.label
            yield clue._replace(text=f"{above.text} {clue.text}", label=label)
        else:
            yield clue
        above = clue


def _joined(lines: Iterable[Clue]) -> Iterator[Clue]:
    """The lines, a byline that was cut at its links ("By Ada Lind", ",", "Tom Vale") put together again."""
    whole: Clue | None = None
    last = 0
    for clue in lines:
        if whole and clue.after_title == last + 1 and not clue.keep and _goes_on(whole.text, clue.text):
            whole = whole._replace(text=f"{whole.text} {clue.text}")
        else:
            if whole:
                yield whole
            whole = clue
        last = clue.after_title
    if whole:
        yield whole


def _goes_on(text: str, following: str) -> bool:
    """Whether a byline with a lead goes on in the line below: at its end or there is a comma, or "and"."""
    joins = folded("joins", "words")
    cut = (
        text.endswith(_COMMAS) or following.startswith(_COMMAS) or not joins.isdisjoint((_last(text), fold(following)))
    )
    goes_on = cut and len(text) <= LONGEST_LINE and read_lead(following).rest is None
    return goes_on and read_lead(text).rest is not None


def _last(text: str) -> str:
    return fold(text.rpartition(" ")[2])


def _may_lead(above: Clue, clue: Clue) -> bool:
    """Whether a lead in a line of its own is one: in a menu "Author" may be anything, unless the title is near."""
    certain = above.label is Label.BYLINE or len(above.text.split()) > 1
    return certain or Label.NAVIGATION not in {clue.label, above.label} or abs(above.after_title) <= ABOVE_TITLE
