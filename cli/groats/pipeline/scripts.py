"""The scripts among the lines of a page: set aside while the others are judged, then put back."""

from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import replace

from groats.document import Decision, Evidence, Explain, Label, Options, Page, Verdict
from groats.pipeline.verdicts import overrule_decisions, to_verdicts
from groats.stages.cues import find_all_cues
from groats.stages.features import read_shapes


def without(page: Page, scripts: AbstractSet[int]) -> Page:
    """The page without the blocks at those positions."""
    if not scripts:
        return page
    return replace(page, blocks=tuple([block for n, block in enumerate(page.blocks) if n not in scripts]))


def with_scripts(
    page: Page, scripts: AbstractSet[int], verdicts: tuple[Verdict, ...], explain_text: Explain, options: Options
) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on all blocks of the page, its scripts among them, and what finds the reasons of each."""
    if not scripts:
        return verdicts, explain_text
    own, explain_script = _judge_scripts(without(page, scripts ^ set(range(len(page.blocks)))), options)
    sides = iter(verdicts), iter(own)
    woven = tuple([next(sides[n in scripts]) for n in range(len(page.blocks))])
    places = sorted(scripts)

    def explain_woven(n: int) -> tuple[str, ...]:
        above = bisect_left(places, n)
        return explain_script(above) if n in scripts else explain_text(n - above)

    return woven, explain_woven


def _judge_scripts(page: Page, options: Options) -> tuple[tuple[Verdict, ...], Explain]:
    """The verdicts on a page of nothing but scripts: they go, unless the user wants them."""
    shapes = read_shapes(page.blocks)[0] if options.rules else []
    cues = find_all_cues([block.text for block in page.blocks]) if options.rules else []
    scores = [0.0] * len(page.blocks)
    labels = [Label.OTHER] * len(page.blocks)
    decisions = [Decision(keep=False, rule="it is a script, a style sheet or data, not text")] * len(page.blocks)
    evidence = Evidence(page, shapes, cues, [False] * len(page.blocks), scores, (0, 0), None)
    decisions, labels = overrule_decisions(evidence, decisions, labels, options)
    return to_verdicts(evidence, decisions, labels), lambda n: (decisions[n].rule,)
