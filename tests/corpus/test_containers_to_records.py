"""From a file of many pages to one of many records: every id, in its order, and the same text by every way."""

import gzip
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from groats import clean
from groats.corpus.containers import Container, read_container, unpack
from groats.corpus.sinks import write_records
from groats.corpus.source import PageSource
from groats.document import Options
from groats.render.json import to_json_line

IDS = [f"https://post.example/{name}" for name in ("mill", "weir", "oats", "bread", "ада")]


def text_of(page_id: str) -> str:
    lines = [
        "Home", "News", "Jobs", "", f"About {page_id}", "",
        "The mill at Ebbing grinds again, and half the village stood on the bridge to watch the wheel turn.", "",
        "The wheel is new, but the stones are those of 1811, and they only needed a good dressing.", "",
        "© 2025 The Ebbing Post. All rights reserved.",
    ]  # fmt: skip
    return "\n".join(lines)


def html_of(page_id: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text_of(page_id).split("\n") if line)


def pack_record(kind: WarcRecordType, page_id: str, content: bytes, content_type: str) -> bytes:
    """A record as FastWARC writes it, in a member of gzip of its own."""
    record = WarcRecord()
    record.init_headers(kind)
    record.headers["WARC-Target-URI"] = page_id
    record.headers["Content-Type"] = content_type
    record.is_http = kind == WarcRecordType.response
    record.set_bytes_content(content)
    plain, packed = io.BytesIO(), io.BytesIO()
    record.write(plain)
    packed.close = lambda: None  # type: ignore[method-assign] # the writer closes what it writes to
    with GzipWriter(packed) as writer:
        writer.write(plain.getvalue())
    return packed.getvalue()


def write_warc(path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    kind = WarcRecordType.response
    path.write_bytes(b"".join(pack_record(kind, i, head + html_of(i).encode(), "application/http") for i in IDS))


def write_wet(path: Path) -> None:
    kind = WarcRecordType.conversion
    path.write_bytes(b"".join(pack_record(kind, i, text_of(i).encode(), "text/plain") for i in IDS))


def write_jsonl(path: Path) -> None:
    path.write_text("".join(json.dumps({"id": i, "text": text_of(i)}) + "\n" for i in IDS), "utf-8")


def write_parquet(path: Path) -> None:
    pq.write_table(pa.table({"id": IDS, "html": [html_of(i) for i in IDS]}), path)


INPUTS: list[tuple[str, Callable[[Path], None]]] = [
    ("crawl.warc.gz", write_warc),
    ("crawl.warc.wet.gz", write_wet),
    ("pages.jsonl", write_jsonl),
    ("pages.parquet", write_parquet),
]


def clean_all(container: Container) -> Iterator[bytes]:
    for page in read_container(container):
        assert isinstance(page, PageSource)
        assert page.data is not None
        options = Options(kind=page.kind, url=page.url, encoding=page.encoding)
        yield to_json_line(clean(unpack(page.data, container.max_bytes), options), page.name, page.id)


def read_records(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".parquet":
        rows: list[dict[str, object]] = pq.read_table(path).to_pylist()
        return rows
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [msgspec.json.decode(line) for line in data.splitlines()]


@pytest.mark.parametrize("output", ["all.jsonl", "all.jsonl.gz", "all.parquet"])
@pytest.mark.parametrize(("name", "write_input"), INPUTS, ids=[name for name, _ in INPUTS])
def test_ids_and_their_order_are_kept(
    tmp_path: Path, name: str, write_input: Callable[[Path], None], output: str
) -> None:
    write_input(tmp_path / name)
    write_records(tmp_path / output, clean_all(Container(tmp_path / name, name, 100_000)))
    records = read_records(tmp_path / output)
    assert [record["id"] for record in records] == IDS
    assert [record["source"] for record in records] == [f"{name}/{n}" for n in range(1, len(IDS) + 1)]
    for record in records:
        assert "the stones are those of 1811" in str(record["text"])
        assert "All rights reserved" not in str(record["text"])
