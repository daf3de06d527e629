"""How CPU and peak memory grow with the page: ten times the input may take eleven times the time.

The inputs are one page of 100 KB and of 1 MB (`--large`: and of 10 MB, which takes minutes), made of the seeds again
and again with a running number in each longer line, so that the copies differ.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from pathlib import Path
from subprocess import run

from throughput import KINDS, clean_page, read_seeds, seconds_of

SIZES = (100_000, 1_000_000)
LARGE = (10_000_000,)
BOUND = 11.0
LONG_LINE = 4

# Prints the peak memory of the command it runs. In between, because a process begins with the peak of its parent, and
# this bench holds many pages.
MEASURE_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


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


def print_scaling(sizes: Sequence[int]) -> list[float]:
    """How often the time grows when the input grows tenfold; prints a table, with peak memory."""
    ratios = []
    print(f"{'scaling':8} {'bytes':>11} {'seconds':>8} {'times':>6} {'peak MB':>8}")
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
    worst = max(print_scaling(sizes))
    print(f"\nTen times the input takes at most {worst:.1f} times the time (bound {BOUND:g}).")
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
