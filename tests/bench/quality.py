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
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

from baselines import BASELINES
from pages import DATA, RENDERERS, SETS, Page, fingerprint, load_pages, require_data

from groats import Options, clean
from groats.score import word_f1

sys.path.append(str(Path(__file__).parents[1]))
from seed_pages import SEEDS, compare, labels_of, read_labels

FLOORS = Path(__file__).with_name("floors.json")
SAMPLE = 200
CHECKED = ("chrome", "html")

Figures = dict[str, dict[str, float | str]]


def clean_text(text: str) -> str:
    """The body that groats leaves of a text."""
    return clean(text, Options(kind="text")).text


def clean_html(html: str) -> str:
    """The body that groats leaves of an HTML page."""
    return clean(html, Options(kind="html")).text


def methods_for(renderer: str) -> dict[str, Callable[[str], str]]:
    """groats and what it is measured against; the rules read text alone."""
    return {"groats": clean_html} if renderer == "html" else {"groats": clean_text, **BASELINES}


def measure(pages: Sequence[Page], methods: dict[str, Callable[[str], str]], *, show: bool) -> dict[str, list[float]]:
    """The F1 of each page by each method; prints page by page if asked to."""
    scores: dict[str, list[float]] = {name: [] for name in methods}
    for page in pages:
        row = {name: word_f1(page.reference, method(page.input)) for name, method in methods.items()}
        for name, score in row.items():
            scores[name].append(score)
        if show:
            print("  ".join(f"{score:12.3f}" for score in row.values()), "", page.id)
    return scores


def measure_sets(sets: Sequence[str], renderer: str, count: int | None, *, show: bool = False) -> tuple[Figures, str]:
    """The mean F1 by set and method, and the fingerprint of the pages; prints a table.

    `count` is the number of pages over all sets, None for all that there are.
    """
    methods = methods_for(renderer)
    print(
        f"\n{renderer}: mean word F1\n{'set':10} {'pages':>5} "
        + " ".join(f"{name:>12}" for name in methods)
        + "    s/page"
    )
    figures: Figures = {}
    sample: list[Page] = []
    for name in sets:
        pages = load_pages(name, renderer)[: count and math.ceil(count / len(sets))]
        started = time.process_time()
        means = {method: fmean(scores) for method, scores in measure(pages, methods, show=show).items()}
        seconds = (time.process_time() - started) / len(pages)
        print(f"{name:10} {len(pages):5} " + " ".join(f"{mean:12.3f}" for mean in means.values()) + f" {seconds:9.3f}")
        figures[name] = {**means}
        sample += pages
    over_all = {method: fmean(float(figures[name][method]) for name in sets) for method in methods}
    print(f"{'mean':10} {len(sample):5} " + " ".join(f"{mean:12.3f}" for mean in over_all.values()))
    return figures, fingerprint(sample)


def measure_seeds() -> dict[str, float | str]:
    """The shares of the seeds' lines that got the right side and the right label; prints them."""
    agreements = [compare(clean(seed.read_bytes()), read_labels(labels_of(seed))) for seed in SEEDS]
    lines = sum(agreement.lines for agreement in agreements)
    sides = sum(agreement.right_sides for agreement in agreements) / lines
    labels = sum(agreement.right_labels for agreement in agreements) / lines
    print(f"\nseeds: {len(SEEDS)} pages, {lines} lines: kept or dropped right {sides:.4f}, label right {labels:.4f}")
    return {"sides": sides, "labels": labels}


def find_shortfalls(figures: Figures, floors: Figures) -> list[str]:
    """A sentence for each figure under its floor, and for each sample that is not the one that was pinned."""
    found = []
    for part, rows in figures.items():
        for name, value in rows.items():
            floor = floors.get(part, {}).get(name)
            if isinstance(value, str):
                if floor is not None and value != floor:
                    found.append(f"{part}: the sample is {value}, the floors were pinned on {floor}.")
            elif isinstance(floor, float) and value < floor:
                found.append(f"{part}: {name} is {value:.4f}, under its floor of {floor:.4f}.")
    return found


def round_down(value: float | str) -> float | str:
    """A figure to three places, never more than it was."""
    return value if isinstance(value, str) else math.floor(value * 1000) / 1000


def write_floors(figures: Figures, *, lower: bool) -> None:
    """floors.json with the measured figures; the worse ones only if `lower`."""
    floors: Figures = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    for part, rows in figures.items():
        old = floors.setdefault(part, {})
        for name, value in rows.items():
            before, now = old.get(name), round_down(value)
            if lower or before is None or (isinstance(now, float) and isinstance(before, float) and now > before):
                old[name] = now
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    print(f"\nWritten to {FLOORS.name}.")


def measure_checked() -> tuple[Figures, list[str]]:
    """All figures that have floors, and a sentence for each set on which a simple rule is not beaten."""
    figures: Figures = {"seeds": measure_seeds()}
    beaten: list[str] = []
    if not DATA.is_dir():
        print("\n../shared/data is not there: its floors were not checked.")
        return figures, beaten
    for renderer in CHECKED:
        by_set, sample = measure_sets(SETS, renderer, SAMPLE)
        figures[renderer] = {"sample": sample, **{name: row["groats"] for name, row in by_set.items()}}
        beaten += [
            f"{renderer}: on {name}, {method} ({row[method]:.3f}) is no worse than groats ({row['groats']:.3f})."
            for name, row in by_set.items()
            for method in BASELINES
            if method in row and float(row[method]) >= float(row["groats"])
        ]
    return figures, beaten


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
        figures, shortfalls = measure_checked()
        if asked.raise_floors or asked.lower_floors:
            write_floors(figures, lower=asked.lower_floors)
        shortfalls += find_shortfalls(figures, json.loads(FLOORS.read_text("utf-8")))
        print(
            "\n" + ("\n".join(shortfalls) or "Every figure is at its floor or above, and every simple rule is beaten.")
        )
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
