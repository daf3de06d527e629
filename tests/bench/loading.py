"""How long the weights take to load, each time in a fresh process, and how large they are: at most 15 ms and 1.5 MB.

The CPU time is taken inside the process around the reading itself; what modules take to import is startup.py's to say.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from subprocess import run

from data import WEIGHTS

RUNS = 20
BOUND_MS, BOUND_MB = 15.0, 1.5
READ = """
import sys, time
from pathlib import Path
from groats.stages.score import read_weights
path = Path(sys.argv[1])
started = time.process_time()
read_weights(path.read_bytes()).models["html"]  # what a run on pages of one kind needs
print((time.process_time() - started) * 1e3)
"""


def main() -> int:
    """0 if both are within their bounds, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    path = parser.parse_args().weights
    command = [sys.executable, "-c", READ, str(path)]
    taken = [
        float(run(command, capture_output=True, check=True).stdout)  # noqa: S603 - Python itself
        for _ in range(RUNS)
    ]
    size = path.stat().st_size / 1e6
    print(f"loading the weights: {median(taken):.1f} ms, median of {RUNS} fresh processes (bound {BOUND_MS:g})")
    print(f"their size: {size:.2f} MB (bound {BOUND_MB})")
    return int(median(taken) > BOUND_MS or size > BOUND_MB)


if __name__ == "__main__":
    sys.exit(main())
