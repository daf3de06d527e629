"""Title, authors, date and language of real pages beside what is noted of them, and what trafilatura finds.

Each page is judged by the weights that did not see its site, as HTML and as Chromium's text, without its address; what
came of it gives the metadata. Measured are the articles of wcxb-dev and fundus-a, and of daniel-a the language.
"right" is as `groats score` says; for titles "near" counts those that share four fifths of their words with the noted
one: many of the titles noted are those of the page's head and not of its headline, and all that a page declares and
shows together holds .95 of them to the letter.

Trafilatura is measured in the same run where it is installed, or with `--python` of an environment that has it.
`--worst FIELD` prints what is wrong with a field, `--time` the share of CPU time that metadata takes.
"""

import argparse
import json
import lzma
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import fmean, median
from typing import Any, NamedTuple

from data import DATA, FOLDS, require_data

from groats.document import Metadata, Options
from groats.pipeline import inspect
from groats.scoring.metadata import Known, Match, count_matches, match_all, read_known
from groats.scoring.words import word_f1
from groats.stages.cues import find_all_cues
from groats.stages.metadata import find_metadata
from groats.training.corpus import Sample, read_samples
from groats.training.evaluate import load_fold

MEASURED = ("title", "authors", "date", "language")
NEAR = 0.8
LANGUAGES = {"Greek": "el", "Chinese": "zh", "English": "en", "Polish": "pl", "Russian": "ru"}
# Of the countries of fundus those in which nearly all papers have one language.
COUNTRIES = {
    "at": "de", "de": "de", "li": "de", "us": "en", "uk": "en", "au": "en", "fr": "fr", "es": "es", "it": "it",
    "tr": "tr", "ru": "ru", "gr": "el", "pl": "pl", "no": "no", "se": "sv", "dk": "da", "isl": "is", "kr": "ko",
    "mx": "es", "ar": "es", "br": "pt", "pt": "pt", "fi": "fi", "nl": "nl", "ind": "hi", "cn": "zh",
}  # fmt: skip

# Runs in the environment that has trafilatura: rows of id and HTML in, rows of id and what was found out.
PEER = """
import json, sys
from trafilatura.metadata import extract_metadata
for line in sys.stdin:
    id_, html = json.loads(line)
    try:
        found = extract_metadata(html)
        known = {"title": found.title, "date": found.date, "authors": (found.author or "").split("; ")}
    except Exception:
        known = {"title": None, "date": None, "authors": []}
    print(json.dumps([id_, known]))
"""


class Page(NamedTuple):
    """What came of one page by one renderer: its metadata, and the CPU time of all and of finding it."""

    set: str
    renderer: str
    id: str
    found: Known
    whole: float
    own: float


def read_page(sample: Sample) -> Page:
    """The metadata of a page by weights that did not see its site."""
    weights = load_fold(FOLDS, sample.fold)
    begin = time.process_time()
    article = inspect(sample.raw, Options(kind=sample.kind), weights).article
    end = time.process_time()
    cues = find_all_cues([verdict.block.text for verdict in article.verdicts])
    middle = time.process_time()
    found = find_metadata(article.page, article.verdicts, cues=cues)
    own = time.process_time() - middle
    return Page(sample.set, sample.renderer, sample.id, as_known(found), end - begin, own)


def as_known(found: Metadata) -> Known:
    """The measured fields of what was found."""
    return read_known({"title": found.title, "authors": found.authors, "date": found.date, "language": found.language})


def read_references() -> dict[tuple[str, str], Known]:
    """What is noted of each page, by set and id."""
    references: dict[tuple[str, str], Known] = {}
    for name in ("wcxb-dev", "fundus-a", "daniel-a"):
        for row in read_rows(name):
            noted: dict[str, Any] = {} if name == "daniel-a" else {key: row[key] for key in ("title", "author", "date")}
            if language := LANGUAGES.get(row["lang"]) or (name == "fundus-a" and COUNTRIES.get(row["lang"])):
                noted["language"] = language
            references[name, row["id"]] = read_known(noted)
    return references


def read_rows(name: str) -> list[dict[str, Any]]:
    """The rows of a set; of wcxb-dev the articles."""
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [
            row for line in lines if (row := json.loads(line))["type"] in {"article", None, ""} or name != "wcxb-dev"
        ]


def read_peer(python: str) -> list[Page]:
    """What trafilatura finds in the HTML of the articles; nothing where it is not installed."""
    if subprocess.run([python, "-c", "import trafilatura"], capture_output=True, check=False).returncode:  # noqa: S603 - the user names it
        return []
    pages = []
    for name in ("wcxb-dev", "fundus-a"):
        rows = "\n".join(json.dumps([row["id"], row["html"]]) for row in read_rows(name))
        out = subprocess.run([python, "-c", PEER], input=rows, capture_output=True, text=True, check=True).stdout  # noqa: S603 - the same
        pages += [
            Page(name, "trafilatura", id_, read_known(found), 0, 0) for id_, found in map(json.loads, out.splitlines())
        ]
    return pages


def print_shares(pages: Sequence[Page], references: Mapping[tuple[str, str], Known]) -> None:
    """A row for each set, renderer and field, and for both sets of articles together."""
    groups: defaultdict[tuple[str, str], list[Page]] = defaultdict(list)
    for page in pages:
        groups[page.set, page.renderer].append(page)
        if page.set != "daniel-a":
            groups["articles", page.renderer].append(page)
    heads = ("wanted", "right", "near", "exact", "wrong", "missing", "none", "given")
    print(" " * 32 + "".join(f"{head:>8}" for head in heads))
    for (name, renderer), own in sorted(groups.items()):
        pairs = [(references[page.set, page.id], page.found) for page in own]
        for score in count_matches([match_all(wanted, found) for wanted, found in pairs]):
            near = fmean(map(is_near, pairs)) if score.field == "title" else None
            right, *others = (score.right, score.exact, score.wrong, score.missing)
            shares = [right / max(1, score.wanted), near, *(part / max(1, score.wanted) for part in others)]
            cells = [f"{score.wanted:8}", *map(show, shares), f"{score.without:8}"]
            given = show(score.wrongly_given / max(1, score.without))
            print(f"{name:9} {renderer:12}{score.field:10}{''.join(cells)}{given}")


def show(share: float | None) -> str:
    """A share in its column."""
    return f"{'':8}" if share is None else f"{share:8.3f}"


def is_near(pair: tuple[Known, Known]) -> bool:
    """Whether the wanted and the given title share four fifths of their words."""
    wanted, given = pair
    return word_f1(" ".join(wanted["title"]), " ".join(given["title"])) >= NEAR


def print_worst(pages: Sequence[Page], references: Mapping[tuple[str, str], Known], field: str) -> None:
    """Every page whose value of a field is wrong, missing or given where there is none."""
    for page in pages:
        wanted = references[page.set, page.id]
        found = match_all(wanted, page.found).get(field, Match.NONE)
        if found in {Match.WRONG, Match.MISSING, Match.WRONGLY_GIVEN}:
            print(f"  {page.renderer:12}{found:14}{page.id}: {wanted[field]} {page.found[field]}")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the Python that has trafilatura")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--worst", choices=MEASURED, help="print the pages where this field is not right")
    parser.add_argument("--time", action="store_true", help="print the share of CPU time that metadata takes")
    asked = parser.parse_args()
    require_data()
    samples = [
        sample
        for sample in read_samples(DATA, ("wcxb-dev", "fundus-a", "daniel-a"), ("html", "chrome"))
        if sample.set != "wcxb-dev" or sample.type == "article"
    ]
    with ProcessPoolExecutor(1 if asked.time else asked.jobs) as pool:
        pages = list(pool.map(read_page, samples, chunksize=16))
    references = read_references()
    print_shares([*pages, *read_peer(asked.python)], references)
    if asked.time:
        for renderer in ("html", "chrome"):
            own = [page for page in pages if page.renderer == renderer]
            share = median(page.own / page.whole for page in own)
            spent = 1000 * fmean(page.own for page in own)
            print(f"CPU for metadata, {renderer}: {share:.3f} of a page's (median), {spent:.2f} ms (mean)")
    if asked.worst:
        print_worst(pages, references, asked.worst)


if __name__ == "__main__":
    main()
