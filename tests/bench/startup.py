"""How long `groats --version` takes beside `python -c "import typer"`, the least that its command line costs.

The two are run in turn, fifteen times each, after one run that compiles the bytecode; the medians of the wall clock
and of the CPU time of the process are compared. The bound is 1.3.
"""

import os
import shutil
import sys
import time
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen

RUNS = 15
BOUND = 1.3


def time_once(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds by the wall clock and of CPU that a command takes."""
    started = time.perf_counter()
    with Popen(command, stdout=DEVNULL, env=environment) as process:  # noqa: S603 - groats and Python themselves
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {process.returncode}.")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime


def main() -> int:
    """0 if the start is within its bound, else 1."""
    groats = shutil.which("groats", path=Path(sys.executable).parent)
    if groats is None:
        raise SystemExit(
            "There is no groats command beside this Python; run the bench in the environment of the clone."
        )
    commands = {"groats --version": [groats, "--version"], "import typer": [sys.executable, "-c", "import typer"]}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            taken = time_once(command, environment)
            if run:  # the first compiles
                times[name].append(taken)
    print(f"{'':18} {'wall ms':>8} {'CPU ms':>8}   median of {RUNS} runs")
    medians = {}
    for name, taken_times in times.items():
        wall, cpu = (median(each) for each in zip(*taken_times, strict=True))
        medians[name] = (wall, cpu)
        print(f"{name:18} {wall * 1000:8.0f} {cpu * 1000:8.0f}")
    ours, least = medians.values()
    print(f"{'ratio':18} {ours[0] / least[0]:8.2f} {ours[1] / least[1]:8.2f}   bound {BOUND}")
    return int(ours[1] / least[1] > BOUND)


if __name__ == "__main__":
    sys.exit(main())
