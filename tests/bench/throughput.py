"""CPU a page and a megabyte, of text and of HTML, beside a bare peer; how both grow with the input; and peak memory.

The bare peers do the least that the work takes: splitting text into lines and words, and a selectolax parse with its
text. The pages are the seeds and, where ../shared/data is there, 100 of its pages. The scaling inputs are one page
of 100 KB and of 1 MB (`--large`: and of 10 MB, which takes minutes), made of the seeds again and again with a running
number in each longer line, so that the copies differ; ten times the input may take eleven times the time.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, pairwise
from pathlib import Path
from statistics import median
from subprocess import run

from pages import DATA, ROOT, SETS, load_pages
from selectolax.lexbor import LexborHTMLParser

from groats import Options, clean

KINDS = {"text": ".txt", "html": ".html"}
SIZES = (100_000, 1_000_000)
LARGE = (10_000_000,)
BOUND = 11.0
RUNS = 3
PAGES_A_SET = 25
LONG_LINE = 4
_WORD = re.compile(r"\w+")


# Prints the peak memory of the command it runs. In between, because a process begins with the peak of its parent, and
# this bench holds many pages.
MEASURE_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def clean_page(raw: bytes) -> object:
    """What `groats` does with a page that it writes as text: no line gets its reasons."""
    return clean(raw, Options(explain=False))


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
    renderer = "chrome" if kind == "text" else "html"
    return [page.input.encode() for name in SETS for page in load_pages(name, renderer)[:PAGES_A_SET]]


def seconds_of(work: Callable[[bytes], object], inputs: Sequence[bytes]) -> float:
    """CPU seconds for all inputs: the median of three runs."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        for raw in inputs:
            work(raw)
        taken.append(time.process_time() - started)
    return median(taken)


def number_lines(seeds: Sequence[bytes]) -> Iterator[bytes]:
    """The lines of the seeds without end, each longer one with a number in its middle that no other has."""
    numbers = count()
    while True:
        for raw in seeds:
            for line in raw.decode("utf-8", "replace").splitlines():
                words = line.split(" ")
                if len(words) > LONG_LINE:
                    words.insert(len(words) // 2, str(next(numbers)))
                yield " ".join(words).encode() + b"\n"


def make_input(seeds: Sequence[bytes], size: int) -> bytes:
    """One page of `size` bytes, or a line more."""
    made = bytearray()
    for line in number_lines(seeds):
        made += line
        if len(made) >= size:
            return bytes(made)
    return bytes(made)


def peak_memory(raw: bytes, suffix: str) -> float:
    """The most memory, in MB, that `groats` held to clean an input."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{suffix}"
        path.write_bytes(raw)
        command = [sys.executable, "-c", MEASURE_PEAK, sys.executable, "-m", "groats", str(path)]
        peak = int(run(command, capture_output=True, check=True).stdout)  # noqa: S603 - Python and groats themselves
    unit = 1 if sys.platform == "darwin" else 1024  # Darwin counts bytes, Linux kibibytes
    return peak * unit / 1e6


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


def print_scaling(sizes: Sequence[int]) -> list[float]:
    """How often the time grows when the input grows tenfold; prints a table, with peak memory."""
    ratios = []
    print(f"\n{'scaling':8} {'bytes':>11} {'seconds':>8} {'times':>6} {'peak MB':>8}")
    for kind, suffix in KINDS.items():
        inputs = [make_input(read_seeds(kind), size) for size in sizes]
        taken = [seconds_of(clean_page, [raw]) for raw in inputs]
        grown = [later / earlier for earlier, later in pairwise(taken)]
        ratios += grown
        for raw, seconds, times in zip(inputs, taken, ["", *(f"{ratio:.1f}" for ratio in grown)], strict=True):
            print(f"{kind:8} {len(raw):11,} {seconds:8.2f} {times:>6} {peak_memory(raw, suffix):8.0f}")
    return ratios


def main() -> int:
    """0 if no tenfold input takes more than eleven times the time, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="clean 10 MB too")
    sizes = SIZES + LARGE if parser.parse_args().large else SIZES
    print_throughput()
    worst = max(print_scaling(sizes))
    print(f"\nTen times the input takes at most {worst:.1f} times the time (bound {BOUND:g}).")
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
