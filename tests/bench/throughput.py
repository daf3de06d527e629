"""CPU a page, decoding to JSON, beside trafilatura on the HTML of the same pages; and a megabyte, beside a bare peer.

300 pages of wcxb-dev, each as Chrome's text for groats and as HTML for `trafilatura.extract`, page by page in turn; the
medians are compared (bound 1/4, goal 1/8). trafilatura is no dependency:
`uv run --with trafilatura --with lxml_html_clean python tests/bench/throughput.py` lends it for once.

The bare peers do the least that the work takes: splitting text into lines and words, and a selectolax parse with its
text. Their pages are the seeds and, where ../shared/data is there, 100 of its pages.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from statistics import median

from data import DATA, ROOT, take_pages
from selectolax.lexbor import LexborHTMLParser

from groats import Options, clean
from groats.render.json import to_json

KINDS = {"text": ".txt", "html": ".html"}
RUNS = 3
PAGES_A_SET = 25
COMPARED = 300
BOUND, GOAL = 1 / 4, 1 / 8
_WORD = re.compile(r"\w+")


def clean_page(raw: bytes | str) -> object:
    """What `groats --json` does with a page: no line gets its reasons."""
    return to_json(clean(raw, Options()), "page")


def split_text(raw: bytes) -> int:
    """How many words the lines of a text have."""
    return sum(len(_WORD.findall(line)) for line in raw.decode("utf-8", "replace").splitlines())


def parse_html(raw: bytes) -> int:
    """How many characters of text an HTML page has."""
    return len(LexborHTMLParser(raw).text())


PEERS: dict[str, Callable[[bytes], object]] = {"text": split_text, "html": parse_html}


def read_seeds(kind: str) -> list[bytes]:
    """The seeds of a kind."""
    return [path.read_bytes() for path in sorted((ROOT / "seeds").glob(f"*{KINDS[kind]}"))]


def read_pages(kind: str) -> list[bytes]:
    """Pages of a kind from the data, if it is there."""
    if not DATA.is_dir():
        return []
    return [page.raw.encode() for page in take_pages({"chrome" if kind == "text" else "html": PAGES_A_SET})]


def seconds_of(work: Callable[[bytes], object], inputs: Sequence[bytes]) -> float:
    """CPU seconds for all inputs: the median of three runs."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        for raw in inputs:
            work(raw)
        taken.append(time.process_time() - started)
    return median(taken)


def print_throughput() -> None:
    """A table of CPU a page and a megabyte beside the bare peer."""
    print(f"{'pages':12} {'count':>5} {'MB':>6} {'ms/page':>8} {'ms/MB':>8} {'peer ms/page':>13} {'ratio':>6}")
    for kind in KINDS:
        for source, inputs in (("seeds", read_seeds(kind)), ("data", read_pages(kind))):
            if inputs:
                ours, peer = seconds_of(clean_page, inputs), seconds_of(PEERS[kind], inputs)
                size = sum(map(len, inputs)) / 1e6
                print(
                    f"{kind + ', ' + source:12} {len(inputs):5} {size:6.2f} {ours / len(inputs) * 1e3:8.2f} "
                    f"{ours / size * 1e3:8.0f} {peer / len(inputs) * 1e3:13.3f} {ours / peer:6.1f}"
                )


def time_once(work: Callable[[str], object], page: str) -> float:
    """CPU milliseconds for a page."""
    started = time.process_time()
    work(page)
    return (time.process_time() - started) * 1e3


def compare_with_trafilatura(count: int) -> float | None:
    """How many times trafilatura's CPU a page groats takes, by the medians; None where there is nothing to compare."""
    if not DATA.is_dir():
        print("../shared/data is not there: groats was not compared with trafilatura.")
        return None
    try:
        extract: Callable[[str], object] = import_module("trafilatura").extract
    except ImportError:
        print(
            "trafilatura is not there to be compared with; this lends it for once: "
            "uv run --with trafilatura --with lxml_html_clean python tests/bench/throughput.py"
        )
        return None
    pages = take_pages({"chrome": sys.maxsize, "html": sys.maxsize}, ("wcxb-dev",))
    html = {page.id: page.raw for page in pages if page.renderer == "html"}
    pairs = [(page.raw, html[page.id]) for page in pages if page.renderer == "chrome"][: count + 1]
    times = [(time_once(clean_page, text), time_once(extract, markup)) for text, markup in pairs][1:]  # the first loads
    ours, theirs = median(own for own, _ in times), median(peer for _, peer in times)
    print(f"CPU a page, median of {len(times)} pages of wcxb-dev:")
    print(f"  groats, Chrome's text to JSON     {ours:7.2f} ms")
    print(f"  trafilatura {version('trafilatura'):8} on HTML      {theirs:7.2f} ms")
    print(f"  ratio                             {ours / theirs:7.3f}    bound {BOUND}, goal {GOAL}")
    print(f"  median of the pages' own ratios   {median(one / other for one, other in times):7.3f}\n")
    return ours / theirs


def main() -> int:
    """0 if groats takes no more of trafilatura's time than the bound, or it was not compared; else 1."""
    ratio = compare_with_trafilatura(COMPARED)
    print_throughput()
    return int(ratio is not None and ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
