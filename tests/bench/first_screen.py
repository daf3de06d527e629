"""How soon `groats diff` shows the first screen of a page of 50 MB, and how much memory it holds by then.

The page is made of the seeds again and again, once as text and once as HTML. Each is shown five times, to a reader that
goes away after fifty rows, in turn with Python that reads the same file and splits it into its lines. The bounds are 2
seconds of CPU, 1,000 MB, and eight times the CPU time of that Python; what the wall clock says hangs on who else works.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple

from scaling import make_input
from throughput import KINDS, read_seeds

SIZE = 50_000_000
RUNS = 5
ROWS = 50
SECONDS, MEGABYTES, TIMES = 2.0, 1_000.0, 8.0
READ = "import sys; open(sys.argv[1], 'rb').read().decode('utf-8', 'replace').splitlines(); print('\\n' * 50)"


class Shown(NamedTuple):
    """Wall seconds to the fiftieth row, and CPU seconds and peak MB of the process when it has ended."""

    wall: float
    cpu: float
    peak: float


def show(command: list[str]) -> Shown:
    """What it takes to show the first screen; the process loses its reader then."""
    started = time.perf_counter()
    with Popen(command, stdout=PIPE, stderr=DEVNULL) as process:  # noqa: S603 - Python and groats themselves
        stream = process.stdout
        if stream is None or sum(1 for _ in zip(range(ROWS), stream, strict=False)) < ROWS:
            raise SystemExit(f"{' '.join(command)} wrote fewer than {ROWS} rows.")
        wall = time.perf_counter() - started
        stream.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # Darwin counts bytes, Linux kibibytes
    return Shown(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def main() -> int:
    """0 if all is within its bounds, else 1."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"page.{kind}"
            path.write_bytes(make_input(read_seeds(kind), SIZE))
            ours, bare = [], []
            for _ in range(RUNS):
                ours.append(show([sys.executable, "-m", "groats", "diff", str(path)]))
                bare.append(show([sys.executable, "-c", READ, str(path)]))
            wall, cpu, peak = (median(values) for values in zip(*ours, strict=True))
            times = cpu / median(shown.cpu for shown in bare)
            print(
                f"{kind}: {wall:.2f} s, {peak:.0f} MB, CPU {cpu:.2f} s or {times:.1f} times that of reading the lines"
            )
            failed |= cpu > SECONDS or peak > MEGABYTES or times > TIMES
    print(f"(bounds: {SECONDS:g} s of CPU, {MEGABYTES:g} MB, {TIMES:g} times; medians of {RUNS} runs)")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
