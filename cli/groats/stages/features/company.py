"""What the blocks beside a dropped one, those that are kept and its copies say of it, as names of hints."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, compress, count, repeat

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


def find_company(evidence: Evidence, keeps: Sequence[bool], gaps: Sequence[bool]) -> list[Group]:
    """For each dropped block, one or more, the hints that other blocks give; `gaps` are those with a blank above."""
    texts = [block.text[:LONGEST] for block in evidence.page.blocks]
    dropped = [n for n, keep in enumerate(keeps) if not keep]
    found = list(map(_GAPS.__getitem__, zip(gaps, [*gaps[1:], False], strict=True)))
    for n, hint in chain(_find_names(evidence, texts, dropped), _find_copies(evidence.title, texts, keeps, dropped)):
        found[n] += (hint,)
    return [found[n] for n in dropped]


def _find_names(evidence: Evidence, texts: Sequence[str], dropped: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Positions and hints of what looks like a name, and of a biography, which begins with the name above it."""
    blocks, shapes = evidence.page.blocks, evidence.shapes
    names = {n for n in dropped if len(shapes[n].words) in _NAME_WORDS and blocks[n].text.istitle()}
    for n in names:
        yield n, "name"
    for n in compress(count(), map(str.startswith, texts[1:], texts)):
        if n in names:
            yield n, "name below it"
        if len(texts[n]) >= _SHORTEST_NAME:
            yield n + 1, "name above it"


def _find_copies(
    title: int | None, texts: Sequence[str], keeps: Sequence[bool], dropped: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Positions and hints of what comes again on the page, or begins with its title."""
    copies = Counter(texts)
    folded = list(map(str.casefold, texts))
    kept = set(compress(folded, keeps))
    for n in dropped:
        if copies[texts[n]] > 1:
            yield n, "repeated"
        if folded[n] in kept:
            yield n, "copy of kept"
            if len(texts[n].split()) >= _FEWEST_WORDS:
                yield n, "long copy of kept"
    if title is not None:
        for n in compress(count(), map(str.startswith, folded, repeat(folded[title]))):
            if folded[n] != folded[title]:
                yield n, "title and more"
