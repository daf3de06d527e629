"""What the first pass knows of a block: its shape, its marks and cues, its place, its neighbours."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby
from math import log1p
from pathlib import Path

from groats.document import Block, CueHit, Form, Hints, Label, Page, Shape
from groats.stages.features.shape import SHAPE_FEATURES

# Labels that speak alike, so that a family is seen often enough to learn from.
_FAMILIES: dict[str, frozenset[Label]] = {
    "furniture": frozenset(
        {Label.NAVIGATION, Label.SHARE, Label.APP_STORE, Label.ADVERTISEMENT, Label.OTHER, Label.METADATA, Label.MEDIA}
    ),
    "people": frozenset({Label.BYLINE, Label.DATE, Label.BIO, Label.TAGS}),
    "related": frozenset({Label.RELATED}),
    "comments": frozenset({Label.COMMENTS}),
    "offer": frozenset({Label.NEWSLETTER, Label.PAYWALL}),
    "law": frozenset({Label.LEGAL, Label.CONSENT}),
}
_PLACES = Path(__file__).parents[2] / "data" / "places.toml"
_OPENERS = ("related", "comments", "offer", "law")
_FAR = 60  # blocks: a cue further away says nothing
_LANDMARKS = {
    "main": 2.0,
    "article": 2.0,
    "": 0.0,
    "form": -1.0,
    "header": -1.0,
    "aside": -2.0,
    "nav": -3.0,
    "footer": -3.0,
}
_DECLARED_TITLES = ("meta:og:title", "ld:headline", "title")
_LONGEST_TITLE = 300  # characters
_LONG = 12  # words: a line of prose rather than of a menu
_WINDOWS = (3, 10)  # blocks to each side

FIRST_FEATURES = (
    *SHAPE_FEATURES,
    "is_list",
    "is_heading",
    "is_table",
    "is_code",
    "is_quote",
    "is_button",
    "heading_level",
    "indent",
    "blank_before",
    "blank_after",
    "link_share",
    "landmark",
    "depth",
    "named_content",
    "named_furniture",
    "kept_cue",
    *(f"cue_{family}" for family in _FAMILIES),
    *(f"since_{family}" for family in _OPENERS),
    "cue_above",
    "cue_below",
    "cues_near",
    "place",
    "words_before",
    "words_after",
    "from_top",
    "from_bottom",
    "seen_before",
    "seen_after",
    "in_first_line",
    "is_declared_title",
    "size_previous",
    "size_previous_2",
    "size_next",
    "size_next_2",
    "previous_ends_sentence",
    "next_ends_sentence",
    "previous_starts_lower",
    "next_is_list",
    *(f"mean_size_{window}" for window in _WINDOWS),
    *(f"long_share_{window}" for window in _WINDOWS),
    "short_run",
    "same_shape_run",
    "page_blocks",
    "page_long_share",
    "page_mean_size",
    "page_blank_share",
    "page_is_html",
)


def first_features(page: Page, shapes: Sequence[Shape], cues: Sequence[Sequence[CueHit]]) -> list[list[float]]:
    """A row of numbers a block, in the order of `FIRST_FEATURES`; `shapes` and `cues` are those of `page.blocks`."""
    blocks = page.blocks
    count = len(blocks)
    sizes = [shape.size for shape in shapes]
    running = [0.0, *accumulate(min(size, 200.0) for size in sizes)]
    long_running = [0, *accumulate(int(size >= _LONG) for size in sizes)]
    furniture = [max((1.0 + hit.whole for hit in hits if hit.label not in _KEPT), default=0.0) for hits in cues]
    cue_running = [0, *accumulate(int(strength > 0.0) for strength in furniture)]
    whole = running[-1] or 1.0
    page_row = (
        log1p(count),
        long_running[-1] / (count or 1),
        log1p(whole / (count or 1)),
        sum(1 for block in blocks if block.blank_before) / (count or 1),
        float(page.kind == "html"),
    )
    usual_indent = _usual_indent(blocks, sizes)
    copies = Counter(_fingerprint(block) for block in blocks)
    met: Counter[str] = Counter()
    first_line = blocks[0].text[:_LONGEST_TITLE].casefold() if blocks else ""
    declared = [value.casefold() for name, value in page.declared if name in _DECLARED_TITLES]
    since = _since_openers(cues)
    short_runs = _run_lengths([size < _LONG for size in sizes])
    shape_runs = _run_lengths([_kind_of_shape(block, size) for block, size in zip(blocks, sizes, strict=True)])
    rows = []
    for n, (block, shape, hits) in enumerate(zip(blocks, shapes, cues, strict=True)):
        fingerprint = _fingerprint(block)
        met[fingerprint] += 1
        hints = block.hints
        before, after = _neighbour(shapes, n - 1), _neighbour(shapes, n + 1)
        rows.append(
            [
                *shape.features,
                float(block.form is Form.LIST),
                float(block.form is Form.HEADING),
                float(block.form is Form.TABLE),
                float(block.form is Form.CODE),
                float(block.form is Form.QUOTE),
                float(block.marker.startswith("(")),
                float(block.level),
                float(max(-20, min(20, block.indent - usual_indent))),
                float(min(3, block.blank_before)),
                float(min(3, blocks[n + 1].blank_before)) if n + 1 < count else 3.0,
                hints.link_share if hints else -1.0,
                _LANDMARKS.get(hints.landmark, 0.0) if hints else 0.0,
                float(min(30, hints.depth)) if hints else -1.0,
                *_names_met(hints),
                *_cue_strengths(hits),
                *next(since),
                max(furniture[max(0, n - 2) : n], default=0.0),
                max(furniture[n + 1 : n + 3], default=0.0),
                float(cue_running[min(count, n + 6)] - cue_running[max(0, n - 5)]),
                n / count,
                running[n] / whole,
                1.0 - running[n + 1] / whole,
                log1p(n),
                log1p(count - 1 - n),
                float(min(3, met[fingerprint] - 1)),
                float(min(3, copies[fingerprint] - met[fingerprint])),
                float(n > 0 and 0 < len(fingerprint) < _LONGEST_TITLE and fingerprint in first_line),
                float(bool(fingerprint) and any(fingerprint in title for title in declared)),
                before.features[0],
                _neighbour(shapes, n - 2).features[0],
                after.features[0],
                _neighbour(shapes, n + 2).features[0],
                float(before.ends_sentence),
                float(after.ends_sentence),
                before.features[_STARTS_LOWER],
                float(n + 1 < count and blocks[n + 1].form is Form.LIST),
                *(log1p(_mean(running, n, window)) for window in _WINDOWS),
                *(_mean(long_running, n, window) for window in _WINDOWS),
                log1p(short_runs[n]) if shape.size < _LONG else 0.0,
                log1p(shape_runs[n]),
                *page_row,
            ]
        )
    return rows


_KEPT = frozenset(label for label in Label if label.is_kept)
_STARTS_LOWER = SHAPE_FEATURES.index("starts_lower")
_EDGE = Shape(0.0, (), ends_sentence=False, has_date=False, features=(-1.0,) + (0.0,) * (len(SHAPE_FEATURES) - 1))


def _neighbour(shapes: Sequence[Shape], n: int) -> Shape:
    """The shape at `n`, or beyond the edge of the page one of size -1."""
    return shapes[n] if 0 <= n < len(shapes) else _EDGE


def _fingerprint(block: Block) -> str:
    return block.text[:120].casefold()


def _mean(running: Sequence[float], n: int, window: int) -> float:
    """The mean over the blocks up to `window` away from `n`, without `n` itself."""
    low, high = max(0, n - window), min(len(running) - 1, n + window + 1)
    others = high - low - 1
    return (running[high] - running[low] - (running[n + 1] - running[n])) / others if others else 0.0


def _usual_indent(blocks: Sequence[Block], sizes: Sequence[float]) -> int:
    """The indentation under which most of the page's words stand."""
    weights: Counter[int] = Counter()
    for block, size in zip(blocks, sizes, strict=True):
        weights[block.indent] += int(min(size, 200.0))
    return weights.most_common(1)[0][0] if weights else 0


def _names_met(hints: Hints | None) -> tuple[float, float]:
    """How many of the names of content, and of furniture, stand in the ids and classes around a block; at most 3."""
    if hints is None or not hints.names:
        return 0.0, 0.0
    names = hints.names.lower()
    content, furniture = _known_names()
    return (
        float(min(3, sum(1 for name in content if name in names))),
        float(min(3, sum(1 for name in furniture if name in names))),
    )


@cache
def _known_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = tomllib.loads(_PLACES.read_text(encoding="utf-8"))
    return tuple(table["content"]), tuple(table["furniture"])


def _cue_strengths(hits: Sequence[CueHit]) -> Iterator[float]:
    """For the kept labels and then each family: 0 no cue, 1 a cue in the line, 2 a cue that is the whole line."""
    yield max((1.0 + hit.whole for hit in hits if hit.label in _KEPT), default=0.0)
    for labels in _FAMILIES.values():
        yield max((1.0 + hit.whole for hit in hits if hit.label in labels), default=0.0)


def _since_openers(cues: Sequence[Sequence[CueHit]]) -> Iterator[list[float]]:
    """For each block how near above a line of each opening family stands: 1 the line itself, 0 far or none."""
    last = dict.fromkeys(_OPENERS, -_FAR)
    for n, hits in enumerate(cues):
        for hit in hits:
            if hit.opens:
                for family in _OPENERS:
                    if hit.label in _FAMILIES[family]:
                        last[family] = n
        yield [max(0.0, 1.0 - (n - position) / _FAR) for position in last.values()]


def _kind_of_shape(block: Block, size: float) -> tuple[Form, bool, int]:
    return block.form, block.blank_before > 0, int(log1p(size) * 1.5)


def _run_lengths(kinds: Sequence[object]) -> list[int]:
    """For each block how many neighbours in a row are of its kind: teasers and menu items come in rows."""
    return [length for _, run in groupby(kinds) for length in [sum(1 for _ in run)] for _ in range(length)]
