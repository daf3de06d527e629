"""What is said beside the lines that are asked for: their label and their strongest reason, once for all in a row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from groats.document import Label
from groats.render.diff.paint import name_of
from groats.render.diff.view import View

_HEARD = 30  # lines of a group at most whose reasons are heard: to find those of one takes half a millisecond
_SPECIFIC = ("cue ", "it stands below ")  # how the reasons begin that name what was found
_TELLING = 100  # times what others weigh


class Group(NamedTuple):
    """Lines that stand together, what is said beside them, and what they were taken for (None: shown for context)."""

    places: Sequence[int]
    note: str = ""
    label: Label | None = None


class _Key(NamedTuple):
    """What the lines of a group have in common."""

    keep: bool
    label: Label
    said: str


def group_lines(view: View, passage: Sequence[int]) -> Iterator[Group]:
    """The lines of a passage in groups: those asked for of one side and label, or those that are there for context.

    Blank lines between two lines of one group that is asked for are left out.
    """
    keys = [_key(view, place) for place in passage]
    places = [
        (key, place)
        for n, (key, place) in enumerate(zip(keys, passage, strict=True))
        if view.verdict(place) or not 0 < n < len(keys) - 1 or not keys[n - 1] or keys[n - 1] != keys[n + 1]
    ]
    for key, group in groupby(places, key=lambda pair: pair[0]):
        together = [place for _, place in group]
        yield Group(together, _describe(view, together, key), key.label) if key else Group(together)


def _key(view: View, place: int) -> _Key | None:
    verdict = view.verdict(place)
    if verdict is None or not view.is_asked_for(place):
        return None
    return _Key(verdict.keep, verdict.label, (view.look.notes or {}).get(view.positions[place], ""))


def _describe(view: View, places: Sequence[int], key: _Key) -> str:
    if view.look.why:
        return key.said  # the rest stands below each line
    name = f"kept as {name_of(key.label)}" if key.keep else name_of(key.label)
    verdict = view.verdict(places[0])
    if view.look.doubtful and verdict:
        name += f" {verdict.score:.2f}"
    if len(places) > 1:
        name += f", {len(places)} lines"
    return " · ".join(filter(None, [key.said, name, _strongest(view, places[:_HEARD])]))


def _strongest(view: View, places: Sequence[int]) -> str:
    """The reason that is strong for the most lines; one that names a cue or a line above says more than any other."""
    weights: defaultdict[str, float] = defaultdict(float)
    for place in places:
        for rank, reason in enumerate(view.reasons(place), start=1):
            weights[reason] += (_TELLING if reason.startswith(_SPECIFIC) else 1) / rank
    return max(weights, key=lambda reason: weights[reason], default="")
