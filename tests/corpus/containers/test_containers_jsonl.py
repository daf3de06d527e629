import gzip
import json
import math
from pathlib import Path

import pytest
from container_files import LIMIT, MILL, failures, read, sources, write

from groats.corpus.containers import Fields
from groats.corpus.source import Failure, Found, PageSource
from groats.zstandard import zstd


def read_row(tmp_path: Path, row: object, fields: Fields | None = None) -> Found:
    data = row if isinstance(row, bytes) else json.dumps(row).encode()
    (page,) = read(write(tmp_path / "a.jsonl", data), fields=fields)
    return page


def test_each_line_is_a_page_named_by_its_number(tmp_path: Path) -> None:
    lines = b'\xef\xbb\xbf{"text": "one"}\n\n  \n{"text": "two"}\r\n{"text": "three"}'
    expected = {"a.jsonl/1": b"one", "a.jsonl/4": b"two", "a.jsonl/5": b"three"}
    assert sources(read(write(tmp_path / "a.jsonl", lines))) == expected


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("zst", zstd.compress)])
def test_a_packed_file_has_its_pages_too(tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
    path = write(tmp_path / f"a.jsonl.{suffix}", pack(b'{"text": "one"}\n{"text": "two"}\n'))
    assert sources(read(path)) == {f"a.jsonl.{suffix}/1": b"one", f"a.jsonl.{suffix}/2": b"two"}


def test_a_row_brings_its_id_and_its_address(tmp_path: Path) -> None:
    page = read_row(tmp_path, {"id": "mill-1", "url": "https://post.example/mill", "text": "Mühle"})
    path = tmp_path / "a.jsonl"
    assert page == PageSource(
        "a.jsonl/1", path, "Mühle".encode(), "text", "https://post.example/mill", "mill-1", is_decoded=True
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [(7, "7"), ("7", "7"), (None, None), ("", ""), (10**30, str(10**30)), (7.0, "7"), (math.nan, None)],
)
def test_an_id_may_be_a_number(tmp_path: Path, value: object, expected: str | None) -> None:
    page = read_row(tmp_path, {"id": value, "text": "x"})
    assert isinstance(page, PageSource)
    assert page.id == expected


ROW = {"id": "i", "url": "u", "html": "<p>h", "text": "t", "key": "k", "link": "l", "raw": "<p>r", "body": "b"}


@pytest.mark.parametrize(
    ("fields", "data", "kind"),
    [
        (Fields(), b"<p>h", "html"),
        (Fields(text="text"), b"t", "text"),
        (Fields(text="body"), b"b", "text"),
        (Fields(html="raw"), b"<p>r", "html"),
        (Fields(html="raw", text="body"), b"<p>r", "html"),
        (Fields(html="missing", text="body"), b"b", "text"),
    ],
)
def test_the_fields_can_be_named(tmp_path: Path, fields: Fields, data: bytes, kind: str) -> None:
    page = read_row(tmp_path, ROW, fields)
    assert isinstance(page, PageSource)
    assert (page.data, page.kind, page.id, page.url) == (data, kind, "i", "u")


def test_the_id_and_the_address_can_be_named(tmp_path: Path) -> None:
    page = read_row(tmp_path, ROW, Fields(id="key", url="link"))
    assert isinstance(page, PageSource)
    assert (page.id, page.url) == ("k", "l")


@pytest.mark.parametrize(
    ("row", "data", "kind"),
    [
        ({"html": "", "text": "t"}, b"t", "text"),
        ({"html": None, "text": "t"}, b"t", "text"),
        ({"html": "", "text": ""}, b"", "html"),
        ({"text": ""}, b"", "text"),
    ],
)
def test_an_empty_field_gives_way_to_another_and_is_an_empty_page_alone(
    tmp_path: Path, row: object, data: bytes, kind: str
) -> None:
    page = read_row(tmp_path, row)
    assert isinstance(page, PageSource)
    assert (page.data, page.kind) == (data, kind)


@pytest.mark.parametrize(
    ("row", "data"),
    [
        (b'{"text": "x", "score": NaN}', b"x"),
        (b'{"text": "a\\ud800b"}', "a\ufffdb".encode()),
        (b'{"text": "\\ud83c\\udf3e"}', "🌾".encode()),
        (b'{"text": "a\tb"}', b"a\tb"),
    ],
)
def test_what_python_writes_and_the_standard_forbids_is_read(tmp_path: Path, row: bytes, data: bytes) -> None:
    page = read_row(tmp_path, row)
    assert isinstance(page, PageSource)
    assert page.data == data


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"The mill at Ebbing", "the line is no JSON (expecting value at character 1)."),
        (b'{"text": "x"', "the line is no JSON (expecting ',' delimiter at character 13)."),
        (b'{"text": "\xff"}', "the line is no JSON (it is not UTF-8)."),
        (b'{"n": ' + b"9" * 9999 + b', "text": "a\tb"}', "the line is no JSON (a number has too many digits)."),
        (b"[" * 99_999, "the line is nested too deeply."),
        (b'["x"]', "the line is no JSON object."),
        (b'"x"', "the line is no JSON object."),
        (b"{}", "only nothing at all"),
        (b'{"body": "x", "text": null}', 'it has nothing in "html" or "text", only body: name the field with'),
        (b'{"text": ["x"]}', 'its field "text" holds a list where the page should be.'),
        (b'{"text": {"a": "x"}}', 'its field "text" holds an object where the page should be.'),
        (b'{"text": 7}', 'its field "text" holds 7 where the page should be.'),
        (b'{"text": true}', 'its field "text" holds True where'),
        (b'{"text": "x", "id": ["a"]}', 'its field "id" holds a list where a name or a number should be.'),
        (b'{"text": "x", "id": true}', 'its field "id" holds True where'),
        (b'{"text": "x", "url": 1.5}', 'its field "url" holds 1.5 where'),
    ],
)
def test_a_row_that_cannot_be_used_is_a_failure_and_its_neighbours_are_read(
    tmp_path: Path, row: bytes, reason: str
) -> None:
    good = b'{"text": "x"}'
    pages = read(write(tmp_path / "a.jsonl", b"\n".join([good, row, good])))
    assert list(sources(pages)) == ["a.jsonl/1", "a.jsonl/3"]
    assert reason in failures(pages)["a.jsonl/2"]


def test_many_fields_are_not_all_listed(tmp_path: Path) -> None:
    page = read_row(tmp_path, {f"field{n}" + "x" * 99: 1 for n in range(99)})
    assert isinstance(page, Failure)
    assert "field7" in page.reason
    assert "field8" not in page.reason
    assert len(page.reason) < 500


@pytest.mark.parametrize("end", [b"\n", b""])
@pytest.mark.parametrize("size", [LIMIT + 1, 3_000_000])
def test_a_line_that_is_too_long_is_a_failure_and_is_skipped(tmp_path: Path, size: int, end: bytes) -> None:
    rows = b'{"text": "a"}\n{"text": "' + b"x" * size + b'"}' + end
    pages = read(write(tmp_path / "a.jsonl", rows + (b'{"text": "b"}' if end else b"")))
    assert list(sources(pages)) == ["a.jsonl/1", "a.jsonl/3"][: 2 if end else 1]
    assert "more than 100,000 bytes" in failures(pages)["a.jsonl/2"]


def test_a_page_that_grows_beyond_its_bounds_in_utf_8_is_a_failure(tmp_path: Path) -> None:
    (page,) = read(write(tmp_path / "a.jsonl", b'{"text": "\\ud800\\ud800"}'), max_bytes=25)
    assert isinstance(page, PageSource)
    (page,) = read(write(tmp_path / "a.jsonl", '{"text":"\ufffd"}'.encode()), max_bytes=2)
    assert isinstance(page, Failure)


def test_a_file_that_is_cut_off_gives_the_rows_before_and_says_so(tmp_path: Path) -> None:
    rows = b"".join(b'{"id": %d, "text": "%s"}\n' % (n, MILL) for n in range(9999))
    pages = read(write(tmp_path / "a.jsonl.gz", gzip.compress(rows)[:-500]))
    assert len(sources(pages)) > 5000
    (reason,) = failures(pages).values()
    assert reason.endswith("pages: it ends too early, as a download that was cut off does.")
    assert reason.startswith(f"it cannot be read after {len(sources(pages)):,} ")


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    assert failures(read(tmp_path / "no.jsonl")) == {"no.jsonl": "it cannot be read: no such file or directory."}
