"""Pages to sum up, without texts to read."""

from groats.scoring.compare import ScoredPage
from groats.scoring.measures import score_page


def scored(page: str, reference: str, output: str | None, **groups: str) -> ScoredPage:
    return ScoredPage(page, groups, output is not None, score_page(reference, output or ""))
