"""HTML to a page: parsing, the walk over the tree, and the lines that its blocks make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import TYPE_CHECKING, cast

from groats.document import Block, Element, Form, Hints, Line, Page
from groats.stages.markup.bounds import bound_markup
from groats.stages.markup.boxes import Box, Draft
from groats.stages.markup.embedded import Embedded, find_embedded, to_markup
from groats.stages.markup.spans import Finder
from groats.stages.markup.streamed import find_streamed
from groats.stages.markup.tags import load_tags
from groats.stages.markup.templates import open_shadows, open_templates
from groats.stages.markup.truncated import Rest, Shown, find_rest
from groats.stages.markup.unclosed import END, close_swallower, is_swallowed
from groats.stages.markup.walk import Walk
from groats.stages.markup.wrappings import unwrap

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MOST_CLOSED = 3  # elements that are closed for a page; each takes another parse
_TIMES_MORE = 2  # as much text must be hidden as the page shows for it to be the page's only copy


def parse_html(text: str) -> Page:
    """The page that the HTML in `text` is, as a browser shows it: a line for each line of the rendered page.

    Every line of code has its own line; everything else is one line a block. The spans of the lines tile the source,
    but where a line starts is found by searching the source for its first words, as the parser keeps no offsets:
    where the source spells them with entities a span may start late or be empty. Takes linear time on any input;
    what had to be cut or mended for that is among the warnings ("tags_cut", "nesting_cut", "unclosed_markup").
    """
    if not text:
        return Page("html", (), ())
    unwrapped, left_out = unwrap(text)
    markup, cut = bound_markup(unwrapped)
    walk, was_closed = _walk(markup)
    drafts = _add_embedded(walk.drafts, markup)
    places, boxes = _place_boxes(drafts)
    blocks = _make_blocks(text, drafts, places)
    lines = tuple(line for block in blocks for line in block.lines) or (Line(1, 0, len(text), ""),)
    warnings = left_out + cut + ("unclosed_markup",) * was_closed
    return Page("html", lines, blocks, tuple(walk.declarations.pairs), warnings, boxes)


def _walk(markup: str) -> tuple[Walk, bool]:
    """The walk over the page, and whether an element had to be closed for it.

    What a browser keeps from its reader is walked too where it is the page's only copy: there is so little else.
    """
    tags = load_tags()
    markup = open_shadows(markup)
    was_closed = False
    for _ in range(_MOST_CLOSED):
        root = _parse(f"{markup}<{END}>", scripting=True)
        closed = close_swallower(markup, tags.swallowing) if is_swallowed(root.css_first(END), tags.unseen) else None
        if closed is None:
            break
        markup, was_closed = closed, True
    walk = Walk(root, tags, find_streamed(root, markup))
    if walk.unscripted > _TIMES_MORE * _count_shown(walk):
        opened = _parse(f"{open_templates(markup)}<{END}>", scripting=False)
        walk = _better(walk, Walk(opened, tags.without_scripts(), {}))
    if walk.hidden > _TIMES_MORE * _count_shown(walk):
        walk = _better(walk, Walk(root, tags, find_streamed(root, markup), reveals=True))
    return walk, was_closed


def _better(walk: Walk, other: Walk) -> Walk:
    """The other walk if it shows several times as much."""
    return other if _count_shown(other) > _TIMES_MORE * _count_shown(walk) else walk


def _parse(markup: str, *, scripting: bool) -> LexborNode:
    """The root of the tree. Without `scripting` the content of <noscript> is part of it."""
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser  # noqa: PLC0415 - plain text does without it

    # With its events a <select> takes time by the square of its options.
    tree = LexborHTMLParser(markup, options=LexborDocumentOptions.WO_EVENTS, scripting=scripting)
    return cast("LexborNode", tree.root)  # None only for no markup at all


def _count_shown(walk: Walk) -> int:
    return sum(len(draft.text) for draft in walk.drafts)


def _add_embedded(drafts: list[Draft], markup: str) -> list[Draft]:
    """The drafts with those of texts that the page's scripts alone hold.

    They stand below the first heading of the page, or below what it shows of the text.
    """
    shown = Shown([draft.text for draft in drafts])
    heading = next((n for n, draft in enumerate(drafts, 1) if draft.form is Form.HEADING and draft.level == 1), 0)
    added: defaultdict[int, list[Draft]] = defaultdict(list)
    for embedded in find_embedded(markup, shown):
        inner = _read_embedded(embedded)
        rest = find_rest(shown, [draft.text for draft in inner])
        if rest is not None:
            box = drafts[rest.place].box
            box = replace(box, scope=box.scope._replace(origin=embedded.origin))
            added[rest.place + 1] += [replace(draft, box=box) for draft in _cut(inner, rest)]
        elif not embedded.is_begun:
            added[heading] += inner
    if not added:
        return drafts
    return [draft for n in range(len(drafts) + 1) for draft in (*added[n], *drafts[n : n + 1])]


def _cut(drafts: Sequence[Draft], rest: Rest) -> list[Draft]:
    """The drafts of a text from where the page breaks it off."""
    first, *others = drafts[rest.paragraph :]
    if rest.offset:
        text = first.text[rest.offset :].lstrip()
        first = replace(first, text=text, beginning=text, links=(), marks=(), cells=())
    return [first, *others]


def _read_embedded(embedded: Embedded) -> list[Draft]:
    """The drafts of a text that is embedded."""
    inner, _ = bound_markup(to_markup(embedded.text))
    drafts = []
    for draft in Walk(_parse(inner, scripting=True), load_tags(), {}).drafts:
        scope = draft.box.scope._replace(origin=embedded.origin, landmark="article")
        drafts.append(replace(draft, box=Box("p", 0, None, scope, look="p"), blank_before=1))
    return drafts


def _place_boxes(drafts: Sequence[Draft]) -> tuple[list[int], tuple[Element, ...]]:
    """For each draft the place of its box among the boxes of the page, and these: each is met once."""
    places: dict[Box | None, int] = {None: -1}
    elements: list[Element] = []
    for draft in drafts:
        box: Box | None = draft.box
        new: list[Box] = []
        while box is not None and box not in places:
            new.append(box)
            box = box.outer
        place = places[box]
        for inner in reversed(new):
            elements.append(Element(place, inner.look, inner.own))
            place = places[inner] = len(elements) - 1
    return [places[draft.box] for draft in drafts], tuple(elements)


def _make_blocks(source: str, drafts: Sequence[Draft], places: Sequence[int]) -> tuple[Block, ...]:
    """The drafts with their lines, whose spans tile the source; `places` are those of their boxes."""
    rows = [draft.text.split("\n") if draft.form is Form.CODE else [draft.text] for draft in drafts]
    starts = _find_starts(source, drafts, rows)
    lines = map(Line, count(1), starts, starts[1:], chain.from_iterable(rows))
    blocks: list[Block] = []
    for draft, texts, place in zip(drafts, rows, places, strict=True):
        own = tuple(islice(lines, len(texts)))
        box = draft.box
        scope = box.scope
        names = " ".join(box.names.split())
        hints = Hints(
            draft.link_share,
            box.tag,
            scope.landmark,
            box.depth,
            names,
            scope.origin,
            draft.links,
            place,
            draft.is_bold,
            draft.cells,
            draft.marks,
        )
        blocks.append(Block(draft.text, own, draft.form, draft.level, draft.marker, 0, draft.blank_before, hints))
    return tuple(blocks)


def _find_starts(source: str, drafts: Sequence[Draft], rows: Sequence[Sequence[str]]) -> list[int]:
    """Where the lines of the drafts start, the first where the source does, and where it ends."""
    finder = Finder(source)
    starts: list[int] = []
    for draft, texts in zip(drafts, rows, strict=True):
        if draft.form is Form.CODE:
            starts += [finder.find(text.lstrip()) for text in texts]
        else:
            starts.append(finder.find(draft.beginning))
    starts[:1] = [0]
    starts.append(len(source))
    return starts
