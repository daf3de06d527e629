"""A page as it is looked at: its lines, which of them are asked for, and the stretches between these folded away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from groats.document import Inspection, Label, Verdict
from groats.render.visible import make_visible

_BLANK = -1  # the position of the verdict on a blank line: it has none
_DOUBT = 0.2  # how likely a verdict must be wrong, by its score, for its block to count as doubtful


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at.

    Asked for are the removed blocks; with `only`, blocks of these labels, removed or kept; with `doubtful`, blocks near
    the border, those with most at stake first; with `notes`, those whose verdicts have these positions, with words on
    each. Around them stand `context` blocks, None for all of the page. `why` gives each its score and its reasons.
    """

    width: int = 80
    context: int | None = 2
    why: bool = False
    only: frozenset[Label] = frozenset()
    doubtful: bool = False
    notes: Mapping[int, str] | None = None


class Fold(NamedTuple):
    """How many lines, blank ones not counted, are not shown between two that are."""

    kept: int
    removed: int


@dataclass(frozen=True, slots=True)
class View:
    """A page and how it is looked at; a line is named by its place, from 0.

    `positions` has for each line the position of the verdict on it, -1 for a blank line.
    """

    inspection: Inspection
    look: Look
    positions: Sequence[int]

    def verdict(self, place: int) -> Verdict | None:
        """The verdict on the line, None for a blank one."""
        position = self.positions[place]
        return None if position == _BLANK else self.inspection.article.verdicts[position]

    def reasons(self, place: int) -> list[str]:
        """The reasons of the verdict on a line that is not blank, the strongest first, harmless to the terminal."""
        position = self.positions[place]
        known = f" ({self.inspection.article.verdicts[position].label})"  # the label of a cue that the line has itself
        return [make_visible(reason.removesuffix(known)) for reason in self.inspection.explain(position)]

    def text(self, place: int) -> str:
        """The line as it stands in a text, or as the markup shows it, harmless to the terminal."""
        article = self.inspection.article
        line = article.page.lines[place]
        if article.page.kind == "text":
            return make_visible(article.source.text[line.start : line.end].rstrip())
        verdict = self.verdict(place)
        if verdict and verdict.block.marker and line == verdict.block.lines[0]:
            mark = verdict.block.marker.replace("-", "•")  # "-" is what removed lines are marked with
            return make_visible(f"{'  ' * (verdict.block.level - 1)}{mark} {line.text}".rstrip())
        return make_visible(line.text.rstrip())

    def is_asked_for(self, place: int) -> bool:
        """Whether the line is one of those that the reader wants to see."""
        return self.positions[place] != _BLANK and self._is_asked_for(self.positions[place])

    def _is_asked_for(self, position: int) -> bool:
        verdict = self.inspection.article.verdicts[position]
        look = self.look
        if look.notes is not None:
            return position in look.notes
        if look.only and verdict.label not in look.only:
            return False
        return stake_of(verdict) > 0 if look.doubtful else bool(look.only) or not verdict.keep

    def passages(self) -> Iterator[Sequence[int] | Fold]:
        """The places of the lines to show, those that stand together at once, and what is folded between these.

        Of several blank lines together one is shown. Doubtful lines come block by block, the one with most at stake
        first.
        """
        return self._by_stake() if self.look.doubtful else self._in_order()

    def _in_order(self) -> Iterator[Sequence[int] | Fold]:
        """The passages from top to bottom, and what is folded between them."""
        verdicts = self.inspection.article.verdicts
        shown = _widen([self._is_asked_for(position) for position in range(len(verdicts))], self.look.context)
        filled = ((place, position) for place, position in enumerate(self.positions) if position != _BLANK)
        for is_shown, run in groupby(filled, key=lambda line: shown[line[1]]):
            if is_shown:
                yield list(self._with_gaps(place for place, _ in run))
            else:
                keeps = [verdicts[position].keep for _, position in run]
                yield Fold(sum(keeps), len(keeps) - sum(keeps))

    def _with_gaps(self, places: Iterable[int]) -> Iterator[int]:
        """The places of the lines of a passage, and of a blank one wherever there are some between two of them."""
        for n, place in enumerate(places):
            if n and self.positions[place - 1] == _BLANK:
                yield place - 1
            yield place

    def _by_stake(self) -> Iterator[Sequence[int]]:
        """The lines of each block that is asked for, with what stands around it, the one with most at stake first."""
        verdicts = self.inspection.article.verdicts
        context = self.look.context or 0
        for position in sorted(range(len(verdicts)), key=lambda position: -stake_of(verdicts[position])):
            if self._is_asked_for(position):
                around = verdicts[max(0, position - context) : position + context + 1]
                yield [line.number - 1 for verdict in around for line in verdict.block.lines]


def view_page(inspection: Inspection, look: Look) -> View:
    """The page, looked at so."""
    positions = [_BLANK] * len(inspection.article.page.lines)
    for position, verdict in enumerate(inspection.article.verdicts):
        for line in verdict.block.lines:
            positions[line.number - 1] = position
    return View(inspection, look, positions)


def stake_of(verdict: Verdict) -> float:
    """How many characters are likely on the wrong side, by the score; 0 where that leaves little doubt."""
    wrong = 1.0 - verdict.score if verdict.keep else verdict.score
    return wrong * len(verdict.block.text) if wrong >= _DOUBT else 0.0


def _widen(asked: Sequence[bool], context: int | None) -> list[bool]:
    """Which are shown: those asked for, `context` around each, and one that would be folded alone."""
    if context is None:
        return [True] * len(asked)
    shown = list(asked)
    for order in (range(len(asked)), range(len(asked) - 1, -1, -1)):
        left = 0
        for n in order:
            left = context if asked[n] else left - 1
            shown[n] = shown[n] or left >= 0
    if context:
        framed = [True, *shown, True]
        shown = [here or (framed[n] and framed[n + 2]) for n, here in enumerate(shown)]
    return shown
