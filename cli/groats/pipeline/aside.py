"""What is no text of a page (header, scripts, link addresses): set aside while the rest is judged, then put back."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import replace

from groats.document import Decision, Explain, Label, Options, Page, Verdict
from groats.pipeline.verdicts import judge_unread
from groats.stages.lines import is_definition
from groats.stages.scripts import find_scripts

_HEADER = Label.METADATA, "it is in the header that was written above the page"
_SCRIPT = Label.OTHER, "it is a script, a style sheet or data, not text"
_DEFINITION = Label.METADATA, "it says where a link leads"

Aside = Mapping[int, tuple[Label, str]]  # by the positions of blocks, lowest first: what they are, and why they go


def find_aside(page: Page) -> Aside:
    """The blocks that are to be set aside: all are judged as text in HTML."""
    if page.kind == "html":
        return {}
    header = _find_header(page)
    below = page.blocks[len(header) :]
    scripts = {len(header) + n: _SCRIPT for n in find_scripts(below)}
    definitions = {n: _DEFINITION for n, block in enumerate(below, start=len(header)) if is_definition(block)}
    return dict(sorted((dict.fromkeys(header, _HEADER) | definitions | scripts).items()))


def without_aside(page: Page) -> Page:
    """The page without the blocks that are to be set aside."""
    return without(page, find_aside(page))


def _find_header(page: Page) -> range:
    return range(bisect_left(page.blocks, page.header + 1, key=lambda block: block.lines[0].number))


def without(page: Page, positions: Collection[int]) -> Page:
    """The page without the blocks at those positions."""
    if not positions:
        return page
    return replace(page, blocks=tuple([block for n, block in enumerate(page.blocks) if n not in positions]))


def with_aside(
    page: Page, aside: Aside, verdicts: tuple[Verdict, ...], explain_text: Explain, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on all blocks of the page, those set aside among them, and what finds the reasons of each."""
    if not aside:
        return verdicts, explain_text
    rest = [n for n in range(len(page.blocks)) if n not in aside]
    rows = [(label, Decision(keep=False, rule=reason)) for label, reason in aside.values()]
    own, explain_own = judge_unread(without(page, frozenset(rest)), rows, 0.0, options)
    sides = iter(verdicts), iter(own)
    woven = tuple([next(sides[n in aside]) for n in range(len(page.blocks))])
    places = list(aside)

    def explain_woven(n: int) -> tuple[str, ...]:
        above = bisect_left(places, n)
        return explain_own(above) if n in aside else explain_text(n - above)

    return woven, explain_woven
