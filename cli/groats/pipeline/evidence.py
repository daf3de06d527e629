"""From a page to the evidence on every block."""

from collections.abc import Sequence

from groats.document import CueHit, Evidence, Page, Profile, Shape
from groats.stages.cues import find_all_cues
from groats.stages.familiar import discount_familiar, find_familiar
from groats.stages.features import (
    Columns,
    article_lead,
    find_headings,
    find_main_run,
    find_wordings,
    hash_words,
    pick_opening,
    pick_title,
    plain_columns,
    read_names,
    read_shapes,
    scored_columns,
    spoken_columns,
    title_candidates,
    title_columns,
)
from groats.stages.notices import is_notice
from groats.stages.score import Packed, Weights, score_columns


def gather_evidence(page: Page, weights: Weights, profile: Profile | None = None) -> tuple[Evidence, Columns]:
    """The evidence on every block, and the columns of features that the last pass saw."""
    if not page.blocks:
        return build_evidence(page, (), (), (), None), {}
    models = weights.models[page.kind]
    shapes, shaped = read_shapes(page.blocks)
    sizes = [shape.size for shape in shapes]
    cues = find_all_cues([block.text for block in page.blocks])
    wordings = find_wordings(shapes)
    columns = plain_columns(page, shaped, sizes, cues, wordings)
    columns |= spoken_columns(hash_words(shapes), read_names(page), sizes, weights.vocabulary)
    packed: Packed = {}
    familiar = find_familiar(page.blocks, profile)
    alone = discount_familiar(score_columns(models.first, columns, packed), familiar, profile)
    columns |= scored_columns(page, columns, sizes, alone, wordings)
    candidates = title_candidates(find_main_run(sizes, alone))
    title = pick_title(candidates, score_columns(models.title, columns, packed, candidates), models.title_threshold)
    title = pick_opening(page, sizes, cues, title)
    if title is not None and page.blocks[title].lines[0].number in page.said:
        title = None
    columns |= title_columns(wordings, title)
    own = score_columns(models.second, columns, packed)
    scores = discount_familiar(own, familiar, profile, last=True)
    return build_evidence(page, shapes, cues, scores, title, own_scores=own, lead=article_lead(columns)), columns


def build_evidence(  # noqa: PLR0913 - all that is known by then
    page: Page,
    shapes: Sequence[Shape],
    cues: Sequence[Sequence[CueHit]],
    scores: Sequence[float],
    title: int | None,
    *,
    own_scores: Sequence[float] | None = None,
    lead: float = 0.0,
) -> Evidence:
    """All that is known of the blocks of a page once they have their scores and the title is found.

    Without `own_scores` the page itself says what the scores say.
    """
    sizes = [shape.size for shape in shapes]
    return Evidence(
        page=page,
        shapes=shapes,
        cues=cues,
        headings=find_headings(page, shapes, cues),
        scores=scores,
        own_scores=scores if own_scores is None else own_scores,
        main_run=find_main_run(sizes, scores),
        title=title,
        lead=lead,
        is_notice=is_notice(page.blocks, sizes),
    )
