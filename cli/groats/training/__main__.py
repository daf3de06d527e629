"""`python -m groats.training`: from pages with reference texts to data/weights.json, in one command."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path
from statistics import fmean

from groats.stages.features import FIRST_FEATURES, SECOND_FEATURES
from groats.training.boost import to_lists
from groats.training.corpus import RENDERERS, SETS, Sample, corpus_hash, read_samples, read_seeds
from groats.training.fit import (
    TREES,
    Corpus,
    Floats,
    best_threshold,
    fit_all,
    gather,
    out_of_fold,
    page_f1,
    second_rows,
)

_ROOT = Path(__file__).parents[3]
_WEIGHTS = Path(__file__).parents[1] / "data" / "weights.json"
_THRESHOLDS = tuple(n / 100 for n in range(25, 65, 5))

# Every page as Chrome's text and as HTML, every third in each other renderer: the same pages teach little new there.
_SHARES = {"chrome": 1.0, "html": 0.6, "gold": 0.25}
_SHARE_OF_OTHERS = 0.35


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit both passes, print the out-of-fold word F1 by set and renderer, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m groats.training", description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data", help="SET.jsonl.xz and text/")
    parser.add_argument("--seeds", type=Path, default=_ROOT, help="a checkout with seeds/ and tests/golden/")
    parser.add_argument("--output", type=Path, default=_WEIGHTS)
    parser.add_argument("--sets", nargs="+", default=SETS)
    parser.add_argument("--renderers", nargs="+", default=RENDERERS)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    pages = (
        sample for sample in read_samples(given.data, tuple(given.sets), tuple(given.renderers)) if _is_taken(sample)
    )
    corpus = gather(chain(pages, read_seeds(given.seeds / "seeds", given.seeds / "tests" / "golden")), given.jobs)
    alone = out_of_fold(corpus, corpus.rows, TREES[0])
    rows = second_rows(corpus, alone, given.jobs)
    scores = out_of_fold(corpus, rows, TREES[1])
    threshold = best_threshold(corpus, scores, _THRESHOLDS)
    table = _means(corpus, page_f1(corpus, scores, threshold))
    for name, mean in table.items():
        sys.stdout.write(f"{name:28} {mean:.3f}\n")
    weights = {
        "made_by": "python -m groats.training",
        "made_on": datetime.now(UTC).date().isoformat(),
        "corpus": corpus_hash(given.data),
        "pages": len(corpus.samples),
        "out_of_fold_word_f1": table,
        "threshold": threshold,
        "first": to_lists(fit_all(corpus, corpus.rows, TREES[0]), FIRST_FEATURES),
        "second": to_lists(fit_all(corpus, rows, TREES[1]), FIRST_FEATURES + SECOND_FEATURES),
    }
    given.output.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


def _is_taken(sample: Sample) -> bool:
    share = _SHARES.get(sample.renderer, _SHARE_OF_OTHERS)
    return int(sha256(f"{sample.renderer} {sample.id}".encode()).hexdigest()[:8], 16) < share * 0x1_0000_0000


def _means(corpus: Corpus, f1: Floats) -> dict[str, float]:
    """The mean word F1 of each set in each renderer."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for sample, value in zip(corpus.samples, f1.tolist(), strict=True):
        found[f"{sample.set} {sample.renderer}"].append(value)
    return {name: round(fmean(values), 4) for name, values in sorted(found.items())}


if __name__ == "__main__":
    sys.exit(main())
