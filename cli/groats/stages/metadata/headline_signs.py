"""What speaks for and against a line to be the headline: its shape, its place, its words and its neighbours."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from groats.document import Block, Form
from groats.stages.metadata.dates import is_bare_day
from groats.stages.metadata.headline_context import BAR, BELOW, LONGEST, PARAGRAPH, REACH, SMALL, TAIL, HeadlineContext
from groats.stages.metadata.words import fold, key, site_words, words

_FEW, _SEVERAL, _MANY = 2, 8, 25  # words
_NEAR = 12  # lines
_LONGEST_LEAD = 20  # characters of "You are here"
_LONGEST_TRAIL = 2 * LONGEST
_ITEM = 25  # characters of a menu item

# Written so that the search passes at once what is no mark.
_BAR = re.compile(r"\||[–—·•-](?<=\s.)\s")  # found where BAR is
_TRAIL = re.compile(r"[>»›]|[/|→](?<=\s.)\s")
_CRUMB = re.compile("[>»›/→|]")
_FIRST = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]{1,12}")  # "HomeSport": scrapers glue
_SENTENCE_ENDS = (".", "。", ";", ":", "：", ",")


def _is_in_title_case(text: str) -> bool:
    """Whether All of the Longer Words Begin so."""
    longer = [word for word in text.split() if len(word) > SMALL and word.isalpha()]
    return len(longer) > _FEW and all(word[0].isupper() for word in longer)


def _begins_a_trail(text: str) -> bool:
    """Whether a line begins with "Home" and goes on: a trail whose marks are lost."""
    first = _FIRST.match(text)
    return first is not None and first.end() < len(text) and fold(first[0]) in site_words("trail", "home")


def _names_its_section(text: str) -> bool:
    """Whether a line begins as one that names the section of an article does: "Published in Coast"."""
    return not text[:1].islower() and _begins_with(_section_leads(), text)


def _says_where(text: str) -> bool:
    """Whether a line begins with "You are here": a trail, with marks or without."""
    return _begins_with(_you_are_here(), text)


def _begins_with(leads: Mapping[str, tuple[str, ...]], text: str) -> bool:
    """Whether a text begins with one of the leads, by their first letters."""
    begin = fold(text[:_LONGEST_LEAD])
    return begin.startswith(leads.get(begin[:_FEW], ()))


@functools.cache
def _section_leads() -> Mapping[str, tuple[str, ...]]:
    return _by_first_letters(f"{lead} " for lead in site_words("section", "leads"))


@functools.cache
def _you_are_here() -> Mapping[str, tuple[str, ...]]:
    return _by_first_letters(site_words("trail", "you_are_here"))


def _by_first_letters(leads: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lead in leads:
        found[lead[:_FEW]] = (*found.get(lead[:_FEW], ()), lead)
    return found


# Whether a line has a sign by the number of its words, and by its text.
_BY_COUNT: tuple[tuple[str, Callable[[int], bool]], ...] = (
    ("one_word", lambda count: count == 1),
    ("two_words", lambda count: count == _FEW),
    ("three_words", lambda count: count == _FEW + 1),
    ("five_words_or_more", lambda count: count > _FEW + 2),
    ("eight_words_or_more", lambda count: count >= _SEVERAL),
    ("25_words_or_more", lambda count: count >= _MANY),
)
_BY_TEXT: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("begins_small", lambda text: text[:1].islower()),
    ("title_case", _is_in_title_case),
    ("capitals", str.isupper),
    ("has_a_comma", lambda text: "," in text),
    ("has_a_colon", lambda text: ":" in text or "：" in text),
    ("has_a_bar", lambda text: _BAR.search(text) is not None),
    ("ends_like_a_sentence", lambda text: text.endswith(_SENTENCE_ENDS)),
    ("is_a_trail", lambda text: _TRAIL.search(text) is not None),
    ("begins_a_trail", _begins_a_trail),
    ("says_where", _says_where),
    ("names_its_section", _names_its_section),
)


def weigh(page: HeadlineContext, n: int) -> float:
    """How much speaks for the line at `n` to be the headline."""
    points = _points_of_signs()
    return float(sum([points.get(sign, 0) * value for sign, value in measure(page, n)]))


@functools.cache
def _points_of_signs() -> Mapping[str, float]:
    """The points of each sign, share and label."""
    rules = words("headline")
    return {**rules["points"], **rules["shares"], **rules["labels"]}


def measure(page: HeadlineContext, n: int) -> list[tuple[str, float]]:
    """The signs and the label that the line at `n` has, each 1, and its shares (0 to 1), by their names."""
    verdict, line = page.near[n], page.tokens[n]
    text = verdict.block.text.rstrip()
    known, often = page.article.share(line)
    shares = {"words": known, "words_often": often, "distance": min(REACH, max(0, page.start - n)) / REACH}
    if len(line) > 1:
        shares["pairs"] = page.article.share_of_pairs(line)
    signs = [
        verdict.label,
        *_signs_of_form(verdict.block),
        *_signs_of_count(min(len(line), _MANY)),
        *[sign for sign, has in _BY_TEXT if has(text)],
        *_by_place(page, n, text),
        *_by_dates(page, n),
        *_signs_of_lengths(page.lengths[n - 1] if n else LONGEST, page.lengths[n + 1]),
        *_by_titles(page, text),
    ]
    return [*shares.items(), *zip(signs, repeat(1.0))]


def _signs_of_form(block: Block) -> tuple[str, ...]:
    if block.form is not Form.HEADING:
        return ()
    return ("h1",) if block.level == 1 else ("other_heading",)


@functools.cache
def _signs_of_count(count: int) -> tuple[str, ...]:
    """The signs of so many words; more than `_MANY` have those of as many."""
    return tuple(sign for sign, has in _BY_COUNT if has(count))


def _by_place(page: HeadlineContext, n: int, text: str) -> Iterator[str]:
    alike = _find_alike(page, n, text)
    ended = [m for m in alike if _is_ended_by(page, text, m)]
    if any(m < n and _is_a_trail(page.near[m].block.text) for m in ended):
        yield "ends_a_trail"
    if ended and len(page.tokens[n]) > _FEW + 1:
        yield "ends_another"
    if any(page.lengths[m] < len(text) for m in alike) and _is_a_trail(text):
        others = [page.near[m].block.text for m in alike]
        if any(len(other) < len(text) and text.endswith(other) for other in others):
            yield "is_a_trail_to_another"
    if n >= page.start:
        yield "is_the_first_paragraph" if n == page.start else "below_the_first_paragraph"
    elif page.near[n + 1].keep:
        yield "directly_above_the_article"
    if any(verdict.keep for verdict in page.near[max(0, n - BELOW + 1) : n]):
        yield "kept_above"
    whole = page.near[n].block.text
    if page.counts[whole] > 1 and any(near.block.text == whole for near in page.near[max(0, n - 2) : n]):
        yield "printed_twice_in_a_row"
    if n == 0 and page.is_first:
        yield "first_line"


def _by_dates(page: HeadlineContext, n: int) -> Iterator[str]:
    """The signs of dates and bylines in the line and around it."""
    below = range(n + 1, n + 1 + BELOW)
    if n - 1 in page.dated:
        yield "date_above"
    if n in page.dated:
        yield "has_a_date"
        if is_bare_day(page.near[n].block.text):
            yield "is_a_date"
    if not page.dated.isdisjoint(below):
        yield "date_below"
    if n + 1 in page.dated:
        yield "date_directly_below"
    if not page.signed.isdisjoint(below):
        yield "byline_below"
    if n + 1 in page.signed:
        yield "byline_directly_below"


def _signs_of_lengths(above: int, below: int) -> tuple[str, ...]:
    """The signs of the characters of the lines directly above and below: menu items are short, a standfirst is long."""
    long_or_short = ("long_below",) if below >= PARAGRAPH else ("short_below",) if below <= _ITEM else ()
    return (*long_or_short, "short_above") if above <= _ITEM else long_or_short


def _by_titles(page: HeadlineContext, text: str) -> Iterator[str]:
    """The signs of what the page declares or prints elsewhere: its title, its owner."""
    if _begins_title(page.head, text):
        yield "begins_the_page_title"
    if not (page.owners or page.titles.whole):
        return
    letters = key(text)
    if letters in page.titles.whole:
        yield "is_declared"
    elif letters in page.titles.begins:
        yield "begins_the_declared"
    if letters in page.titles.sites or letters in page.owners:
        yield "names_the_owner"


def _find_alike(page: HeadlineContext, n: int, text: str) -> list[int]:
    """The positions of the other lines near a line that end as it does: trails, "Video: (this line)", repetitions."""
    alike = page.tails.get(text[-TAIL:], ()) if len(text) > TAIL else ()
    return [m for m in alike if m != n and abs(m - n) <= _NEAR]


def _is_ended_by(page: HeadlineContext, text: str, m: int) -> bool:
    """Whether a longer line ends with the letters of a text."""
    return len(text) < page.lengths[m] <= _LONGEST_TRAIL and _ends_with(page.near[m].block.text, text)


def _is_a_trail(text: str) -> bool:
    return _CRUMB.search(text) is not None or _begins_a_trail(text) or _says_where(text)


def _ends_with(trail: str, text: str) -> bool:
    longer, letters = key(trail), key(text)
    return longer != letters and longer.endswith(letters)


def _begins_title(head: Sequence[str], text: str) -> bool:
    """Whether one of the page's first lines is its title: the text, a bar or a dash, the site's name."""
    return any(line.startswith(text) and BAR.match(line, len(text)) is not None for line in head)
