"""What careless dumps cost: the word F1 of the same real pages as text in several ways, out of fold, beside Chromium's.

They take the tags off and leave what `script` and `style` held, or put nothing or a space in the place of a tag, as
`textContent`, `get_text()` and patterns such as `<[^>]+>` do.
"""

import html
import re
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from statistics import fmean

from data import DATA, FOLDS, require_data
from selectolax.lexbor import LexborHTMLParser

from groats.training.corpus import SETS, Sample, pick_samples, read_samples
from groats.training.evaluate import judge_sample

PAGES_A_SET = 150
_TAG, _HIDDEN = re.compile("<[^>]*>"), re.compile(r"(?is)<(script|style)\b.*?</\1>")


def take_text(page: str, between: str, *, scripts: bool) -> str:
    """The text nodes of a page with `between` between them."""
    tree = LexborHTMLParser(page)
    if not scripts:
        tree.strip_tags(["script", "style"])
    return tree.body.text(separator=between) if tree.body else ""


def take_tags_off(page: str, instead: str, *, scripts: bool) -> str:
    """The page with `instead` in the place of each tag."""
    return html.unescape(_TAG.sub(instead, page if scripts else _HIDDEN.sub(" ", page)))


DUMPS: dict[str, Callable[[str], str]] = {
    "a line a text node": partial(take_text, between="\n", scripts=False),
    "a line a text node, scripts too": partial(take_text, between="\n", scripts=True),
    "text nodes glued": partial(take_text, between="", scripts=False),
    "text nodes glued, scripts too": partial(take_text, between="", scripts=True),
    "a line for each tag, scripts too": partial(take_tags_off, instead="\n", scripts=True),
    "a space for each tag": partial(take_tags_off, instead=" ", scripts=False),
    "a space for each tag, scripts too": partial(take_tags_off, instead=" ", scripts=True),
}


def judge_dump(sample: Sample, dump: str) -> float:
    """The word F1 of an HTML page as that text."""
    text = replace(sample, renderer="chrome", raw=DUMPS[dump](sample.raw))
    return judge_sample(text, FOLDS).f1


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
