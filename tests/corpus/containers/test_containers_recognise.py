import bz2
import gzip
import lzma
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from container_files import MILL, make_tar, make_zip, write

from groats.corpus.containers import is_container
from groats.corpus.containers.recognise import Format, find_format
from groats.zstandard import zstd

TAR, ZIP = make_tar(("mill.txt", MILL)), make_zip({"mill.txt": MILL})
WARC, PARQUET = b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", b"PAR1\0\0\0\0PAR1"
PACKERS: list[Callable[[bytes], bytes]] = [gzip.compress, zstd.compress, lzma.compress, bz2.compress]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("pages.jsonl", b"{}", Format.JSONL),
        ("pages.ndjson", b"", Format.JSONL),
        ("PAGES.JSONL", b"{}", Format.JSONL),
        ("pages.tar", TAR, Format.TAR),
        ("pages.zip", ZIP, Format.ZIP),
        ("empty.zip", make_zip({}), Format.ZIP),
        ("crawl.warc", WARC, Format.WARC),
        ("crawl.warc.wet", WARC, Format.WARC),
        ("table.parquet", PARQUET, Format.PARQUET),
        ("broken.zip", b"no zip", Format.ZIP),
        ("mislabelled.tar", ZIP, Format.ZIP),
        ("mislabelled.zip", TAR, Format.TAR),
        ("mislabelled.jsonl", PARQUET, Format.PARQUET),
        ("mill.txt", MILL, None),
        ("mill.html", b"<p>The mill</p>", None),
        ("mill", MILL, None),
        ("slides.docx", ZIP, None),  # a document, though it is a zip
        ("about.txt", WARC, None),  # a text that begins like an archive
        ("pages.json", b"{}", None),
    ],
)
def test_the_first_bytes_decide_where_the_name_speaks_of_a_container(
    tmp_path: Path, name: str, data: bytes, expected: Format | None
) -> None:
    path = write(tmp_path / name, data)
    assert find_format(path) == expected
    assert is_container(path) == (expected is not None)


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("pages.jsonl.gz", b"{}", Format.JSONL),
        ("pages.tar.zst", TAR, Format.TAR),
        ("pages.tgz", TAR, Format.TAR),
        ("pages.gz", TAR, Format.TAR),
        ("crawl.xz", WARC, Format.WARC),
        ("mill.html.gz", b"<p>The mill</p>", None),
        ("mill.bz2", MILL, None),
    ],
)
def test_a_packed_file_is_looked_into_whatever_packed_it(
    tmp_path: Path, pack: Callable[[bytes], bytes], name: str, data: bytes, expected: Format | None
) -> None:
    assert find_format(write(tmp_path / name, pack(data))) == expected


def test_what_cannot_be_read_is_a_container_by_its_name_alone(tmp_path: Path) -> None:
    assert find_format(tmp_path / "missing.tar") == Format.TAR
    assert find_format(tmp_path / "missing.gz") is None
    assert find_format(write(tmp_path / "cut.jsonl.gz", gzip.compress(b"{}" * 999)[:20])) == Format.JSONL
    (tmp_path / "folder.zip").mkdir()
    assert not is_container(tmp_path / "folder.zip")


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert not is_container(tmp_path / "pipe.jsonl")


def test_no_page_is_opened_to_find_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "mill.html", MILL)
    monkeypatch.setattr(Path, "open", None)
    assert not is_container(path)
