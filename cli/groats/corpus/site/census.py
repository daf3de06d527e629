"""On how many pages of its site each line stands, counted in one pass over all pages, in any order."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from heapq import heappop, heappush
from itertools import takewhile
from typing import NamedTuple

from groats.document import Profile

_PAGES_OF_A_SITE = 100
_PAGES = 30_000
# Of the characters (tests/bench/site_profiles.py): pages that share more are one page, printed twice.
_COPY_SHARE = 0.875


class Lines(NamedTuple):
    """The lines of a page: their fingerprints, a hash of these, their lengths, and all lengths together."""

    marks: "array[int]"
    key: bytes
    lengths: "array[int]"
    length: int


class _Group(NamedTuple):
    """The lines of the shortest of some near copies, their length, and the lines of all of them."""

    lines: dict[int, int]
    length: int
    marks: set[int]


def pack_lines(lines: Mapping[int, int]) -> Lines:
    """What `fingerprint_page` found of a page, to be counted: made in the process that read it."""
    marks = array("Q", sorted(lines))
    key = blake2b(marks.tobytes(), digest_size=16).digest()
    return Lines(marks, key, array("I", [lines[mark] for mark in marks]), sum(lines.values()))


class Census:
    """Counts the lines of many pages by site.

    The same for any order of the pages and any names: each page is known by a hash of its lines, which copies share.
    A site is counted by its 100 pages with the smallest hashes, and where there are more than 30,000 such pages, by
    those whose hashes are below the bound that leaves 30,000. With at most 1,000 lines a page and 12 bytes a line,
    that is some 80 MB for pages as they are, and 400 MB for the longest.
    """

    def __init__(self, pages_of_a_site: int = _PAGES_OF_A_SITE, pages: int = _PAGES) -> None:
        """Nothing counted yet; the bounds are for tests to lower."""
        self._most_of_a_site, self._most = pages_of_a_site, pages
        self._sites: defaultdict[str, dict[bytes, Lines]] = defaultdict(dict)
        self._largest: list[tuple[int, str, bytes]] = []  # a heap of all pages; some of them were let go since
        self._bound = b"\xff" * 17  # only pages with smaller hashes are counted
        self._count = 0

    def add(self, site: str, lines: Lines) -> None:
        """Counts a page by its lines; one without any tells nothing."""
        key = lines.key
        if not lines.marks or key >= self._bound or key in (pages := self._sites[site]):
            return
        if len(pages) == self._most_of_a_site:
            if key > (last := max(pages)):
                return
            del pages[last]
            self._count -= 1
        pages[key] = lines
        heappush(self._largest, (-int.from_bytes(key), site, key))
        self._count += 1
        while self._count > self._most:
            self._let_go()

    def profiles(self) -> Iterator[Profile]:
        """The profile of each site, by name; near copies of a page count as one page."""
        for site, pages in sorted(self._sites.items()):
            originals = _group_copies([pages[key] for key in sorted(pages)])
            counts = Counter(mark for group in originals for mark in group)
            lines = dict(sorted((mark, count) for mark, count in counts.items() if count > 1))
            yield Profile(site, len(originals), lines)

    def _let_go(self) -> None:
        """Forgets the page with the largest hash of all, and takes none that is larger from now on."""
        _, site, key = heappop(self._largest)
        if self._sites[site].pop(key, None):
            self._bound = key
            self._count -= 1
        if not self._sites[site]:
            del self._sites[site]


def _group_copies(pages: list[Lines]) -> list[set[int]]:
    """The lines of each page together with those of its near copies."""
    groups: list[_Group] = []
    for page in sorted(pages, key=lambda page: page.length):
        lines = dict(zip(page.marks, page.lengths, strict=True))
        enough = _COPY_SHARE * page.length
        near = takewhile(lambda group: group.length > enough, reversed(groups))  # noqa: B023 - used up at once
        original = next((group for group in near if _measure_shared(group.lines, lines) > enough), None)
        if original:
            original.marks.update(lines)
        else:
            groups.append(_Group(lines, page.length, set(lines)))
    return [group.marks for group in groups]


def _measure_shared(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    return sum(map(one.__getitem__, one.keys() & other.keys()))
