"""What careless dumps cost: the word F1 of the same real pages as text in several ways, out of fold, beside Chromium's.

They take the tags off and leave what `script` and `style` held, or put nothing or a space in the place of a tag, as
`textContent`, `get_text()` and patterns such as `<[^>]+>` do; or they join the lines, or set all apart by blank ones.
"""

from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from statistics import fmean

from data import DATA, FOLDS, pick_samples, require_data

from groats.training.corpus import SETS, Sample, read_samples
from groats.training.dumps import DUMPS, RELINED, reline
from groats.training.evaluate import judge_sample

PAGES_A_SET = 150


def judge_dump(sample: Sample, dump: str) -> float:
    """The word F1 of an HTML page as that text."""
    return judge_sample(replace(sample, renderer="dump", raw=DUMPS[dump](sample.raw)), FOLDS).f1


def judge_relined(sample: Sample, way: str) -> float:
    """The word F1 of Chromium's text with its lines set apart in that way."""
    return judge_sample(replace(sample, renderer="relined", raw=reline(sample.raw, RELINED[way])), FOLDS).f1


def main() -> None:
    """Prints a row for each way: the mean word F1 of the pages of each set."""
    require_data()
    pages = pick_samples(read_samples(DATA, SETS, ("html",)), {"html": PAGES_A_SET})
    ids = {page.id for page in pages}
    rendered = [page for page in read_samples(DATA, SETS, ("chrome",)) if page.id in ids]
    print(f"{'':34}", *(f"{name:>9}" for name in SETS))
    with ProcessPoolExecutor() as pool:
        judged = pool.map(partial(judge_sample, folder=FOLDS), rendered, chunksize=8)
        print_row("Chromium", rendered, [outcome.f1 for outcome in judged])
        for way in RELINED:
            print_row(
                f"Chromium, {way}", rendered, list(pool.map(partial(judge_relined, way=way), rendered, chunksize=8))
            )
        for dump in DUMPS:
            print_row(dump, pages, list(pool.map(partial(judge_dump, dump=dump), pages, chunksize=8)))


def print_row(name: str, samples: list[Sample], scores: list[float]) -> None:
    """Prints the mean of the scores set by set."""
    by_set: defaultdict[str, list[float]] = defaultdict(list)
    for sample, score in zip(samples, scores, strict=True):
        by_set[sample.set].append(score)
    print(f"{name:34}", *(f"{fmean(by_set[own]):9.3f}" for own in SETS), flush=True)


if __name__ == "__main__":
    main()
