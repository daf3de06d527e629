"""No bytes, and no damage, make a reader raise, invent a page, or lose one in silence."""

import gzip
import json
from pathlib import Path

import pytest
from container_files import MILL, OATS, make_response, make_tar, make_zip, pack_record, read, sources, write
from fastwarc.warc import conversion, response
from hypothesis import given, settings
from hypothesis import strategies as st

from groats.corpus.source import Failure
from groats.zstandard import zstd

MEMBERS = {"a.txt": MILL, "b/ü.txt": OATS, "c.txt": MILL * 9}
WARC = [
    pack_record(response, make_response(MILL), "https://post.example/mill"),
    pack_record(conversion, OATS, "https://post.example/oats", "text/plain"),
]
WHOLE = {
    "a.tar": make_tar(*MEMBERS.items()),
    "a.tar.gz": gzip.compress(make_tar(*MEMBERS.items())),
    "a.tar.zst": zstd.compress(make_tar(*MEMBERS.items())),
    "a.zip": make_zip(MEMBERS),
    "a.jsonl": b'{"id": 1, "text": "one"}\n{"id": 2, "text": "two"}\n',
    "a.warc": b"".join(WARC),
    "a.warc.gz": b"".join(map(gzip.compress, WARC)),
}
NAMES = [*WHOLE, "a.parquet"]
ENDS = {len(WARC[0]), len(gzip.compress(WARC[0]))}  # where a file that was cut off is whole again


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("containers")


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)  # pyarrow is imported once
@given(data=st.binary(max_size=2000))
def test_any_bytes_are_read_without_an_error(folder: Path, name: str, data: bytes) -> None:
    read(write(folder / name, data))


@pytest.mark.parametrize("name", WHOLE)
@settings(deadline=None)  # pyarrow is imported once
@given(data=st.data())
def test_a_damaged_file_is_read_without_an_error(folder: Path, name: str, data: st.DataObject) -> None:
    broken = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    read(write(folder / name, bytes(broken)))


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "a.jsonl"])
@settings(deadline=None)  # pyarrow is imported once
@given(data=st.data())
def test_what_is_cut_off_gives_a_part_of_the_pages_and_a_failure(folder: Path, name: str, data: st.DataObject) -> None:
    whole = sources(read(write(folder / name, WHOLE[name])))
    size = data.draw(st.integers(1, len(WHOLE[name]) - 1).filter(lambda size: size not in ENDS))
    pages = read(write(folder / name, WHOLE[name][:size]))
    assert sources(pages).items() <= whole.items()
    assert len(sources(pages)) == len(whole) or any(isinstance(page, Failure) for page in pages)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=5,
)
ROWS = VALUES | st.fixed_dictionaries({}, optional=dict.fromkeys(["html", "text", "id", "url", "x"], VALUES))


@settings(deadline=None)
@given(rows=st.lists(ROWS))
def test_every_row_is_a_page_or_a_failure_of_its_own(folder: Path, rows: list[object]) -> None:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    pages = read(write(folder / "a.jsonl", lines.encode()))
    assert [page.name for page in pages] == [f"a.jsonl/{n}" for n in range(1, len(rows) + 1)]
