"""Word F1 of groats on real pages with reference texts, each judged by weights that did not see its site.

A page's F1 compares the words of groats' text with those of the reference (groats.scoring.words); a set's
is the mean over its pages. The default is a sample of 100 pages a set as Chrome's text, 60 as HTML and 30 as each other
renderer's text, the same on every machine, with three simple rules beside it. `--check` measures the seeds too, line by
line, and compares with the floors in floors.json; it asks for more than each rule gives on every set, and for weights
that were all fitted together. `--raise-floors` writes better figures there, and `--lower-floors` is the only thing that
writes worse ones.
"""

import argparse
import json
import lzma
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean
from typing import Any

from baselines import BASELINES
from data import DATA, FOLDS, WEIGHTS, require_data, take_pages
from floors import Figures, Floors, find_better_rules, find_figures, find_shortfalls, find_strangers, pin

from groats import clean
from groats.scoring.words import word_f1
from groats.training.corpus import FOLDS as COUNT
from groats.training.corpus import RENDERERS, SETS, Sample, corpus_hash, fingerprint, read_samples
from groats.training.evaluate import Outcome, fold_path, held_out_confidence, judge_all, tabulate_reliability
from groats.training.report import write_report
from groats.training.seeds import read_table

sys.path.append(str(Path(__file__).parents[1]))
from seed_pages import SEEDS, compare, labels_of

FLOORS = Path(__file__).with_name("floors.json")
MEASURED = tuple(renderer for renderer in RENDERERS if renderer != "gold")
SAMPLE = dict.fromkeys(MEASURED, 30) | {"chrome": 100, "html": 60}


def read_pages(sets: tuple[str, ...], *, everything: bool) -> list[Sample]:
    """The sample, or all pages by all renderers."""
    return list(read_samples(DATA, sets, MEASURED)) if everything else take_pages(SAMPLE, sets)


def measure_rules(samples: Sequence[Sample]) -> Figures:
    """The mean F1 of each simple rule by set, on Chrome's text; prints them."""
    figures: Figures = {}
    for rule, apply in BASELINES.items():
        print(f"word F1 of a simple rule, chrome: {rule}")
        figures[rule] = {}
        for name in SETS:
            own = [sample for sample in samples if (sample.set, sample.renderer) == (name, "chrome")]
            if own:
                figures[rule][name] = fmean(word_f1(sample.gold, apply(sample.raw)) for sample in own)
                print(f"  {name:32} {figures[rule][name]:.4f} {len(own):6}")
    return figures


def measure_seeds() -> dict[str, float]:
    """The shares of the seeds' lines that got the right side and the right label; prints them."""
    agreements = [compare(clean(seed.read_bytes()), read_table(labels_of(seed))) for seed in SEEDS]
    lines = sum(agreement.lines for agreement in agreements)
    sides = sum(agreement.right_sides for agreement in agreements) / lines
    labels = sum(agreement.right_labels for agreement in agreements) / lines
    print(f"seeds: {len(SEEDS)} pages, {lines} lines: kept or dropped right {sides:.4f}, label right {labels:.4f}")
    return {"kept or dropped right": sides, "label right": labels}


def print_outcomes(outcomes: Sequence[Outcome], *, show: bool) -> None:
    """All tables; page by page too if asked to, the worst first."""
    print(write_report(outcomes, tabulate_reliability(held_out_confidence(outcomes), outcomes)), end="")
    for outcome in sorted(outcomes, key=lambda outcome: outcome.f1) if show else ():
        sample = outcome.sample
        measures = f"{outcome.f1:.3f} {outcome.precision:.3f} {outcome.recall:.3f}"
        print(f"  {measures} {sample.set} {sample.renderer} {sample.id}")


def read_floors() -> Floors:
    """The floors of floors.json; none where there is no such file."""
    return Floors(**json.loads(FLOORS.read_text("utf-8"))) if FLOORS.exists() else Floors({}, {})


def read_runs() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What is noted in weights.json and in the folds' weights; ends with a sentence where some are missing."""
    if missing := [path.name for fold in range(COUNT) if not (path := fold_path(FOLDS, fold)).exists()]:
        raise SystemExit(f"tests/bench/folds lacks {', '.join(missing)}, which python -m groats.training writes.")
    folds = [json.loads(lzma.decompress(fold_path(FOLDS, fold).read_bytes())) for fold in range(COUNT)]
    return json.loads(WEIGHTS.read_bytes()), folds


def check(jobs: int, *, raise_floors: bool, lower_floors: bool) -> list[str]:
    """A sentence for all that falls short, after the floors were moved as asked."""
    packaged, folds = read_runs()
    wrong = find_strangers(packaged, folds)
    measured = Floors({"seeds": measure_seeds()}, {"run": packaged.get("run", "unknown")})
    if DATA.is_dir():
        samples = read_pages(SETS, everything=False)
        outcomes = judge_all(samples, FOLDS, jobs)
        print_outcomes(outcomes, show=False)
        measured.floors.update(find_figures(outcomes))
        measured.measured_with.update(corpus=corpus_hash(DATA), sample=fingerprint(samples))
        wrong += find_better_rules(measured.floors["chrome"], measure_rules(samples))
        if packaged.get("corpus") != measured.measured_with["corpus"]:
            wrong.append(f"weights.json was fitted on corpus {packaged.get('corpus')}.")
    else:
        print("../shared/data is not there: only the seeds and the kinship of the weights were checked.")
    if raise_floors or lower_floors:
        moved = pin(measured, read_floors(), lower=lower_floors)
        FLOORS.write_text(json.dumps(asdict(moved), indent=2) + "\n", encoding="utf-8")
    return wrong + find_shortfalls(measured, read_floors())


def main() -> int:
    """0, or 1 when something falls short of its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set (may be given again)")
    parser.add_argument("--all", action="store_true", help="all pages by all renderers (some minutes)")
    parser.add_argument("--pages", action="store_true", help="print every page's F1, precision and recall too")
    parser.add_argument("--folds", type=Path, default=FOLDS, help="the folder of the folds' weights")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--check", action="store_true", help="compare with floors.json: 1 if anything falls short")
    parser.add_argument("--raise-floors", action="store_true", help="write better figures to floors.json")
    parser.add_argument("--lower-floors", action="store_true", help="write all figures to floors.json, worse ones too")
    asked = parser.parse_args()

    if asked.check or asked.raise_floors or asked.lower_floors:
        wrong = check(asked.jobs, raise_floors=asked.raise_floors, lower_floors=asked.lower_floors)
        print("\n" + ("\n".join(wrong) or "Every figure is at its floor or above, every simple rule is beaten."))
        return bool(wrong)
    require_data()
    samples = read_pages(tuple(asked.set or SETS), everything=asked.all)
    print_outcomes(judge_all(samples, asked.folds, asked.jobs), show=asked.pages)
    measure_rules(samples)
    return 0


if __name__ == "__main__":
    sys.exit(main())
