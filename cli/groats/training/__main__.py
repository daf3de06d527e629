"""`python -m groats.training`: from pages with reference texts to data/weights.json, in one command."""

import argparse
import json
import lzma
import sys
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from groats.document import Doubt, Kind, Vocabulary
from groats.tables import DATA
from groats.training.boost import to_questions
from groats.training.corpus import (
    FOLDS,
    MADE_RENDERERS,
    RENDERERS,
    SETS,
    TEXT_RENDERERS,
    Sample,
    corpus_hash,
    fingerprint,
    read_reviewed,
    read_samples,
    read_seeds,
)
from groats.training.evaluate import fit_confidence, fold_path, held_out_confidence, judge_all, tabulate_reliability
from groats.training.fit import (
    ALL,
    FIRST,
    SECOND,
    TITLE,
    Boosters,
    fit_boosters,
    fit_words,
    gather,
    pick,
    title_accuracy,
)
from groats.training.labels import fit_labels, held_out_accuracy, read_cases
from groats.training.provenance import name_run
from groats.training.report import tabulate_f1, write_report

_ROOT = Path(__file__).parents[3]
_FOLDS = _ROOT / "tests" / "bench" / "folds"

# What share of the pages by each renderer the models of a kind are fitted on. A part is enough of most, for they are
# the same pages. HTML is judged better by models of its own (in two folds +.015, +.002, +.007 and .000 of word F1);
# what it brings to text is no more than fits differ by.
_SHARES: dict[Kind, dict[str, float]] = {
    "text": {"chrome": 1.0, "dump": 0.4, "html": 0.5, "gold": 0.25} | dict.fromkeys(TEXT_RENDERERS[1:], 0.3),
    "html": {"html": 1.0},
}
# See `groats.stages.threshold`. Chosen out of fold: more of it finds more of the snippets that the pages of the first
# set must have (88 % in text, with this), and costs word F1, most of all on the second set's news. The more so in HTML
# (half as much: .001 to .002 of every set), where documentation alone gains by it.
_DOUBTS: dict[Kind, Doubt] = {"text": Doubt(rise=5.0, fall=4.4), "html": Doubt(rise=2.5, fall=2.2)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit all models, judge every page by those that did not see its site, and write weights and figures."""
    given = _read_arguments(arguments)
    samples = list(read_samples(given.data, tuple(given.sets), tuple(given.renderers)))
    reviewed = list(read_reviewed(*given.reviewed)) if given.reviewed else []
    weights = _fit(given, samples, reviewed)
    given.folds.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS):
        fold_path(given.folds, fold).write_bytes(lzma.compress(_to_json(weights[fold])))
    outcomes = judge_all(
        (sample for sample in chain(samples, reviewed) if sample.renderer != "gold"), given.folds, given.jobs
    )
    reliability = tabulate_reliability(held_out_confidence(outcomes), outcomes)
    final = weights[ALL]
    final["confidence"] = fit_confidence(outcomes)
    final["out_of_fold_word_f1"] = {name: mean for name, (mean, _) in tabulate_f1(outcomes).items()}
    given.output.write_bytes(_to_json(final))
    sys.stdout.write(write_report(outcomes, reliability))
    for kind, share in final["out_of_fold_titles_found"].items():
        sys.stdout.write(f"titles found in {kind} {share:.3f}\n")
    sys.stdout.write(f"seed labels right, held out {final['held_out_labels_right']:.3f}\n")
    return 0


def _fit(given: argparse.Namespace, samples: Sequence[Sample], reviewed: Sequence[Sample]) -> list[dict[str, Any]]:
    """The weights of each fold, then of all pages: all but what is known only once every page is judged."""
    seeds = list(read_seeds(given.seeds / "seeds", given.seeds / "tests" / "golden"))
    shared = [sample for sample in samples if any(_is_taken(sample, kind) for kind in _SHARES)]
    corpus = gather(chain(shared, reviewed, seeds), given.jobs)
    parts = {kind: pick(corpus, partial(_is_taken, kind=kind)) for kind in _SHARES}
    worded = pick(parts["text"], lambda sample: sample.renderer not in MADE_RENDERERS)
    vocabularies = [fit_words(worded, parts["html"], fold) for fold in range(FOLDS + 1)]
    fitted = {kind: fit_boosters(part, vocabularies, given.jobs) for kind, part in parts.items()}
    cases = read_cases(given.seeds / "seeds", given.seeds / "tests" / "golden")
    found = {kind: title_accuracy(parts[kind], own.titles, kind) for kind, own in fitted.items()}
    common: dict[str, Any] = {
        "made_by": "python -m groats.training",
        "made_on": datetime.now(UTC).date().isoformat(),
        "corpus": corpus_hash(given.data),
        "reviewed": fingerprint(reviewed) if reviewed else None,
        "pages": len(corpus.samples),
        "out_of_fold_titles_found": {kind: round(share, 4) for kind, share in found.items()},
        "held_out_labels_right": round(held_out_accuracy(cases), 4),
        "confidence": {},
        "labels": fit_labels(cases),
    }
    weights = [
        common
        | _write_vocabulary(vocabulary)
        | {"models": {kind: _write_models(own, n, _DOUBTS[kind]) for kind, own in fitted.items()}}
        for n, vocabulary in enumerate(vocabularies)
    ]
    run = name_run(weights)
    for own in weights:
        own["run"] = run
    return weights


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line says; ends the process where a folder that it needs is not there."""
    parser = argparse.ArgumentParser(prog="python -m groats.training", description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data", help="SET.jsonl.xz and text/")
    parser.add_argument("--seeds", type=Path, default=_ROOT, help="a checkout with seeds/ and tests/golden/")
    parser.add_argument("--output", type=Path, default=DATA / "weights.json")
    parser.add_argument("--folds", type=Path, default=_FOLDS, help="where the weights of the folds go, for the bench")
    parser.add_argument("--sets", nargs="+", default=SETS)
    parser.add_argument("--renderers", nargs="+", default=RENDERERS)
    parser.add_argument(
        "--reviewed",
        nargs=2,
        type=Path,
        metavar=("PAGES", "REFERENCES"),
        help="pages of your own, and the texts that groats review --references wrote of them",
    )
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    if not (given.seeds / "seeds").is_dir():
        parser.error(f"{given.seeds} has no folder seeds/: --seeds names the checkout that holds it")
    if not given.data.is_dir():
        parser.error(f"{given.data} is no folder: --data names the one with the pages and reference texts")
    return given


def _is_taken(sample: Sample, kind: Kind) -> bool:
    """Whether the models of a kind are fitted on a sample; those of a person's own are never left out."""
    share = _SHARES[kind].get(sample.renderer, 0.0)
    if share and sample.set not in SETS:
        return True
    drawn = int.from_bytes(sha256(f"{sample.renderer} {sample.id}".encode()).digest()[:4])
    return drawn < share * 2**32


def _write_vocabulary(vocabulary: Vocabulary) -> dict[str, Any]:
    """What words and names speak for, as the running tool reads it."""
    return {
        "words": b64encode(vocabulary.words).decode(),
        "pairs": b64encode(vocabulary.pairs).decode(),
        "names": b64encode(vocabulary.names).decode(),
        "kinds": {kind: b64encode(table).decode() for kind, table in vocabulary.kinds.items()},
    }


def _write_models(boosters: Boosters, number: int, doubt: Doubt) -> dict[str, Any]:
    """The models of a fold, or of `ALL`, as the running tool reads them."""
    return {
        "first": to_questions(boosters.first[number], FIRST),
        "title": to_questions(boosters.title[number], TITLE),
        "second": to_questions(boosters.second[number], SECOND),
        "title_threshold": boosters.title_threshold,
        "doubt": doubt,
    }


def _to_json(weights: dict[str, Any]) -> bytes:
    return json.dumps(weights, separators=(",", ":")).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
