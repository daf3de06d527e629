"""The headline, and what stands again elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress, count

from groats.document import Decision, Evidence, Form
from groats.stages.decide.settle import drop, stays
from groats.stages.decide.signs import reads_like_article

_REPEATED_WORDS = 6  # a shorter line may honestly stand twice
_COPY_WORDS = 12  # nor need a shorter one be a copy where both stand in the article
_REPEATING = {Form.CODE, Form.TABLE, Form.LIST}  # of which parts come again
_ABOVE_SHARE = 0.1  # of the words kept below a headline: so few above it are a kicker, a summary, a scrap


def drop_repetitions(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """What the main run says goes where it stands again outside, as a lede does in a footer; so do headline copies."""
    texts = [block.text for block in evidence.page.blocks]
    start, end = evidence.main_run
    title = texts[evidence.title] if evidence.title is not None else None
    kept = list(compress(count(), stays(decisions)))
    if all(texts[n] == title for n in kept):
        return decisions
    inside = [n for n in kept if start <= n < end and evidence.shapes[n].size >= _REPEATED_WORDS]
    said = {texts[n] for n in inside}
    repeats = _find_parts([texts[n] for n in inside], {n: texts[n] for n in kept if not start <= n < end})
    again = [n for n in kept if texts[n] == title or (not start <= n < end and (texts[n] in said or n in repeats))]
    return drop(decisions, [n for n in again if n != evidence.title], "the same text stands in the article")


def drop_copies(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """Of two long blocks that say the same the lower one goes: layouts for another screen, descriptions, quoted posts.

    What stands more often is a formula. Out of fold, forums gain .005 by that from HTML and .0056 from text, products
    .0024 and .003, services and collections .001 to .0017; manuals lose .001.
    """
    if reads_like_article(evidence):
        return decisions
    places: defaultdict[str, list[int]] = defaultdict(list)
    sizes, blocks = evidence.sizes, evidence.page.blocks
    for n in compress(count(), stays(decisions)):
        if sizes[n] >= _COPY_WORDS and n != evidence.title and blocks[n].form not in _REPEATING:
            places[blocks[n].text].append(n)
    copies = [lower for _, lower in filter(_is_pair, places.values())]
    return drop(decisions, copies, "the same text stands above it")


def _is_pair(places: Sequence[int]) -> bool:
    return len(places) == 2  # noqa: PLR2004 - a pair


def _find_parts(said: Sequence[str], others: Mapping[int, str]) -> set[int]:
    """Those of the others whose words, six or more, stand side by side in what is said: a copy may break elsewhere."""
    parts = {n: own for n, text in others.items() if len(own := text.split()) >= _REPEATED_WORDS}
    words = " ".join(said).split() if parts else []
    firsts = {own[0] for own in parts.values()}
    places: dict[tuple[str, ...], int] = {}
    for place in [place for place, word in enumerate(words) if word in firsts]:
        places.setdefault(tuple(words[place : place + _REPEATED_WORDS]), place)
    found: set[int] = set()
    for n, own in parts.items():
        at = places.get(tuple(own[:_REPEATED_WORDS]))
        if at is not None and words[at : at + len(own)] == own:
            found.add(n)
    return found


def settle_title(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headline stays, and little that is above it is part of the article; if much is, it was no headline."""
    title = evidence.title
    if title is None:
        return decisions
    sizes = evidence.sizes
    flags = stays(decisions)
    below = sum(compress(sizes[title + 1 :], flags[title + 1 :]))
    if not below or sum(compress(sizes[:title], flags)) > _ABOVE_SHARE * below:
        return decisions
    settled = drop(decisions, range(title), "it stands above the headline")
    settled[title] = Decision(keep=True, rule="it is the headline")
    return settled
