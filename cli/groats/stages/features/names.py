"""What the names of boxes speak for: the ids, classes, roles and properties that page authors give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from groats.document import Page, Vocabulary
from groats.stages.features.columns import Columns

NAME_BUCKETS = 1 << 13
NAME_FEATURES = tuple(
    f"{place}_{which}" for place in ("box_name", "outer_name", "any_name") for which in ("mean", "least", "most")
)
_HALF = 127  # the middle of the scale: names that say nothing
_OF_PAGE = frozenset({"", "html", "body"})  # their names say the same of every block
_LONGEST_NAMES = 200  # characters
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|0|[^\W\da-zA-Z]+")

# What names say: how many they are, the sum of it, the least and the most.
_Said = tuple[int, int, int, int]
_NOTHING: _Said = (0, 0, 2 * _HALF, 0)


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
    return NamedBoxes(
        names=[_hash_names(element.look.partition(" ")[0], element.names[:_LONGEST_NAMES]) for element in page.boxes],
        outers=[element.outer for element in page.boxes],
        blocks=[block.hints.box if block.hints else 0 for block in page.blocks],
    )


@lru_cache(maxsize=4096)  # pages of a site have the same names
def _hash_names(tag: str, names: str) -> tuple[int, ...]:
    """The places of a tag, of the names of its box, and of the words that these are made of, whatever their numbers."""
    if tag in _OF_PAGE:
        return ()
    if not names:
        return (_hash_name(f"<{tag}"),)
    names = _DIGITS.sub("0", names)
    found = {f"<{tag}", *names.lower().split(), *[part.lower() for part in _PARTS.findall(names)]}
    return tuple(sorted(set(map(_hash_name, found))))


@lru_cache(maxsize=16_384)
def _hash_name(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass")) % NAME_BUCKETS


def name_columns(boxes: NamedBoxes, vocabulary: Vocabulary) -> Columns:
    """The columns of `NAME_FEATURES`: what the names of a block's box speak for, of the one around, of all around."""
    if not boxes.names:
        return dict.fromkeys(NAME_FEATURES, [_HALF] * len(boxes.blocks))
    told = {names: _add_up([vocabulary.names[place] for place in names]) for names in set(boxes.names)}
    own = [*[told[names] for names in boxes.names], _NOTHING]  # the last is that of -1, which is around the outermost
    around: list[_Said] = []  # of each box together with all around it
    for said, outer in zip(own, boxes.outers, strict=False):
        count, total, least, most = around[outer] if outer >= 0 else _NOTHING
        around.append((count + said[0], total + said[1], min(least, said[2]), max(most, said[3])))
    rows = {box: (*_mean(own[box]), *_mean(own[boxes.outers[box]]), *_mean(around[box])) for box in set(boxes.blocks)}
    columns = zip(*[rows[box] for box in boxes.blocks], strict=True)
    return dict(zip(NAME_FEATURES, columns, strict=True))


def _add_up(values: Sequence[int]) -> _Said:
    return (len(values), sum(values), min(values), max(values)) if values else _NOTHING


def _mean(said: _Said) -> tuple[int, int, int]:
    """The mean, the least and the most."""
    count, total, least, most = said
    return (total // count, least, most) if count else (_HALF, _HALF, _HALF)
