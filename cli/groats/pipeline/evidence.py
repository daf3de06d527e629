"""From a page to the evidence on every block."""

from collections.abc import Sequence
from dataclasses import replace

from groats.document import CueHit, Evidence, Page, Profile, Shape
from groats.stages.cues import find_all_cues
from groats.stages.familiar import discount_familiar, find_familiar
from groats.stages.features import (
    Columns,
    article_lead,
    box_columns,
    cohesion_columns,
    context_columns,
    find_headings,
    find_main_run,
    find_wordings,
    first_columns,
    hash_words,
    kind_columns,
    name_columns,
    pick_title,
    read_names,
    read_shapes,
    title_candidates,
    title_columns,
    word_columns,
)
from groats.stages.notices import is_notice
from groats.stages.score import Packed, Weights, score_columns


def gather_evidence(page: Page, weights: Weights, profile: Profile | None = None) -> tuple[Evidence, Columns]:
    """The evidence on every block, and the columns of features that the last pass saw."""
    if not page.blocks:
        return weigh(page, (), (), (), None), {}
    models = weights.models[page.kind]
    shapes, shaped = read_shapes(page.blocks)
    sizes = [shape.size for shape in shapes]
    cues = find_all_cues([block.text for block in page.blocks])
    wordings = find_wordings(shapes)
    columns = first_columns(page, shaped, sizes, cues) | cohesion_columns(wordings)
    hashed = hash_words(shapes)
    columns |= word_columns(hashed, sizes, weights.vocabulary) | kind_columns(hashed, weights.vocabulary)
    columns |= name_columns(read_names(page), weights.vocabulary)
    packed: Packed = {}
    familiar = find_familiar(page.blocks, profile)
    alone = discount_familiar(score_columns(models.first, columns, packed), familiar, profile)
    columns |= context_columns(columns, sizes, alone, wordings) | box_columns(page, sizes, alone)
    candidates = title_candidates(find_main_run(sizes, alone))
    title = pick_title(candidates, score_columns(models.title, columns, packed, candidates), models.title_threshold)
    columns |= title_columns(wordings, title)
    own = score_columns(models.second, columns, packed)
    scores = discount_familiar(own, familiar, profile, last=True)
    return replace(weigh(page, shapes, cues, scores, title), own_scores=own, lead=article_lead(columns)), columns


def weigh(
    page: Page,
    shapes: Sequence[Shape],
    cues: Sequence[Sequence[CueHit]],
    scores: Sequence[float],
    title: int | None,
) -> Evidence:
    """All that is known of the blocks of a page once they have their scores and the title is found."""
    sizes = [shape.size for shape in shapes]
    return Evidence(
        page=page,
        shapes=shapes,
        cues=cues,
        headings=find_headings(page, shapes, cues),
        scores=scores,
        own_scores=scores,
        main_run=find_main_run(sizes, scores),
        title=title,
        is_notice=is_notice(page.blocks, sizes),
    )
