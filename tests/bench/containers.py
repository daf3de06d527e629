"""What reading a file of many pages costs beside the bare library that unpacks it, in time; and its peak memory.

Each file holds the seeds again and again, 2,000 pages and 20,000; each time is the best of three in a process of its
own. Time is a ratio to the bare operation in the same run, and ten times the pages may take eleven times the time
and no more memory.
"""

import gzip
import io
import json
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from subprocess import run

import pyarrow as pa
import pyarrow.parquet as pq
from fastwarc.warc import WarcRecord, WarcRecordType
from scaling import MEASURE_PEAK
from throughput import read_seeds

SIZES = (2_000, 20_000)
TRIES = 3

# Run in a process of its own: prints CPU seconds.
MEASURE = """
import sys, time
{imports}
path = sys.argv[1]
start = time.process_time()
{body}
print(time.process_time() - start)
"""
READ = (
    "import fastwarc, pyarrow, pathlib\nfrom groats.corpus.containers import Container, read_container",
    "for page in read_container(Container(pathlib.Path(path), 'pages', 64_000_000)): assert page.data is not None",
)
BARE = {
    "pages.jsonl.gz": (
        "import gzip, msgspec",
        "for line in gzip.open(path): msgspec.json.decode(line)['text'].encode()",
    ),
    "pages.parquet": (
        "import pyarrow.parquet as pq",
        "for batch in pq.ParquetFile(path).iter_batches(64): [text.encode() for text in batch['text'].to_pylist()]",
    ),
    "pages.tar.gz": (
        "import tarfile",
        "with tarfile.open(path, 'r|gz') as archive:\n    for member in archive: archive.extractfile(member).read()",
    ),
    "pages.warc.gz": (
        "from fastwarc.warc import ArchiveIterator",
        "for record in ArchiveIterator(path, fsspec_args=False): record.reader.read(record.content_length)",
    ),
    "pages.zip": (
        "import zipfile",
        "with zipfile.ZipFile(path) as archive:\n    for name in archive.namelist(): archive.read(name)",
    ),
}


def write_jsonl(path: Path, pages: Sequence[str]) -> None:
    """A record a page, packed."""
    with gzip.open(path, "wt", 1, encoding="utf-8") as file:
        file.writelines(json.dumps({"id": number, "text": page}) + "\n" for number, page in enumerate(pages))


def write_parquet(path: Path, pages: Sequence[str]) -> None:
    """A row a page."""
    pq.write_table(pa.table({"id": range(len(pages)), "text": pages}), path, row_group_size=1000, use_dictionary=False)


def write_tar(path: Path, pages: Sequence[str]) -> None:
    """A file a page, packed."""
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for number, page in enumerate(pages):
            member, data = tarfile.TarInfo(f"{number}.txt"), page.encode()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def write_warc(path: Path, pages: Sequence[str]) -> None:
    """A conversion to text a page, each packed by itself."""
    with path.open("wb") as file:
        for number, page in enumerate(pages):
            record, plain = WarcRecord(), io.BytesIO()
            record.init_headers(WarcRecordType.conversion)
            record.headers["WARC-Target-URI"] = f"https://post.example/{number}"
            record.headers["Content-Type"] = "text/plain"
            record.set_bytes_content(page.encode())
            record.write(plain)
            file.write(gzip.compress(plain.getvalue(), 1))


def write_zip(path: Path, pages: Sequence[str]) -> None:
    """A file a page."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, page in enumerate(pages):
            archive.writestr(f"{number}.txt", page)


WRITERS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    "pages.jsonl.gz": write_jsonl,
    "pages.parquet": write_parquet,
    "pages.tar.gz": write_tar,
    "pages.warc.gz": write_warc,
    "pages.zip": write_zip,
}


def measure(path: Path, code: tuple[str, str]) -> tuple[float, float]:
    """The least CPU seconds of three tries, and the peak memory in MB."""
    imports, body = code
    command = [sys.executable, "-c", MEASURE.format(imports=imports, body=body), str(path)]
    taken = [float(run(command, capture_output=True, check=True).stdout) for _ in range(TRIES)]  # noqa: S603 - Python
    peak = run([sys.executable, "-c", MEASURE_PEAK, *command], capture_output=True, check=True)  # noqa: S603 - itself
    return min(taken), int(peak.stdout) * (1 if sys.platform == "darwin" else 1024) / 1e6


def rows(folder: Path) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'file':15} {'pages':>6} {'us a page':>9} {'to bare':>7} {'to less':>7} {'peak MB':>7} {'bare':>4}"
    seeds = [raw.decode("utf-8", "replace") for raw in read_seeds("text")]
    for name, write in WRITERS.items():
        before = 0.0
        for size in SIZES:
            path = folder / name
            write(path, list(islice(cycle(seeds), size)))
            seconds, peak = measure(path, READ)
            bare, bare_peak = measure(path, BARE[name])
            growth = f"{seconds / before:.1f}" if before else ""
            each = seconds / size * 1e6
            yield f"{name:15} {size:6,} {each:9.0f} {seconds / bare:7.2f} {growth:>7} {peak:7.0f} {bare_peak:4.0f}"
            before = seconds


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
