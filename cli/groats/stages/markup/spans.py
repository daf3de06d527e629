"""Where in the source the lines of a rendered page stand."""

import re
from collections.abc import Iterable, Iterator

_KEY = 24  # characters of a line's beginning that are looked for
_NEAR = 4_000  # characters: how far something is looked for that the source may spell otherwise
_FAR = 200_000
_FRUITLESS = 4  # times the source's length: how much may be searched in vain, so that time stays linear
_PLAIN = re.compile(r"[A-Za-z0-9 ,.:;()-]+")


def find_starts(source: str, beginnings: Iterable[str]) -> Iterator[int]:
    """Where each of the `beginnings` stands in the source, never before the one before it.

    The tree knows no offsets, so each is searched from where the last was found. One that the source spells otherwise
    (entities) or that comes from elsewhere (text that a browser moves out of a table) stands where the last one ended.
    """
    end = 0
    budget = _FRUITLESS * len(source)
    for beginning in beginnings:
        at = -1
        for key, window in _keys(beginning[:_KEY]):
            stop = min(end + window, len(source))
            if stop - end <= budget:
                at = source.find(key, end, stop)
            if at >= 0:
                break
            budget -= stop - end
        if at < 0:
            yield end
        else:
            yield at
            end = at + len(key)


def _keys(beginning: str) -> Iterator[tuple[str, int]]:
    """What to look for, best first, and how far: not far for what the source may spell otherwise."""
    plain = _PLAIN.match(beginning)
    if plain and plain.group() == beginning:
        yield beginning, _FAR
    elif beginning:
        yield beginning, _NEAR
        if plain:
            yield plain.group(), _NEAR
