"""What words and names speak for, learnt by site: on how many each stands in the article, on how many elsewhere."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from groats.document import Vocabulary
from groats.stages.features import BUCKETS, EDGE, KINDS, NAME_BUCKETS, UNTOLD, hash_pairs
from groats.training.corpus import Sample
from groats.training.extract import Extract

_STEPS = 32  # of the vocabulary's scale, for each unit of log-odds
_UNSEEN, _RARE = 0.5, 1e-4  # sites, and a share of them: no word is never or always met
_MOST = 2.0  # log-odds that one word may speak for a kind
_DOUBT = 2.0  # sites: what is added to both counts, so that a rare word says little

Pages = Sequence[tuple[Sample, Extract]]


def fit_vocabulary(worded: Pages, named: Pages) -> Vocabulary:
    """The log-odds that a block with a word is content, each host counted as one (naive Bayes with shrinkage).

    And for each kind of page how much likelier a page with a word is of that kind. Words, pairs of words and kinds are
    those of the `worded` pages, names of boxes those of the `named`.
    """
    return Vocabulary(
        words=_log_odds(worded, lambda extract: _cut(extract.words), BUCKETS),
        pairs=_log_odds(worded, lambda extract: _pair(extract.words), BUCKETS),
        names=_log_odds(named, lambda extract: extract.names.find_all(), NAME_BUCKETS),
        kinds=_fit_kinds(worded),
    )


def _cut(row: Sequence[int]) -> list[list[int]]:
    """The places of each block's words, cut from the row of all."""
    edges = [n for n, place in enumerate(row) if place == EDGE]
    return [list(row[start + 1 : end]) for start, end in pairwise(edges)]


def _pair(row: Sequence[int]) -> list[list[int]]:
    """The places of the pairs of each block, its edges included; none of a block without words."""
    return [list(hash_pairs([EDGE, *own, EDGE])) if own else [] for own in _cut(row)]


def _log_odds(pages: Pages, find: Callable[[Extract], list[list[int]]], buckets: int) -> bytes:
    """For each bucket the log-odds of content where what `find` has for each block of a page falls into it."""
    numbers = {host: number for number, host in enumerate(dict.fromkeys(sample.host for sample, _ in pages))}
    met, rows = [], []
    for sample, extract in pages:
        for own, share in zip(find(extract), extract.shares.tolist(), strict=True):
            met += own
            rows.append((numbers[sample.host], share, len(own)))
    site, content_share, count_met = (np.array(column) for column in zip(*rows, strict=True))
    hosts, shares, places = np.repeat(site, count_met), np.repeat(content_share, count_met), np.array(met, np.int64)
    _, where, count = np.unique(hosts.astype(np.int64) * buckets + places, return_inverse=True, return_counts=True)
    mean = np.bincount(where, weights=shares) / count
    place = np.zeros(len(count), np.int64)
    place[where] = places
    content = np.bincount(place, weights=mean, minlength=buckets) + _DOUBT
    other = np.bincount(place, weights=1.0 - mean, minlength=buckets) + _DOUBT
    return bytes(np.clip(np.round(UNTOLD + _STEPS * np.log(content / other)), 0, 254).astype(np.uint8))


def _fit_kinds(sampled: Pages) -> dict[str, bytes]:
    """For each kind the log-odds of its share of the pages with a word beside the word's share of all pages."""
    pages = Counter(sample.host for sample, _ in sampled)
    counts = np.zeros((len(KINDS), BUCKETS))
    totals = np.zeros(len(KINDS))
    for sample, extract in sampled:
        if sample.type in KINDS:
            kind, weight = KINDS.index(sample.type), 1.0 / pages[sample.host]
            counts[kind, list(set(extract.words) - {EDGE})] += weight
            totals[kind] += weight
    usual = np.clip((counts.sum(0) + _UNSEEN) / (totals.sum() + 2 * _UNSEEN), _RARE, 1.0 - _RARE)
    own = np.clip((counts + usual) / (totals[:, None] + 1.0), _RARE, 1.0 - _RARE)
    tables = np.clip(np.round(UNTOLD + _STEPS * np.clip(np.log(own / usual), -_MOST, _MOST)), 0, 254).astype(np.uint8)
    return {kind: bytes(table) for kind, table in zip(KINDS, tables, strict=True)}
