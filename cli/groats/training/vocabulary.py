"""What words speak for, learnt by site: on how many sites a word stands in the article, and on how many elsewhere."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from groats.document import Vocabulary
from groats.stages.features import BUCKETS, KINDS, hash_pairs
from groats.training.corpus import Sample
from groats.training.extract import Extract, Floats

_STEPS = 32  # of the vocabulary's scale, for each unit of log-odds
_HALF = 127
_UNSEEN, _RARE = 0.5, 1e-4  # sites, and a share of them: no word is never or always met
_MOST = 2.0  # log-odds that one word may speak for a kind
_DOUBT = 2.0  # sites: what is added to both counts, so that a rare word says little


def fit_vocabulary(samples: Sequence[Sample], extracts: Sequence[Extract]) -> Vocabulary:
    """The log-odds that a block with a word is content, each host counted as one (naive Bayes with shrinkage).

    And for each kind of page how much likelier a page with a word is of that kind.
    """
    hosts = [sample.host for sample in samples]
    numbers = {host: number for number, host in enumerate(dict.fromkeys(hosts))}
    words, pairs, rows = [], [], []
    for extract, host in zip(extracts, hosts, strict=True):
        for places, share in zip(extract.words, extract.shares.tolist(), strict=True):
            both = hash_pairs(places) if places else []
            words += places
            pairs += both
            rows.append((numbers[host], share, len(places), len(both)))
    site, share, count_words, count_pairs = (np.array(column) for column in zip(*rows, strict=True))
    return Vocabulary(
        _log_odds(np.array(words), np.repeat(site, count_words), np.repeat(share, count_words)),
        _log_odds(np.array(pairs), np.repeat(site, count_pairs), np.repeat(share, count_pairs)),
        _fit_kinds(samples, extracts),
    )


def _log_odds(places: "np.ndarray", hosts: "np.ndarray", shares: Floats) -> bytes:
    _, where, count = np.unique(hosts.astype(np.int64) * BUCKETS + places, return_inverse=True, return_counts=True)
    mean = np.bincount(where, weights=shares) / count
    place = np.zeros(len(count), np.int64)
    place[where] = places
    content = np.bincount(place, weights=mean, minlength=BUCKETS) + _DOUBT
    other = np.bincount(place, weights=1.0 - mean, minlength=BUCKETS) + _DOUBT
    return bytes(np.clip(np.round(_HALF + _STEPS * np.log(content / other)), 0, 254).astype(np.uint8))


def _fit_kinds(samples: Sequence[Sample], extracts: Sequence[Extract]) -> dict[str, bytes]:
    """For each kind the log-odds of its share of the pages with a word beside the word's share of all pages."""
    pages = Counter(sample.host for sample in samples)
    counts = np.zeros((len(KINDS), BUCKETS))
    totals = np.zeros(len(KINDS))
    for sample, extract in zip(samples, extracts, strict=True):
        if sample.type in KINDS:
            kind, weight = KINDS.index(sample.type), 1.0 / pages[sample.host]
            counts[kind, list(set(chain.from_iterable(extract.words)))] += weight
            totals[kind] += weight
    usual = np.clip((counts.sum(0) + _UNSEEN) / (totals.sum() + 2 * _UNSEEN), _RARE, 1.0 - _RARE)
    own = np.clip((counts + usual) / (totals[:, None] + 1.0), _RARE, 1.0 - _RARE)
    tables = np.clip(np.round(_HALF + _STEPS * np.clip(np.log(own / usual), -_MOST, _MOST)), 0, 254).astype(np.uint8)
    return {kind: bytes(table) for kind, table in zip(KINDS, tables, strict=True)}
