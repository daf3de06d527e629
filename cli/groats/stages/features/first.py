"""What the first pass knows of a block: its shape, its marks and cues, its place, its neighbours."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from operator import eq, mul

from groats.document import Block, CueHit, Form, Hints, Label, Page, Shape
from groats.stages.features.columns import LOGARITHMS, Columns, percent, run_lengths, scale, window_sums
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
_DECLARED_TITLES = ("meta:og:title", "ld:headline", "title")
_LONGEST_TITLE = 300  # characters
_MOST_DECLARED, _LONGEST_DECLARED = 20, 1000  # titles, and characters of one: no page is sought in a flood of them
_LONG = 12  # words: a line of prose rather than of a menu
_FULL = 200  # words: what a block has beyond does not count
_MIDDLE = 50  # of a scale that runs to both sides
_WINDOWS = (3, 10, 30)  # blocks to each side
_CUES_NEAR = 5  # blocks to each side
_RHYTHMS = (2, 3)  # blocks after which the same kind of line comes again: title, teaser, date
_FORMS = tuple(form for form in Form if form is not Form.PARAGRAPH)

FIRST_FEATURES = (
    *SHAPE_FEATURES,
    *(f"is_{form}" for form in _FORMS),
    "is_button",
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
    *(f"size_near_{window}" for window in _WINDOWS),
    *(f"long_near_{window}" for window in _WINDOWS),
    *(f"dates_near_{window}" for window in _WINDOWS[:2]),
    *(f"ends_near_{window}" for window in _WINDOWS[:2]),
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


def first_columns(page: Page, shapes: Sequence[Shape], cues: Sequence[Sequence[CueHit]]) -> Columns:
    """The columns of `FIRST_FEATURES`; `shapes` and `cues` are those of `page.blocks`, one or more."""
    columns: Columns = dict(zip(SHAPE_FEATURES, zip(*[shape.features for shape in shapes], strict=True), strict=True))
    sizes = [int(shape.size) if shape.size < _FULL else _FULL for shape in shapes]
    columns |= _marks(page.blocks, sizes)
    columns |= _hints(page)
    columns |= _cue_columns(cues)
    columns |= _copies(page)
    columns |= _places(sizes)
    columns |= _rhythm(shapes, columns)
    columns |= _surroundings(sizes, columns)
    return columns | _whole_page(page, sizes, columns)


def _marks(blocks: Sequence[Block], sizes: Sequence[int]) -> Columns:
    """What the marks of the source say: forms, indentation beside the page's usual one, blank lines."""
    nothing = [0] * len(blocks)
    _, _, forms, levels, markers, indents, blanks, _ = zip(*blocks, strict=True)
    met = set(forms)
    if any(indents):
        words: Counter[int] = Counter()
        for indent, size in zip(indents, sizes, strict=True):
            words[indent] += size
        usual = words.most_common(1)[0][0]
        indents = tuple([max(-_MIDDLE, min(_MIDDLE, indent - usual)) for indent in indents])
    blanks = tuple([min(blank, 3) if blank else 0 for blank in blanks])
    return {
        **{f"is_{form}": [int(own is form) for own in forms] if form in met else nothing for form in _FORMS},
        "is_button": [int(marker[:1] == "(") for marker in markers] if Form.LIST in met else nothing,
        "heading_level": [min(level, 9) for level in levels] if any(levels) else nothing,
        "indent": [_MIDDLE + indent for indent in indents],
        "blank_before": blanks,
        "blank_after": [*blanks[1:], 3],
    }


def _hints(page: Page) -> Columns:
    """What markup says of each block; where there is none, 0 or the middle of a scale."""
    nothing = [0] * len(page.blocks)
    if not any(block.hints for block in page.blocks):
        return {
            "link_share": nothing,
            "landmark": [_NO_LANDMARK] * len(nothing),
            "depth": nothing,
            "unseen": nothing,
        }
    hints = [block.hints or Hints() for block in page.blocks]
    return {
        "link_share": [1 + percent(own.link_share) for own in hints],
        "landmark": [_LANDMARKS.get(own.landmark, _NO_LANDMARK) for own in hints],
        "depth": [1 + min(30, own.depth) for own in hints],
        "unseen": [(own.origin != "") + (own.origin not in _BESIDE) for own in hints],
    }


def _cue_columns(cues: Sequence[Sequence[CueHit]]) -> Columns:
    """For each family 0 no cue, 1 a cue in the line, 2 a cue that is the whole line; and how near above one opened."""
    count = len(cues)
    families = {family: [0] * count for family in _FAMILIES}
    strength = [0] * count
    opened: dict[str, list[int]] = {family: [] for family in _OPENERS}
    for n, hits in enumerate(cues):
        for hit in hits:
            family = _FAMILY_OF[hit.label]
            met = 1 + hit.whole
            families[family][n] = max(families[family][n], met)
            if family != "kept":
                strength[n] = max(strength[n], met)
            if hit.opens and family in opened:
                opened[family].append(n)
    columns: Columns = {f"cue_{family}": column for family, column in families.items()}
    for family, places in opened.items():
        since = [0] * count
        for place in places:
            reach = min(_FAR, count - place)
            since[place : place + reach] = range(_FAR, _FAR - reach, -1)
        columns[f"since_{family}"] = since
    return {
        **columns,
        "cue_strength": strength,
        "cues_near": window_sums(map(bool, strength), _CUES_NEAR),
    }


def _copies(page: Page) -> Columns:
    """How often the block's text stood above and comes again below, and whether it is a title that is declared."""
    prints = [block.text[:120].casefold() for block in page.blocks]
    first_line = page.blocks[0].text[:_LONGEST_TITLE].casefold()
    titles = dict.fromkeys(value[:_LONGEST_DECLARED] for name, value in page.declared if name in _DECLARED_TITLES)
    declared = [title.casefold() for title in islice(titles, _MOST_DECLARED)]
    met: dict[str, int] = {}
    before = []
    for text in prints:
        before.append(times := met.get(text, 0))
        met[text] = times + 1
    return {
        "seen_before": [min(times, 3) if times else 0 for times in before],
        "seen_after": [min(met[text] - times - 1, 3) for text, times in zip(prints, before, strict=True)]
        if len(met) < len(prints)
        else before,
        "in_first_line": [int(text in first_line) for text in prints],
        "is_declared_title": [int(any(text in title for title in declared)) for text in prints]
        if declared
        else [0] * len(prints),
    }


def _places(sizes: Sequence[int]) -> Columns:
    """Where on the page each block stands, in blocks and in words."""
    count = len(sizes)
    whole = sum(sizes) or 1
    before, after = [], []
    total = 0
    for size in sizes:
        before.append(250 * total // whole)
        total += size
        after.append(250 * (whole - total) // whole)
    from_top = [scale(n) for n in range(count)]
    return {
        "place": [250 * n // count for n in range(count)],
        "words_before": before,
        "words_after": after,
        "from_top": from_top,
        "from_bottom": from_top[::-1],
    }


def _rhythm(shapes: Sequence[Shape], columns: Columns) -> Columns:
    """How long the runs are of short lines, of lines of one shape, and of shapes that come again every few lines."""
    sizes = columns["size"]
    looks = [
        size // 20 + 10 * ends + 20 * date  # one number for a coarse length, a full stop and a date
        for size, ends, date in zip(sizes, columns["ends_sentence"], columns["date"], strict=True)
    ]
    kinds = [
        size // 10 + 20 * (blank > 0) + 40 * item
        for size, blank, item in zip(sizes, columns["blank_before"], columns["is_list"], strict=True)
    ]
    short = [shape.size < _LONG for shape in shapes]
    found: Columns = {
        "short_run": list(map(mul, run_lengths(short), short)),
        "same_shape_run": run_lengths(kinds),
    }
    for step in _RHYTHMS:
        again = [False] * min(step, len(looks)) + list(map(eq, looks[step:], looks))
        found[f"rhythm_{step}"] = list(map(mul, run_lengths(again), again))
    return found


def _surroundings(sizes: Sequence[int], columns: Columns) -> Columns:
    """How many words, long lines, dates and sentences stand around each block."""
    is_long = [size >= _LONG for size in sizes]
    found: Columns = {}
    for window in _WINDOWS:
        found[f"size_near_{window}"] = [LOGARITHMS[size] for size in window_sums(sizes, window)]
        found[f"long_near_{window}"] = window_sums(is_long, window)
    for window in _WINDOWS[:2]:
        found[f"dates_near_{window}"] = window_sums(columns["date"], window)
        found[f"ends_near_{window}"] = window_sums(columns["ends_sentence"], window)
    return found


def _whole_page(page: Page, sizes: Sequence[int], columns: Columns) -> Columns:
    """What is the same for every block of a page."""
    count = len(sizes)
    row = {
        "page_blocks": scale(count),
        "page_long_share": percent(sum([size >= _LONG for size in sizes]) / count),
        "page_mean_size": scale(sum(sizes) / count),
        "page_blank_share": percent(sum(map(bool, columns["blank_before"])) / count),
        "page_dates": percent(sum(columns["date"]) / count),
        "page_money": percent(sum(map(bool, columns["money"])) / count),
        "page_comments": scale(sum(map(bool, columns["cue_comments"]))),
        "page_is_html": int(page.kind == "html"),
    }
    return {name: [value] * count for name, value in row.items()}
