"""What the names of boxes speak for: the ids, classes, roles and properties that page authors give them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

from groats.document import Page, Vocabulary
from groats.stages.features.columns import UNTOLD, Columns

NAME_BUCKETS = 1 << 13
NAME_FEATURES = tuple(
    f"{place}_{which}" for place in ("box_name", "outer_name", "any_name") for which in ("mean", "least", "most")
)
_OF_PAGE = frozenset({"", "html", "body"})  # their names say the same of every block
_LONGEST_NAMES = 200  # characters
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|0|[^\W\da-zA-Z]+")

# What names say: how many they are, the sum of it, the least and the most.
_Said = tuple[int, int, int, int]
_NOTHING: _Said = (0, 0, 2 * UNTOLD, 0)


@dataclass(frozen=True, slots=True)
class NamedBoxes:
    """The boxes of a page: the places of each one's names in a vocabulary, and the box around it, -1 for none.

    `blocks` are the boxes that the blocks of the page stand in, one a block.
    """

    names: Sequence[tuple[int, ...]]
    outers: Sequence[int]
    blocks: Sequence[int]

    def find_all(self) -> list[list[int]]:
        """For each block the places of the names of all boxes around it, each once."""
        found: list[set[int]] = []
        for names, outer in zip(self.names, self.outers, strict=True):
            found.append({*names, *(found[outer] if outer >= 0 else ())})
        return [sorted(found[box]) for box in self.blocks] if found else [[] for _ in self.blocks]


def read_names(page: Page) -> NamedBoxes:
    """The boxes of a page by their names; none for text."""
    named = [(look, names[:_LONGEST_NAMES]) for _, look, names in page.boxes]
    places = _place_names(set(named))
    return NamedBoxes(
        names=[places[its] for its in named],
        outers=[element.outer for element in page.boxes],
        blocks=[block.hints.box if block.hints else 0 for block in page.blocks],
    )


def _place_names(named: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, ...]]:
    """For each look and names of a box the places of its tag, its names, and the words that these are made of.

    All that is said twice on a page is looked at once: boxes share names, and names words.
    """
    spelled = {names: names.split() for _, names in named}
    places = _place_words(set(chain.from_iterable(spelled.values())))
    tags = {look: look.partition(" ")[0] for look, _ in named}
    of_tags = {tag: _place(f"<{tag}") for tag in set(tags.values())}
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for look, names in named:
        tag = tags[look]
        apart = [places[name] for name in spelled[names]]
        found[look, names] = () if tag in _OF_PAGE else tuple({of_tags[tag]}.union(*apart))
    return found


def _place_words(names: Collection[str]) -> dict[str, list[int]]:
    """For each name its place and those of the words in it, whatever the numbers."""
    plain = _DIGITS.sub("0", " ".join(names)).split()
    parts = {name: [name, *_PARTS.findall(name)] for name in set(plain)}
    places = {part: _place(part.lower()) for part in set(chain.from_iterable(parts.values()))}
    found = {name: [places[part] for part in apart] for name, apart in parts.items()}
    return {name: found[numberless] for name, numberless in zip(names, plain, strict=True)}


def _place(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass")) % NAME_BUCKETS


def name_columns(boxes: NamedBoxes, vocabulary: Vocabulary) -> Columns:
    """The columns of `NAME_FEATURES`: what the names of a block's box speak for, of the one around, of all around."""
    if not boxes.names:
        return dict.fromkeys(NAME_FEATURES, [UNTOLD] * len(boxes.blocks))
    says = vocabulary.names
    told = {names: _add_up([says[place] for place in names]) for names in set(boxes.names)}
    own = [*[told[names] for names in boxes.names], _NOTHING]  # the last is that of -1, which is around the outermost
    around: list[_Said] = []  # of each box together with all around it
    for (count, total, least, most), outer in zip(own, boxes.outers, strict=False):
        further, whole, lowest, highest = around[outer] if outer >= 0 else _NOTHING
        around.append(
            (
                count + further,
                total + whole,
                least if least < lowest else lowest,  # noqa: FURB136 - twice as fast as a call of `min`
                most if most > highest else highest,  # noqa: FURB136
            )
        )
    means = {said: _mean(said) for said in set(own)}
    rows = [(*means[own[box]], *means[own[boxes.outers[box]]], *_mean(around[box])) for box in boxes.blocks]
    return dict(zip(NAME_FEATURES, zip(*rows, strict=True), strict=True))


def _add_up(values: Sequence[int]) -> _Said:
    return (len(values), sum(values), min(values), max(values)) if values else _NOTHING


def _mean(said: _Said) -> tuple[int, int, int]:
    """The mean, the least and the most."""
    count, total, least, most = said
    return (total // count, least, most) if count else (UNTOLD, UNTOLD, UNTOLD)
