import gzip
import json
import lzma
import sys
from pathlib import Path

import pytest

from groats.errors import InputError
from groats.scoring.read import read_outputs, read_references
from groats.zstandard import zstd

LINES = '\ufeff{"id": "a", "text": "one"}\n\n{"id": "b", "text": "two"}\n'.encode()
MAP = b'{"a": "one", "b": {"articleBody": "two"}}'
ARRAY = b'[{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]'
BOTH = {"a": "one", "b": "two"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the tests write into."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(path: str) -> dict[str, str]:
    return {page: text.text for page, text in read_references(path).by_id.items()}


@pytest.mark.parametrize("data", [LINES, MAP, ARRAY], ids=["jsonl", "map", "array"])
@pytest.mark.parametrize(
    ("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress), (".zst", zstd.compress)]
)
def test_a_file_of_json_or_json_lines_may_be_packed(data: bytes, suffix: str, pack: type[bytes]) -> None:
    path = Path(f"all.{'jsonl' if data is LINES else 'json'}{suffix}")
    path.write_bytes(pack(data))
    assert texts(str(path)) == BOTH


def test_a_file_may_be_the_one_record_that_clean_writes() -> None:
    Path("page.json").write_text(json.dumps({"schema": "groats/1", "source": "x/a.html", "text": "one"}))
    found = read_outputs("page.json")
    assert {page: text.text for page, text in found.by_id.items()} == {"x/a": "one"}
    assert found.paths == {"x/a"}


def test_a_file_may_be_a_text_by_itself() -> None:
    Path("a.txt").write_text("\ufeffone", encoding="utf-8")
    Path("b.c.md.gz").write_bytes(gzip.compress(b"two"))
    assert (texts("a.txt"), texts("b.c.md.gz")) == ({"a": "one"}, {"b.c": "two"})
    assert [read_references(name).is_one for name in ("a.txt", "b.c.md.gz", ".")] == [True, True, False]


def test_the_rows_of_a_parquet_file_are_records(monkeypatch: pytest.MonkeyPatch) -> None:
    pq, pa = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    rows = [{"id": "a", "text": "one", "more": b"\xff"}, {"id": "b", "text": None}]
    pq.write_table(pa.Table.from_pylist(rows), "all.parquet")
    assert texts("all.parquet") == {"a": "one", "b": ""}
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r'all\.parquet cannot be read: .* install "groats\[parquet\]"\.$'):
        read_references("all.parquet")


@pytest.mark.parametrize("data", [LINES, MAP, ARRAY], ids=["jsonl", "map", "array"])
def test_standard_input_may_be_json_lines_or_json(data: bytes) -> None:
    assert {page: text.text for page, text in read_outputs(data).by_id.items()} == BOTH


def test_standard_input_that_is_no_json_is_a_text() -> None:
    found = read_outputs(b"The mill.\n")
    assert ([text.text for text in found.by_id.values()], found.is_one) == (["The mill.\n"], True)
    assert read_outputs(b'{"id": "a", "text": "one"}\noops\n').failures == (
        "standard input, line 2, cannot be used: JSON is malformed: invalid character (byte 0).",
    )


def test_a_directory_is_walked_and_its_paths_are_the_ids() -> None:
    for name, text in {
        "b.c.txt": "\ufeffone",
        "a/b.md": "two",
        "a/c.json": '{"id": "other", "text": "three"}',
        "a/.hidden.txt": "no",
        "groats-report.json": '{"schema": "groats-report/1"}',
        ".git/d.txt": "no",
        "e.html": "no",
        "f": "no",
    }.items():
        Path("pages", name).parent.mkdir(parents=True, exist_ok=True)
        Path("pages", name).write_text(text, encoding="utf-8")
    assert texts("pages") == texts("./pages/") == {"b.c": "one", "a/b": "two", "a/c": "three"}


def test_a_text_that_cannot_be_used_is_named_and_the_others_are_read() -> None:
    folder = Path("pages")
    folder.mkdir()
    (folder / "a.txt").write_text("one")
    (folder / "b.txt").write_bytes(b"\xff\xfe")
    (folder / "c.txt").symlink_to("nowhere")
    (folder / "d.json").write_text("[1]")
    (folder / "e.json").write_text("{}")
    found = read_references("pages")
    assert list(found.by_id) == ["a"]
    assert found.failures == (
        "pages/b.txt cannot be used: byte 0 is not UTF-8.",
        "pages/c.txt cannot be used: no such file or directory.",
        "pages/d.json cannot be used: Expected `str | object | null`, got `array`.",
        "pages/e.json cannot be used: it has no gold, text or articleBody.",
    )


def test_a_folder_that_cannot_be_listed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pages/shut").mkdir(parents=True)
    Path("pages/a.txt").write_text("one")

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    import os  # noqa: PLC0415 - only to be patched

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", refuse)
    found = read_references("pages")
    assert list(found.by_id) == ["a"]
    assert found.failures == ("pages/shut cannot be used: permission denied.",)


@pytest.mark.parametrize(
    ("name", "data", "failures"),
    [
        (
            "all.jsonl",
            b'{"id": "a", "text": "one"}\noops\n{"text": "two"}\n',
            [
                "all.jsonl, line 2, cannot be used: JSON is malformed: invalid character (byte 0).",
                "all.jsonl, line 3, cannot be used: it has no id, source, name or url.",
            ],
        ),
        (
            "all.json",
            b'{"a": "one", "b": 2}',
            ["all.json, b, cannot be used: Expected `str | object | null`, got `int`."],
        ),
        (
            "all.json",
            b'[{"id": "a", "text": "one"}, "two"]',
            ["all.json, record 2, cannot be used: it has no id, source, name or url."],
        ),
    ],
)
def test_a_record_that_cannot_be_used_is_named_by_its_place(name: str, data: bytes, failures: list[str]) -> None:
    Path(name).write_bytes(data)
    found = read_references(name)
    assert list(found.by_id) == ["a"]
    assert list(found.failures) == failures


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("no.jsonl", None, "no.jsonl cannot be read: no such file or directory."),
        ("no/such", None, "no/such cannot be read: no such file or directory."),
        ("x" * 300, None, "cannot be read: file name too long."),
        (
            "a.html",
            b"one",
            "a.html is neither a directory nor a file of .txt, .md, .json, .jsonl, .ndjson or .parquet;",
        ),
        ("a.parquet", b"one", "a.parquet cannot be read: parquet"),
        ("a.parquet", None, "a.parquet cannot be read: no such file"),
        ("a.gz", b"one", "a.gz is neither"),
        ("a.json", b"{", "a.json cannot be read: input data was truncated."),
        ("a.json", b"7", "a.json cannot be read: expected `object | array`, got `int`."),
        ("a.json", b"[" * 100_000, "a.json cannot be read: maximum recursion depth exceeded"),
        ("a.json", b'{"\xff": ""}', "a.json cannot be read: 'utf-8' codec can't decode byte 0xff"),
        ("a.jsonl.gz", b"one", "a.jsonl.gz cannot be read: not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(LINES)[:-9], "a.jsonl.gz cannot be read: compressed file ended before"),
        ("a.jsonl.gz", gzip.compress(LINES)[:10] + b"\xff" * 30, "a.jsonl.gz cannot be read: error -3 while"),
        ("a.jsonl.zst", b"one", "a.jsonl.zst cannot be read: unable to decompress"),
        ("a.jsonl.xz", b"one", "a.jsonl.xz cannot be read: input format not supported by decoder."),
        ("a.jsonl", LINES + LINES, "a.jsonl, line 1, and a.jsonl, line 4, have the same id, a: leave one of them out."),
        ("a.jsonl", b'{"source": "b.txt", "text": ""}\n{"id": "b", "text": ""}', "have the same id, b"),
    ],
)
def test_what_cannot_be_read_at_all_is_an_error(name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_references(name)
    assert words in str(caught.value)


def test_two_files_of_one_id_are_an_error() -> None:
    for name in ("a.json", "a.txt"):
        Path(name).write_text('"one"')
    with pytest.raises(InputError, match=r"a\.json and a\.txt have the same id, a:"):
        read_outputs(".")


def test_the_title_is_put_before_the_text_of_json_outputs_only() -> None:
    Path("a.json").write_text('{"title": "The mill", "text": "It turns."}')
    Path("b.txt").write_text("It turns.")
    assert [text.text for text in read_outputs(".", with_title=True).by_id.values()] == [
        "The mill\n\nIt turns.",
        "It turns.",
    ]
    assert texts(".") == {"a": "It turns.", "b": "It turns."}
