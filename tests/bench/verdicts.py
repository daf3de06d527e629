"""The old decisions against the new, line by line, for review: over all seeds and a sample of the data.

`--save FILE` writes what this checkout decides; `--against FILE` prints, page by page, the lines that came in (+), went
out (-) or got another label (~) since. The seeds are judged by the packaged weights and the data by those of the folds,
which did not see the page's site; `--weights` judges all of them by one file. FILE is JSON Lines, compressed if its
name ends in .xz; it holds the text of pages, and is not for committing.
"""

import argparse
import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

from data import DATA, FOLDS, ROOT, take_pages
from page_changes import Change, PageChange, PageVerdicts, compare_pages, list_lines
from rich.console import Console
from rich.text import Text

from groats import Options, clean
from groats.commands.streams import printable
from groats.stages.score import Weights, load_weights, read_weights
from groats.training.corpus import RENDERERS, Sample, read_seeds
from groats.training.evaluate import load_fold

SAMPLE = dict.fromkeys(RENDERERS[:-1], 10) | {"chrome": 40}
MUCH = 0.05
SHOWN = 160  # characters of a line


def read_pages() -> list[Sample]:
    """The seeds, and the sample of the data where it is there."""
    seeds = list(read_seeds(ROOT / "seeds", ROOT / "tests" / "golden"))
    if not DATA.is_dir():
        print("../shared/data is not there: only the seeds are judged.", file=sys.stderr)
        return seeds
    return seeds + take_pages(SAMPLE)


def judge(sample: Sample, weights: Weights) -> PageVerdicts:
    """What `clean` decides of a page by the weights."""
    with patch("groats.pipeline.load_weights", return_value=weights):
        article = clean(sample.raw, Options(kind=sample.kind))
    return PageVerdicts(sample.id, sample.set, sample.renderer, list_lines(article))


def judge_pages(samples: Iterable[Sample], given: Path | None, folds: Path) -> Iterator[PageVerdicts]:
    """What is decided of each page by the given weights, else by the packaged (seeds) or its fold's."""
    packaged = read_weights(open_plain(given)) if given else load_weights()
    for sample in samples:
        if given or sample.set == "seeds":
            yield judge(sample, packaged)
        else:  # the folds' weights know no confidence
            yield judge(sample, replace(load_fold(folds, sample.fold), confidence=packaged.confidence))


def open_plain(path: Path) -> bytes:
    """The content of a file, decompressed if its name says so."""
    return lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()


def save(path: Path, pages: Iterable[PageVerdicts]) -> None:
    """A file of JSON Lines."""
    written = "".join(json.dumps(asdict(page), ensure_ascii=False) + "\n" for page in pages)
    raw = written.encode("utf-8", "surrogatepass")
    path.write_bytes(lzma.compress(raw) if path.suffix == ".xz" else raw)


def load(path: Path) -> dict[tuple[str, str, str], PageVerdicts]:
    """The pages of a file that `save` wrote."""
    rows = map(json.loads, open_plain(path).decode("utf-8", "surrogatepass").split("\n")[:-1])
    pages = [PageVerdicts(**row | {"lines": tuple(map(tuple, row["lines"]))}) for row in rows]
    return {(page.set, page.renderer, page.id): page for page in pages}


def draw(change: Change) -> Text:
    """A line of the diff."""
    labels = change.label_after
    if change.label_before != change.label_after:
        labels = f"{change.label_before} > {change.label_after}"
    mark, style = "~", "yellow"
    if change.kept_before != change.kept_after:
        mark, style = ("+", "green") if change.kept_after else ("-", "red")
    return Text(f"{mark} {change.number:5} {labels}: {printable(change.text[:SHOWN])}", style=style)


def print_page(console: Console, change: PageChange, *, sides_only: bool) -> None:
    """The lines of a page that changed, below its name; nothing where none did."""
    lines = [own for own in change.changes if own.kept_before != own.kept_after or not sides_only]
    if lines:
        console.print(Text(f"{name_of(change)}: F1 {change.f1_before:.3f} > {change.f1_after:.3f}", style="bold"))
        for own in lines:
            console.print(draw(own))
        console.print()


def print_missed(console: Console, page: PageVerdicts) -> None:
    """That a page cannot be compared."""
    name = printable(f"{page.set} {page.renderer} {page.id}")
    console.print(Text(f"Not compared, since only one side has it with these lines: {name}", style="yellow"))


def print_summary(console: Console, changes: list[PageChange]) -> None:
    """How many lines changed, the word F1 by set, and the pages that changed much, the worst first."""
    kinds: Counter[str] = Counter()
    sets: defaultdict[str, list[PageChange]] = defaultdict(list)
    for change in changes:
        sets[change.page.set].append(change)
        for own in change.changes:
            moved = "came in" if own.kept_after else "went out"
            kinds[moved if own.kept_before != own.kept_after else "label changed"] += 1
    touched = sum(bool(change.changes) for change in changes)
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in ("came in", "went out", "label changed"))
    console.print(Text(f"{touched} of {len(changes)} pages changed; lines: {counts}"))
    for name, same in sets.items():
        before, after = fmean(change.f1_before for change in same), fmean(change.f1_after for change in same)
        console.print(
            Text(f"  {name:12} {len(same):4} pages: word F1 {before:.4f} > {after:.4f} ({after - before:+.4f})")
        )
    much = [change for change in changes if abs(change.f1_after - change.f1_before) > MUCH]
    for change in sorted(much, key=lambda change: change.f1_after - change.f1_before):
        gain = change.f1_after - change.f1_before
        console.print(Text(f"  {gain:+.3f} {name_of(change)}", style="green" if gain > 0 else "red"))


def name_of(change: PageChange) -> str:
    """The page, for a terminal."""
    return printable(f"{change.page.set} {change.page.renderer} {change.page.id}")


def compare(path: Path, samples: list[Sample], pages: Iterable[PageVerdicts], *, sides_only: bool) -> None:
    """Print what changed since the file was saved."""
    console = Console(highlight=False, soft_wrap=True)
    old = load(path)
    changes = []
    for sample, page in zip(samples, pages, strict=True):
        before = old.pop((page.set, page.renderer, page.id), None)
        change = compare_pages(before, page, sample.gold) if before else None
        if change is None:
            print_missed(console, page)
        else:
            changes.append(change)
            print_page(console, change, sides_only=sides_only)
    for lost in old.values():
        print_missed(console, lost)
    if changes:
        print_summary(console, changes)


def main() -> int:
    """0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--save", type=Path, metavar="FILE", help="write what this checkout decides")
    task.add_argument("--against", type=Path, metavar="FILE", help="print what changed since FILE was saved")
    parser.add_argument("--sides-only", action="store_true", help="not the lines that only got another label")
    parser.add_argument("--weights", type=Path, help="judge all pages by these weights")
    parser.add_argument("--folds", type=Path, default=FOLDS, help="the folder of the folds' weights")
    asked = parser.parse_args()
    samples = read_pages()
    pages = judge_pages(samples, asked.weights, asked.folds)
    if asked.save:
        save(asked.save, pages)
    else:
        compare(asked.against, samples, pages, sides_only=asked.sides_only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
