"""Where in the source the lines of a rendered page stand."""

import re

_KEY = 24  # characters of a line's beginning that are looked for
_NEAR = 4_000  # characters: how far anything is looked for
_FAR = 200_000  # characters: how far text is looked for that the source can spell in one way only (past scripts)
_FRUITLESS = 4  # times the source's length: how much may be searched in vain, so that time stays linear
_PLAIN = re.compile(r"[A-Za-z0-9 ,.:;()-]{3,}")


class Finder:
    """Finds where lines start in `source`, in order.

    The tree knows no offsets, so each line is searched by its first words from where the one before was found. A line
    that is not found, because the source spells it with entities or a browser moves it to another place, starts where
    the search for it began.
    """

    __slots__ = ("_budget", "_end", "_source")

    def __init__(self, source: str) -> None:
        """Begin at the start of `source`."""
        self._source = source
        self._end = 0
        self._budget = _FRUITLESS * len(source)

    def find(self, beginning: str) -> int:
        """Where the next line starts that begins with `beginning`: an offset never before the last one."""
        key = beginning[:_KEY]
        at = self._source.find(key, self._end, self._end + _NEAR)
        if at < 0:
            plain = _PLAIN.search(key)
            if plain:
                at = self._search(plain.group(), _FAR if plain.group() == key else _NEAR)
        if at < 0:
            return self._end
        self._end = at + len(key)
        return at

    def _search(self, key: str, window: int) -> int:
        stop = min(self._end + window, len(self._source))
        if stop - self._end > self._budget:
            return -1
        at = self._source.find(key, self._end, stop)
        if at < 0:
            self._budget -= stop - self._end
        return at
