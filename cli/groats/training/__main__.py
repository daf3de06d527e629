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

from groats.stages.features import CONTEXT_FEATURES, FIRST_FEATURES, TITLE_FEATURES
from groats.training.boost import to_lists
from groats.training.corpus import RENDERERS, SETS, Sample, corpus_hash, read_samples, read_seeds
from groats.training.extract import Floats
from groats.training.fit import (
    Corpus,
    add_context,
    add_titles,
    best_threshold,
    fit_scaled,
    gather,
    out_of_fold,
    page_f1,
    title_accuracy,
)
from groats.training.labels import fit_labels, held_out_accuracy, read_cases

_ROOT = Path(__file__).parents[3]
_WEIGHTS = Path(__file__).parents[1] / "data" / "weights.json"
# Small enough for plain Python: 80 trees of 24 leaves are some 400 comparisons a block.
_TREES = {"first": 80, "title": 60, "second": 120}

# Every page as Chrome's text and as HTML, every fourth in each other renderer: the same pages teach little new there.
_SHARES = {"chrome": 1.0, "html": 0.6, "gold": 0.25}
_SHARE_OF_OTHERS = 0.25


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit all models, print the out-of-fold word F1 by set and renderer, and write the weights."""
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
    first = (corpus.rows, corpus.shares, corpus.weights)
    alone = out_of_fold(*first, corpus.folds, _TREES["first"])
    rows, headlines = add_context(corpus, alone, given.jobs)
    title = (headlines.rows, headlines.is_title, headlines.weights)
    title_scores = out_of_fold(*title, headlines.folds, _TREES["title"])
    title_threshold = best_threshold(lambda at: title_accuracy(corpus, headlines.pick(title_scores, at)) + at / 5)
    titles = headlines.pick(title_scores, title_threshold)
    rows = add_titles(corpus, rows, titles, given.jobs)
    second = (rows, corpus.shares, corpus.weights)
    scores = out_of_fold(*second, corpus.folds, _TREES["second"])
    threshold = best_threshold(lambda at: float(page_f1(corpus, scores, at).mean()))
    table = _means(corpus, page_f1(corpus, scores, threshold))
    accuracy = title_accuracy(corpus, titles)
    sys.stdout.write("".join(f"{name:28} {mean:.3f}\n" for name, mean in table.items()))
    sys.stdout.write(f"{'titles found':28} {accuracy:.3f}\n")
    cases = read_cases(given.seeds / "seeds", given.seeds / "tests" / "golden")
    held_out = held_out_accuracy(cases)
    sys.stdout.write(f"{'seed labels right, held out':28} {held_out:.3f}\n")
    names = {"first": FIRST_FEATURES, "title": FIRST_FEATURES + CONTEXT_FEATURES}
    names["second"] = names["title"] + TITLE_FEATURES
    weights = {
        "made_by": "python -m groats.training",
        "made_on": datetime.now(UTC).date().isoformat(),
        "corpus": corpus_hash(given.data),
        "pages": len(corpus.samples),
        "out_of_fold_word_f1": table,
        "out_of_fold_titles_found": round(accuracy, 4),
        "held_out_labels_right": round(held_out, 4),
        "threshold": threshold,
        "title_threshold": title_threshold,
        "labels": fit_labels(cases),
    } | {
        name: to_lists(fit_scaled(*table, _TREES[name]), names[name])
        for name, table in {"first": first, "title": title, "second": second}.items()
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
