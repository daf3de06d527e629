"""What the first pass knows of a block: its shape, its marks and cues, its place, its neighbours."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, compress, islice, repeat
from operator import contains, is_, or_

from groats.document import Block, CueHit, Form, Hints, Label, Page
from groats.stages.features.columns import (
    FULL,
    LOGARITHMS,
    WINDOWS,
    Columns,
    at_most,
    combine,
    equals_above,
    percent,
    run_lengths,
    runs_where,
    scale,
    scale_distances,
    window_counts,
    window_sums,
)
from groats.stages.features.shape import SHAPE_FEATURES

# Labels that speak alike, so that a family is seen often enough to learn from.
_FAMILIES: dict[str, frozenset[Label]] = {
    "kept": frozenset(label for label in Label if label.is_kept),
    "furniture": frozenset(
        {Label.NAVIGATION, Label.SHARE, Label.APP_STORE, Label.ADVERTISEMENT, Label.OTHER, Label.METADATA, Label.MEDIA}
    ),
    "people": frozenset({Label.BYLINE, Label.DATE, Label.BIO, Label.TAGS}),
    "related": frozenset({Label.RELATED}),
    "comments": frozenset({Label.COMMENTS}),
    "offer": frozenset({Label.NEWSLETTER, Label.PAYWALL}),
    "law": frozenset({Label.LEGAL, Label.CONSENT}),
}
_FAMILY_OF = {label: family for family, labels in _FAMILIES.items() for label in labels}
_OPENERS = ("related", "comments", "offer", "law")
_FAR = 60  # blocks: a cue further away says nothing
_BESIDE = frozenset({"", "folded"})  # what a reader sees, or sees with a click; the rest a browser never shows
_LANDMARKS = {"main": 5, "article": 5, "": 3, "form": 2, "header": 2, "aside": 1, "nav": 0, "footer": 0}
_NO_LANDMARK = _LANDMARKS[""]
_NO_HINTS = Hints()
_DEEPEST = 30  # elements around a block: more say no more
_DECLARED_TITLES = ("meta:og:title", "ld:headline", "title", "header:title")
_LONGEST_TITLE = 300  # characters
_MOST_DECLARED, _LONGEST_DECLARED = 20, 1000  # titles, and characters of one: no page is sought in a flood of them
_LONG = 12  # words: a line of prose rather than of a menu
_MOST_COPIES = 3  # more say the same
_MIDDLE = 50  # of a scale that runs to both sides
_CUES_NEAR = 5  # blocks to each side
_RHYTHMS = (2, 3)  # blocks after which the same kind of line comes again: title, teaser, date
# For tables of bytes: what each number from 0 to 255 becomes.
_TENTHS, _TWENTIETHS = (bytes(n // part for n in range(256)) for part in (10, 20))
_ANY, _NONE = bytes([0] + [1] * 255), bytes([1] + [0] * 255)
_FORMS = tuple(form for form in Form if form is not Form.PARAGRAPH)

FIRST_FEATURES = (
    *SHAPE_FEATURES,
    *(f"is_{form}" for form in _FORMS),
    "heading_level",
    "indent",
    "blank_before",
    "blank_after",
    "link_share",
    "landmark",
    "depth",
    "unseen",
    *(f"cue_{family}" for family in _FAMILIES),
    *(f"since_{family}" for family in _OPENERS),
    "cue_strength",
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
    *(f"size_near_{window}" for window in WINDOWS),
    *(f"long_near_{window}" for window in WINDOWS),
    *(f"dates_near_{window}" for window in WINDOWS[:2]),
    *(f"ends_near_{window}" for window in WINDOWS[:2]),
    "short_run",
    "same_shape_run",
    *(f"rhythm_{step}" for step in _RHYTHMS),
    "page_blocks",
    "page_long_share",
    "page_mean_size",
    "page_blank_share",
    "page_dates",
    "page_money",
    "page_comments",
    "page_is_html",
)


def first_columns(page: Page, shaped: Columns, sizes: Sequence[float], cues: Sequence[Sequence[CueHit]]) -> Columns:
    """The columns of `FIRST_FEATURES`.

    `shaped` are the columns of `SHAPE_FEATURES`, `sizes` the lengths in words and `cues` those of `page.blocks`, one
    or more.
    """
    full = at_most(list(map(int, sizes)), FULL)
    is_long = bytes([size >= _LONG for size in full])
    columns = shaped | _marks(page.blocks, full)
    columns |= _hints(page)
    columns |= _cue_columns(cues)
    columns |= _copies(page)
    columns |= _places(full)
    columns |= _rhythm(is_long, columns)
    columns |= _surroundings(full, is_long, columns)
    return columns | _whole_page(page, full, is_long, columns)


def _marks(blocks: Sequence[Block], sizes: Sequence[int]) -> Columns:
    """What the marks of the source say: forms, indentation beside the page's usual one, blank lines."""
    nothing = bytes(len(blocks))
    _, _, forms, levels, _, indents, blanks, _ = zip(*blocks, strict=True)
    met = set(forms)
    before = bytes(at_most(blanks, 3))
    return {
        **{f"is_{form}": bytes(list(map(is_, forms, repeat(form)))) if form in met else nothing for form in _FORMS},
        "heading_level": bytes(at_most(levels, 9)) if any(levels) else nothing,
        "indent": _beside_usual(indents, sizes) if any(indents) else bytes([_MIDDLE]) * len(blocks),
        "blank_before": before,
        "blank_after": before[1:] + bytes([3]),
    }


def _beside_usual(indents: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """How far each block is indented beyond the indentation that most words of the page have."""
    words = dict.fromkeys(indents, 0)
    for indent, size in zip(indents, sizes, strict=True):
        words[indent] += size
    usual = max(words, key=words.__getitem__)
    beside = {indent: _MIDDLE + max(-_MIDDLE, min(_MIDDLE, indent - usual)) for indent in words}
    return list(map(beside.__getitem__, indents))


def _hints(page: Page) -> Columns:
    """What markup says of each block; where there is none, 0 or the middle of a scale."""
    hints = [block.hints for block in page.blocks]
    nothing = bytes(len(hints))
    if not any(hints):
        return {
            "link_share": nothing,
            "landmark": bytes([_NO_LANDMARK]) * len(hints),
            "depth": nothing,
            "unseen": nothing,
        }
    shares, _, landmarks, depths, _, origins, *_ = zip(*[own or _NO_HINTS for own in hints], strict=True)
    standing = {landmark: _LANDMARKS.get(landmark, _NO_LANDMARK) for landmark in set(landmarks)}
    return {
        "link_share": [1 + percent(share) if share else 1 for share in shares],
        "landmark": [standing[landmark] for landmark in landmarks],
        "depth": [1 + depth if depth < _DEEPEST else 1 + _DEEPEST for depth in depths],
        "unseen": [(origin != "") + (origin not in _BESIDE) for origin in origins] if any(origins) else nothing,
    }


def _cue_columns(cues: Sequence[Sequence[CueHit]]) -> Columns:
    """For each family 0 no cue, 1 a cue in the line, 2 a cue that is the whole line; and how near above one opened."""
    count = len(cues)
    families = {family: bytearray(count) for family in _FAMILIES}
    strength = bytearray(count)
    opened: dict[str, list[int]] = {family: [] for family in _OPENERS}
    for n in compress(range(count), cues):
        for hit in cues[n]:
            family = _FAMILY_OF[hit.label]
            met = 1 + hit.whole
            families[family][n] = max(families[family][n], met)
            if family != "kept":
                strength[n] = max(strength[n], met)
            if hit.opens and family in opened:
                opened[family].append(n)
    columns: Columns = {f"cue_{family}": bytes(column) for family, column in families.items()}
    for family, places in opened.items():
        since = bytearray(count)
        for place in places:
            reach = min(_FAR, count - place)
            since[place : place + reach] = range(_FAR, _FAR - reach, -1)
        columns[f"since_{family}"] = bytes(since)
    return {
        **columns,
        "cue_strength": bytes(strength),
        "cues_near": window_counts(bytes(strength).translate(_ANY), _CUES_NEAR),
    }


def _copies(page: Page) -> Columns:
    """How often the block's text stood above and comes again below, and whether it is a title that is declared."""
    prints = [block.text[:120].casefold() for block in page.blocks]
    first_line = page.blocks[0].text[:_LONGEST_TITLE].casefold()
    titles = dict.fromkeys(value[:_LONGEST_DECLARED] for name, value in page.declared if name in _DECLARED_TITLES)
    declared = [title.casefold() for title in islice(titles, _MOST_DECLARED)]
    is_declared: Iterable[int] = bytes(len(prints))
    for title in declared:
        is_declared = map(or_, is_declared, map(contains, repeat(title), prints))
    return {
        "seen_before": _count_above(prints),
        "seen_after": _count_above(prints[::-1])[::-1],
        "in_first_line": list(map(contains, repeat(first_line), prints)),
        "is_declared_title": bytes(is_declared),
    }


def _count_above(prints: Sequence[str]) -> bytes:
    """For each text how many that are alike stand above it, at most 3."""
    found = bytearray(len(prints))
    met: dict[str, int] = {}
    for n, text in enumerate(prints):
        if text in met:
            above = met[text]
            found[n] = above if above < _MOST_COPIES else _MOST_COPIES  # noqa: FURB136 - min() costs a call a block
            met[text] = above + 1
        else:
            met[text] = 1
    return bytes(found)


def _places(sizes: Sequence[int]) -> Columns:
    """Where on the page each block stands, in blocks and in words."""
    count = len(sizes)
    whole = sum(sizes) or 1
    words = [0, *accumulate(sizes)]
    from_top = scale_distances(0, count)
    return {
        "place": [250 * n // count for n in range(count)],
        "words_before": [250 * above // whole for above in words[:-1]],
        "words_after": [250 * (whole - above) // whole for above in words[1:]],
        "from_top": from_top,
        "from_bottom": from_top[::-1],
    }


def _rhythm(is_long: bytes, columns: Columns) -> Columns:
    """How long the runs are of short lines, of lines of one shape, and of shapes that come again every few lines."""
    size, ends, date, blank, item = (
        bytes(columns[name]) for name in ("size", "ends_sentence", "date", "blank_before", "is_list")
    )
    looks = combine((1, size.translate(_TWENTIETHS)), (10, ends), (20, date))
    kinds = combine((1, size.translate(_TENTHS)), (20, blank.translate(_ANY)), (40, item))
    return {
        "short_run": runs_where(is_long.translate(_NONE)),
        "same_shape_run": run_lengths(kinds),
        **{f"rhythm_{step}": runs_where(equals_above(looks, step)) for step in _RHYTHMS},
    }


def _surroundings(sizes: Sequence[int], is_long: bytes, columns: Columns) -> Columns:
    """How many words, long lines, dates and sentences stand around each block."""
    found: Columns = {}
    for window in WINDOWS:
        found[f"size_near_{window}"] = [LOGARITHMS[size] for size in window_sums(sizes, window)]
        found[f"long_near_{window}"] = window_counts(is_long, window)
    for window in WINDOWS[:2]:
        found[f"dates_near_{window}"] = window_counts(bytes(columns["date"]), window)
        found[f"ends_near_{window}"] = window_counts(bytes(columns["ends_sentence"]), window)
    return found


def _whole_page(page: Page, sizes: Sequence[int], is_long: bytes, columns: Columns) -> Columns:
    """What is the same for every block of a page."""
    count = len(sizes)

    def met(name: str) -> int:
        return count - bytes(columns[name]).count(0)

    row = {
        "page_blocks": scale(count),
        "page_long_share": percent(sum(is_long) / count),
        "page_mean_size": scale(sum(sizes) / count),
        "page_blank_share": percent(met("blank_before") / count),
        "page_dates": percent(met("date") / count),
        "page_money": percent(met("money") / count),
        "page_comments": scale(met("cue_comments")),
        "page_is_html": int(page.kind == "html"),
    }
    return {name: bytes([value]) * count for name, value in row.items()}
