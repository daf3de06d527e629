"""What is no text of a page (header, scripts, link addresses): set aside while the rest is judged, then put back."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import replace

from groats.document import Decision, Explain, Label, Options, Page, Verdict
from groats.pipeline.verdicts import judge_unread
from groats.stages.lines import is_definition, is_licence
from groats.stages.scripts import find_scripts

_HEADER = Label.METADATA, "it is in the header that was written above the page"
_SCRIPT = Label.OTHER, "it is a script, a style sheet or data, not text"
_REFERENCE = Label.METADATA, "it says where a link leads"
_LICENCE = Label.LEGAL, "it stands below the text of a book"
_EDGE = Label.METADATA, "it stands at the edge of every sheet"
_TIME = Label.METADATA, "it says when something is said"
_FIELD = Label.METADATA, "it is a field of the database that the text is from"
_MESSAGE = Label.METADATA, "it is a header of a message, or its signature"

Aside = Mapping[int, tuple[Label, str]]  # by the positions of blocks, lowest first: what they are, and why they go


def find_aside(page: Page) -> Aside:
    """The blocks that are to be set aside: all are judged as text in HTML."""
    if page.kind == "html":
        return {}
    start = _find_line(page, page.header + 1)
    end = _find_line(page, len(page.lines) - page.references + 1)
    between = page.blocks[start:end]
    scripts = {start + n: _SCRIPT for n in find_scripts(between)}
    references = [n for n, block in enumerate(between, start=start) if is_definition(block)]
    below = range(end, len(page.blocks))
    is_book = len(below) > 0 and is_licence(page.blocks[end].text)
    aside = dict.fromkeys(range(start), _HEADER) | dict.fromkeys(references, _REFERENCE) | scripts
    aside |= dict.fromkeys(below, _LICENCE if is_book else _REFERENCE)
    marked = (page.edges, _EDGE), (page.message, _MESSAGE), (page.times, _TIME), (page.fields, _FIELD)
    for numbers, what in marked:
        if numbers:  # as on few pages
            aside |= {n: what for n, block in enumerate(between, start=start) if block.lines[0].number in numbers}
    return dict(sorted(aside.items()))


def without_aside(page: Page) -> Page:
    """The page without the blocks that are to be set aside."""
    return without(page, find_aside(page))


def _find_line(page: Page, number: int) -> int:
    """The position of the first block from a line on."""
    return bisect_left(page.blocks, number, key=lambda block: block.lines[0].number)


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
