"""Which of the folded parts of a page belong to it: those that say something, and not what the page shows already."""

from collections import defaultdict
from collections.abc import Iterable

from groats.stages.markup.boxes import Draft, Fold

_MOSTLY = 0.5  # of the characters


def settle_folds(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of folds that are mostly links, or mostly text that stands elsewhere on the page.

    A menu folds too, and a slider shows copies of its first and last picture.
    """
    folds: defaultdict[Fold, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.box.scope.fold is not None:
            folds[draft.box.scope.fold].append(draft)
    if not folds:
        return drafts
    shown = {draft.text for draft in drafts if draft.box.scope.fold is None}
    closed = {fold for fold, inside in folds.items() if _is_menu(inside) or _stands_in(inside, shown)}
    return [draft for draft in drafts if draft.box.scope.fold not in closed]


def _is_menu(drafts: Iterable[Draft]) -> bool:
    linked = sum(draft.link_share * len(draft.text) for draft in drafts)
    return linked > _MOSTLY * sum(len(draft.text) for draft in drafts)


def _stands_in(drafts: Iterable[Draft], shown: set[str]) -> bool:
    copies = sum(len(draft.text) for draft in drafts if draft.text in shown)
    return copies > _MOSTLY * sum(len(draft.text) for draft in drafts)
