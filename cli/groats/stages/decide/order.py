"""The rules in their order, each on what the one before left."""

from collections.abc import Callable

from groats.document import Decision, Evidence
from groats.stages.decide.alike import decide_alike
from groats.stages.decide.headline import drop_copies, drop_repetitions, settle_title
from groats.stages.decide.hidden import drop_hidden
from groats.stages.decide.listings import keep_whole_listings
from groats.stages.decide.lists import keep_whole_lists
from groats.stages.decide.menus import drop_menus
from groats.stages.decide.named import drop_named
from groats.stages.decide.neighbours import (
    drop_far,
    drop_hanging_headings,
    drop_islands,
    fill_gaps,
    keep_beside,
    keep_headings,
    keep_quoted,
)
from groats.stages.decide.phrases import drop_cued_lines, drop_cues_alone, drop_wordless
from groats.stages.decide.releases import keep_releases
from groats.stages.decide.whole_page import (
    drop_binary,
    drop_notices,
    drop_scraps,
    drop_walls,
    keep_clean_pages,
    keep_said,
)

_RULES: tuple[Callable[[Evidence, list[Decision]], list[Decision]], ...] = (
    drop_hidden,
    drop_cues_alone,
    drop_cued_lines,
    keep_beside,
    drop_islands,
    drop_far,
    fill_gaps,
    keep_whole_lists,
    keep_headings,
    keep_quoted,
    drop_repetitions,
    drop_copies,
    keep_whole_listings,
    settle_title,
    drop_hanging_headings,
    drop_scraps,
    drop_walls,
    drop_named,
    keep_clean_pages,
    drop_wordless,
    keep_releases,
    keep_said,
    drop_notices,
    drop_binary,
)


def decide(evidence: Evidence, threshold: float) -> list[Decision]:
    """For each block of the page whether it stays: by its score or that of its like, and by what the rules say."""
    decisions = drop_menus(evidence, decide_alike(evidence, threshold), threshold)
    for rule in _RULES:
        decisions = rule(evidence, decisions)
    return decisions
