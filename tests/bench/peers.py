"""Word F1 and CPU of groats and of its peers on the same pages, side by side, so that anyone can check the claim.

PAGES is JSON Lines, plain or .xz or .gz, each record with `html` and its reference in `gold`, `text` or
`articleBody`; or a directory of .html files, each beside a .txt file of the same name with the reference. Without any,
a sample of the real pages beside the clone is taken, and groats judges each by weights that did not see its site; on
pages of your own it uses the weights that it comes with.

This installs nothing: it runs what can be imported. Into an environment of its own, peers come with
`pip install trafilatura resiliparse readability-lxml lxml_html_clean jusText newspaper4k boilerpy3 rs-trafilatura`.
A peer that raises on a page has an empty text there. CPU is that of the process a page, the median, text in, text out;
the bare selectolax parse with its text is what nobody can do without.
"""

import argparse
import gzip
import json
import lzma
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple
from unittest.mock import patch

from data import DATA, FOLDS

from groats import Options, clean
from groats.scoring.words import word_f1
from groats.stages.score import load_weights

Extract = Callable[[str], str | None]
SAMPLE = 100
REFERENCES = ("gold", "text", "articleBody")
OPEN: dict[str, Callable[..., Any]] = {".xz": lzma.open, ".gz": gzip.open}


class Page(NamedTuple):
    """A page with its reference; `group` is what it counts with, `fold` whose weights groats takes (None: its own)."""

    html: str
    gold: str
    group: str
    fold: int | None = None


def groats_text(page: str) -> str:
    """What groats leaves of a page, without its title."""
    return clean(page, Options(kind="html")).text


def load_trafilatura() -> Extract:
    """Trafilatura as its users call it, without comments."""
    extract = import_module("trafilatura").extract
    return lambda page: extract(page, include_comments=False)


def load_resiliparse() -> Extract:
    """Resiliparse's main content."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: extract(page, main_content=True)


def load_readability() -> Extract:
    """The text of what readability-lxml leaves."""
    document = import_module("readability").Document
    fromstring = import_module("lxml.html").fromstring
    return lambda page: fromstring(document(page).summary()).text_content()


def load_justext() -> Extract:
    """The paragraphs that jusText takes for good, with its English list of words."""
    module = import_module("justext")
    words = module.get_stoplist("English")
    return lambda page: "\n".join(each.text for each in module.justext(page, words) if not each.is_boilerplate)


def load_newspaper() -> Extract:
    """What newspaper4k takes for the article's text."""
    article = import_module("newspaper").Article

    def extract(page: str) -> str:
        parsed = article(url="https://example.org/", fetch_images=False)  # it would ask the net for them
        parsed.download(input_html=page)
        parsed.parse()
        return str(parsed.text)

    return extract


def load_boilerpy() -> Extract:
    """Boilerpy3 with its extractor of articles."""
    read: Extract = import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False).get_content
    return read


def load_rs_trafilatura() -> Extract:
    """The main content by rs-trafilatura."""
    extract = import_module("rs_trafilatura").extract

    def read(page: str) -> str | None:
        found = extract(page)
        return found if found is None or isinstance(found, str) else str(getattr(found, "content_text", found))

    return read


def load_selectolax() -> Extract:
    """All text of a page: no extractor, but the least that one can take."""
    parser = import_module("selectolax.lexbor").LexborHTMLParser
    return lambda page: parser(page).text(separator="\n")


PEERS: dict[str, Callable[[], Extract]] = {
    "rs-trafilatura": load_rs_trafilatura,
    "trafilatura": load_trafilatura,
    "resiliparse": load_resiliparse,
    "readability-lxml": load_readability,
    "newspaper4k": load_newspaper,
    "boilerpy3": load_boilerpy,
    "jusText": load_justext,
    "selectolax": load_selectolax,
}


def read_pages(paths: Sequence[Path]) -> Iterator[Page]:
    """The pages of files and directories; the group of each is its record's `source` or `type`, or the path's name."""
    for path in paths:
        if path.is_dir():
            for reference in sorted(path.rglob("*.txt")):
                markup = reference.with_suffix(".html")
                if markup.exists():
                    yield Page(markup.read_text("utf-8", "replace"), reference.read_text("utf-8"), path.name)
            continue
        with OPEN.get(path.suffix, open)(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                gold = next((row[name] for name in REFERENCES if row.get(name)), None)
                if gold is not None and row.get("html"):
                    yield Page(row["html"], gold, row.get("source") or row.get("type") or path.name)


def take_sample(count: int) -> Iterator[Page]:
    """So many real pages of each set, each with its fold, those of wcxb-dev by type too."""
    from data import take_pages  # noqa: PLC0415 - it asks for the training's packages

    for sample in take_pages({"html": count}):
        yield Page(sample.raw, sample.gold, sample.set, sample.fold)


def load_groats(pages: Sequence[Page]) -> Callable[[Page], str]:
    """What groats leaves of a page: by the weights of the page's fold, where it has one."""
    if all(page.fold is None for page in pages):
        return lambda page: groats_text(page.html)
    from groats.training.corpus import FOLDS as COUNT  # noqa: PLC0415 - it asks for the training's packages
    from groats.training.evaluate import load_fold  # noqa: PLC0415

    own = load_weights().confidence  # no fold has one
    weights = [replace(load_fold(FOLDS, fold), confidence=own) for fold in range(COUNT)]

    def extract(page: Page) -> str:
        with patch("groats.pipeline.load_weights", lambda: weights[page.fold or 0]):
            return groats_text(page.html)

    return extract


def load_all(pages: Sequence[Page], chosen: Sequence[str]) -> dict[str, Callable[[Page], str | None]]:
    """What can be run here, groats first; says on stderr what cannot be imported."""
    found: dict[str, Callable[[Page], str | None]] = {"groats": load_groats(pages)}
    for name, load in PEERS.items():
        if chosen and name not in chosen:
            continue
        try:
            extract = load()
        except Exception as error:  # noqa: BLE001 - a peer may break in any way when it is loaded
            print(f"{name} cannot be run here: {error}", file=sys.stderr)
            continue
        found[name] = lambda page, extract=extract: extract(page.html)  # type: ignore[misc]
    return found


def run(extract: Callable[[Page], str | None], pages: Sequence[Page]) -> tuple[list[float], list[float], int]:
    """Each page's F1 and CPU milliseconds, and how many raised; the first page is run twice, for it loads."""
    scores, taken, failed = [], [], 0
    for number, page in enumerate([pages[0], *pages]):
        started = time.process_time()
        try:
            text = extract(page) or ""
        except Exception as error:  # noqa: BLE001 - what a peer raises is its affair
            text = ""
            if not failed:
                print(f"An extractor raised {type(error).__name__}: {error}", file=sys.stderr)
            failed += number > 0
        if number:
            taken.append((time.process_time() - started) * 1e3)
            scores.append(word_f1(page.gold, text))
    return scores, taken, failed


def version_of(name: str) -> str:
    """The installed version, "" where it is not known."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def print_table(results: Mapping[str, tuple[list[float], list[float], int]], pages: Sequence[Page]) -> None:
    """A row an extractor: its mean F1 over each group, its median CPU, and what raised."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        groups[page.group].append(number)
    names = list(groups)
    print(f"{'':28}" + "".join(f"{name[:13]:>14}" for name in names) + f"{'ms/page':>9} {'raised':>6}")
    print(f"{'pages':28}" + "".join(f"{len(groups[name]):14}" for name in names))
    for name, (scores, taken, failed) in results.items():
        means = "".join(f"{fmean(scores[number] for number in groups[group]):14.3f}" for group in names)
        print(f"{name + ' ' + version_of(name):28}{means}{median(taken):9.1f} {failed:6}")


def main() -> int:
    """0, or 2 where there is no page to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGES", help="JSON Lines, or a directory")
    parser.add_argument("--count", type=int, default=SAMPLE, help=f"pages a set of the sample ({SAMPLE})")
    parser.add_argument("--peer", action="append", choices=PEERS, help="only this peer (may be given again)")
    asked = parser.parse_args()
    if not asked.pages and not DATA.is_dir():
        print("Name a directory or a file of pages: there are none beside the clone.", file=sys.stderr)
        return 2
    pages = list(read_pages(asked.pages) if asked.pages else take_sample(asked.count))
    if not pages:
        print("No page with a reference was found.", file=sys.stderr)
        return 2
    peers = load_all(pages, asked.peer or ())
    print_table({name: run(extract, pages) for name, extract in peers.items()}, pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
