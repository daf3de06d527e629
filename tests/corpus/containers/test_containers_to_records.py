"""From a file of many pages to one of many records: every id, in its order, and the same text by every way."""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from container_files import pack_record
from fastwarc.warc import WarcRecordType

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


def pack_records(kind: WarcRecordType, contents: Mapping[str, bytes], content_type: str) -> bytes:
    """A record for each id, in a member of gzip of its own."""
    return b"".join(
        gzip.compress(pack_record(kind, content, page_id, content_type)) for page_id, content in contents.items()
    )


def write_warc(path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    responses = {page_id: head + html_of(page_id).encode() for page_id in IDS}
    path.write_bytes(pack_records(WarcRecordType.response, responses, "application/http"))


def write_wet(path: Path) -> None:
    texts = {page_id: text_of(page_id).encode() for page_id in IDS}
    path.write_bytes(pack_records(WarcRecordType.conversion, texts, "text/plain"))


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
