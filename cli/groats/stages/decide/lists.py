"""The items of one list, the rows of one table, or boxes side by side that look alike, of which most stay: all do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from groats.document import Decision, Evidence, Form, Page
from groats.stages.decide.settle import keep
from groats.stages.decide.signs import is_link

_AROUND = {Form.LIST: ("ul", "ol"), Form.TABLE: ("table",)}
_REASONS = {
    Form.LIST: "it is an item of a list that stays",
    Form.TABLE: "it is a row of a table that stays",
    Form.PARAGRAPH: "it is one of several boxes that look alike and stay",
}
_DEEPEST = 5  # boxes between an item's text and its list
_FEWEST_ITEMS = 3
_MOST_STAY = 2 / 3  # of the items
_LIKELY = 0.2  # a score from which an item is no stranger in the list
_LIKELY_ALIKE = 0.5  # and one from which a box goes with those that look alike: it went for a phrase in it

_Group = tuple[int, str]  # the place of the box around, and the look of what is in it ("" for any)
_NONE: _Group = (-1, "")


def keep_whole_lists(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """An item of a list stays where two thirds of the list do, whatever phrase is in it, unless it is a mere link.

    So do rows of tables, and boxes that look alike. For HTML only, where these are known. Out of fold 3 of 1,288 pages
    gain .01 by lists, and none loses; of 1,305 pages 9 gain up to .009 by tables and 3 lose up to .01, 3 gain up to
    .003 by boxes that look alike, and none loses .001.
    """
    for items in _find_lists(evidence.page):
        gone = [n for n in items if not decisions[n].keep]
        if len(items) >= _FEWEST_ITEMS and 0 < len(gone) <= (1 - _MOST_STAY) * len(items):
            form = evidence.page.blocks[gone[0]].form
            likely = _LIKELY_ALIKE if form is Form.PARAGRAPH else _LIKELY
            missed = [n for n in gone if evidence.scores[n] >= likely and not is_link(evidence, n)]
            decisions = keep(decisions, missed, _REASONS[form])
    return decisions


def _find_lists(page: Page) -> Iterable[Sequence[int]]:
    """The positions of the items of each list, of the rows of each table, and of like boxes in one."""
    lists: defaultdict[_Group, list[int]] = defaultdict(list)
    for n, block in enumerate(page.blocks):
        if block.hints is not None and page.boxes:
            lists[_find_list(page, block.hints.box, block.form)].append(n)
    lists.pop(_NONE, None)
    return lists.values()


def _find_list(page: Page, box: int, form: Form) -> _Group:
    """The place of the list or table around a box, or of what holds it with others that look alike."""
    if box < 0:
        return _NONE
    if form is Form.PARAGRAPH:
        tag, _, classes = page.boxes[box].look.partition(" ")
        return (page.boxes[box].outer, page.boxes[box].look) if classes and tag != "p" else _NONE
    tags = _AROUND.get(form, ())
    for _ in range(_DEEPEST):
        if box < 0 or not tags:
            break
        element = page.boxes[box]
        if element.tag in tags:
            return box, ""
        box = element.outer
    return _NONE
