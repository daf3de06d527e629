"""Which line of the clean text came of which line of the input: known from how it was made, so in linear time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Literal, TypeAlias

from groats.document import Article, Label
from groats.render.text import find_headline
from groats.stages.compose import write_groups

# As difflib.SequenceMatcher.get_opcodes has it: what happens to old[1:2], and makes it new[3:4].
Change: TypeAlias = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def find_changes(article: Article, old: Sequence[bytes], new: Sequence[bytes]) -> list[Change]:
    """What makes the new lines of the old ones, in the words of difflib, in linear time."""
    changes: list[Change] = []
    place = new_place = 0
    for above, below in _pair_blank_lines(list(_pair_lines(article, old, new)), old, new):
        if place < above or new_place < below:
            changes.append(("replace", place, above, new_place, below))
        tag: Literal["equal", "replace"] = "equal" if old[above] == new[below] else "replace"
        if tag == "equal" and changes and changes[-1][0] == tag:
            _, place, _, new_place, _ = changes.pop()
        else:
            place, new_place = above, below
        changes.append((tag, place, above + 1, new_place, below + 1))
        place, new_place = above + 1, below + 1
    if place < len(old) or new_place < len(new):
        changes.append(("replace", place, len(old), new_place, len(new)))
    return changes


def _pair_lines(article: Article, old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """The pairs of lines of which one became the other: the same, or the last of a block that was written anew."""
    places = _places(article)
    free = 0
    for position, lines in groupby(_origins(article), key=lambda origin: origin[1]):
        block = [
            place for line in article.verdicts[position].block.lines if (place := places[line.number - 1]) < len(old)
        ]
        found: defaultdict[bytes, list[int]] = defaultdict(list)
        for place in block:
            found[old[place]].append(place)
        origins = [n for n, _ in lines]
        for n in origins:
            hits = found.get(new[n], block[-1:] if n == origins[-1] else [])
            at = bisect_left(hits, free)
            if at < len(hits):
                yield hits[at], n
                free = hits[at] + 1


def _pair_blank_lines(
    pairs: Sequence[tuple[int, int]], old: Sequence[bytes], new: Sequence[bytes]
) -> Iterator[tuple[int, int]]:
    """The pairs, and between these those of blank lines."""
    for (above, new_above), (below, new_below) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        if above >= 0:
            yield above, new_above
        yield from zip(
            [n for n in range(above + 1, below) if old[n] == b"\n"],
            [n for n in range(new_above + 1, new_below) if new[n] == b"\n"],
            strict=False,
        )


def _origins(article: Article) -> Iterator[tuple[int, int]]:
    """For each line of the clean text that is not blank, in order, its place and the position of its verdict."""
    place = 0
    titles = [n for n, verdict in enumerate(article.verdicts) if verdict.keep and verdict.label is Label.TITLE]
    if article.text and find_headline(article):
        yield from ((place, position) for position in titles[:1])
        place += 2
    for positions, texts in write_groups(article.verdicts):
        for position, text in zip(positions, texts, strict=True):
            for row in range(text.removesuffix("\n").count("\n") + 1):
                yield place + row, position
            place += text.count("\n")
        place += 2


def _places(article: Article) -> list[int]:
    """For each line of the page its place in the input: among lines that LF alone ends, as patches have them."""
    lines = article.page.lines
    if article.page.kind == "html":
        return list(range(len(lines)))
    text = article.source.text
    return list(accumulate([text.count("\n", line.start, line.end) for line in lines], initial=0))
