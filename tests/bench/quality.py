"""Word F1 of groats on real pages with reference texts, beside three simple rules; and on the seeds, line by line.

A page's F1 compares the words of the body that groats leaves with the words of the reference (groats.score); a set's
is the mean over its pages. The default is a sample of 200 pages, 50 a set, the same on every machine. `--check`
compares with the floors in floors.json and asks for more than each rule gives on every set; `--raise-floors` writes
better figures there, and `--lower-floors` is the only thing that writes worse ones.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from baselines import BASELINES
from pages import DATA, RENDERERS, SETS, Page, fingerprint, load_pages, require_data

from groats import Options, clean
from groats.score import word_f1

sys.path.append(str(Path(__file__).parents[1]))
from seed_pages import SEEDS, compare, labels_of, read_labels

FLOORS = Path(__file__).with_name("floors.json")
SAMPLE = 200
CHECKED = ("chrome", "html")

Figures = dict[str, dict[str, float]]


def clean_text(text: str) -> str:
    """The body that groats leaves of a text."""
    return clean(text, Options(kind="text", explain=False)).text


def clean_html(html: str) -> str:
    """The body that groats leaves of an HTML page."""
    return clean(html, Options(kind="html", explain=False)).text


def methods_for(renderer: str) -> dict[str, Callable[[str], str]]:
    """groats and what it is measured against; the rules read text alone."""
    return {"groats": clean_html} if renderer == "html" else {"groats": clean_text, **BASELINES}


def measure(pages: Sequence[Page], methods: dict[str, Callable[[str], str]], *, show: bool) -> dict[str, float]:
    """The mean F1 by each method; prints page by page if asked to."""
    scores = []
    for page in pages:
        scores.append([word_f1(page.reference, method(page.input)) for method in methods.values()])
        if show:
            print(row_of("", 1, scores[-1]), page.id)
    return dict(zip(methods, map(fmean, zip(*scores, strict=True)), strict=True))


def row_of(name: str, pages: int, values: Iterable[float]) -> str:
    """A row of the table."""
    return f"{name:10} {pages:5} " + " ".join(f"{value:12.3f}" for value in values)


def measure_sets(sets: Sequence[str], renderer: str, count: int | None, *, show: bool = False) -> tuple[Figures, str]:
    """The mean F1 by set and method, and the fingerprint of the pages; prints a table.

    `count` is the number of pages over all sets, None for all that there are.
    """
    methods = methods_for(renderer)
    print(f"\n{renderer}: mean word F1\n{'set':10} {'pages':>5} " + " ".join(f"{name:>12}" for name in methods))
    figures: Figures = {}
    sample: list[Page] = []
    for name in sets:
        pages = load_pages(name, renderer)[: count and math.ceil(count / len(sets))]
        figures[name] = measure(pages, methods, show=show)
        print(row_of(name, len(pages), figures[name].values()))
        sample += pages
    print(row_of("mean", len(sample), (fmean(row[method] for row in figures.values()) for method in methods)))
    return figures, fingerprint(sample)


def measure_seeds() -> dict[str, float]:
    """The shares of the seeds' lines that got the right side and the right label; prints them."""
    agreements = [compare(clean(seed.read_bytes()), read_labels(labels_of(seed))) for seed in SEEDS]
    lines = sum(agreement.lines for agreement in agreements)
    sides = sum(agreement.right_sides for agreement in agreements) / lines
    labels = sum(agreement.right_labels for agreement in agreements) / lines
    print(f"seeds: {len(SEEDS)} pages, {lines} lines: kept or dropped right {sides:.4f}, label right {labels:.4f}")
    return {"kept or dropped right": sides, "label right": labels}


def measure_checked() -> tuple[Figures, dict[str, str], list[str]]:
    """All figures that have floors, the samples they are of, and a sentence for each set where a rule is not beaten."""
    figures: Figures = {"seeds": measure_seeds()}
    samples: dict[str, str] = {}
    beaten: list[str] = []
    if not DATA.is_dir():
        print("../shared/data is not there: its floors were not checked.")
        return figures, samples, beaten
    for renderer in CHECKED:
        by_set, samples[renderer] = measure_sets(SETS, renderer, SAMPLE)
        figures[renderer] = {name: row["groats"] for name, row in by_set.items()}
        beaten += [
            f"{renderer}: on {name}, {rule} ({row[rule]:.3f}) is as good as groats ({row['groats']:.3f})."
            for name, row in by_set.items()
            for rule in BASELINES.keys() & row.keys()
            if row[rule] >= row["groats"]
        ]
    return figures, samples, beaten


def find_shortfalls(figures: Figures, samples: dict[str, str], pinned: dict[str, Any]) -> list[str]:
    """A sentence for each figure under its floor, and for each sample that is not the one that was pinned."""
    return [
        f"{part}: {name} is {value:.4f}, under its floor of {pinned['floors'][part][name]}."
        for part, row in figures.items()
        for name, value in row.items()
        if value < pinned["floors"][part][name]
    ] + [
        f"{renderer}: the pages are {sample}, the floors were pinned on {pinned['samples'][renderer]}."
        for renderer, sample in samples.items()
        if sample != pinned["samples"][renderer]
    ]


def pin(figures: Figures, samples: dict[str, str], *, lower: bool) -> None:
    """floors.json with the measured figures, rounded down to three places; the worse ones only if `lower`."""
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"floors": {}, "samples": {}}
    for part, row in figures.items():
        floors = pinned["floors"].setdefault(part, {})
        for name, value in row.items():
            rounded = math.floor(value * 1000) / 1000
            floors[name] = rounded if lower else max(rounded, floors.get(name, 0.0))
    pinned["samples"].update(samples)
    FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """0, or 1 when `--check` finds a figure under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set (may be given again)")
    parser.add_argument("--renderer", default="chrome", choices=RENDERERS, help="whose text of the pages (chrome)")
    parser.add_argument("--html", action="store_true", help="the pages' HTML instead of their text")
    parser.add_argument("--pages", action="store_true", help="print every page's F1 too")
    parser.add_argument("--count", type=int, default=SAMPLE, help=f"how many pages over all sets ({SAMPLE})")
    parser.add_argument("--all", action="store_true", help="all pages of the sets")
    parser.add_argument("--check", action="store_true", help="compare with floors.json: 1 if anything falls short")
    parser.add_argument("--raise-floors", action="store_true", help="write better figures to floors.json")
    parser.add_argument("--lower-floors", action="store_true", help="write all figures to floors.json, worse ones too")
    asked = parser.parse_args()

    if asked.check or asked.raise_floors or asked.lower_floors:
        figures, samples, shortfalls = measure_checked()
        if asked.raise_floors or asked.lower_floors:
            pin(figures, samples, lower=asked.lower_floors)
        shortfalls += find_shortfalls(figures, samples, json.loads(FLOORS.read_text("utf-8")))
        print("\n" + ("\n".join(shortfalls) or "Every figure is at its floor or above, every simple rule is beaten."))
        return bool(shortfalls)
    require_data()
    measure_seeds()
    measure_sets(
        asked.set or SETS,
        "html" if asked.html else asked.renderer,
        None if asked.all else asked.count,
        show=asked.pages,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
