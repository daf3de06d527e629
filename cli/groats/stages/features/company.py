"""What the blocks beside a dropped one, those that are kept and its copies say of it, as names of hints."""

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from groats.document import Evidence
from groats.stages.features.looks import LONGEST, Group

_NAME_WORDS = range(2, 5)
_SHORTEST_NAME = 4  # characters
_FEWEST_WORDS = 4
_GAPS: dict[tuple[bool, bool], Group] = {
    (False, False): (),
    (False, True): ("blank below",),
    (True, False): ("blank above",),
    (True, True): ("blank above", "blank below"),
}


def find_company(
    evidence: Evidence, keeps: Sequence[bool], dropped: Sequence[int], gaps: Sequence[bool]
) -> list[Group]:
    """For each of the `dropped` positions the hints that other blocks give; `gaps` says which have a blank above."""
    blocks, shapes = evidence.page.blocks, evidence.shapes
    texts = ["", *[block.text[:LONGEST] for block in blocks], ""]
    own = [texts[n + 1] for n in dropped]
    repeats = list(map(str.startswith, texts[1:], texts))  # which begin with the whole text of the block above: a name
    names = [len(shapes[n].words) in _NAME_WORDS and blocks[n].text.istitle() for n in dropped]
    copies = Counter(texts)
    folded = list(map(str.casefold, own))
    kept = set(map(str.casefold, compress(texts[1:], keeps)))
    same = list(map(kept.__contains__, folded))
    title = texts[evidence.title + 1].casefold() if evidence.title is not None else "\n"  # no block begins with that
    holds = {
        "name": names,
        "name below it": [name and repeats[n + 1] for name, n in zip(names, dropped, strict=True)],
        "name above it": [repeats[n] and len(texts[n]) >= _SHORTEST_NAME for n in dropped],
        "repeated": [copies[text] > 1 for text in own],
        "copy of kept": same,
        "long copy of kept": [
            copy and len(text.split()) >= _FEWEST_WORDS for copy, text in zip(same, own, strict=True)
        ],
        "title and more": [text.startswith(title) and text != title for text in folded],
    }
    below = [*gaps[1:], False]
    found = [_GAPS[gaps[n], below[n]] for n in dropped]
    for hint, column in holds.items():
        for n in compress(range(len(found)), column):
            found[n] += (hint,)
    return found
