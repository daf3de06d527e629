"""A large run of `groats batch` with pages that do harm, and its speed with two workers, one, and beside trafilatura.

`--pages N` (2,000 by default) of the data's pages under new names, and for every 1,000 of them 5 empty ones, 2 or 3
dangling links, and one each of: files that may not be read, pages that kill their worker, pages that never end, bombs
of 10 GB. Every one has to be named with its reason, every other page done, and the memory of all processes together
(resident, shared pages counted in each) to stay below 1.5 GB. As root, the run goes without the right to read what it
may not (setpriv of util-linux).

trafilatura is no dependency: `uv run --with trafilatura --with lxml_html_clean python tests/bench/batch.py` lends it.
"""

import argparse
import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

import psutil
from data import require_data, take_pages

from groats.document import Options, Page, Source
from groats.pipeline import read

MOST_MEMORY = 1_500_000_000  # bytes
BOMB = 10_000_000_000  # bytes, unpacked
TIMEOUT = 5  # seconds
TIMED = 1000  # pages
GOAL_WORKERS, GOAL_PEER = 1.8, 4.0
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
AS_ANYBODY = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


def read_or_harm(data: bytes, options: Options) -> tuple[Source, Page]:
    """The page as it is read, if it does not begin with a word of harm."""
    if data.startswith(b"[kill]"):
        os.kill(os.getpid(), signal.SIGSEGV)
    while data.startswith(b"[endless]"):
        pass
    return read(data, options)


def run_here(arguments: Sequence[str]) -> int:
    """The exit code of `groats batch` in which pages can do harm."""
    from groats.__main__ import main  # noqa: PLC0415 - only the child process needs it
    from groats.commands import batch_run  # noqa: PLC0415 - the same

    build = batch_run.build_work
    batch_run.build_work = lambda *given: replace(build(*given), read=read_or_harm)
    return main(["batch", *arguments])


def write_pages(folder: Path, number: int, renderers: Sequence[str]) -> None:
    """So many pages of the data, as text and as HTML in turn, under new names."""
    samples = take_pages(dict.fromkeys(renderers, 250))
    for position, sample in enumerate(islice(cycle(samples), number)):
        path = folder / f"{position % 97:02}" / f"{position:06}.{'html' if sample.renderer == 'html' else 'txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sample.raw, "utf-8", "replace")


def write_harm(folder: Path, number: int) -> Counter[str]:
    """So many pages of each harm; how many are to fail, by a part of the reason."""
    folder.mkdir()
    with tempfile.TemporaryFile() as packed:
        with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as stream:
            zeros = bytes(1 << 24)
            for _ in range(BOMB // len(zeros)):
                stream.write(zeros)
        packed.seek(0)
        bomb = packed.read()
    (folder / "bomb-0.html.gz").write_bytes(bomb)
    dangling = max(1, number * 5 // 2)
    for position in range(dangling):
        (folder / f"dangling-{position}.txt").symlink_to("nowhere")
    for position in range(number):
        (folder / f"kill-{position}.txt").write_text("[kill]")
        (folder / f"endless-{position}.txt").write_text("[endless]")
        (folder / f"unreadable-{position}.txt").write_text("nobody may read this")
        (folder / f"unreadable-{position}.txt").chmod(0)
        if position:
            os.link(folder / "bomb-0.html.gz", folder / f"bomb-{position}.html.gz")
        for empty in range(5):
            (folder / f"empty-{position}-{empty}.txt").touch()
    reasons = ("permission denied", "SIGSEGV", "longer than", "more than")
    return Counter({"leads nowhere": dangling, **dict.fromkeys(reasons, number)})


def run_watched(command: Sequence[str]) -> tuple[int, float, int, str]:
    """The exit code of a command, the seconds it took, the most memory of all its processes, and its words."""
    started, most = time.monotonic(), 0
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=words, env=COMPILED)  # noqa: S603 - from here
        while process.poll() is None:
            most = max(most, measure(process.pid))
            time.sleep(0.2)
        seconds = time.monotonic() - started
        words.seek(0)
        return process.returncode, seconds, most, words.read().decode()


def measure(pid: int) -> int:
    """The resident bytes of a process and all below it."""
    total = 0
    try:
        for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total


def try_harm(folder: Path, pages: int) -> bool:
    """Whether a run with pages that do harm accounts for each, in little memory."""
    source, dest = folder / "in", folder / "out"
    write_pages(source, pages, ("chrome", "html"))
    expected = write_harm(source / "harm", max(1, pages // 1000))
    command = [
        *(AS_ANYBODY if os.getuid() == 0 else []),
        sys.executable,
        __file__,
        "--child",
        str(source),
        "-o",
        str(dest),
        "--timeout",
        str(TIMEOUT),
    ]
    code, seconds, memory, words = run_watched(command)
    report = json.loads((dest / "groats-report.json").read_bytes())
    found = Counter(part for failure in report["failures"] for part in expected if part in failure["reason"])
    done = pages + 5 * max(1, pages // 1000)
    outputs = sum(1 for path in dest.rglob("*.txt"))
    named = sum(words.count(failure["name"]) >= 1 for failure in report["failures"])
    print(f"{pages:,} pages: exit code {code}, {seconds:,.0f} s, {memory / 1e6:,.0f} MB at most in all processes")
    print(f"failed as they should: {dict(found)} of {dict(expected)}; named on stderr: {named}")
    print(f"done: {report['counts']['pages']:,} of {done:,}, outputs: {outputs:,}")
    return (
        code == 3
        and found == expected
        and len(report["failures"]) == named == expected.total()
        and report["counts"]["pages"] == outputs == done
        and memory < MOST_MEMORY
    )


def try_speed(folder: Path, renderer: str) -> None:
    """Prints the pages a second with two workers beside one, and beside trafilatura's two (HTML), in turns.

    Without the first pass over the sites, which the other has not. The first run of three also compiles the bytecode.
    """
    source = folder / renderer
    write_pages(source, TIMED, (renderer,))
    groats = [sys.executable, "-m", "groats", "batch", str(source), "--site", "none", "--overwrite", "-o"]
    commands = {f"groats -j {jobs}": [*groats, str(folder / f"{renderer}-{jobs}"), "-j", str(jobs)] for jobs in (1, 2)}
    if renderer == "html" and find_spec("trafilatura"):  # it reads no text
        peer = "import sys; from trafilatura.cli import main; sys.exit(main())"
        folders = ["--input-dir", str(source), "--output-dir", str(folder / f"{renderer}-peer")]
        commands["trafilatura --parallel 2"] = [sys.executable, "-c", peer, *folders, "--parallel", "2"]
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(3):
        for name, command in commands.items():
            best[name] = min(best[name], run_watched(command)[1])
    for name, seconds in best.items():
        print(f"{renderer}: {name}: {TIMED / seconds:,.0f} pages/s")
    print(f"{renderer}: two workers {best['groats -j 1'] / best['groats -j 2']:.2f} times one (goal {GOAL_WORKERS})")
    if peer_seconds := best.get("trafilatura --parallel 2"):
        print(f"{renderer}: {peer_seconds / best['groats -j 2']:.1f} times trafilatura (goal {GOAL_PEER})")


def main() -> int:
    """0 if every page was accounted for; 1 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--no-speed", action="store_true", help="only the trial with harm")
    asked = parser.parse_args()
    require_data()
    with tempfile.TemporaryDirectory() as name:
        is_good = try_harm(Path(name), asked.pages)
        print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        if not asked.no_speed:
            try_speed(Path(name), "chrome")
            try_speed(Path(name), "html")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(run_here(sys.argv[2:]) if sys.argv[1:2] == ["--child"] else main())
