import gzip
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from groats import clean
from groats.corpus.containers import Container, read_container
from groats.corpus.sinks import check_record_file, is_record_file, write_records
from groats.corpus.sinks import parquet as parquet_sink
from groats.corpus.source import PageSource
from groats.errors import UsageError
from groats.render.json import Record, to_json_line
from groats.zstandard import zstd

PAGE = "Home\nShare\n\nThe mill at Ebbing grinds again, and the whole village came to see its wheel turn.\n"
RECORDS = [to_json_line(clean(PAGE), f"pages/{n}.txt", f"mill-{n}" if n % 2 else None) for n in range(20)]
FORMATS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("all.jsonl", bytes),
    ("all.jsonl.gz", gzip.decompress),
    ("all.jsonl.zst", zstd.decompress),
]
NAMES = [*(name for name, _ in FORMATS), "all.parquet"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("out.jsonl", True),
        ("OUT.JSONL.GZ", True),
        ("out.2025.jsonl.zst", True),
        ("out.parquet", True),
        ("out", False),
        ("out.json", False),
        ("out.gz", False),
        ("out.txt.gz", False),
        ("jsonl", False),
        (".jsonl", False),
    ],
)
def test_a_file_of_records_is_known_by_its_name(name: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_record_file(Path("folder.jsonl") / name) == expected


@pytest.mark.parametrize(("name", "unpack"), FORMATS)
def test_records_are_lines_in_their_order(tmp_path: Path, name: str, unpack: Callable[[bytes], bytes]) -> None:
    write_records(tmp_path / name, iter(RECORDS))
    assert unpack((tmp_path / name).read_bytes()) == b"".join(RECORDS)


def test_parquet_has_a_row_a_record_and_every_key_of_it(tmp_path: Path) -> None:
    write_records(tmp_path / "all.parquet", iter(RECORDS))
    rows = pq.read_table(tmp_path / "all.parquet").to_pylist()
    expected = [{"id": None} | msgspec.json.decode(record) for record in RECORDS]
    assert [row | {key: dict(row[key]) for key in ("removed", "sources")} for row in rows] == expected
    assert list(rows[0]) == ["schema", *Record.__struct_fields__]


def test_parquet_has_typed_columns_also_without_a_row(tmp_path: Path) -> None:
    write_records(tmp_path / "all.parquet", [])
    schema = pq.read_schema(tmp_path / "all.parquet")
    assert {name: str(schema.field(name).type) for name in ("id", "tags", "confidence", "input", "removed")} == {
        "id": "string",
        "tags": "list<element: string>",
        "confidence": "double",
        "input": "struct<kind: string, encoding: string, bytes: int64, lines: int64>",
        "removed": "map<string, int64 ('removed')>",
    }


def test_parquet_is_written_in_groups_that_fit_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_sink, "_ROWS", 6)
    write_records(tmp_path / "rows.parquet", RECORDS)
    assert pq.read_metadata(tmp_path / "rows.parquet").num_row_groups == 4
    monkeypatch.setattr(parquet_sink, "_BYTES", 2 * len(RECORDS[0]))
    write_records(tmp_path / "bytes.parquet", RECORDS)
    assert pq.read_metadata(tmp_path / "bytes.parquet").num_row_groups == 10


@pytest.mark.parametrize("name", NAMES)
def test_the_same_records_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    write_records(tmp_path / name, RECORDS)
    first = (tmp_path / name).read_bytes()
    write_records(tmp_path / name, RECORDS)
    assert (tmp_path / name).read_bytes() == first


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_can_be_read_as_a_container(tmp_path: Path, name: str) -> None:
    write_records(tmp_path / name, RECORDS)
    pages = list(read_container(Container(tmp_path / name, name, 10_000)))
    assert len(pages) == len(RECORDS)
    assert all(isinstance(page, PageSource) and page.data for page in pages)
    assert [page.id for page in pages if isinstance(page, PageSource)][:3] == [None, "mill-1", None]


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_on_the_way_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    def break_off() -> Iterator[bytes]:
        yield from RECORDS
        raise KeyboardInterrupt

    (tmp_path / name).write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        write_records(tmp_path / name, break_off())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(name, b"before")]


def test_what_a_killed_process_left_is_overwritten(tmp_path: Path) -> None:
    if (child := os.fork()) == 0:  # pragma: no cover - it is killed

        def be_killed() -> Iterator[bytes]:
            yield from RECORDS
            os.kill(os.getpid(), 9)

        write_records(tmp_path / "all.jsonl", be_killed())
    os.waitpid(child, 0)
    assert [path.suffix for path in tmp_path.iterdir()] == [".tmp"]
    write_records(tmp_path / "all.jsonl", RECORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_a_file_that_is_replaced_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_bytes(b"before")
    (tmp_path / "all.jsonl").chmod(0o640)
    (tmp_path / "link.jsonl").symlink_to("all.jsonl")
    write_records(tmp_path / "link.jsonl", RECORDS)
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "all.jsonl").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "all.jsonl").read_bytes() == b"".join(RECORDS)


def test_without_pyarrow_parquet_is_refused_before_anything_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    check_record_file(Path("all.parquet"))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    check_record_file(Path("all.jsonl.gz"))
    with pytest.raises(UsageError, match=r'^To write all.parquet, groats needs pyarrow: install "groats\[parquet\]".$'):
        check_record_file(Path("all.parquet"))
